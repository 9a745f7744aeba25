import { createHash } from 'node:crypto'
import { type Day, day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { waitForOtherLoads } from '../../platform/pack/pack.store'
import { noteDeed } from '../identity'
import { type Import, isKept, leadsBecause, type Planned, planImport } from './import'
import { addImport, earlierImports, isTitleTaken, knownForImport, listImports, withdrawImport } from './import.store'
import type { FileCell, Mapping } from './import-columns'
import { type Decimals, readImport } from './import-row'
import { measurementsOf } from './measurement.store'

/** A file with everything that was said about it. */
export type Reading = {
  readonly rows: readonly (readonly FileCell[])[]
  /** SHA-256 of the file. */
  readonly hash: string
  readonly fileName: string
  readonly title: string
  readonly publishedOn: Day
  readonly mapping: Mapping
  /** Null when the file has to show it. */
  readonly decimals: Decimals | null
}

/** What a file would do. `seen` stands for exactly this outcome: whoever applies it has seen it. */
export type ImportPreview = { readonly plan: readonly Planned[]; readonly seen: string }
export type ImportRefusal =
  | { readonly faults: readonly string[] }
  | { readonly unclear: string }
  /** The file was read in before and stands as this document. */
  | { readonly standsAs: string }
  /** Another source document is called so. */
  | { readonly takenTitle: string }

// Everything that is or will be known: a number that leads tomorrow leads already.
const always = day('9999-12-31')

/** Works out what reading in a file would do, or why it is refused. */
export async function previewImport(tx: Reader, reading: Reading): Promise<ImportPreview | ImportRefusal> {
  const { stands } = await earlierImports(tx, reading.hash)
  if (stands !== null) return { standsAs: stands }
  if (await isTitleTaken(tx, reading.title)) return { takenTitle: reading.title }
  const known = { ...(await knownForImport(tx)), publishedOn: reading.publishedOn }
  const read = readImport(reading.rows, reading.mapping, known, reading.decimals)
  if (!('rows' in read)) return read
  const indicators = [...new Set(read.rows.map(({ indicator }) => indicator))]
  const planned = planImport(read.rows, await measurementsOf(tx, { indicators, knownOn: always }))
  if ('faults' in planned) return planned
  const told = planned.plan.map(({ row, becomes, leader }) => [
    row,
    becomes,
    leader && ('row' in leader ? leader.row : [leader.measurement.code, leader.value, leader.qualifier]),
  ])
  return { plan: planned.plan, seen: createHash('sha256').update(JSON.stringify(told)).digest('hex') }
}

/**
 * Reads in a file as one source document with its numbers, all or nothing, with a line in the audit log. When it would do something
 * else than what was seen, nothing is kept and the new preview comes back.
 */
export async function applyImport(
  tx: Writer,
  reading: Reading,
  seen: string,
  requestId: string,
): Promise<
  { readonly document: string; readonly amount: number } | { readonly changed: ImportPreview } | ImportRefusal
> {
  // Of two who read in at once the second must see what the first made, and so must a region load.
  await waitForOtherLoads(tx)
  const preview = await previewImport(tx, reading)
  if (!('plan' in preview)) return preview
  const kept = preview.plan.filter(isKept)
  if (preview.seen !== seen || kept.length === 0) return { changed: preview }
  const { times } = await earlierImports(tx, reading.hash)
  const again = times === 0 ? '' : `-${times + 1}`
  const document = `bestand_${reading.hash.slice(0, 16)}${again}`
  const codeOf = (row: number) => `B${reading.hash.slice(0, 10)}${again}-${row}`
  await addImport(
    tx,
    { ...reading, document, lineCount: reading.rows.length },
    kept.map((planned) => ({
      ...planned.row,
      newCode: codeOf(planned.row.row),
      leads: planned.becomes === 'new',
      leadsBecause: leadsBecause(planned, codeOf),
    })),
  )
  await noteDeed(tx, { event: 'cijfers ingelezen', object: `${document}: ${kept.length} getallen`, requestId })
  return { document, amount: kept.length }
}

/** Takes a file back whole, unless something stands on it. Null when there is no such file, or it was taken back already. */
export async function undoImport(
  tx: Writer,
  id: string,
  requestId: string,
): Promise<{ readonly undone: Import } | { readonly refused: Import } | null> {
  await waitForOtherLoads(tx)
  const found = (await listImports(tx)).find((one) => one.id === id && one.undone === null)
  if (!found) return null
  if (found.resting.length > 0) return { refused: found }
  await withdrawImport(tx, found)
  const object = `${found.document}: ${found.measurementCount} getallen`
  await noteDeed(tx, { event: 'inlezen van cijfers teruggedraaid', object, requestId })
  return { undone: found }
}
