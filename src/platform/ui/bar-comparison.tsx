import { scaleLinear } from 'd3-scale'
import type { Child } from 'hono/jsx'
import { DataTable } from './data-table'
import { Quantity } from './quantity'
import { quantity } from './wording'

export type Bar = {
  readonly name: string
  readonly value: number | null
  readonly was?: number | null
  readonly href?: string
  readonly provisional?: boolean
}

/**
 * Areas beside each other, in the order given and never as a ranking. The table is the chart: each row has its numbers
 * and a bar on one scale from zero; the thin stroke is the old value.
 */
export function BarComparison(props: {
  id: string
  /** The finding, in a sentence. */
  title: string
  rows: readonly Bar[]
  measure?: string
  unit?: string
  period: string
  wasPeriod?: string
  /** The sum or the region as a whole, below a line and without a bar: it would dwarf the others. */
  total?: Bar
  source?: Child
  downloads?: Child
}) {
  const values = props.rows.flatMap((row) => [row.value ?? 0, row.was ?? 0])
  const scale = scaleLinear([0, Math.max(1, ...values)], [0, 316])
  const rows = props.total ? [...props.rows, props.total] : props.rows
  return (
    <figure class="sv-figuur" id={props.id} aria-labelledby={`${props.id}-kop`}>
      <figcaption id={`${props.id}-kop`}>
        {props.title}
        {props.measure ? <span> {props.measure}</span> : null}
      </figcaption>
      <DataTable
        caption={props.title}
        hiddenCaption
        rows={rows}
        rowKind={(row) => (row === props.total ? 'sum' : undefined)}
        columns={[
          { head: 'Gebied', rowHead: true, cell: (row) => (row.href ? <a href={row.href}>{row.name}</a> : row.name) },
          {
            head: props.period,
            align: 'number',
            cell: (row) => <Quantity value={row.value} unit={props.unit} provisional={row.provisional} />,
          },
          ...(props.rows.some((row) => row.was !== undefined)
            ? [
                {
                  head: props.wasPeriod ?? 'Eerder',
                  align: 'number' as const,
                  cell: (row: Bar) =>
                    row.was === null || row.was === undefined ? (
                      <span class="sv-weet-niet">onbekend</span>
                    ) : (
                      quantity(row.was, props.unit)
                    ),
                },
              ]
            : []),
          {
            head: 'Vergeleken',
            narrow: '',
            cell: (row) => (row === props.total || row.value === null ? '' : <BarDrawing row={row} scale={scale} />),
          },
        ]}
      />
      {props.source}
      {props.downloads}
    </figure>
  )
}

function BarDrawing({ row, scale }: { row: Bar; scale: (value: number) => number }) {
  const length = Math.max(1, scale(row.value ?? 0))
  return (
    <svg class="sv-staafje" viewBox="0 0 320 20" width="320" height="20" aria-hidden="true" focusable="false">
      <rect class="g-staaf" x="0" y="4" width={length.toFixed(1)} height="12" />
      {row.was === null || row.was === undefined ? null : (
        <path class="g-was" d={`M${Math.max(1, scale(row.was)).toFixed(1)} 0V20`} />
      )}
      <path class="g-as" d="M.5 0V20" />
    </svg>
  )
}
