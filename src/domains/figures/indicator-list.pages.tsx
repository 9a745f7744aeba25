import { DataTable, Downloads, EmptyState, FilterForm, ListLink, Opening, Section } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { FigureText, figureWords, numberWords, VerdictText } from './figure.parts'
import { type Indicator, labelOf, type Theme } from './indicator'
import { listIndicators, listThemes, themeExists } from './indicator.store'
import { listMeasurements, measurementsOf } from './measurement.store'
import { dayMistake, KnownOnNotice, knownOnField } from './mention.parts'
import { type Standing, standingsOf } from './standing'

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
    const codes = items.map(({ code }) => code)
    return {
      themes: await listThemes(tx),
      indicators: items,
      measurements: await measurementsOf(tx, { knownOn, indicators: codes }),
      total: (await listMeasurements(tx, { knownOn: ask.today, indicators: codes }, { limit: 1, offset: 0 })).total,
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
        <KnownOnNotice ask={ask} now={`/indicatoren${suffix}`} hiddenCount={found.total - measurements.length} />
        <FilterForm
          action="/indicatoren"
          label="Beperk de lijst"
          live
          fields={[
            {
              kind: 'select',
              name: 'thema',
              label: 'Onderwerp',
              value: theme,
              options: [{ value: '', label: 'alle onderwerpen' }, ...themes.map(themeOption)],
            },
            { kind: 'text', name: 'zoek', label: 'Woorden', value: text },
            knownOnField(ask),
          ]}
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
                cell: (indicator: Indicator) => (
                  <ListLink href={`/indicatoren/${indicator.code}`}>{labelOf(indicator, indicators)}</ListLink>
                ),
              },
              { head: 'Laatste uitkomst', cell: ({ code }) => <LatestCell standing={standings.get(code)} /> },
              { head: 'Doel', cell: ({ code }) => <TargetCell standing={standings.get(code)} /> },
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
