import type { Child } from 'hono/jsx'
import { DataTable } from './data-table'
import { FunnelDrawing, type FunnelPoint, type FunnelStep, Sign, standingWords } from './funnel-drawing'
import { count, quantity, rate } from './wording'

/**
 * Places beside what is expected of their size: a rate against a size, with the limits of chance. It cannot be read as a
 * league table. Every point leads to its row in the table below.
 */
export function FunnelPlot(props: {
  /** Unique on the page; rows of the table are `<id>-rij-<n>`. */
  id: string
  /** The finding, in a sentence. */
  title: string
  points: readonly FunnelPoint[]
  /** What is expected, by size from small to large. */
  steps: readonly FunnelStep[]
  /** What the upright axis counts, as `woninginbraken per 1.000 inwoners`. */
  measure: string
  /** What the level axis counts, as `inwoners`. */
  sizeWord: string
  source?: Child
  downloads?: Child
}) {
  const { id, points } = props
  if (points.length === 0) return null
  const rowId = (point: FunnelPoint) => `${id}-rij-${points.indexOf(point)}`
  const name = `${props.title} Trechtergrafiek met ${count(points.length, 'plaats', 'plaatsen')}: ${props.measure} tegen ${props.sizeWord}. Elk punt leidt naar zijn rij in de tabel.`
  const shared = { id, points, steps: props.steps, rowId, name }
  return (
    <figure class="sv-figuur sv-figuur--lijn" id={id} aria-labelledby={`${id}-kop`}>
      <figcaption id={`${id}-kop`}>
        {props.title}
        <span>
          {' '}
          Omhoog: {props.measure}. Naar rechts: {props.sizeWord}; elke verdubbeling is even breed.
        </span>
      </figcaption>
      <FunnelLegend hasFew={points.some(({ standing }) => standing === 'tooFew')} />
      <FunnelDrawing {...shared} width={600} height={380} look="sv-grafiek--breed" />
      <FunnelDrawing {...shared} width={300} height={320} look="sv-grafiek--smal" />
      <details class="sv-open">
        <summary>
          <span>Toon als tabel</span>
        </summary>
        <div>
          <DataTable
            caption={`${props.title}: getallen`}
            hiddenCaption
            layout="scroll"
            fit
            rows={points}
            rowId={rowId}
            rowKind={(point) => (point.here ? 'here' : undefined)}
            columns={[
              { head: 'Naam', rowHead: true, cell: (point) => point.name },
              { head: firstUpper(props.sizeWord), align: 'number', cell: (point) => quantity(point.size) },
              { head: firstUpper(props.measure), align: 'number', cell: (point) => rate(point.value) },
              { head: 'Verwacht', align: 'number', cell: ({ expected }) => rate(expected.middle) },
              {
                head: '95 van de 100',
                align: 'number',
                cell: ({ expected }) => `${rate(expected.innerLow)} tot ${rate(expected.innerHigh)}`,
              },
              {
                head: '998 van de 1.000',
                align: 'number',
                cell: ({ expected }) => `${rate(expected.outerLow)} tot ${rate(expected.outerHigh)}`,
              },
              { head: 'Oordeel', cell: (point) => standingWords[point.standing] },
            ]}
          />
        </div>
      </details>
      {props.source}
      {props.downloads}
    </figure>
  )
}

const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function FunnelLegend({ hasFew }: { hasFew: boolean }) {
  const sample = (child: Child) => (
    <svg viewBox="0 0 30 22" width="30" height="22" aria-hidden="true" focusable="false">
      {child}
    </svg>
  )
  return (
    <ul class="sv-legenda">
      {(['higher', 'lower', 'usual', ...(hasFew ? (['tooFew'] as const) : [])] as const).map((standing) => (
        <li>
          {sample(<Sign standing={standing} x={15} y={11} />)} {standingWords[standing]}
        </li>
      ))}
      <li>{sample(<path class="g-verwacht" d="M0 3H30V19H0Z" />)} hier liggen er 95 van de 100</li>
      <li>{sample(<path class="g-grens" d="M0 11H30" />)} hiertussen liggen er 998 van de 1.000</li>
      <li>{sample(<path class="g-midden" d="M0 11H30" />)} verwacht bij deze omvang</li>
    </ul>
  )
}
