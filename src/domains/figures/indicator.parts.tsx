import { Downloads, LineChart, Paragraph, Section } from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import { levelsOf } from './change'
import { isCountedOtherwise } from './derivation'
import type { DocumentTitles } from './document'
import { numberWords, periodPhrase, Sources, sentence } from './figure.parts'
import type { Indicator } from './indicator'
import { isBefore, type Measurement } from './measurement'

/** Whether there is anything to draw: two numbers of which one comes before the other. */
export function hasYears(here: readonly Measurement[]): boolean {
  const levels = levelsOf(here)
  return levels.some((one) => levels.some((other) => isBefore(one, other)))
}

/** The same rows to take along, for one filter of the API, and the drawing of them where there is one. */
export function MeasurementDownloads(props: { query: string; drawing?: (kind: 'svg' | 'png') => string }) {
  const { query, drawing } = props
  return (
    <Downloads
      xlsx={`/api/v1/metingen.xlsx?${query}`}
      csv={`/api/v1/metingen.csv?${query}`}
      excelCsv={`/api/v1/metingen-excel.csv?${query}`}
      json={`/api/v1/metingen?${query}`}
      {...(drawing ? { svg: drawing('svg'), png: drawing('png') } : {})}
    />
  )
}

/** What is drawn of one indicator in one area: its numbers over the years, with the targets, and what they stand on. */
export function yearsChart(here: readonly Measurement[], indicator: Indicator) {
  const levels = levelsOf(here)
  const last = levels.at(-1)
  const before = last && levels.findLast((one) => isBefore(one, last))
  const unit = last?.unit ?? indicator.unit
  const targets = here.filter((one) => one.leads && one.kind === 'doel' && one.basePeriod === null && one.unit === unit)
  const periods = [...levels, ...targets].map(({ period }) => period)
  const [first = '', end = ''] = [periods.toSorted()[0], periods.toSorted().at(-1)]
  return {
    title: last ? finding(last, before, indicator) : indicator.title,
    measure: `${indicator.title}, ${unit}`,
    unit,
    points: levels.map(({ period, value, qualifier, kind, margin }) => ({
      period,
      value,
      qualifier,
      ...(margin ? { margin } : {}),
      ...(kind === 'nulmeting' ? { note: 'beginstand' } : {}),
    })),
    targets: mergedTargets(targets, indicator),
    breaks: indicator.breaks
      .filter((at) => first < at && at <= end)
      .map((before) => ({ before, label: 'anders geteld' })),
    areaName: levels[0]?.areaName ?? '',
    sources: [...new Set([...levels, ...targets].flatMap(({ sources }) => sources))],
  }
}

type YearsProps = {
  here: readonly Measurement[]
  indicator: Indicator
  documents: DocumentTitles
  query: string
  /** The drawing as a file. */
  drawing: (kind: 'svg' | 'png') => string
}

/** The numbers of one indicator in one area over the years, with the targets, as drawing and table. */
export function YearsSection({ here, indicator, documents, query, drawing }: YearsProps) {
  const { sources, areaName, ...chart } = yearsChart(here, indicator)
  return (
    <Section id="jaren" title="Door de jaren" intro={`${areaName}. Een gat is een jaar zonder getal.`}>
      <LineChart
        id="verloop"
        {...chart}
        source={
          <Sources
            of={sources}
            documents={documents}
            note={indicator.caveats ? `Let op: ${sentence(indicator.caveats)}` : ''}
          />
        }
        downloads={
          <MeasurementDownloads
            query={`${query}&gebied=${encodeURIComponent(here[0]?.area ?? '')}&leidend=true`}
            drawing={drawing}
          />
        }
      />
      {chart.points.some(({ note }) => note) && (
        <Paragraph small quiet>
          De beginstand is het getal waar een doel vanaf rekent.
        </Paragraph>
      )}
    </Section>
  )
}

function finding(last: Measurement, before: Measurement | undefined, { breaks }: Indicator): string {
  const now = `${capital(numberWords(last))} ${periodPhrase(last.period)}`
  if (!before || isCountedOtherwise(before.period, last.period, breaks)) return now
  return `${now}, was ${numberWords(before)} ${periodPhrase(before.period)}`
}

/** Targets as limits for the chart: a target without a side takes that of its indicator; two sides of a range are one. */
function mergedTargets(targets: readonly Measurement[], { favourable }: Indicator) {
  const limits = new Map<string, { period: string; min?: number | null; max?: number | null; words: string }>()
  for (const target of targets) {
    const { period, value, qualifier } = target
    const isUpper =
      qualifier === 'max' || qualifier === 'less_than' || (qualifier === 'exact' && favourable === 'lager')
    const known = limits.get(period)
    const words = [known?.words, numberWords(target)].filter(Boolean).join(' en ')
    limits.set(period, { ...known, period, words, ...(isUpper ? { max: value } : { min: value }) })
  }
  return [...limits.values()]
}
