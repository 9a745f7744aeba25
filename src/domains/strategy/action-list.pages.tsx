import { Downloads, EmptyState, FilterForm, Opening, Pagination, Paragraph, Section } from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { indicatorExists } from '../figures'
import { partyExists } from '../identity'
import { areaExists } from '../territory'
import { tracks } from './action'
import { ActionList } from './action.parts'
import { type ActionFilter, actionFacets, countPromises, listActions } from './action.store'
import { type Asked, faultIn, queryOf, readAsked } from './list-query.parts'
import { conceptSentences, coverageSentences, recordsAndPromises } from './overview.parts'
import { countOverview } from './overview.store'
import { planExists, programmeExists } from './plan.store'
import { priorityExists } from './priority.store'
import { strategyExists } from './strategy.store'

const perPage = 50

/** The parameters of the list, as the API has them; those without a field in the form still narrow it. */
const names = [
  'plan',
  'programma',
  'prioriteit',
  'strategie',
  'spoor',
  'trekker',
  'deelnemer',
  'gebied',
  'indicator',
  'belofte',
  'jaar',
  'metGetal',
  'tekst',
] as const
type Name = (typeof names)[number]

const inForm: readonly Name[] = ['plan', 'programma', 'trekker', 'gebied', 'spoor', 'tekst']

const exists = {
  plan: planExists,
  programma: programmeExists,
  prioriteit: priorityExists,
  strategie: strategyExists,
  trekker: partyExists,
  deelnemer: partyExists,
  gebied: areaExists,
  indicator: indicatorExists,
}

const filterOf = (asked: Asked<Name>): ActionFilter => ({
  plan: asked.plan,
  programme: asked.programma,
  priority: asked.prioriteit,
  strategy: asked.strategie,
  track: asked.spoor,
  lead: asked.trekker,
  participant: asked.deelnemer,
  area: asked.gebied,
  indicator: asked.indicator,
  promise: asked.belofte,
  year: asked.jaar === undefined ? undefined : Number(asked.jaar),
  hasTarget: asked.metGetal === undefined ? undefined : asked.metGetal === 'ja',
  text: asked.tekst,
})

/** Every action, narrowed by plan, programme, lead, area, track and words; fifty on a page. */
export async function actionsPage(ask: Ask): Promise<Response> {
  const read = readAsked(ask.query, names)
  if ('refused' in read) return ask.badRequest(read.refused)
  const { asked, page } = read
  const wrong = choiceFault(asked)
  if (wrong) return ask.badRequest(wrong)
  const found = await ask.read(async (tx) => {
    const fault = await faultIn(tx, asked, exists)
    if (fault !== null) return fault
    const filter = filterOf(asked)
    return {
      list: await listActions(tx, filter, { limit: perPage, offset: (page - 1) * perPage }, 'newest'),
      promises: await countPromises(tx, filter),
      facets: await actionFacets(tx, asked.plan),
      overview: await countOverview(tx),
    }
  })
  if (typeof found === 'string') return ask.badRequest(found)
  const { list, promises, facets, overview } = found
  const pages = Math.max(1, Math.ceil(list.total / perPage))
  if (page > pages) return ask.badRequest(`Er zijn ${number(pages)} bladzijden. Kies een lager nummer.`)
  const hidden = names.flatMap((name) => {
    const value = asked[name]
    return inForm.includes(name) || value === undefined ? [] : [{ name, value }]
  })
  const query = queryOf(asked)
  const isNarrowed = query !== ''
  return ask.page(
    {
      title: 'Acties',
      description: 'Alle acties en afspraken uit de plannen, te doorzoeken.',
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: 'Acties', href: '/acties' },
      ],
    },
    <>
      <Opening
        title="Acties"
        lead={`${number(overview.actions)} regels uit de plannen, samen ${number(overview.promises)} beloften: sommige staan er twee keer.`}
        meta={[
          coverageSentences.actionsWithNumber(overview),
          coverageSentences.actionsWithIndicator(overview),
          ...conceptSentences(overview),
        ]}
      >
        <FilterForm
          action="/acties"
          label="Zoek in de acties"
          live
          hidden={hidden}
          clear={isNarrowed ? '/acties' : undefined}
          fields={[
            { kind: 'text', name: 'tekst', label: 'Woorden', value: asked.tekst },
            select('plan', 'Plan', 'Alle plannen', asked, facets.plans),
            select('programma', 'Programma', "Alle programma's", asked, facets.programmes),
            select('trekker', 'Trekker', 'Alle trekkers', asked, facets.leads),
            select('gebied', 'Gebied', 'Alle gebieden', asked, facets.areas),
            select(
              'spoor',
              'Spoor',
              'Alle sporen',
              asked,
              tracks.map((track) => ({ value: track, label: track })),
            ),
          ]}
          submit="Toon"
        />
      </Opening>
      <Section
        id="lijst"
        title={isNarrowed ? 'Gevonden' : 'Alle acties'}
        intro={list.total > 0 ? `${recordsAndPromises({ actions: list.total, promises })}.` : undefined}
      >
        {list.total === 0 ? (
          <EmptyState title="Geen acties gevonden" action={{ label: 'Toon alle acties', href: '/acties' }}>
            Geen actie voldoet aan alles wat u koos. Laat een keuze weg of gebruik minder woorden.
          </EmptyState>
        ) : (
          <>
            <Paragraph small>
              Bladzijde {number(page)} van {number(pages)}: {count(list.items.length, 'actie', 'acties')}.
            </Paragraph>
            <ActionList
              actions={list.items}
              groupBy={({ plan, programme }) => `${plan.title}: ${programme.title}`}
              countGroups={false}
            />
            <Pagination
              page={page}
              pages={pages}
              label="Bladzijden met acties"
              href={(at) => `/acties?${queryOf(asked, at)}`}
            />
          </>
        )}
        <Downloads
          xlsx={`/api/v1/acties.xlsx?${query}`}
          csv={`/api/v1/acties.csv?${query}`}
          excelCsv={`/api/v1/acties-excel.csv?${query}`}
          json={`/api/v1/acties?${query}`}
        />
      </Section>
    </>,
  )
}

function choiceFault({ spoor, metGetal, jaar }: Asked<Name>): string | null {
  if (spoor !== undefined && !tracks.some((track) => track === spoor))
    return `Het spoor ${spoor} kennen wij niet. Kies uit: ${tracks.join(', ')}.`
  if (metGetal !== undefined && metGetal !== 'ja' && metGetal !== 'nee') return 'Bij metGetal kan alleen ja of nee.'
  return jaar === undefined || /^\d{4}$/.test(jaar) ? null : 'Een jaar heeft vier cijfers, bijvoorbeeld 2022.'
}

function select<N extends Name>(
  name: N,
  label: string,
  all: string,
  asked: Asked<Name>,
  options: readonly { readonly value: string; readonly label: string }[],
) {
  return { kind: 'select' as const, name, label, value: asked[name], options: [{ value: '', label: all }, ...options] }
}
