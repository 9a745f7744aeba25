import type { Reader } from '../db/database'
import type { Observations } from './cube'
import { type PartOfRow, passes, type Value } from './filter'
import type { Place, Query } from './query'

/** A page of rows, each as JSON text; `next` is where the rest begins, `count` all that pass when that was asked. */
export type PageOfRows = {
  readonly rows: readonly string[]
  readonly next: Place | null
  readonly count: number | null
}

// So many blocks are read from the database together.
const atOnce = 16

/** Reads rows until the page is full. Rows are written out one by one, so that no page stands in memory twice. */
export async function readPage(
  tx: Reader,
  { blocks, read }: Observations,
  query: Query,
  pageSize: number,
): Promise<PageOfRows> {
  const { filter, place, select } = query
  const may = (part: PartOfRow) => passes(filter, part) !== false
  const left = place ? place.left : query.top
  const size = Math.min(pageSize, left ?? pageSize)
  // Counting goes on behind the page; paging stops one row after it, to know whether there is a rest.
  const isCounting = query.count && !place
  const wanted = blocks.flatMap((part, at) => (at >= (place?.block ?? 0) && may(part) ? [at] : []))
  const rows: string[] = []
  let toSkip = place ? 0 : query.skip
  let next: Place | null = null
  let count = 0

  for (let first = 0; first < wanted.length; first += atOnce) {
    const together = wanted.slice(first, first + atOnce)
    const rowsOf = await read(tx, together, may)
    for (const block of together) {
      let inBlock = 0
      const from = block === place?.block ? place.row : 0
      for (const row of rowsOf(block)) {
        if (passes(filter, row) !== true || inBlock++ < from) continue
        count++
        if (toSkip > 0) toSkip--
        else if (rows.length < size) rows.push(written(row, select))
        else if (left === null || left > size) {
          next ??= { block, row: inBlock - 1, left: left === null ? null : left - size }
        }
        if (!isCounting && (next || (rows.length === size && left === size))) return { rows, next, count: null }
      }
    }
  }
  return { rows, next, count: isCounting ? count : null }
}

const written = (row: Readonly<Record<string, Value>>, select: readonly string[]) => {
  const cells: Record<string, Value> = {}
  for (const name of select) cells[name] = row[name] ?? null
  return JSON.stringify(cells)
}
