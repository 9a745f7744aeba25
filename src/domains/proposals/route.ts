export const directions = ['omhoog', 'omlaag', 'opzij'] as const
export type Direction = (typeof directions)[number]

export const modes = ['voorbereiden', 'besluiten', 'adviseren', 'vragen', 'schriftelijk'] as const
/** What happens in a step. */
export type Mode = (typeof modes)[number]

export const places = ['indiener', 'gremium', 'gemeenten', 'een-overleg'] as const
/** Before whom a step is; `gekozen` for whoever a decision asks. */
export type Place = (typeof places)[number] | 'gekozen'

export type RouteStep = { readonly seq: number; readonly mode: Mode; readonly who: string; readonly place: Place }

/** A route as it is on a day. */
export type Route = {
  readonly code: string
  readonly name: string
  readonly direction: Direction
  readonly steps: readonly RouteStep[]
}
