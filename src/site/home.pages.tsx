import {
  countOverview,
  coverageSentences,
  listActions,
  listProgrammes,
  listResults,
  listStrategies,
  type Priority,
  prioritiesOn,
  promiseWords,
  type Result,
  type Strategy,
} from '../domains/strategy'
import { municipalitiesOn, tilesOn } from '../domains/territory'
import {
  Block,
  ColumnList,
  DataTable,
  EmptyState,
  Figure,
  Front,
  JointRow,
  List,
  ListLink,
  Paragraph,
  SearchForm,
  Section,
  TextLink,
  TileMap,
} from '../platform/ui'
import { count, day as dayInWords, number } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { asColumns, asTiles } from './region-map'

/** What one priority came to: what was agreed, what the plans do about it, and what was reported. */
type Outcome = {
  readonly priority: Priority
  readonly actions: string
  readonly actionCount: number
  readonly results: readonly Result[]
}

/** The region in one screen: what was agreed, and what came of it. */
export async function homePage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const found = await ask.read(async (tx) => {
    const outcomes: Outcome[] = []
    for (const priority of await prioritiesOn(tx, on)) {
      const actions = (await listActions(tx, { priority: priority.code })).items
      outcomes.push({
        priority,
        actions: promiseWords(actions),
        actionCount: actions.length,
        results: (await listResults(tx, { priority: priority.code })).items,
      })
    }
    const strategies = (await listStrategies(tx)).items
    return {
      outcomes,
      strategy:
        strategies.find(({ from, to }) => from <= Number(on.slice(0, 4)) && Number(on.slice(0, 4)) <= to) ?? null,
      strategies,
      overview: await countOverview(tx),
      groups: await municipalitiesOn(tx, ask.region.code, on),
      tiles: await tilesOn(tx, ask.region.code, on),
      reported: (await listResults(tx)).items,
      programmes: (await listProgrammes(tx)).total,
    }
  })
  const { outcomes, strategy, overview, groups, tiles, reported } = found
  const municipalities = groups.reduce((sum, group) => sum + group.municipalities.length, 0)
  return ask.page(
    {
      title: 'Overzicht',
      description: `Wat de regio ${ask.region.name} afsprak over veiligheid, en wat ervan kwam.`,
    },
    <>
      <Front
        title="Wat de regio afsprak over veiligheid, en wat ervan kwam"
        lead={`In ${ask.region.name} werken ${count(municipalities, 'gemeente', 'gemeenten')}, het Openbaar Ministerie en de politie samen. U leest hier wat zij beloofden, wat zij deden en wat de cijfers wel en niet zeggen.`}
        figure={
          <Figure
            id="kaart"
            title="Kies uw gemeente"
            measure="Buren staan naast elkaar; een lijn sluit een district in"
          >
            <TileMap
              label={`Tegelkaart van de ${count(municipalities, 'gemeente', 'gemeenten')}`}
              tiles={asTiles(tiles)}
            />
          </Figure>
        }
      >
        <SearchForm action="/zoeken" label="Zoek een gemeente, onderwerp of jaar" example="Leusden" />
        {strategy && <StrategyBlock strategy={strategy} outcomes={outcomes} />}
        <LatestAccount reported={reported} region={ask.region.code} />
      </Front>
      <Section
        id="keten"
        title="Van afspraak naar uitkomst"
        intro="Per prioriteit. Een onderbroken schakel betekent: dat stuk ontbreekt."
      >
        {outcomes.map((outcome) => (
          <OutcomeRow outcome={outcome} />
        ))}
        {outcomes.length === 0 && <EmptyState title="Op deze dag liep er geen prioriteit" />}
        <Paragraph small>
          <TextLink href="/keten">Hoe de keten werkt, en waar die breekt</TextLink>
        </Paragraph>
      </Section>
      <Section id="weten" title="Wat wij weten, en wat niet">
        <List
          items={[
            coverageSentences.actionsWithIndicator(overview),
            coverageSentences.actionsWithNumber(overview),
            coverageSentences.actionsWithResult(overview),
            coverageSentences.plansWithActions(overview),
          ]}
        />
      </Section>
      <Section id="verantwoording" title="Laatste verantwoording" intro="Wat de coalitie zelf openbaar maakte.">
        <Accounts reported={reported} strategies={found.strategies} />
      </Section>
      <Section id="gemeenten" title="Alle gemeenten" intro="De kaart als lijst.">
        <ColumnList groups={asColumns(groups)} />
      </Section>
    </>,
  )
}

function StrategyBlock({ strategy, outcomes }: { strategy: Strategy; outcomes: readonly Outcome[] }) {
  const adopted = strategy.adoptedOn
    ? `Vastgesteld op ${dayInWords(strategy.adoptedOn)}${strategy.adoptedBy ? ` door het ${strategy.adoptedBy.name}` : ''}.`
    : 'De dag van vaststelling staat niet in onze bronnen.'
  return (
    <Block title={<ListLink href={`/strategieen/${strategy.code}`}>{strategy.title}</ListLink>}>
      <Paragraph small quiet>
        {adopted} Motto: <em>{strategy.motto ?? 'onbekend'}</em>. Loopt tot en met {strategy.to}.
      </Paragraph>
      <List
        items={outcomes.map(({ priority }) => (
          <ListLink href={`/prioriteiten/${priority.code}`}>{priority.title}</ListLink>
        ))}
      />
    </Block>
  )
}

/** The years somebody accounted for, newest first. */
const yearsOf = (reported: readonly Result[]) =>
  [...new Set(reported.map(({ year }) => year))].sort((one, other) => other - one)

function LatestAccount({ reported, region }: { reported: readonly Result[]; region: string }) {
  const [year] = yearsOf(reported)
  if (year === undefined) return <EmptyState title="Er is nog geen verantwoording" />
  const latest = reported.filter((result) => result.year === year)
  const ofRegion = latest
    .filter(({ indicator, areas }) => indicator !== null && areas.some(({ code }) => code === region))
    .slice(0, 3)
  return (
    <Block title={<ListLink href={`/verantwoording/${year}`}>Laatste verantwoording: over {year}</ListLink>}>
      <Paragraph small quiet>
        {count(latest.length, 'gemeld resultaat', 'gemelde resultaten')}, in{' '}
        {[...new Set(latest.map(({ plan }) => plan.title))].join(' en ')}.
      </Paragraph>
      <List
        small
        items={ofRegion.map(({ code, title }) => <TextLink href={`/resultaten/${code}`}>{title}</TextLink>)}
      />
    </Block>
  )
}

function OutcomeRow({ outcome: { priority, actions, actionCount, results } }: { outcome: Outcome }) {
  const years = yearsOf(results)
  const [latest] = years
  return (
    <JointRow
      title={<ListLink href={`/prioriteiten/${priority.code}`}>{`${priority.seq}. ${priority.title}`}</ListLink>}
      steps={[
        { label: 'Afgesproken', state: 'complete', children: priority.goal ?? 'Het doel staat niet in onze bronnen.' },
        {
          label: 'Wat eraan gedaan wordt',
          state: actionCount > 0 ? 'complete' : 'missing',
          children:
            actionCount > 0 ? (
              <TextLink href={`/acties?prioriteit=${priority.code}`}>{actions}</TextLink>
            ) : (
              'Een uitvoeringsplan ontbreekt in onze bronnen.'
            ),
        },
        {
          label: 'Wat ervan kwam',
          state: results.length > 0 ? 'partial' : 'missing',
          children:
            latest === undefined ? (
              'Nog niets gepubliceerd.'
            ) : (
              <>
                <TextLink href={`/resultaten?prioriteit=${priority.code}`}>
                  {count(results.length, 'gemeld resultaat', 'gemelde resultaten')}
                </TextLink>{' '}
                over {years.map(String).reverse().join(' en ')}. Over later is nog niets gepubliceerd.
              </>
            ),
        },
      ]}
    />
  )
}

/** Every year from the first strategy to the last: accounted for, or not in our sources. */
function Accounts({ reported, strategies }: { reported: readonly Result[]; strategies: readonly Strategy[] }) {
  const known = yearsOf(reported)
  const first = Math.min(...strategies.map(({ from }) => from), ...known)
  const last = Math.max(...known)
  const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter(
    (year) => !known.includes(year),
  )
  return (
    <>
      <DataTable
        caption="Verantwoording per jaar"
        hiddenCaption
        rows={known}
        columns={[
          {
            head: 'Over het jaar',
            rowHead: true,
            cell: (year) => <ListLink href={`/verantwoording/${year}`}>{String(year)}</ListLink>,
          },
          {
            head: 'Waar gepubliceerd',
            cell: (year) =>
              [...new Set(reported.filter((result) => result.year === year).map(({ plan }) => plan.title))].join('; '),
          },
          {
            head: 'Resultaten',
            align: 'number',
            cell: (year) => number(reported.filter((result) => result.year === year).length),
          },
        ]}
      />
      {missing.length > 0 && (
        <Paragraph small quiet>
          Niet in onze bronnen: {missing.join(', ')}, en alles na {last}.
        </Paragraph>
      )}
    </>
  )
}
