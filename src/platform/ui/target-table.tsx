import { DataTable } from './data-table'
import { Quantity } from './quantity'
import { Status, type StatusName } from './status'
import { type Qualifier, target } from './wording'

type Limits = { readonly min?: number | null; readonly max?: number | null }

/**
 * A dot against its target. The middle line is the target, the heavy stroke the good side; the distance is relative to
 * the target (half of it fills a side), so rows with different units stand under each other. Say the same in words.
 */
export function AgainstTarget(props: { value: number | null; min?: number | null; max?: number | null }) {
  const { value } = props
  const limits = drawnLimits(props)
  if (!limits) return null
  const { low, high } = limits
  const reference = Math.max(Math.abs(low ?? high ?? 0), 1e-9)
  const [start, middle, end] = [4, 75, 146]
  const spread = low !== null && high !== null ? 14 : 0
  const near = (limit: number, base: number) => base + (((value ?? 0) - limit) / reference) * 2 * (end - middle)
  let x = middle
  if (value !== null) {
    if (low !== null && high !== null) {
      if (value < low) x = near(low, middle - spread)
      else if (value > high) x = near(high, middle + spread)
      else x = middle - spread + ((value - low) / Math.max(high - low, 1e-9)) * 2 * spread
    } else x = near(low ?? high ?? 0, middle)
  }
  const isMet = value !== null && (low === null || value >= low) && (high === null || value <= high)
  const good = low !== null ? (high !== null ? [middle - spread, middle + spread] : [middle, end]) : [start, middle]
  const beyond = x < start || x > end
  const dot = Math.min(end - 3, Math.max(start + 3, x))
  return (
    <svg viewBox="0 0 150 22" width="150" height="22" aria-hidden="true" focusable="false">
      <path class="g-raster" d={`M${start} 11H${end}`} />
      <path class="g-mag" d={`M${good[0]} 11H${good[1]}`} />
      {low !== null && high !== null ? (
        <path class="g-as" d={`M${middle - spread} 3V19M${middle + spread} 3V19`} />
      ) : (
        <path class="g-as" d={`M${middle} 3V19`} />
      )}
      {value === null ? null : beyond ? (
        <path
          class={isMet ? 'g-punt--lager' : 'g-punt--hoger'}
          d={x < start ? `M${start} 11l9-6v12z` : `M${end} 11l-9-6v12z`}
        />
      ) : (
        <circle class={isMet ? 'g-punt--lager' : 'g-punt--hoger'} cx={dot.toFixed(1)} cy="11" r="5.5" />
      )}
    </svg>
  )
}

function drawnLimits(limits: Limits): { low: number | null; high: number | null } | null {
  const low = limits.min ?? null
  const high = limits.max ?? null
  return low === null && high === null ? null : { low, high }
}

export type TargetRow = Limits & {
  readonly name: string
  readonly href?: string
  readonly value: number | null
  readonly was?: number | null
  readonly unit?: string
  readonly qualifier?: Qualifier
  readonly provisional?: boolean
  readonly status: StatusName
  readonly note?: string
}

/** Outcomes against their targets. Put what was not met first. */
export function TargetTable(props: {
  id?: string
  caption: string
  rows: readonly TargetRow[]
  period: string
  wasPeriod?: string
  hiddenCaption?: boolean
}) {
  return (
    <div id={props.id} class="sv-doeltabel">
      <DataTable
        caption={props.caption}
        hiddenCaption={props.hiddenCaption}
        note={props.wasPeriod ? `tussen haakjes ${props.wasPeriod}` : undefined}
        rows={props.rows}
        columns={[
          {
            head: 'Doel',
            rowHead: true,
            cell: (row) => (
              <>
                {row.href ? <a href={row.href}>{row.name}</a> : row.name}
                {row.note ? <span class="sv-stil sv-klein"> ({row.note})</span> : null}
              </>
            ),
          },
          {
            head: props.period,
            align: 'number',
            cell: (row) => (
              <Quantity
                value={row.value}
                unit={row.unit}
                qualifier={row.qualifier}
                was={row.was}
                provisional={row.provisional}
              />
            ),
          },
          {
            head: 'Afgesproken',
            cell: (row) => target(row) ?? <span class="sv-stil">geen getal</span>,
          },
          { head: 'Tegen het doel', narrow: false, cell: (row) => <AgainstTarget {...row} /> },
          { head: 'Uitkomst', narrow: '', cell: (row) => <Status is={row.status} /> },
        ]}
      />
    </div>
  )
}
