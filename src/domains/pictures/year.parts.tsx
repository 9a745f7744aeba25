import { LineChart, List, Paragraph, TextLink } from '../../platform/ui'
import { number, period } from '../../platform/ui/wording'
import { type CountedArea, isProvisional, type KnownRelease, perYear, type Series } from '../crime'
import { numberWords } from '../figures'
import { methodAddress } from './change.parts'
import { breaksOf } from './counting-break'
import { CountDownloads, yearChartAddress } from './downloads.parts'
import { type PictureQuery, ReleaseLine } from './picture.parts'
import { chanceInWords, roundedChance, type YearTarget } from './year-target'

/** The years of a series as a drawing takes them: a year that is not whole stands in the table and has no dot. */
export function yearPoints(series: Series, release: KnownRelease) {
  return perYear(series).map(({ year, count: value, months }) => ({
    period: year,
    value,
    provisional: series.some(({ month }) => month.startsWith(year) && isProvisional(month, release)),
    ...(months === 12 ? {} : { drawn: false as const, note: `${months} van 12 maanden` }),
  }))
}

/** What the whole years say, in a sentence. */
export function yearsFinding(points: readonly { period: string; value: number | null; drawn?: false }[]): string {
  const [before, last] = points.filter(({ drawn, value }) => drawn !== false && value !== null).slice(-2)
  const only = last ?? before
  if (!only) return 'Van geen enkel heel jaar kennen we het aantal.'
  const now = `In ${only.period} waren het er ${number(only.value ?? 0)}`
  return last && before ? `${now}, in ${before.period} ${number(before.value ?? 0)}.` : `${now}.`
}

/** Limits as a drawing takes them. Of two about one year the lowest is drawn; both stand in words. */
export function targetMarks(targets: readonly YearTarget[], { from, to }: { from: string; to: string }) {
  const byYear = Map.groupBy(
    targets.filter(({ year }) => year >= from && year <= to),
    ({ year }) => year,
  )
  return [...byYear].map(([year, of]) => ({
    period: year,
    max: Math.min(...of.map(({ most }) => most)),
    words: of.map(({ measurement }) => numberWords(measurement)).join(' en '),
  }))
}

/** Whole years as drawing and table, with what was agreed for them. */
export function YearsChart(props: {
  area: CountedArea
  type: string
  series: Series
  release: KnownRelease
  targets: readonly YearTarget[]
  asked: PictureQuery
}) {
  const { area, type, series, release, targets, asked } = props
  const points = yearPoints(series, release)
  const [from, to] = yearsShown(points, targets)
  const last = series.at(-1)?.month ?? release.lastMonth
  return (
    <LineChart
      id="jaargrafiek"
      title={yearsFinding(points)}
      measure="Geregistreerde misdrijven per jaar"
      unit="aantal"
      points={points}
      targets={targetMarks(targets, { from, to })}
      breaks={release.isExample ? [] : breaksOf(type, release.firstMonth, last)}
      from={Number(from)}
      to={Number(to) + 1}
      tableOpen
      source={<ReleaseLine release={release} last={last} />}
      downloads={
        <CountDownloads
          area={area.code}
          type={type}
          asked={asked}
          drawing={(kind) => yearChartAddress(area.code, kind, asked)}
        />
      }
    />
  )
}

/** From the first year that is known to the last, or to the last that something was agreed for. */
export function yearsShown(
  points: readonly { readonly period: string }[],
  targets: readonly YearTarget[],
): readonly [string, string] {
  const [first, last] = [points[0]?.period ?? '', points.at(-1)?.period ?? '']
  const within = targets.map(({ year }) => year).filter((year) => year >= first && Number(year) <= Number(last) + 2)
  return [first, [last, ...within].sort().at(-1) ?? last]
}

/** What was agreed for years, and whether it will come: in words, with how sure that is. */
export function TargetOutlook({ targets }: { targets: readonly YearTarget[] }) {
  if (targets.length === 0) return null
  return (
    <>
      <List
        items={targets.map((target) => (
          <>
            <TextLink href={`/metingen/${target.measurement.code}`}>
              Doel voor {target.year}: {numberWords(target.measurement)}
            </TextLink>
            . {outlookWords(target)}
          </>
        ))}
      />
      <Paragraph small>
        De coalitie telt soms anders dan de open cijfers: <TextLink href="#coalitie">het verschil</TextLink>.{' '}
        <TextLink href={`${methodAddress}#doel`}>Hoe wij de kans schatten</TextLink>.
      </Paragraph>
    </>
  )
}

function outlookWords({ outlook, most, year }: YearTarget): string {
  switch (outlook.is) {
    case 'over':
      return `De politie registreerde er ${number(outlook.count)}: ${outlook.count > most ? 'meer dan het doel' : 'niet meer dan het doel'}.`
    case 'expected':
      return `Als het gaat zoals de laatste 12 maanden, worden het er ongeveer ${number(outlook.count)}, waarschijnlijk tussen ${number(outlook.low)} en ${number(outlook.high)}. De kans dat het doel gehaald wordt, is ${chanceInWords(outlook.chance)} (${roundedChance(outlook.chance)}).`
    case 'few':
      return 'Het zijn er te weinig om een kans te noemen.'
    case 'short':
      return 'Er zijn nog te weinig jaren om een kans te noemen: vijf hele jaren zijn nodig.'
    case 'far':
      return `${period(year)} is nog te ver weg om een kans te noemen.`
    case 'unknown':
      return 'Er ontbreken maanden, dus een kans noemen we niet.'
  }
}
