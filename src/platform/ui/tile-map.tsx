import { Icon, type IconName } from './icon'
import { districtNames, edges } from './tile-layout'

export type TileSign = 'higher' | 'lower' | 'noChange' | 'usual' | 'tooFew' | 'unknown'

export type Tile = {
  readonly name: string
  /** Three or four letters, for a phone. */
  readonly short: string
  /** From 1, left to right: at most 12. */
  readonly column: number
  /** From 1, north to south: at most 14. */
  readonly row: number
  readonly href: string
  readonly district: string
  readonly sign?: TileSign
  /** What a screen reader says after the name. */
  readonly text?: string
  readonly here?: boolean
}

const signs: Record<TileSign, readonly [IconName, string, string]> = {
  noChange: ['equal', 'geen aantoonbare verandering', 'gelijk'],
  usual: ['equal', 'vergelijkbaar', 'gelijk'],
  higher: ['up', 'hoger dan verwacht', 'hoger'],
  lower: ['down', 'lager dan verwacht', 'lager'],
  tooFew: ['gap', 'te weinig voorvallen', 'onbekend'],
  unknown: ['unknown', 'onbekend', 'onbekend'],
}

/**
 * The region as squares, north up: a list of links on a grid, so it reads, tabs and prints. A line groups a district.
 * The places come from data; a list with the same content belongs beside it.
 */
export function TileMap({ label, tiles }: { label: string; tiles: readonly Tile[] }) {
  return (
    <ul class="sv-tegels" aria-label={label}>
      {[...tiles]
        .sort((a, b) => a.row - b.row || a.column - b.column)
        .map((tile) => {
          const sign = tile.sign ? signs[tile.sign] : undefined
          const place = `k${tile.column} j${tile.row}${edges(tile, tiles)}`
          return (
            <li class={`sv-tegel${sign ? ` sv-tegel--${sign[2]}` : ''}${tile.here ? ' sv-tegel--hier' : ''} ${place}`}>
              <a href={tile.href} aria-current={tile.here ? 'true' : undefined}>
                <span class="lang">{softHyphens(tile.name)}</span>
                <span class="kort" aria-hidden="true">
                  {tile.short}
                </span>
                {tile.text || sign ? (
                  <span class="sv-onzichtbaar">: {[tile.text, sign?.[1]].filter(Boolean).join(', ')}</span>
                ) : null}
                {sign ? <Icon name={sign[0]} /> : null}
              </a>
            </li>
          )
        })}
      {districtNames(tiles).map((name) => (
        <li
          class={`sv-tegelnaam sv-tegelnaam--${name.side} k${name.column}${name.span === 2 ? 't2' : ''} j${name.row}`}
          aria-hidden="true"
        >
          {name.text}
        </li>
      ))}
    </ul>
  )
}

/** Long Dutch place names may break where their last part begins. */
function softHyphens(name: string): string {
  return name
    .split(' ')
    .map((word) =>
      word.length < 9
        ? word
        : word.replace(
            /(.{3,})(polder|meren|landen|heuvel|schoten|woude|berg|stede|gein|stein|foort|veen|dijk|water|daal|wolde|recht|dam|rug)$/i,
            '$1\u00ad$2',
          ),
    )
    .join(' ')
}

/** What the signs on the map mean, in words of its own where it does not say how an area stands beside what is expected. */
export function TileLegend(props: { show?: readonly TileSign[]; words?: Readonly<Partial<Record<TileSign, string>>> }) {
  const { show = ['noChange', 'higher', 'lower'], words = {} } = props
  return (
    <ul class="sv-legenda">
      {show.map((sign) => (
        <li class={`sv-s-${signs[sign][2]}`}>
          <Icon name={signs[sign][0]} /> {words[sign] ?? signs[sign][1]}
        </li>
      ))}
    </ul>
  )
}

/** A small map that says where in the region a place lies. */
export function TileLocator(props: {
  tiles: readonly { readonly column: number; readonly row: number; readonly district: string }[]
  here: { readonly column: number; readonly row: number }
}) {
  const columns = Math.max(...props.tiles.map((tile) => tile.column))
  const rows = Math.max(...props.tiles.map((tile) => tile.row))
  const district = props.tiles.find((t) => t.column === props.here.column && t.row === props.here.row)?.district
  return (
    <svg class="sv-plek" viewBox={`0 0 ${columns * 12} ${rows * 12}`} aria-hidden="true" focusable="false">
      {props.tiles.map((tile) => {
        const isHere = tile.column === props.here.column && tile.row === props.here.row
        const tone = isHere ? ' g-plek--hier' : tile.district === district ? ' g-plek--district' : ''
        return (
          <rect
            class={`g-plek${tone}`}
            x={(tile.column - 1) * 12 + 1}
            y={(tile.row - 1) * 12 + 1}
            width="10"
            height="10"
          />
        )
      })}
    </svg>
  )
}
