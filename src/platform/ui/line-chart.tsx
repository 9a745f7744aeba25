import type { Child } from 'hono/jsx'
import {
  type ChartBreak,
  type ChartNote,
  type ChartPoint,
  type ChartRow,
  type ChartTarget,
  chartModel,
} from './chart-model'
import { DataTable } from './data-table'
import { LineDrawing } from './line-drawing'
import { Quantity } from './quantity'
import { count, marginText, period, target } from './wording'

export type LineChartProps = {
  /** Unique on the page; rows of the table are `<id>-rij-<n>`. */
  id: string
  /** The finding, in a sentence. */
  title: string
  points: readonly ChartPoint[]
  /** What is counted, and in what unit, in quiet type after the title. */
  measure?: string
  unit?: string
  targets?: readonly ChartTarget[]
  breaks?: readonly ChartBreak[]
  notes?: readonly ChartNote[]
  /** For who cannot see the drawing; without it a sentence is made from the data. */
  description?: string
  source?: Child
  downloads?: Child
  size?: 'full' | 'small'
  /** Where the axis begins and ends, in years: 2016 to 2018 is two years, 2016.5 the middle of one. */
  from?: number
  to?: number
  tableOpen?: boolean
  /** What is not measured each year has no holes between its years. */
  holes?: false
}

/** A series in time, drawn wide and narrow, with the same numbers in a table below. */
export function LineChart(props: LineChartProps) {
  const { id } = props
  if (props.points.length === 0 && !props.targets?.length) {
    return <p class="sv-leeg">Van deze indicator kennen we nog geen getallen.</p>
  }
  const model = chartModel(props)
  const known = model.points.filter((point) => point.value !== null)
  const name =
    props.description ??
    `${props.title.replace(/\.$/, '')}. Grafiek van ${Math.floor(model.from)} tot en met ${Math.ceil(model.to) - 1} met ${count(known.length, 'waarde', 'waarden')}. Elk punt leidt naar zijn rij in de tabel.`
  const shared = { model, unit: props.unit, name }
  return (
    <figure class="sv-figuur sv-figuur--lijn" id={id} aria-labelledby={`${id}-kop`}>
      <figcaption id={`${id}-kop`}>
        {props.title}
        {props.measure ? <span> {props.measure}</span> : null}
      </figcaption>
      {props.size === 'small' ? (
        <LineDrawing {...shared} width={300} height={200} look="sv-grafiek--vast" />
      ) : (
        <>
          <LineDrawing {...shared} width={600} height={290} look="sv-grafiek--breed" />
          <LineDrawing {...shared} width={300} height={260} look="sv-grafiek--smal" />
        </>
      )}
      {model.breaks.map((item) => (
        <p class="sv-breuknoot">
          <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
            <path class="g-breuk" d="M9.5 1V21M12.5 1V21" />
          </svg>
          <span>
            Vanaf {period(item.before)}: {item.label}. Vergelijk niet met ervoor.
          </span>
        </p>
      ))}
      {model.notes.length > 0 ? (
        <ol class="sv-noten">
          {model.notes.map((note, index) => (
            <li>
              <span class="sv-nr" aria-hidden="true">
                {index + 1}
              </span>
              <span>
                {period(note.period)}: {note.entries ? <NoteEntries entries={note.entries} /> : note.text}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      <details class="sv-open" open={props.tableOpen ? true : undefined}>
        <summary>
          <span>Toon als tabel</span>
        </summary>
        <div>
          <DataTable
            caption={`${props.title}: getallen`}
            hiddenCaption
            layout="scroll"
            fit
            rows={model.rows}
            rowId={(row) => row.id}
            fold={{ when: isSilent, label: silentLabel }}
            columns={columns(props, model.rows)}
          />
        </div>
      </details>
      {props.source}
      {props.downloads}
    </figure>
  )
}

function NoteEntries({ entries }: { entries: NonNullable<ChartNote['entries']> }) {
  return (
    <>
      {entries.map(({ label, href, remark }, index) => (
        <>
          {index > 0 ? '; ' : ''}
          <a class="nl-link" href={href}>
            {label}
          </a>{' '}
          ({remark})
        </>
      ))}
    </>
  )
}

function columns(props: LineChartProps, rows: readonly ChartRow[]) {
  const value = {
    head: 'Uitkomst',
    align: 'number' as const,
    cell: (row: ChartRow) => (
      <Quantity
        value={row.point?.value ?? null}
        unit={props.unit}
        qualifier={row.point?.qualifier}
        provisional={row.point?.provisional}
      />
    ),
  }
  const goal = {
    head: 'Doel',
    align: 'number' as const,
    cell: (row: ChartRow) =>
      (row.target ? (row.target.words ?? target({ ...row.target, unit: props.unit })) : null) ?? (
        <span class="sv-stil">geen</span>
      ),
  }
  const note = { head: 'Let op', cell: (row: ChartRow) => row.note }
  const margin = {
    head: 'Marge',
    cell: ({ point }: ChartRow) =>
      point?.margin ? marginText(point.margin, props.unit) : point ? <span class="sv-stil">onbekend</span> : null,
  }
  return [
    { head: 'Periode', rowHead: true, cell: (row: ChartRow) => period(row.period) },
    value,
    ...(rows.some(({ point }) => point?.margin !== undefined) ? [margin] : []),
    ...(props.targets?.length ? [goal] : []),
    ...(rows.some((row) => row.note) ? [note] : []),
  ]
}

/** A row of which nothing is known: no value, no target, nothing to say. */
function isSilent(row: ChartRow): boolean {
  return (row.point?.value ?? null) === null && row.target === null && row.note === ''
}

function silentLabel(rows: readonly ChartRow[]): string {
  return `${period(rows[0]?.period ?? '')} tot en met ${period(rows.at(-1)?.period ?? '')}: onbekend`
}
