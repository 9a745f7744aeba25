import { DataTable, Quantity } from '../../platform/ui'
import { period } from '../../platform/ui/wording'
import { type CountedArea, isProvisional } from '../crime'
import type { LongerSums, RegionComparison } from './comparison.verbs'

const yearsInWords: Readonly<Record<number, string>> = { 1: '12 maanden', 3: '3 jaar', 5: '5 jaar' }

/** One, three and five years of a municipality, with its district beside it. */
export function LongerTable(props: { area: CountedArea; longer: LongerSums; comparison: RegionComparison }) {
  const { area, longer, comparison } = props
  const { district, rows } = longer
  const { release, last, type } = comparison
  const sum = (value: number | null) => <Quantity value={value} provisional={isProvisional(last, release)} />
  return (
    <DataTable
      caption={`${type.name} tot en met ${period(last)}`}
      fit
      rows={rows}
      columns={[
        { head: 'Laatste', rowHead: true, cell: ({ years }) => yearsInWords[years] ?? `${years} jaar` },
        { head: area.name, align: 'number', cell: ({ own }) => sum(own) },
        ...(district
          ? [
              {
                head: `Heel ${district.name}`,
                align: 'number' as const,
                cell: (row: LongerSums['rows'][number]) => sum(row.district),
              },
            ]
          : []),
      ]}
    />
  )
}
