import { ownPosts, ownSessions, type Post, stateOf } from '../domains/identity'
import { NextMeetings, nextMeetings } from '../domains/meetings'
import { seesFreshness } from '../domains/progress'
import { actionsBinding, byWay, listActions, listCells, promiseCount } from '../domains/strategy'
import { areaNames } from '../domains/territory'
import type { Day } from '../kernel/day'
import type { Reader } from '../platform/db/database'
import { List, Opening, Paragraph, Section, Tag, TextLink } from '../platform/ui'
import { capital, sentenceList, weekday } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { Bound, type BoundMunicipality, type LeadingOrganisation, NotChosen, Posts, Sessions } from './mine.parts'
import { WhatWaits, whatWaits } from './waits.parts'

/** The start page of whoever is signed in: who he is here, what binds him, what only he may read, and where he is signed in. */
export async function minePage(ask: Ask): Promise<Response> {
  const { today } = ask
  const found = await ask.read(async (tx) => {
    const posts = await ownPosts(tx)
    const running = posts.filter((post) => stateOf(post, today) === 'loopt')
    return {
      posts,
      running,
      municipalities: await boundMunicipalities(tx, running, today),
      organisations: await leadingOrganisations(tx, running),
      next: await nextMeetings(tx, today),
      waits: await whatWaits(tx, today),
      areas: await areaNames(tx),
      notChosen: (await listCells(tx, { participates: 'nee' })).items,
      sessions: await ownSessions(tx),
    }
  })
  const { posts, running, next, waits, municipalities, organisations, areas, notChosen, sessions } = found
  const isAdministrator = running.some(({ role }) => role === 'functioneel-beheerder')
  return ask.page(
    { title: 'Uw startpagina', breadcrumbs: [{ label: 'Uw startpagina', href: '/mijn' }] },
    <>
      <Opening title={capital(weekday(today))} lead={leadOf(running)}>
        {ask.person?.isExample && (
          <Paragraph small quiet>
            <Tag>voorbeeld</Tag> U kijkt als een verzonnen persoon. <TextLink href="/inloggen">Kies een ander</TextLink>
          </Paragraph>
        )}
      </Opening>
      {next && <NextMeetings next={next} />}
      {waits && <WhatWaits waits={waits} on={today} />}
      <Section
        id="functies"
        title="Wie u hier bent"
        intro="Wat u mag, volgt uit uw functie. Na de laatste dag ervan mag u het niet meer."
      >
        <Posts posts={posts} on={today} />
        <Paragraph small quiet>
          Klopt dit niet?{' '}
          {isAdministrator
            ? 'Wijzig de personenlijst, en laat haar opnieuw laden.'
            : 'Vraag het de functioneel beheerder. Zelf kunt u hier niets aan wijzigen.'}{' '}
          Alles wat wij van u bewaren staat bij <TextLink href="/mijn/gegevens">uw gegevens</TextLink>.
        </Paragraph>
      </Section>
      {running.length > 0 && (
        <Section
          id="bindt"
          title="Wat u bindt"
          intro="Wat is afgesproken voor wie u werkt. Het staat er voor iedereen."
        >
          <Bound municipalities={municipalities} organisations={organisations} />
        </Section>
      )}
      {running.length > 0 && (
        <Section id="professionals" title="Alleen voor u" intro="Anderen zien dit niet. Deel het niet zonder overleg.">
          <List
            items={[
              <NotChosen cells={notChosen} areas={areas} />,
              <>
                De <TextLink href="/contactpunten">contactpunten</TextLink>: wie u belt, per organisatie en onderwerp.
              </>,
              <>
                Uw <TextLink href="/open-vragen">open vragen</TextLink>: een mail als een antwoord verandert.
              </>,
              <>
                <TextLink href="/mijn/voortgang">Uw eigen acties</TextLink>, en hoe zij ervoor staan.
              </>,
              <>
                <TextLink href="/voortgang/plannen">Stand van de plannen</TextLink>: wat gaat als afgesproken, en wat
                niet.
              </>,
              ...(seesFreshness(ask.person?.roles ?? [])
                ? [
                    <>
                      <TextLink href="/voortgang">Voortgang van de acties</TextLink> per programma.
                    </>,
                  ]
                : []),
              <>
                <TextLink href="/uitvragen">Welke cijfers zijn gevraagd en welke ontbreken</TextLink>, per jaar en per
                houder.
              </>,
              <>
                Waar een <TextLink href="/bijeenkomsten">bijeenkomst</TextLink> was. Bestuurders worden bedreigd; daarom
                staat een plaats er niet voor iedereen.
              </>,
            ]}
          />
        </Section>
      )}
      {isAdministrator && (
        <Section id="beheer" title="Beheer" intro="Voor de functioneel beheerder.">
          <List
            items={[
              <TextLink href="/beheer/basisteams">Basisteams invullen</TextLink>,
              <TextLink href="/beheer/logboek">Logboek lezen</TextLink>,
            ]}
          />
        </Section>
      )}
      <Section
        id="sessies"
        title="Waar u bent ingelogd"
        intro="U wordt vanzelf uitgelogd na twee uur niets doen, en in elk geval na twaalf uur."
      >
        <Sessions sessions={sessions} />
      </Section>
    </>,
  )
}

async function boundMunicipalities(tx: Reader, running: readonly Post[], on: Day): Promise<BoundMunicipality[]> {
  const areas = running.flatMap((post) => post.areas).filter(({ kind }) => kind === 'gemeente')
  const municipalities = [...new Map(areas.map((area) => [area.code, area])).values()]
  const found: BoundMunicipality[] = []
  for (const { code, name } of municipalities) {
    const bindings = (await actionsBinding(tx, { areas: [code], on })).filter(({ action }) => !action.plan.isConcept)
    const led = byWay(bindings.filter(({ role }) => role === 'trekker'))
    found.push({
      code,
      name,
      named: byWay(bindings).naam.length,
      together: promiseCount(led['alle-gemeenten'].map(({ action }) => action)),
      district: promiseCount(led.district.map(({ action }) => action)),
    })
  }
  return found
}

async function leadingOrganisations(tx: Reader, running: readonly Post[]): Promise<LeadingOrganisation[]> {
  const all = running.map(({ organisation }) => organisation).filter(({ kind }) => kind !== 'gemeente')
  const organisations = [...new Map(all.map((organisation) => [organisation.code, organisation])).values()]
  const found: LeadingOrganisation[] = []
  for (const { code, name } of organisations) {
    const [leads, takesPart] = [await listActions(tx, { lead: code }), await listActions(tx, { participant: code })]
    found.push({
      code,
      name,
      leads: leads.total,
      concepts: leads.items.filter(({ plan }) => plan.isConcept).length,
      takesPart: takesPart.total,
    })
  }
  return found
}

function leadOf(running: readonly Post[]): string {
  if (running.length === 0) {
    return 'U heeft vandaag geen functie in Slagvaardig. U leest hier wat voor iedereen openbaar is.'
  }
  const functions = running.map(({ title, organisation: { kind, name } }) => {
    const employer = kind === 'gemeente' ? `de gemeente ${name}` : name
    return `${title.charAt(0).toLowerCase()}${title.slice(1)} bij ${employer}`
  })
  return `U bent hier als ${sentenceList(functions)}.`
}
