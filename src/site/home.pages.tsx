import {
  conceptSentences,
  countOverview,
  coverageSentences,
  listResults,
  listStrategies,
  type Overview,
  type Priority,
  prioritiesOn,
  type ReportedYear,
  type Result,
  recordsAndPromises,
  reportedYears,
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
import { WhatWaits, whatWaits } from './waits.parts'

/** What one priority came to: how much the plans do about it, and how much was reported. */
type Outcome = { readonly priority: Priority; readonly held: Overview }

/** The region in one screen: what was agreed, and what came of it. */
export async function homePage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const found = await ask.read(async (tx) => {
    const outcomes: Outcome[] = []
    for (const priority of await prioritiesOn(tx, on)) {
      outcomes.push({ priority, held: await countOverview(tx, { priority: priority.code }) })
    }
    const years = await reportedYears(tx)
    const latest = years.find(({ results }) => results > 0) ?? null
    const year = Number(on.slice(0, 4))
    return {
      outcomes,
      years,
      latest,
      latestResults: latest
        ? (await listResults(tx, { year: latest.year, area: ask.region.code, hasNumber: true })).items
        : [],
      strategy: (await listStrategies(tx)).items.find(({ from, to }) => from <= year && year <= to) ?? null,
      overview: await countOverview(tx),
      groups: await municipalitiesOn(tx, ask.region.code, on),
      tiles: await tilesOn(tx, ask.region.code, on),
      waits: ask.person ? await whatWaits(tx, ask.today) : null,
    }
  })
  const { outcomes, years, latest, latestResults, strategy, overview, groups, tiles, waits } = found
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
        <SearchForm action="/zoeken" label="Zoek een gemeente, onderwerp of jaar" example={tiles[0]?.name} />
        {strategy && <StrategyBlock strategy={strategy} outcomes={outcomes} />}
        <LatestAccount latest={latest} results={latestResults} />
      </Front>
      {waits && <WhatWaits waits={waits} on={ask.today} />}
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
            ...conceptSentences(overview),
          ]}
        />
        <Paragraph small>
          <TextLink href="/open-gegevens">Reken het na: alle tabellen zijn open</TextLink>
        </Paragraph>
      </Section>
      <Section id="verantwoording" title="Laatste verantwoording" intro="Wat de coalitie zelf openbaar maakte.">
        <Accounts years={years} />
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

function LatestAccount({ latest, results }: { latest: ReportedYear | null; results: readonly Result[] }) {
  if (!latest) return <EmptyState title="Er is nog geen verantwoording" />
  const { year, reports } = latest
  return (
    <Block title={<ListLink href={`/verantwoording/${year}`}>Laatste verantwoording: over {year}</ListLink>}>
      <Paragraph small quiet>
        {count(latest.results, 'gemeld resultaat', 'gemelde resultaten')}, in{' '}
        {reports.map(({ title }) => title).join(' en ')}.
      </Paragraph>
      <List
        small
        items={results
          .filter(({ indicator }) => indicator !== null)
          .slice(0, 3)
          .map(({ code, title }) => <TextLink href={`/resultaten/${code}`}>{title}</TextLink>)}
      />
    </Block>
  )
}

function OutcomeRow({ outcome: { priority, held } }: { outcome: Outcome }) {
  return (
    <JointRow
      title={<ListLink href={`/prioriteiten/${priority.code}`}>{`${priority.seq}. ${priority.title}`}</ListLink>}
      steps={[
        {
          label: 'Afgesproken',
          state: 'complete',
          children: priority.goal ?? 'Het doel staat niet in onze bronnen.',
        },
        {
          label: 'Wat eraan gedaan wordt',
          state: held.actions > 0 ? 'complete' : 'missing',
          children:
            held.actions > 0 ? (
              <TextLink href={`/acties?prioriteit=${priority.code}`}>{recordsAndPromises(held)}</TextLink>
            ) : (
              'Een uitvoeringsplan ontbreekt in onze bronnen.'
            ),
        },
        {
          label: 'Wat ervan kwam',
          state: held.results > 0 ? 'partial' : 'missing',
          children:
            held.results > 0 ? (
              <TextLink href={`/resultaten?prioriteit=${priority.code}`}>
                {count(held.results, 'gemeld resultaat', 'gemelde resultaten')}
              </TextLink>
            ) : (
              'Nog niets gepubliceerd.'
            ),
        },
      ]}
    />
  )
}

/** Every year the strategies run in: accounted for, or not in our sources. */
function Accounts({ years }: { years: readonly ReportedYear[] }) {
  const missing = years.filter(({ results }) => results === 0).map(({ year }) => year)
  return (
    <>
      <DataTable
        caption="Verantwoording per jaar"
        hiddenCaption
        rows={years.filter(({ results }) => results > 0)}
        columns={[
          {
            head: 'Over het jaar',
            rowHead: true,
            cell: ({ year }) => <ListLink href={`/verantwoording/${year}`}>{String(year)}</ListLink>,
          },
          { head: 'Waar gepubliceerd', cell: ({ reports }) => reports.map(({ title }) => title).join('; ') },
          { head: 'Resultaten', align: 'number', cell: ({ results }) => number(results) },
        ]}
      />
      {missing.length > 0 && (
        <Paragraph small quiet>
          Niet in onze bronnen: {missing.sort((one, other) => one - other).join(', ')}.
        </Paragraph>
      )}
    </>
  )
}
