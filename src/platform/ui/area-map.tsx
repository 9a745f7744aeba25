import type { IconName } from './icon'
import type { TileSign } from './tile-map'

type Box = readonly [west: number, north: number, east: number, south: number]

export type MapArea = {
  readonly name: string
  readonly href: string
  /** Rings on a grid of whole numbers that all areas share. */
  readonly path: string
  readonly box: Box
  /** Where its sign stands. */
  readonly mark: readonly [number, number]
  readonly sign: TileSign
  /** What a screen reader and the pointer say after the name. */
  readonly text: string
}

const looks: Record<TileSign, { readonly tone: 'gelijk' | 'hoger' | 'lager' | 'onbekend'; readonly icon: IconName }> = {
  noChange: { tone: 'gelijk', icon: 'equal' },
  usual: { tone: 'gelijk', icon: 'equal' },
  higher: { tone: 'hoger', icon: 'up' },
  lower: { tone: 'lager', icon: 'down' },
  tooFew: { tone: 'onbekend', icon: 'gap' },
  unknown: { tone: 'onbekend', icon: 'unknown' },
}

/**
 * Areas by their outline, north up. Every area is a link with its name and what is said of it; colour comes after a sign and
 * a pattern. A list with the same content belongs beside it.
 */
export function AreaMap({ id, label, areas }: { id: string; label: string; areas: readonly MapArea[] }) {
  if (areas.length === 0) return null
  const [west, north] = [Math.min(...areas.map(({ box }) => box[0])), Math.min(...areas.map(({ box }) => box[1]))]
  const [east, south] = [Math.max(...areas.map(({ box }) => box[2])), Math.max(...areas.map(({ box }) => box[3]))]
  const sign = Math.round(Math.max(east - west, south - north) / 36)
  const stripe = Math.round(sign / 2)
  const shown = areas.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links inside is a group, not an image
    <svg
      class="sv-kaart"
      id={id}
      viewBox={`${west - sign} ${north - sign} ${east - west + 2 * sign} ${south - north + 2 * sign}`}
      role="group"
      aria-label={label}
    >
      <defs>
        {(['hoger', 'lager'] as const).map((tone) => (
          <pattern
            id={`${id}-${tone}`}
            width={stripe}
            height={stripe}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${tone === 'hoger' ? 45 : -45})`}
          >
            <path class={`g-streep--${tone}`} d={`M0 0V${stripe}`} stroke-width={stripe / 3} />
          </pattern>
        ))}
      </defs>
      {shown.map((area) => {
        const { tone, icon } = looks[area.sign]
        // Calm is the normal state: its sign is small.
        const size = tone === 'gelijk' ? sign / 2 : sign
        return (
          <a href={area.href} aria-label={`${area.name}: ${area.text}`}>
            <title>{`${area.name}: ${area.text}`}</title>
            <path class={`g-gebied g-gebied--${tone}`} d={area.path} fill-rule="evenodd" />
            {tone === 'hoger' || tone === 'lager' ? (
              <path d={area.path} fill={`url(#${id}-${tone})`} fill-rule="evenodd" />
            ) : null}
            <use
              class={`g-gebiedteken--${tone}`}
              href={`#i-${icon}`}
              x={area.mark[0] - size / 2}
              y={area.mark[1] - size / 2}
              width={size}
              height={size}
            />
          </a>
        )
      })}
    </svg>
  )
}
