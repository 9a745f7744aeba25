import type { Child } from 'hono/jsx'
import {
  Bookmarks,
  Code,
  DataTable,
  EmptyState,
  KeyFigures,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentAddress, documentTitles, Sources } from '../figures'
import { ChainPlace, StepList } from './chain.parts'
import { chainOf } from './chain.store'
import { ConceptTag } from './concept.parts'
import { MatrixLink } from './matrix.parts'
import { districtsWithMatrix } from './matrix.store'
import { conceptSentences, coverageSentences, recordsAndPromises } from './overview.parts'
import { countOverview } from './overview.store'
import { PartyLink, type Said, WithdrawnNotice } from './page.parts'
import { isKnownByNameOnly, type Plan, type Programme, yearsText } from './plan'
import { findPlan, listPlans, listProgrammes } from './plan.store'

/** Every plan: those that can be looked into, and those that are only known by name; with the way to where plans are made. */
export const plansPage =
  (made: (ask: Ask) => Child) =>
  async (ask: Ask): Promise<Response> => {
    const { plans, overview } = await ask.read(async (tx) => ({
      plans: (await listPlans(tx)).items,
      overview: await countOverview(tx),
    }))
    const known = plans.filter((plan) => !isKnownByNameOnly(plan))
    const named = plans.filter(isKnownByNameOnly)
    return ask.page(
      {
        title: 'Plannen',
        description: 'Alle plannen van de regio sinds 2015, met hun acties en resultaten.',
        breadcrumbs: [{ label: 'Plannen', href: '/plannen' }],
      },
      <>
        <Opening
          title="Plannen"
          lead="In een plan staat wat de partners afspreken: wie iets doet, met wie, waar en wanneer. Een volgend plan kijkt terug op wat ervan kwam."
        >
          <KeyFigures
            items={[
              { label: 'Plannen', value: number(plans.length), note: `${number(known.length)} kunt u inzien` },
              { label: 'Acties', value: number(overview.actions), note: recordsAndPromises(overview), href: '/acties' },
              {
                label: 'Resultaten',
                value: number(overview.results),
                note: `${number(overview.resultsWithNumber)} met een getal`,
                href: '/resultaten',
              },
            ]}
          />
        </Opening>
        <Section
          id="inzien"
          title="Wat u kunt inzien"
          intro={`${count(known.length, 'plan', 'plannen')}, nieuwste eerst.`}
        >
          <DataTable
            caption="Plannen die u kunt inzien"
            hiddenCaption
            wideFirst
            rows={known}
            columns={[
              { head: 'Plan', rowHead: true, cell: (plan) => <PlanTitle plan={plan} /> },
              { head: 'Looptijd', cell: (plan) => yearsText(plan) ?? 'onbekend' },
              { head: "Programma's", align: 'number', cell: (plan) => number(plan.programmes) },
              { head: 'Acties', align: 'number', cell: (plan) => number(plan.actions) },
              { head: 'Resultaten', align: 'number', cell: (plan) => number(plan.results) },
            ]}
          />
          <Paragraph small>
            <TextLink href="/deelname">Wie doet waar mee, per district</TextLink>
            {made(ask)}
          </Paragraph>
        </Section>
        <Section
          id="bij-naam"
          title="Alleen bij naam bekend"
          intro={`${count(named.length, 'plan', 'plannen')} die andere stukken noemen.`}
        >
          {named.length > 0 ? (
            <DataTable
              caption="Plannen die wij alleen bij naam kennen"
              hiddenCaption
              wideFirst
              rows={named}
              columns={[
                { head: 'Plan', rowHead: true, cell: (plan) => <PlanTitle plan={plan} /> },
                { head: 'Looptijd', cell: (plan) => yearsText(plan) ?? 'onbekend' },
                { head: 'Soort', cell: (plan) => plan.kind },
              ]}
            />
          ) : (
            <Paragraph>Van elk plan dat onze bronnen noemen, hebben wij het stuk.</Paragraph>
          )}
        </Section>
        <Section id="dekking" title="Wat wij weten" intro="En wat ontbreekt.">
          <List
            items={[
              coverageSentences.plansWithActions(overview),
              coverageSentences.actionsWithIndicator(overview),
              coverageSentences.actionsWithNumber(overview),
              coverageSentences.actionsWithResult(overview),
              ...conceptSentences(overview),
            ]}
          />
        </Section>
      </>,
    )
  }

function PlanTitle({ plan }: { plan: Plan }) {
  return (
    <>
      <ListLink href={`/plannen/${plan.code}`}>{plan.title}</ListLink>
      <ConceptTag isConcept={plan.isConcept} />
    </>
  )
}

/** One plan: its programmes with what they promised and reported, who takes part, and what is missing. */
export const planPage =
  (said: Said) =>
  async (ask: Ask): Promise<Response> => {
    const code = ask.params.code ?? ''
    const found = await ask.read(async (tx) => {
      const plan = await findPlan(tx, code)
      if (!plan) return null
      return {
        plan,
        programmes: (await listProgrammes(tx, { plan: code })).items,
        overview: await countOverview(tx, { plan: code }),
        districts: plan.document ? await districtsWithMatrix(tx, plan.document.code) : [],
        chain: await chainOf(tx, 'plan', code),
        documents: await documentTitles(tx),
        decided: await said(tx, code, ask),
      }
    })
    if (!found) return ask.notFound()
    const { plan, programmes, overview, districts, chain, documents, decided } = found
    const nameOnly = isKnownByNameOnly(plan)
    const relatives =
      chain?.steps.filter(
        ({ via, relation }) => via === null && (relation === 'hoort-bij' || relation === 'werkt-uit'),
      ) ?? []
    return ask.page(
      {
        title: plan.title,
        breadcrumbs: [
          { label: 'Plannen', href: '/plannen' },
          { label: plan.title, href: `/plannen/${code}` },
        ],
      },
      <>
        <Opening title={plan.title} lead={planLead(plan)} meta={planFacts(plan)}>
          <WithdrawnNotice on={plan.withdrawnOn} />
          {plan.isConcept && (
            <Notice title="Concept, nog niet vastgesteld.">
              Dit plan is al in werking. Wat erin staat, kan nog veranderen tot een besluit het vaststelt.
            </Notice>
          )}
          {nameOnly ? (
            <Notice title="Alleen bij naam bekend">
              Andere stukken noemen dit plan. Het plan zelf hebben wij niet, dus ook niet wat erin is afgesproken.
            </Notice>
          ) : (
            <Bookmarks
              items={[
                { label: "Programma's", href: '#programmas' },
                ...(districts.length > 0 ? [{ label: 'Wie doet waar mee', href: '#deelname' }] : []),
                { label: 'Wat ontbreekt', href: '#ontbreekt' },
              ]}
            />
          )}
        </Opening>
        {chain ? (
          <Section id="keten" title="In de keten">
            <ChainPlace view={chain} />
          </Section>
        ) : null}
        {nameOnly ? null : (
          <Section
            id="programmas"
            title="Programma’s"
            intro={`${count(programmes.length, 'onderdeel', 'onderdelen')} met ${recordsAndPromises(plan)} en ${count(plan.results, 'resultaat', 'resultaten')}.`}
          >
            <DataTable
              caption={`Programma's van ${plan.title}`}
              hiddenCaption
              wideFirst
              rows={programmes}
              columns={[
                { head: 'Programma', rowHead: true, cell: (programme) => <ProgrammeTitle programme={programme} /> },
                { head: 'Afspraken', cell: (programme) => recordsAndPromises(programme) },
                { head: 'Terugblik', cell: (programme) => count(programme.results, 'resultaat', 'resultaten') },
                { head: 'Trekker', cell: ({ lead }) => (lead ? <PartyLink party={lead} /> : 'onbekend') },
              ]}
            />
            <Paragraph small>
              <TextLink href={`/acties?plan=${plan.code}`}>Zoek in de acties van dit plan</TextLink> ·{' '}
              <TextLink href={`/resultaten?plan=${plan.code}`}>Zoek in de resultaten die het meldt</TextLink>
            </Paragraph>
          </Section>
        )}
        {districts.length > 0 ? (
          <Section id="deelname" title="Wie doet waar mee" intro="Per district, per thema.">
            <DataTable
              caption="Wat wij van de deelname weten"
              hiddenCaption
              rows={districts}
              columns={[
                { head: 'District', rowHead: true, cell: ({ district }) => <MatrixLink district={district} /> },
                { head: 'Doet mee', align: 'number', cell: ({ yes }) => number(yes) },
                { head: 'Onbekend', align: 'number', cell: ({ unknown }) => number(unknown) },
              ]}
            />
          </Section>
        ) : null}
        {relatives.length > 0 ? (
          <Section id="andere-stukken" title="Andere stukken" intro="Waar dit plan bij hoort of wat het uitwerkt.">
            <StepList steps={relatives} documents={documents} />
          </Section>
        ) : null}
        <Section id="ontbreekt" title="Wat ontbreekt" intro="Geteld over dit plan.">
          {nameOnly ? (
            <EmptyState title="Het stuk zelf ontbreekt">
              Acties, trekkers en resultaten van dit plan zijn onbekend.
            </EmptyState>
          ) : (
            <List
              items={[
                coverageSentences.actionsWithIndicator(overview),
                coverageSentences.actionsWithNumber(overview),
                coverageSentences.actionsWithResult(overview),
                ...(overview.results > 0 ? [coverageSentences.resultsWithIndicator(overview)] : []),
                ...(plan.adoptedOn === null && !plan.isConcept
                  ? ['De dag waarop dit plan is vastgesteld, staat niet in onze bronnen.']
                  : []),
              ]}
            />
          )}
        </Section>
        {decided}
        <Section id="bron" title="Bron">
          {plan.sources.length > 0 ? (
            <Sources of={plan.sources} documents={documents} />
          ) : (
            <Paragraph>Dit plan is hier gemaakt.</Paragraph>
          )}
          <Paragraph small>
            Code: <Code>{plan.code}</Code>
          </Paragraph>
        </Section>
      </>,
    )
  }

function ProgrammeTitle({ programme }: { programme: Programme }) {
  return (
    <>
      <ListLink href={`/programmas/${programme.code}`}>{programme.title}</ListLink>
      <span class="sv-stil sv-klein"> {programme.kind}</span>
    </>
  )
}

function planLead(plan: Plan): string {
  const years = yearsText(plan)
  // An agenda of actions is a year plan by kind; it is called as it calls itself.
  const called = /^actieagenda/i.test(plan.title) ? 'actieagenda' : plan.kind
  const kind = called.charAt(0).toUpperCase() + called.slice(1)
  if (isKnownByNameOnly(plan)) return `${kind}${years ? `, ${years}` : ', zonder jaartal in onze bronnen'}.`
  return `${kind} voor ${years ?? 'een onbekende periode'}, met ${count(plan.actions, 'actie', 'acties')}${plan.results > 0 ? ` en een terugblik van ${count(plan.results, 'resultaat', 'resultaten')}` : ''}.`
}

function planFacts(plan: Plan) {
  const { strategy, adoptedOn, adoptedBy, document } = plan
  return [
    ...(strategy ? [<TextLink href={`/strategieen/${strategy.code}`}>{strategy.title}</TextLink>] : []),
    adoptedOn
      ? `Vastgesteld op ${dayInWords(adoptedOn)}`
      : plan.isConcept
        ? 'Nog niet vastgesteld'
        : 'Datum van vaststellen onbekend',
    ...(adoptedBy ? [<PartyLink party={adoptedBy} />] : []),
    ...(document ? [<TextLink href={documentAddress(document.code)}>Brondocument</TextLink>] : []),
  ]
}
