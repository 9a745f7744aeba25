import {
  ColumnList,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  KeyFigures,
  List,
  ListLink,
  Opening,
  Paragraph,
  Section,
  TargetTable,
  TextLink,
} from '../../platform/ui'
import { count, number, period as periodInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { levelsOf } from './change'
import { listContradictions, listUnresolvedValues } from './contradiction.store'
import { listDocuments } from './document.store'
import { FigureText, figureWords, numberWords, VerdictText } from './figure.parts'
import type { Indicator, Theme } from './indicator'
import { listIndicators, listThemes, themeExists } from './indicator.store'
import { type JudgedTarget, judgedTargets } from './judging'
import type { Measurement } from './measurement'
import { measurementsOf } from './measurement.store'
import { dayMistake, KnownOnForm } from './mention.parts'
import { mainAreaOf, type Standing, standingOf, tally } from './standing'

/** The way in to all figures: what we know, what was met, what we do not know. */
export async function figuresPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const found = await ask.read(async (tx) => ({
    themes: await listThemes(tx),
    indicators: (await listIndicators(tx)).items,
    now: await measurementsOf(tx, { knownOn: ask.today }),
    known: ask.query.has('bekendOp') ? await measurementsOf(tx, { knownOn }) : null,
    contradictions: (await listContradictions(tx, { knownOn }, { limit: 1, offset: 0 })).total,
    unresolved: (await listUnresolvedValues(tx, { knownOn }, { limit: 1, offset: 0 })).total,
    documents: (await listDocuments(tx, { knownOn })).total,
  }))
  const { themes, indicators, now } = found
  const measurements = found.known ?? now
  const leading = measurements.filter(({ leads }) => leads)
  const judged = judgedTargets(measurements)
  const counts = tally(judged)
  const standings = standingsOf(indicators, measurements, ask.region.code)
  const withOutcome = indicators.filter(({ code }) => standings.get(code)?.outcome)
  const withoutTarget = withOutcome.filter(({ code }) => standings.get(code)?.targets.length === 0)
  return ask.page(
    {
      title: 'Cijfers',
      description: 'Wat onze bronnen zeggen over veiligheid in de regio, en wat zij niet zeggen.',
      breadcrumbs: [{ label: 'Cijfers', href: '/cijfers' }],
    },
    <>
      <Opening
        title="Wat de cijfers zeggen"
        lead={`Van ${count(counts.met + counts.notMet, 'doel', 'doelen')} weten wij of het is gehaald: ${counts.met} wel, ${counts.notMet} niet. Van ${count(counts.unjudged, 'doel', 'doelen')} weten wij het niet.`}
        meta={[
          <TextLink href="/documenten">{count(found.documents, 'brondocument', 'brondocumenten')}</TextLink>,
          'Elk getal leidt naar de regel waar het staat',
        ]}
      >
        <KnownOnForm ask={ask} action="/cijfers" hiddenCount={now.length - measurements.length} />
      </Opening>
      <Section id="samen" title="Wat er is">
        <KeyFigures
          items={[
            {
              label: 'cijfers',
              value: number(indicators.length),
              note: 'dingen die gemeten worden',
              href: '/indicatoren',
            },
            {
              label: 'vermeldingen',
              value: number(measurements.length),
              note: 'keer dat een getal in een bron staat',
              href: '/open-gegevens',
            },
            {
              label: 'getallen tellen mee',
              value: number(leading.length),
              note: 'de rest is een herhaling of een ander getal over hetzelfde',
            },
          ]}
        />
      </Section>
      {targetYears(judged).map(([period, rows]) => (
        <Section
          id={`doelen-${period}`}
          title={`Doelen van ${periodInWords(period)}`}
          intro={`${tally(rows).met} gehaald, ${tally(rows).notMet} niet.`}
        >
          <TargetTable
            caption={`Doelen en uitkomsten van ${periodInWords(period)}`}
            hiddenCaption
            period={periodInWords(period)}
            rows={rows.map((row) => targetRow(row, measurements))}
          />
          <Paragraph small quiet>
            De streep is het doel, de dikke lijn de goede kant, de punt de uitkomst. De bron staat bij elk cijfer.
          </Paragraph>
        </Section>
      ))}
      <Section
        id="onderwerpen"
        title="Per onderwerp"
        intro={
          <>
            Liever een tabel met uitkomsten? Zie <TextLink href="/indicatoren">alle cijfers</TextLink>.
          </>
        }
      >
        <ColumnList
          groups={themes
            .filter(({ indicatorCount }) => indicatorCount > 0)
            .map((theme) => ({
              title: <TextLink href={`/indicatoren?thema=${encodeURIComponent(theme.code)}`}>{theme.name}</TextLink>,
              note: count(theme.indicatorCount, 'cijfer', 'cijfers'),
              items: indicators
                .filter((indicator) => indicator.theme === theme.code)
                .map(({ code, title }) => ({
                  label: title,
                  href: `/indicatoren/${code}`,
                })),
            }))}
        />
      </Section>
      <Section id="niet" title="Wat wij niet weten" intro="Onbekend is nooit nul.">
        <List
          items={[
            <>
              Van {count(indicators.length - withOutcome.length, 'cijfer', 'cijfers')} kennen wij geen uitkomst, alleen
              een doel of een verandering, of helemaal geen getal.
            </>,
            <>
              Bij {count(withoutTarget.length, 'uitkomst', 'uitkomsten')} hoort geen doel voor dezelfde periode. Of het
              genoeg is, kunnen wij niet zeggen.
            </>,
            <>
              Op {count(found.contradictions, 'plek', 'plekken')}{' '}
              <TextLink href="/tegenspraken">spreken bronnen elkaar tegen</TextLink>.
            </>,
            <>
              Van {count(found.unresolved, 'getal of lege plek', 'getallen en lege plekken')}{' '}
              <TextLink href="/onherleidbare-waarden">ging de betekenis verloren</TextLink>.
            </>,
            <>Geregistreerde misdrijven zijn niet alle misdrijven. De politie telt wat is gemeld of ontdekt.</>,
          ]}
        />
      </Section>
      <Section id="meenemen" title="Neem mee">
        <Downloads
          xlsx="/api/v1/metingen.xlsx"
          csv="/api/v1/metingen.csv"
          excelCsv="/api/v1/metingen-excel.csv"
          json="/api/v1/metingen"
        />
      </Section>
    </>,
  )
}

function standingsOf(
  indicators: readonly Indicator[],
  measurements: readonly Measurement[],
  region: string,
): Map<string, Standing> {
  const byIndicator = Map.groupBy(measurements, ({ indicator }) => indicator)
  return new Map(
    indicators.map(({ code }) => {
      const own = byIndicator.get(code) ?? []
      return [code, standingOf(own, mainAreaOf(own, region))]
    }),
  )
}

/** Targets that can be judged, newest period first, what was not met on top. */
function targetYears(judged: readonly JudgedTarget[]): [string, JudgedTarget[]][] {
  const known = judged.filter(({ verdict }) => verdict.is !== 'unjudged')
  const order = { notMet: 0, met: 1, unjudged: 2 }
  return [...Map.groupBy(known, ({ target }) => target.period)]
    .sort(([one], [other]) => other.localeCompare(one))
    .map(([period, rows]) => [period, rows.toSorted((one, other) => order[one.verdict.is] - order[other.verdict.is])])
}

function targetRow({ target, outcome, verdict }: JudgedTarget, measurements: readonly Measurement[]) {
  const levels = levelsOf(
    measurements.filter(
      (one) => one.indicator === target.indicator && one.area === target.area && one.unit === target.unit,
    ),
  )
  const before = levels[levels.findIndex((one) => one.code === outcome?.code) - 1]
  const isUpper =
    target.qualifier === 'max' ||
    target.qualifier === 'less_than' ||
    (target.qualifier === 'exact' && target.favourable === 'lager')
  return {
    name: target.indicatorTitle,
    href: `/indicatoren/${target.indicator}`,
    value: outcome?.value ?? null,
    was: before?.value ?? null,
    unit: target.unit,
    ...(outcome ? { qualifier: outcome.qualifier } : {}),
    ...(isUpper ? { max: target.value } : { min: target.value }),
    status: verdict.is === 'unjudged' ? ('unknown' as const) : verdict.is,
  }
}

/** All indicators, narrowed by theme and words. */
export async function indicatorsPage(ask: Ask): Promise<Response> {
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest(dayMistake)
  const [theme, text] = [ask.query.get('thema') ?? '', (ask.query.get('zoek') ?? '').trim()]
  const found = await ask.read(async (tx) => {
    if (theme !== '' && !(await themeExists(tx, theme))) return null
    const { items } = await listIndicators(tx, {
      ...(theme === '' ? {} : { theme }),
      ...(text === '' ? {} : { text }),
    })
    return {
      themes: await listThemes(tx),
      indicators: items,
      measurements: await measurementsOf(tx, { knownOn, indicators: items.map(({ code }) => code) }),
    }
  })
  if (!found) return ask.badRequest('Dit thema bestaat niet. Kies een thema uit de lijst op de pagina Alle cijfers.')
  const { themes, indicators, measurements } = found
  const standings = standingsOf(indicators, measurements, ask.region.code)
  const query = new URLSearchParams({ ...(theme ? { thema: theme } : {}), ...(text ? { zoek: text } : {}) })
  const suffix = query.size > 0 ? `?${query}` : ''
  return ask.page(
    {
      title: 'Alle cijfers',
      description: 'Alle cijfers, met de laatste uitkomst en of het doel is gehaald.',
      breadcrumbs: [
        { label: 'Cijfers', href: '/cijfers' },
        { label: 'Alle cijfers', href: '/indicatoren' },
      ],
    },
    <>
      <Opening
        title="Alle cijfers"
        lead={`${count(indicators.length, 'cijfer', 'cijfers')}${suffix ? ' onder dit filter' : ''}. Kies er een en zie uitkomst, doel, verloop en bron.`}
      >
        <FilterForm
          action="/indicatoren"
          label="Beperk de lijst"
          fields={[
            {
              kind: 'select',
              name: 'thema',
              label: 'Onderwerp',
              value: theme,
              options: [{ value: '', label: 'alle onderwerpen' }, ...themes.map(themeOption)],
            },
            { kind: 'text', name: 'zoek', label: 'Woorden', value: text },
          ]}
          hidden={ask.query.has('bekendOp') ? [{ name: 'bekendOp', value: knownOn }] : []}
          submit="Toon"
          {...(suffix ? { clear: '/indicatoren' } : {})}
        />
      </Opening>
      <Section id="lijst" title="De cijfers" full>
        {indicators.length === 0 ? (
          <EmptyState
            title="Geen cijfer past bij dit filter"
            action={{ label: 'Toon alle cijfers', href: '/indicatoren' }}
          />
        ) : (
          <DataTable
            caption="Cijfers"
            hiddenCaption
            groups={themesWith(themes, indicators).map(([name, rows]) => ({ title: name, rows }))}
            columns={[
              {
                head: 'Cijfer',
                rowHead: true,
                cell: ({ code, title }: Indicator) => <ListLink href={`/indicatoren/${code}`}>{title}</ListLink>,
              },
              { head: 'Laatste uitkomst', cell: ({ code }) => <LatestCell standing={standings.get(code)} /> },
              { head: 'Doel voor die periode', cell: ({ code }) => <TargetCell standing={standings.get(code)} /> },
              { head: 'Gehaald?', cell: ({ code }) => <VerdictCell standing={standings.get(code)} />, narrow: '' },
            ]}
          />
        )}
        <Downloads
          xlsx={`/api/v1/indicatoren.xlsx${suffix}`}
          csv={`/api/v1/indicatoren.csv${suffix}`}
          excelCsv={`/api/v1/indicatoren-excel.csv${suffix}`}
          json={`/api/v1/indicatoren${suffix}`}
        />
      </Section>
    </>,
  )
}

const themeOption = ({ code, name, indicatorCount }: Theme) => ({ value: code, label: `${name} (${indicatorCount})` })

function themesWith(themes: readonly Theme[], indicators: readonly Indicator[]): [string, Indicator[]][] {
  const named = themes.map(({ code, name }): [string, Indicator[]] => [
    name,
    indicators.filter((indicator) => indicator.theme === code),
  ])
  const rest = indicators.filter(({ theme }) => !themes.some(({ code }) => code === theme))
  return [...named, ['Zonder onderwerp', rest] as [string, Indicator[]]].filter(([, rows]) => rows.length > 0)
}

function LatestCell({ standing }: { standing: Standing | undefined }) {
  if (standing?.outcome) {
    return (
      <>
        <FigureText measurement={standing.outcome} />
        {standing.others.map((one) => (
          <>
            {' '}
            en <FigureText measurement={one} />
          </>
        ))}
      </>
    )
  }
  if (standing?.laterChange) return <FigureText measurement={standing.laterChange} />
  return <>onbekend</>
}

function TargetCell({ standing }: { standing: Standing | undefined }) {
  if (!standing) return null
  if (standing.targets.length > 0) return <>{standing.targets.map(numberWords).join(' en ')}</>
  const later = standing.laterTargets.at(-1)
  return <>{later ? `later: ${figureWords(later)}` : 'geen'}</>
}

function VerdictCell({ standing }: { standing: Standing | undefined }) {
  if (!standing || standing.targets.length === 0) return null
  return <VerdictText verdict={standing.verdict} />
}
