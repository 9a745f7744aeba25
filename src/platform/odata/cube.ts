import type { Reader } from '../db/database'
import type { Ask } from '../web/ask'
import type { PartOfRow, Value } from './filter'

/** A code of a dimension, as `<Dimension>Codes` gives it. `group` is the id of one of its groups. */
export type CodeOf = {
  readonly identifier: string
  readonly title: string
  readonly description?: string | undefined
  readonly group: string
  /** Of a period: voorlopig, definitief, voorbeeld. */
  readonly status?: string
}
export type GroupOf = { readonly id: string; readonly title: string; readonly parent?: string }
export type Dimension = {
  readonly identifier: string
  readonly title: string
  readonly description: string
  readonly kind: 'Dimension' | 'GeoDimension' | 'TimeDimension'
  readonly codes: readonly CodeOf[]
  readonly groups: readonly GroupOf[]
}
export type Measure = {
  readonly identifier: string
  readonly title: string
  readonly description: string
  readonly unit: string
  readonly decimals: number
  readonly group: string
}
/** A table of figures by dimensions, in long form: one row per measure and cell. */
export type Cube = {
  readonly title: string
  readonly description: string
  /** When the figures last became others, ISO. */
  readonly modified: string
  readonly status: string
  readonly source: string
  readonly frequency: string
  readonly period: string
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly measureGroups: readonly GroupOf[]
  /** How many rows there are; asked only where it is said. */
  readonly observationCount: (tx: Reader) => Promise<number>
  readonly observations: Observations
}

/**
 * The rows in a fixed order, in blocks of which something is known beforehand. What cannot pass is not read: `may` says of a
 * part of a row whether the rest can still make it pass.
 */
export type Observations = {
  readonly blocks: readonly PartOfRow[]
  read(
    tx: Reader,
    blocks: readonly number[],
    may: (part: PartOfRow) => boolean,
  ): Promise<(block: number) => Iterable<Row>>
}
export type Row = Readonly<Record<string, Value>>

/** A cube under the name clients ask it by; null when there are no figures. */
export type PublishedCube = {
  readonly identifier: string
  readonly cube: (tx: Reader, ask: Ask) => Promise<Cube | null>
}

/** The columns of `Observations`, in the order of CBS. */
export const observationColumns = (cube: Cube): string[] => [
  'Id',
  'Measure',
  'ValueAttribute',
  'Value',
  'StringValue',
  ...cube.dimensions.map(({ identifier }) => identifier),
]
