import {
  Code,
  DataList,
  Downloads,
  EmptyState,
  FilterForm,
  Opening,
  Pagination,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type DocumentTitles, documentTitles, indicatorExists, judgeAll, measurementsOf, Sources } from '../figures'
import { partyExists } from '../identity'
import { areaExists } from '../territory'
import type { ChainStep } from './chain'
import { ChainPlace, StepList } from './chain.parts'
import { chainOf } from './chain.store'
import { type Goal, goalsAmong, yearOf } from './goal'
import { GoalTable } from './goal.parts'
import { type Asked, faultIn, queryOf, readAsked } from './list-query.parts'
import { coverageSentences } from './overview.parts'
import { countOverview } from './overview.store'
import { PartyLink, PlaceLinks, WithdrawnNotice } from './page.parts'
import { planExists, programmeExists } from './plan.store'
import { priorityExists } from './priority.store'
import type { Result } from './result'
import { ResultList, resultNumber } from './result.parts'
import { findResult, listResults, type ResultFilter, resultFacets } from './result.store'

const perPage = 50

const names = [
  'plan',
  'programma',
  'prioriteit',
  'jaar',
  'trekker',
  'gebied',
  'indicator',
  'metGetal',
  'tekst',
] as const
type Name = (typeof names)[number]

const inForm: readonly Name[] = ['plan', 'jaar', 'trekker', 'gebied', 'tekst']

const exists = {
  plan: planExists,
  programma: programmeExists,
  prioriteit: priorityExists,
  trekker: partyExists,
  gebied: areaExists,
  indicator: indicatorExists,
}

const filterOf = (asked: Asked<Name>): ResultFilter => ({
  plan: asked.plan,
  programme: asked.programma,
  priority: asked.prioriteit,
  year: asked.jaar === undefined ? undefined : Number(asked.jaar),
  lead: asked.trekker,
  area: asked.gebied,
  indicator: asked.indicator,
  hasNumber: asked.metGetal === undefined ? undefined : asked.metGetal === 'ja',
  text: asked.tekst,
})

/** Every result that was reported, narrowed by plan, year, lead, area and words; fifty on a page. */
export async function resultsPage(ask: Ask): Promise<Response> {
  const read = readAsked(ask.query, names)
  if ('refused' in read) return ask.badRequest(read.refused)
  const { asked, page } = read
  if (asked.jaar !== undefined && !/^\d{4}$/.test(asked.jaar))
    return ask.badRequest('Een jaar heeft vier cijfers, bijvoorbeeld 2021.')
  if (asked.metGetal !== undefined && asked.metGetal !== 'ja' && asked.metGetal !== 'nee')
    return ask.badRequest('Bij metGetal kan alleen ja of nee.')
  const found = await ask.read(async (tx) => {
    const fault = await faultIn(tx, asked, exists)
    if (fault !== null) return fault
    return {
      list: await listResults(tx, filterOf(asked), { limit: perPage, offset: (page - 1) * perPage }),
      facets: await resultFacets(tx),
      overview: await countOverview(tx),
    }
  })
  if (typeof found === 'string') return ask.badRequest(found)
  const { list, facets, overview } = found
  const pages = Math.max(1, Math.ceil(list.total / perPage))
  if (page > pages) return ask.badRequest(`Er zijn ${number(pages)} bladzijden. Kies een lager nummer.`)
  const hidden = names.flatMap((name) => {
    const value = asked[name]
    return inForm.includes(name) || value === undefined ? [] : [{ name, value }]
  })
  const query = queryOf(asked)
  const select = (name: Name, label: string, all: string, options: readonly { value: string; label: string }[]) => ({
    kind: 'select' as const,
    name,
    label,
    value: asked[name],
    options: [{ value: '', label: all }, ...options],
  })
  return ask.page(
    {
      title: 'Resultaten',
      description: 'Alles wat de plannen terugkijkend melden.',
      breadcrumbs: [
        { label: 'Verantwoording', href: '/verantwoording' },
        { label: 'Resultaten', href: '/resultaten' },
      ],
    },
    <>
      <Opening
        title="Resultaten"
        lead="Wat de plannen terugkijkend melden: wat is gedaan, wat is gehaald en wat niet."
        meta={[
          count(overview.results, 'resultaat', 'resultaten'),
          coverageSentences.resultsWithNumber(overview),
          coverageSentences.resultsWithIndicator(overview),
        ]}
      >
        <FilterForm
          action="/resultaten"
          label="Zoek in de resultaten"
          hidden={hidden}
          clear={query === '' ? undefined : '/resultaten'}
          fields={[
            { kind: 'text', name: 'tekst', label: 'Woorden', value: asked.tekst },
            select('jaar', 'Over het jaar', 'Alle jaren', facets.years),
            select('plan', 'Gemeld in', 'Alle plannen', facets.plans),
            select('trekker', 'Trekker', 'Alle trekkers', facets.leads),
            select('gebied', 'Gebied', 'Alle gebieden', facets.areas),
          ]}
          submit="Toon"
        />
      </Opening>
      <Section
        id="lijst"
        title={query === '' ? 'Alle resultaten' : 'Gevonden'}
        intro={list.total > 0 ? `${count(list.total, 'resultaat', 'resultaten')}.` : undefined}
      >
        {list.total === 0 ? (
          <EmptyState title="Geen resultaten gevonden" action={{ label: 'Toon alle resultaten', href: '/resultaten' }}>
            Geen resultaat voldoet aan alles wat u koos. Laat een keuze weg of gebruik minder woorden.
          </EmptyState>
        ) : (
          <>
            <Paragraph small>
              Bladzijde {number(page)} van {number(pages)}: {count(list.items.length, 'resultaat', 'resultaten')}.
            </Paragraph>
            <ResultList
              results={list.items}
              groupBy={({ plan, programme }) => `${plan.title}: ${programme.title}`}
              countGroups={false}
            />
            <Pagination
              page={page}
              pages={pages}
              label="Bladzijden met resultaten"
              href={(at) => `/resultaten?${queryOf(asked, at)}`}
            />
          </>
        )}
        <Downloads
          xlsx={`/api/v1/resultaten.xlsx?${query}`}
          csv={`/api/v1/resultaten.csv?${query}`}
          excelCsv={`/api/v1/resultaten-excel.csv?${query}`}
          json={`/api/v1/resultaten?${query}`}
        />
      </Section>
    </>,
  )
}

/** One result: what was reported, the goal it can be held against, and the action it belongs to when a source says so. */
export async function resultPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const result = await findResult(tx, code)
    if (!result) return null
    const { indicator, year } = result
    const measurements = indicator ? await measurementsOf(tx, { knownOn, indicator: indicator.code, leads: true }) : []
    const goals = goalsAmong(measurements, judgeAll).filter(({ period }) => yearOf(period) === year)
    return {
      result,
      goals: goals.filter(
        ({ area }) => result.areas.length === 0 || result.areas.some((place) => place.code === area.area),
      ),
      overview: await countOverview(tx),
      chain: await chainOf(tx, 'resultaat', code),
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { result, goals, overview, chain, documents } = found
  const { plan, programme, year } = result
  const direct = chain?.steps.filter(({ via, ground }) => via === null && ground !== 'kolom') ?? []
  return ask.page(
    {
      title: result.title,
      description: `Resultaat over ${year}, gemeld in ${plan.title}.`,
      breadcrumbs: [
        { label: 'Verantwoording', href: '/verantwoording' },
        { label: String(year), href: `/verantwoording/${year}` },
        { label: result.code, href: `/resultaten/${code}` },
      ],
    },
    <>
      <Opening
        title={result.title}
        meta={[
          `Over ${year}`,
          <>
            Gemeld in <TextLink href={`/plannen/${plan.code}`}>{plan.title}</TextLink>
          </>,
          <TextLink href={`/programmas/${programme.code}`}>{programme.title}</TextLink>,
          <Code>{result.code}</Code>,
        ]}
      >
        <WithdrawnNotice on={result.withdrawnOn} />
      </Opening>
      <Section id="resultaat" title="Het resultaat">
        <ReportedFacts result={result} />
        <Sources of={result.sources} documents={documents} />
      </Section>
      <Section id="doel" title="Tegen het doel" intro={coverageSentences.resultsWithIndicator(overview)}>
        <AgainstGoal result={result} goals={goals} />
      </Section>
      <Section id="actie" title="Waar het van kwam" intro={coverageSentences.actionsWithResult(overview)}>
        <Origin steps={direct} documents={documents} />
      </Section>
      {chain ? (
        <Section id="keten" title="In de keten" intro="Van cijfer naar resultaat.">
          <ChainPlace view={chain} />
        </Section>
      ) : null}
    </>,
  )
}

function ReportedFacts({ result }: { result: Result }) {
  const { lead, areas, project, indicator } = result
  return (
    <DataList
      items={[
        { term: 'Getal', value: resultNumber(result) ?? 'geen getal gemeld' },
        {
          term: 'Cijfer',
          value: indicator ? (
            <TextLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</TextLink>
          ) : (
            'noemt geen indicator'
          ),
        },
        { term: 'Trekker', value: <PartyLink party={lead} /> },
        { term: 'Gaat over', value: areas.length > 0 ? <PlaceLinks places={areas} /> : 'geen gebied genoemd' },
        ...(project ? [{ term: 'Onderdeel', value: project }] : []),
      ]}
    />
  )
}

function AgainstGoal({ result, goals }: { result: Result; goals: readonly Goal[] }) {
  if (goals.length > 0) return <GoalTable goals={goals} caption={`Doelen over ${result.year}`} showArea showPeriod />
  return (
    <EmptyState title="Er is geen doel om dit tegen te houden">
      {result.indicator
        ? `Voor ${result.year} vonden wij geen doel bij dit cijfer.`
        : 'Dit resultaat noemt geen cijfer. Of het genoeg was, is dus niet uit te rekenen.'}
    </EmptyState>
  )
}

function Origin({ steps, documents }: { steps: readonly ChainStep[]; documents: DocumentTitles }) {
  const actions = steps.filter(({ node }) => node.kind === 'actie')
  const bySource = actions.filter(({ relation, ground }) => relation === 'kwam-ervan' && ground === 'bron')
  const related = actions.filter(({ relation, ground }) => relation === 'kwam-ervan' && ground === 'afgeleid')
  const onward = actions.filter(({ relation }) => relation === 'bouwt-voort')
  return (
    <>
      {bySource.length > 0 ? (
        <StepList steps={bySource} documents={documents} />
      ) : (
        <EmptyState title="De bron noemt geen actie">Uit welke afspraak dit kwam, staat er niet bij.</EmptyState>
      )}
      {related.length > 0 ? (
        <>
          <Paragraph>Deze acties gaan over hetzelfde onderwerp. Of dit resultaat eruit kwam, weten wij niet.</Paragraph>
          <StepList steps={related} documents={documents} />
        </>
      ) : null}
      {onward.length > 0 ? (
        <>
          <Paragraph>Deze latere acties bouwen erop voort.</Paragraph>
          <StepList steps={onward} documents={documents} />
        </>
      ) : null}
    </>
  )
}
