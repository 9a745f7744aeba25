import { dueWords, isHole, ownTasks, type Task, taskAddress, toSign } from '../domains/datacalls'
import {
  ownPosts,
  ownSessions,
  type Post,
  partyAddress,
  roleNames,
  type Session,
  stateOf,
  wayNames,
} from '../domains/identity'
import { actionsBinding, byWay, listActions, listCells, type MatrixCell, promiseCount } from '../domains/strategy'
import { areaAddress, areaNames } from '../domains/territory'
import type { Day } from '../kernel/day'
import type { Reader } from '../platform/db/database'
import {
  Button,
  DataTable,
  EmptyState,
  List,
  ListLink,
  Opening,
  Paragraph,
  Section,
  Tag,
  TextLink,
} from '../platform/ui'
import { count, day as dayInWords, moment, sentenceList, weekday } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'

/** A municipality the person works for, with how many promises bind it in each way. */
type BoundMunicipality = {
  readonly code: string
  readonly name: string
  readonly named: number
  readonly together: number
  readonly district: number
}
/** Another organisation the person works for, with what it leads and takes part in. */
type LeadingOrganisation = {
  readonly code: string
  readonly name: string
  readonly leads: number
  readonly takesPart: number
}

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
      tasks: (await ownTasks(tx)).filter(({ lines }) => lines.some(isHole) || toSign(lines).length > 0),
      areas: await areaNames(tx),
      notChosen: (await listCells(tx, { participates: 'nee' })).items,
      sessions: await ownSessions(tx),
    }
  })
  const { posts, running, municipalities, organisations, tasks, areas, notChosen, sessions } = found
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
      {tasks.length > 0 && (
        <Section id="wacht" title="Wat op u wacht" intro="Cijfers die alleen uw organisatie heeft.">
          <Tasks tasks={tasks} on={today} />
        </Section>
      )}
      <Section
        id="functies"
        title="Wie u hier bent"
        intro="Wat u mag, volgt uit uw functie. Na de laatste dag ervan mag u het niet meer."
      >
        <Posts posts={posts} on={today} />
        <Paragraph small quiet>
          Klopt dit niet? Vraag het de functioneel beheerder. Zelf kunt u hier niets aan wijzigen.
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
                Uw <TextLink href="/open-vragen">open vragen</TextLink>: een mail als een cijfer aantoonbaar verandert.
              </>,
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
    const bindings = await actionsBinding(tx, { areas: [code], on })
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
    found.push({ code, name, leads: leads.total, takesPart: takesPart.total })
  }
  return found
}

/** What is asked of the organisations the person answers for, and not all signed yet. */
function Tasks({ tasks, on }: { tasks: readonly Task[]; on: Day }) {
  return (
    <DataTable
      caption="Uitvragen"
      hiddenCaption
      rows={tasks}
      columns={[
        {
          head: 'Uitvraag',
          rowHead: true,
          cell: ({ call, holder }) => <ListLink href={taskAddress(call.code, holder.code)}>{call.title}</ListLink>,
        },
        { head: 'Over', align: 'number', cell: ({ call }) => call.year },
        { head: 'Voor', cell: ({ holder }) => holder.name },
        { head: 'Nog niet ondertekend', align: 'number', cell: ({ lines }) => lines.filter(isHole).length },
        { head: 'Uiterlijk', cell: ({ call, lines }) => dueWords(lines[0]?.due ?? call.due, on, true) },
      ]}
    />
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

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

type Areas = Awaited<ReturnType<typeof areaNames>>

/** Where a partner's own themes stand: a municipality has a page as an area. */
function addressOf({ code, kind }: MatrixCell['partner'], areas: Areas): string {
  const area = areas.get(code)
  if (area) return `${areaAddress(area)}#themas`
  return kind === 'gebied' ? '/gebieden' : partyAddress({ code, kind })
}

/** Which partners did not choose a theme; a few stand here by name, more are a number. */
function NotChosen({ cells, areas }: { cells: readonly MatrixCell[]; areas: Areas }) {
  if (cells.length === 0) return <>In geen districtsplan staat dat een partner een thema niet koos.</>
  return (
    <>
      Dat een partner in een districtsplan een thema niet koos: {count(cells.length, 'keer', 'keer')}
      {cells.length <= 6 && ', namelijk '}
      {cells.length <= 6 &&
        cells.map(({ partner, theme }, at) => (
          <>
            {at === 0 ? '' : ', '}
            <TextLink href={addressOf(partner, areas)}>{partner.name}</TextLink> bij {theme}
          </>
        ))}
      .
    </>
  )
}

function Posts({ posts, on }: { posts: readonly Post[]; on: Day }) {
  return (
    <DataTable
      caption="Uw functies"
      hiddenCaption
      rows={posts}
      empty="Er staat geen functie voor u in Slagvaardig."
      columns={[
        { head: 'Functie', rowHead: true, cell: ({ title }) => title },
        {
          head: 'Organisatie',
          cell: ({ organisation }) => (
            <ListLink href={`/organisaties/${organisation.code}`}>{organisation.name}</ListLink>
          ),
        },
        {
          head: 'Voor welk gebied',
          cell: ({ areas }) =>
            areas.length === 0
              ? 'geen gebied'
              : areas.map((area, at) => (
                  <>
                    {at > 0 && ', '}
                    <TextLink href={areaAddress(area as Parameters<typeof areaAddress>[0])}>{area.name}</TextLink>
                  </>
                )),
        },
        { head: 'Wanneer', cell: (post) => timeOf(post, on) },
        { head: 'Wat u mag', cell: (post) => (stateOf(post, on) === 'loopt' ? roleNames[post.role][1] : 'niets meer') },
      ]}
    />
  )
}

function timeOf(post: Post, on: Day): string {
  const { from, until } = post.validity
  const state = stateOf(post, on)
  if (state === 'geëindigd' && until) return `tot ${dayInWords(until)}; voorbij`
  if (state === 'begint nog' && from) return `vanaf ${dayInWords(from)}`
  return `sinds ${from ? dayInWords(from) : 'altijd'}${until ? `, tot ${dayInWords(until)}` : ''}`
}

function Bound(props: { municipalities: readonly BoundMunicipality[]; organisations: readonly LeadingOrganisation[] }) {
  const { municipalities, organisations } = props
  return (
    <>
      {municipalities.length > 0 && (
        <DataTable
          caption="Uw gemeenten"
          hiddenCaption
          rows={municipalities}
          columns={[
            {
              head: 'Gemeente',
              rowHead: true,
              cell: ({ code, name }) => <ListLink href={`/gemeenten/${code}#afgesproken`}>{name}</ListLink>,
            },
            { head: 'Met naam', align: 'number', cell: ({ named }) => named },
            { head: 'Als een van alle gemeenten', align: 'number', cell: ({ together }) => together },
            { head: 'Via het district', align: 'number', cell: ({ district }) => district },
          ]}
        />
      )}
      {organisations.map(({ code, name, leads, takesPart }) => (
        <Paragraph>
          <TextLink href={`/organisaties/${code}`}>{name}</TextLink> is trekker van{' '}
          {leads > 0 ? (
            <TextLink href={`/acties?trekker=${encodeURIComponent(code)}`}>{count(leads, 'actie', 'acties')}</TextLink>
          ) : (
            'geen enkele actie'
          )}{' '}
          en doet mee aan {takesPart === 0 ? 'geen enkele' : takesPart}, in alle plannen van 2015 tot nu.
        </Paragraph>
      ))}
      {municipalities.length === 0 && organisations.length === 0 && (
        <EmptyState title="Wat u bindt weten we niet.">
          Uw functie hoort bij geen gemeente of organisatie in onze bronnen.
        </EmptyState>
      )}
    </>
  )
}

function Sessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <DataTable
      caption="Waar u bent ingelogd"
      hiddenCaption
      rows={sessions}
      columns={[
        {
          head: 'Sinds',
          rowHead: true,
          cell: ({ startedAt, isCurrent }) => (
            <>
              {moment(startedAt)}
              {isCurrent && <strong> (deze browser)</strong>}
            </>
          ),
        },
        { head: 'Ingelogd met', cell: ({ way }) => wayNames[way] },
        { head: 'Laatst gebruikt', cell: ({ lastSeenAt }) => moment(lastSeenAt) },
        { head: 'Eindigt uiterlijk', cell: ({ endsAt }) => moment(endsAt) },
        {
          head: 'Stoppen',
          narrow: '',
          cell: ({ id, isCurrent, startedAt }) =>
            isCurrent ? (
              <form action="/uitloggen" method="post">
                <Button small>Log uit</Button>
              </form>
            ) : (
              <form action={`/mijn/sessies/${id}/beeindigen`} method="post">
                <Button small>
                  Beëindig<span class="sv-onzichtbaar"> de sessie van {moment(startedAt)}</span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  )
}
