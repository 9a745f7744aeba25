import { Bookmarks, Code, EmptyState, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, judgeAll, measurementsOf, Sources } from '../figures'
import { districtOf } from './action'
import { ActionList } from './action.parts'
import { listActions } from './action.store'
import type { ChainStep } from './chain'
import { ChainPlace, groundWords, StepList } from './chain.parts'
import { chainOf, neighboursOf } from './chain.store'
import { ConceptTag } from './concept.parts'
import { goalsAmong, standOf } from './goal'
import { FigureTable } from './goal.parts'
import { DistrictMatrix } from './matrix.parts'
import { listCells } from './matrix.store'
import { coverageSentences, promiseWords, recordsAndPromises } from './overview.parts'
import { countOverview } from './overview.store'
import { PartyLink, WithdrawnNotice } from './page.parts'
import { type Programme, yearsText } from './plan'
import { findProgramme } from './plan.store'
import { findPriority } from './priority.store'
import { cameWords, LookBack, WhoTakesPart } from './programme.parts'
import { listResults } from './result.store'

/** One programme: what the plan reports about it, what it promises, and who takes part. */
export async function programmePage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const programme = await findProgramme(tx, code)
    if (!programme) return null
    const actions = (await listActions(tx, { programme: code })).items
    const results = (await listResults(tx, { programme: code })).items
    const district = districtOf(actions)
    const indicators = new Set(results.flatMap(({ indicator }) => (indicator ? [indicator.code] : [])))
    const years = new Set(results.map(({ year }) => String(year)))
    const chain = await chainOf(tx, 'programma', code)
    const figures = figuresOf(chain?.steps ?? [])
    const measurements = indicators.size + figures.length > 0 ? await measurementsOf(tx, { knownOn, leads: true }) : []
    return {
      programme,
      actions,
      results,
      priority: programme.priority ? await findPriority(tx, programme.priority.code) : null,
      goals: goalsAmong(
        measurements.filter(({ indicator, period }) => indicators.has(indicator) && years.has(period)),
        judgeAll,
      ),
      came: await neighboursOf(
        tx,
        'actie',
        actions.map((action) => action.code),
        ['resultaat'],
      ),
      overview: await countOverview(tx, { programme: code }),
      matrix: district ? { district, cells: (await listCells(tx, { district: district.code })).items } : null,
      chain,
      figures,
      stands: standOf(
        figures.map(({ node }) => node),
        measurements,
        judgeAll,
        ({ areaKind, area }) => (district ? area === district.code : areaKind === 'regio'),
        programme.plan,
      ),
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { programme, actions, results, priority, goals, came, overview, matrix, chain, figures, stands, documents } =
    found
  const { plan } = programme
  const years = [...new Set(results.map(({ year }) => year))].sort()
  const relatives =
    chain?.steps.filter(({ via, ground, node }) => via === null && ground !== 'kolom' && node.kind !== 'indicator') ??
    []
  const planYears = yearsText(plan)
  return ask.page(
    {
      title: `${programme.title}, ${plan.title}`,
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: plan.title, href: `/plannen/${plan.code}` },
        { label: programme.title, href: `/programmas/${code}` },
      ],
    },
    <>
      <Opening
        title={programme.title}
        lead={
          priority?.goal
            ? `Doel voor ${priority.strategy.from} tot en met ${priority.strategy.to}: ${lowerFirst(priority.goal)}.`
            : undefined
        }
        meta={programmeFacts(programme)}
      >
        <WithdrawnNotice on={programme.withdrawnOn} />
        <Bookmarks
          items={[
            { label: years.length > 0 ? `Terugblik op ${years.join(' en ')}` : 'Terugblik', href: '#terugblik' },
            { label: planYears ? `Acties voor ${planYears}` : 'Acties', href: '#acties' },
            { label: 'Cijfers', href: '#cijfers' },
            { label: 'Wie doet mee', href: '#wie' },
          ]}
        />
      </Opening>
      {chain ? (
        <Section id="keten" title="In de keten">
          <ChainPlace view={chain} />
        </Section>
      ) : null}
      <Section
        id="terugblik"
        title={years.length > 0 ? `Terugblik op ${years.join(' en ')}` : 'Terugblik'}
        intro={
          results.length > 0
            ? `Wat ${plan.title} zelf meldt: ${count(results.length, 'resultaat', 'resultaten')}.`
            : 'Wat het plan zelf meldt.'
        }
      >
        {results.length === 0 ? (
          <EmptyState title="Geen terugblik">Het plan meldt bij dit onderdeel geen resultaten.</EmptyState>
        ) : (
          <LookBack results={results} goals={goals} />
        )}
      </Section>
      <Section
        id="acties"
        title={planYears ? `Acties voor ${planYears}` : 'Acties'}
        intro={actions.length > 0 ? `${promiseWords(actions)}.` : undefined}
      >
        {actions.length === 0 ? (
          <EmptyState title="Geen acties">Dit onderdeel van het plan kijkt alleen terug of geeft cijfers.</EmptyState>
        ) : (
          <>
            <Paragraph small>
              {coverageSentences.actionsWithResult(overview)} {coverageSentences.actionsWithIndicator(overview)}
            </Paragraph>
            <ActionList
              actions={actions}
              groupBy={({ project }) => project ?? 'Zonder onderdeel'}
              note={(action) => cameWords(came.get(action.code) ?? [])}
            />
          </>
        )}
      </Section>
      <Section
        id="cijfers"
        title="Cijfers"
        intro="Die de acties of resultaten noemen, of die over hetzelfde onderwerp gaan."
      >
        {figures.length > 0 ? (
          <FigureTable
            figures={stands}
            caption={`Cijfers bij ${programme.title}`}
            documents={documents}
            note={(indicator) => figureNote(figures, indicator)}
          />
        ) : (
          <EmptyState title="Dit onderdeel noemt geen cijfer">
            Of het werkt, is dus niet in een getal te zien.
          </EmptyState>
        )}
      </Section>
      <Section id="wie" title="Wie doet mee" intro="Volgens de acties: wie trekt en wie er meedoet.">
        {actions.length > 0 ? (
          <WhoTakesPart actions={actions} />
        ) : (
          <Paragraph>Dat staat niet in onze bronnen.</Paragraph>
        )}
      </Section>
      {matrix && matrix.cells.length > 0 ? (
        <Section id="deelname" title="Wie doet waar mee" full>
          <DistrictMatrix
            cells={matrix.cells}
            caption={`${matrix.district.name}: doet de partner mee aan dit thema?`}
            documents={documents}
          />
        </Section>
      ) : null}
      {relatives.length > 0 ? (
        <Section id="verband" title="Verband" intro="Met andere stukken en onderdelen.">
          <StepList steps={relatives} documents={documents} />
        </Section>
      ) : null}
      <Section id="bron" title="Bron">
        {programme.sources.length > 0 ? (
          <Sources of={programme.sources} documents={documents} />
        ) : (
          <Paragraph>Dit onderdeel is hier gemaakt.</Paragraph>
        )}
      </Section>
    </>,
  )
}

function programmeFacts(programme: Programme) {
  const { plan, kind, priority, lead } = programme
  return [
    <TextLink href={`/plannen/${plan.code}`}>{plan.title}</TextLink>,
    kind,
    lead ? <PartyLink party={lead} /> : 'Trekker onbekend',
    ...(priority
      ? [<TextLink href={`/prioriteiten/${priority.code}`}>Prioriteit: {priority.title}</TextLink>]
      : ['Hoort bij geen prioriteit']),
    recordsAndPromises(programme),
    <Code>{programme.code}</Code>,
    ...(plan.isConcept ? [<ConceptTag isConcept />] : []),
  ]
}

/** The figures of this programme itself; those of its priority have their place there. */
const figuresOf = (steps: readonly ChainStep[]) =>
  steps.filter(({ node, via }) => node.kind === 'indicator' && via?.kind !== 'prioriteit')

function figureNote(figures: readonly ChainStep[], indicator: string): string | null {
  const step = figures.find(({ node }) => node.code === indicator)
  if (!step) return null
  const by = step.via ? `genoemd bij ${step.via.kind} ${step.via.code}` : null
  return step.ground === 'afgeleid' ? groundWords.afgeleid : by
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
