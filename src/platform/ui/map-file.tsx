import type { MapArea } from './area-map'
import { onSheet, type Sheet, sheetWidth } from './chart-sheet'
import { Sign } from './funnel-drawing'
import type { Tile, TileSign } from './tile-map'

type Standing = Parameters<typeof Sign>[0]['standing']

const tones: Readonly<Record<TileSign, 'gelijk' | 'hoger' | 'lager' | 'onbekend'>> = {
  noChange: 'gelijk',
  usual: 'gelijk',
  higher: 'hoger',
  lower: 'lager',
  tooFew: 'onbekend',
  unknown: 'onbekend',
}
const standings: Readonly<Record<TileSign, Standing>> = {
  noChange: 'usual',
  usual: 'usual',
  higher: 'higher',
  lower: 'lower',
  tooFew: 'tooFew',
  unknown: 'tooFew',
}
const legend =
  'Driehoek omhoog: hoger dan verwacht. Driehoek omlaag: lager. Rondje: vergelijkbaar. Open rondje: te weinig, of onbekend.'

/**
 * Areas by their outline as a file that stands alone; the form of a sign comes before its colour. With words of its own for
 * the signs a question mark tells what is unknown from what is too little.
 */
export function areaMapFile(
  sheet: Sheet,
  areas: readonly Pick<MapArea, 'path' | 'box' | 'mark' | 'sign'>[],
  ownLegend?: string,
) {
  const [west, north] = [Math.min(...areas.map(({ box }) => box[0])), Math.min(...areas.map(({ box }) => box[1]))]
  const [east, south] = [Math.max(...areas.map(({ box }) => box[2])), Math.max(...areas.map(({ box }) => box[3]))]
  const scale = Math.min(sheetWidth / (east - west), 640 / (south - north))
  const height = Math.ceil((south - north) * scale)
  return onSheet(
    { ...sheet, footer: [ownLegend ?? legend, ...sheet.footer] },
    <svg viewBox={`0 0 ${sheetWidth} ${height}`}>
      <title>{sheet.measure}</title>
      <g transform={`scale(${scale}) translate(${-west} ${-north})`}>
        {areas.map(({ path, sign }) => (
          <path
            class={`g-gebied g-gebied--${tones[sign]}`}
            d={path}
            fill-rule="evenodd"
            stroke-width={(1 / scale).toFixed(1)}
          />
        ))}
      </g>
      {areas.map(({ mark, sign }) => {
        const [x, y] = [Math.round((mark[0] - west) * scale), Math.round((mark[1] - north) * scale)]
        return ownLegend !== undefined && sign === 'unknown' ? (
          <text class="g-tekst g-tekst--inkt" x={x - 4} y={y + 5}>
            ?
          </text>
        ) : (
          <Sign standing={standings[sign]} x={x} y={y} />
        )
      })}
    </svg>,
    height,
  )
}

/** The region as squares, as a file that stands alone. */
export function tileMapFile(sheet: Sheet, tiles: readonly Pick<Tile, 'short' | 'column' | 'row' | 'sign'>[]) {
  const side = Math.min(58, sheetWidth / Math.max(...tiles.map(({ column }) => column)))
  const height = Math.ceil(Math.max(...tiles.map(({ row }) => row)) * side)
  return onSheet(
    { ...sheet, footer: [legend, ...sheet.footer] },
    <svg viewBox={`0 0 ${sheetWidth} ${height}`}>
      <title>{sheet.measure}</title>
      {tiles.map(({ short, column, row, sign = 'unknown' }) => {
        const [x, y] = [(column - 1) * side, (row - 1) * side]
        return (
          <g>
            <rect class={`g-gebied g-gebied--${tones[sign]}`} x={x + 1} y={y + 1} width={side - 2} height={side - 2} />
            <text class="g-tekst g-tekst--inkt" x={x + 6} y={y + 20}>
              {short}
            </text>
            <Sign standing={standings[sign]} x={x + side - 14} y={y + side - 14} />
          </g>
        )
      })}
    </svg>,
    height,
  )
}
