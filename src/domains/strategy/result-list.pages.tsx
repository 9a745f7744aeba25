import { Downloads, EmptyState, FilterForm, Opening, Pagination, Paragraph, Section } from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { indicatorExists } from '../figures'
import { partyExists } from '../identity'
import { areaExists } from '../territory'
import { type Asked, faultIn, queryOf, readAsked } from './list-query.parts'
import { coverageSentences } from './overview.parts'
import { countOverview } from './overview.store'
import { planExists, programmeExists } from './plan.store'
import { priorityExists } from './priority.store'
import { ResultList } from './result.parts'
import { listResults, type ResultFilter, resultFacets } from './result.store'

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
      list: await listResults(tx, filterOf(asked), { limit: perPage, offset: (page - 1) * perPage }, 'newest'),
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
          live
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
