import { type Condition, type Row, readFilter } from './filter'

export type Entry = Readonly<Record<string, string | number | null>> & { readonly Key: string }

/** A table as the server holds it, with any dimensions: every cell exists, and is worked out when it is asked for. */
export type AnyTable = Omit<ServedTable, 'lists' | 'value'> & {
  /** The dimensions in the order of the rows. */
  readonly lists: readonly Dimension[]
  /** The cell of these codes, one per dimension. */
  value(...codes: string[]): number | null
  /** Other columns with values of their own. */
  readonly more?: Readonly<Record<string, (...codes: string[]) => number | string | null>>
}

/** A table of the police. */
export type ServedTable = {
  readonly id: string
  readonly info: Readonly<Record<string, string | number>>
  readonly properties: readonly Readonly<Record<string, string | number | null>>[]
  /** The dimensions in the order of the rows: type, area, period. */
  readonly lists: readonly [Dimension, Dimension, Dimension]
  readonly measure: string
  /** Other columns of a row, as the names that 47018NED repeats. */
  readonly extra: Readonly<Record<string, string | number | null>>
  value(type: string, area: string, period: string): number | null
}
export type Dimension = { readonly name: string; readonly entries: readonly Entry[] }

/** The rows that a filter lets through, in the order of the source. */
export function* rowsOf(table: AnyTable, filter: string | null): Generator<Row> {
  const conditions = filter ? readFilter(filter) : []
  const own = (name: string) => conditions.filter(({ columns }) => columns.size === 1 && columns.has(name))
  const rest = conditions.filter(
    ({ columns }) => !(columns.size === 1 && table.lists.some(({ name }) => columns.has(name))),
  )
  const passing = table.lists.map(({ name, entries }) => ({
    keys: entries.map(({ Key }, at) => ({ key: Key, at })).filter(({ key }) => allHold(own(name), { [name]: key })),
    all: entries.length,
    name,
  }))
  function* cells(depth: number, id: number, keys: readonly string[]): Generator<Row> {
    const list = passing[depth]
    if (list) {
      for (const { key, at } of list.keys) yield* cells(depth + 1, id * list.all + at, [...keys, key])
      return
    }
    const row: Row = {
      // As the source numbers its rows: it changes with every release.
      ID: id,
      ...Object.fromEntries(passing.map(({ name }, at) => [name, keys[at] ?? ''])),
      [table.measure]: table.value(...keys.map((key) => key.trim())),
      ...table.extra,
      ...Object.fromEntries(
        Object.entries(table.more ?? {}).map(([name, value]) => [name, value(...keys.map((key) => key.trim()))]),
      ),
    }
    if (allHold(rest, row)) yield row
  }
  yield* cells(0, 0, [])
}

export function allHold(conditions: readonly Condition[], row: Row): boolean {
  return conditions.every((condition) => condition.holds(row))
}
