import type { Day } from '../../kernel/day'
import { addMonths, type Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { regionName } from '../../platform/pack/region.store'
import { allCrimes, releaseKnownOn } from '../crime'
import { isHole, listCalls } from '../datacalls'
import { measurementsOf } from '../figures'

/** A figure that can be named, for who writes. */
export type Choice = {
  readonly reference: string
  readonly title: string
  readonly areaName: string
  readonly period: string
  readonly kind: 'meting' | 'doel' | 'open' | 'uitvraag' | 'misdrijf'
}

/** The figures about a year: targets and outcomes that lead, lines of the data calls of that year, and registered crime of the region. */
export async function choicesFor(tx: Reader, year: number, today: Day): Promise<Choice[]> {
  const about = (await measurementsOf(tx, { knownOn: today, leads: true })).filter(({ period }) =>
    period.includes(String(year)),
  )
  const calls = (await listCalls(tx)).filter((call) => call.year === year)
  const release = await releaseKnownOn(tx, today)
  const region = await regionName(tx)
  const [from, until] = [`${year}-01` as Month, addMonths(`${year}-01` as Month, 11)]
  return [
    ...about.map(({ code, kind, indicatorTitle, areaName, period }) => ({
      reference: `${kind === 'doel' ? 'doel' : 'meting'}:${code}`,
      title: indicatorTitle,
      areaName,
      period,
      kind: kind === 'doel' ? ('doel' as const) : ('meting' as const),
    })),
    ...calls.flatMap(({ lines, area }) =>
      lines.map((line) => ({
        reference: `uitvraag:${line.code}`,
        title: line.title,
        areaName: area.name,
        period: String(year),
        kind: isHole(line) ? ('open' as const) : ('uitvraag' as const),
      })),
    ),
    ...(release && release.firstMonth <= from && until <= release.lastMonth
      ? [
          {
            reference: `misdrijf:${region.code}/${allCrimes}/${from}..${until}`,
            title: 'Geregistreerde misdrijven',
            areaName: region.name,
            period: String(year),
            kind: 'misdrijf' as const,
          },
        ]
      : []),
  ]
}
