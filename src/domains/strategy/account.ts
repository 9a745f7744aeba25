import type { Measurement } from '../figures'

/** What was reported about one year, and what was planned for it. */
export type ReportedYear = {
  readonly year: number
  /** The plans that look back on it, with how much they report. */
  readonly reports: readonly { readonly code: string; readonly title: string; readonly results: number }[]
  readonly results: number
  /** Actions in plans that ran in it. */
  readonly actions: number
}

/** One indicator over the districts in a year, with the year before. */
export type DistrictRow = {
  readonly indicator: { readonly code: string; readonly title: string }
  readonly cells: ReadonlyMap<string, { readonly now: Measurement; readonly before: Measurement | null }>
}

/** A place that has a column in the table of districts; the region stands last. */
export type DistrictColumn = { readonly code: string; readonly name: string }

/**
 * Outcomes per district: one row per indicator of which at least two districts have an outcome over the year, with the
 * region beside them. Changes and percentages stand as they are: nothing is summed here.
 */
export function districtTable(
  measurements: readonly Measurement[],
  year: number,
): { columns: DistrictColumn[]; rows: DistrictRow[] } {
  const outcomes = measurements.filter(
    ({ leads, kind, basePeriod, areaKind }) =>
      leads && kind === 'realisatie' && basePeriod === null && (areaKind === 'district' || areaKind === 'regio'),
  )
  const over = (period: number) => outcomes.filter((one) => one.period === String(period))
  const before = new Map(over(year - 1).map((one) => [`${one.indicator} ${one.area}`, one]))
  const rows = [...Map.groupBy(over(year), ({ indicator }) => indicator).values()].flatMap((of) => {
    const [first] = of
    if (!first || of.filter(({ areaKind }) => areaKind === 'district').length < 2) return []
    return [
      {
        indicator: { code: first.indicator, title: first.indicatorTitle },
        cells: new Map(
          of.map((now) => [now.area, { now, before: before.get(`${now.indicator} ${now.area}`) ?? null }]),
        ),
      },
    ]
  })
  const shown = rows.flatMap(({ cells }) => [...cells.values()].map(({ now }) => now))
  const columns = new Map(
    shown
      .sort((one, other) => rank(one) - rank(other) || one.areaName.localeCompare(other.areaName, 'nl'))
      .map(({ area, areaName }) => [area, { code: area, name: areaName }]),
  )
  return { columns: [...columns.values()], rows }
}

const rank = ({ areaKind }: Measurement) => (areaKind === 'district' ? 0 : 1)
