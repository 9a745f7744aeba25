import { type Database, type Owner, owning } from '../db/database'
import { checkPack } from './check'
import { type Changes, type Conflict, compare } from './compare'
import {
  applyChanges,
  lastLoaded,
  refreshStatistics,
  rememberFile,
  rememberRegion,
  storedRows,
  waitForOtherLoads,
} from './pack.store'
import type { Cells, PackFile, PackRow } from './pack-file'
import { type Pack, type PackFault, readPack } from './read'

export type FileChanges = Changes & { readonly file: string }
/** What a load did or would do. `loaded` is false when nothing was written: faults, or only a look was asked. */
export type LoadReport = {
  readonly loaded: boolean
  readonly faults: readonly PackFault[]
  readonly changes: readonly FileChanges[]
  readonly conflicts: readonly (Conflict & { readonly file: string })[]
}

/** Reads a folder as a pack, says everything that is wrong with it, and works out what follows from its rows. */
export function examinePack(folder: string, files: readonly PackFile[]): { pack: Pack | null; faults: PackFault[] } {
  const { pack, faults } = readPack(folder, files)
  if (!pack) return { pack, faults }
  const rows = files.reduce((sofar, { consequence }) => consequence?.(sofar) ?? sofar, pack.rows)
  return { pack: { ...pack, rows }, faults: [...faults, ...checkPack(pack, files)] }
}

/** What loading this pack would change now, without changing it. */
export function previewPack(
  db: Database,
  pack: Pack,
  files: readonly PackFile[],
  take: ReadonlySet<string>,
): Promise<FileChanges[]> {
  return owning(db, (tx) => changesPerFile(tx, pack, files, take))
}

/**
 * Loads a pack: all or nothing, and loading the same pack again changes nothing. What was edited in the product stays,
 * and is listed as a conflict where the pack changed the same cell; `take` names the codes whose pack version wins.
 */
export async function loadPack(
  db: Database,
  folder: string,
  files: readonly PackFile[],
  take: ReadonlySet<string> = new Set(),
): Promise<LoadReport> {
  const { pack, faults } = examinePack(folder, files)
  if (!pack || faults.length > 0) return { loaded: false, faults, changes: [], conflicts: [] }
  const loading = owning(db, async (tx) => {
    await waitForOtherLoads(tx)
    const perFile = await changesPerFile(tx, pack, files, take)
    for (const declared of files) {
      const found = perFile.find(({ file }) => file === declared.file)
      if (found) await applyChanges(tx, declared, found)
      await rememberFile(tx, declared.file, byCode(pack, declared))
    }
    await rememberRegion(tx, pack.region)
    return perFile
  })
  const changes = await loading.catch((fault: unknown) => refusalOf(fault, files))
  if (!Array.isArray(changes)) return { loaded: false, faults: [changes], changes: [], conflicts: [] }
  if (changes.some(isChange)) await owning(db, refreshStatistics)
  return { loaded: true, faults: [], changes, conflicts: conflictsIn(changes) }
}

/**
 * The rows of the pack can be right by themselves and still not fit beside what was edited in the product: what the database
 * then refuses (class 23, integrity) is a fault of the pack. Throws anything else.
 */
function refusalOf(fault: unknown, files: readonly PackFile[]): PackFault {
  const { code, schema, table, constraint } = fault as Record<string, unknown>
  if (typeof code !== 'string' || !code.startsWith('23')) throw fault
  const file = files.find((declared) => declared.table === `${schema}.${table}`)?.file ?? 'het pakket'
  const message = `De database neemt een rij van dit bestand niet aan (regel ${constraint ?? code}). Er is niets veranderd.`
  return { file, row: null, column: null, message }
}

const isChange = ({ added, changed, withdrawn, restored }: FileChanges) =>
  added.length + changed.length + withdrawn.length + restored.length > 0

const conflictsIn = (changes: readonly FileChanges[]) =>
  changes.flatMap(({ file, conflicts }) => conflicts.map((conflict) => ({ file, ...conflict })))

async function changesPerFile(tx: Owner, pack: Pack, files: readonly PackFile[], take: ReadonlySet<string>) {
  const changes: FileChanges[] = []
  for (const declared of files) {
    const last = await lastLoaded(tx, declared.file)
    const stored = await storedRows(tx, declared)
    changes.push({ file: declared.file, ...compare(last, byCode(pack, declared), stored, take) })
  }
  return changes
}

function byCode(pack: Pack, declared: PackFile): Map<string, Cells> {
  const rows: readonly PackRow[] = pack.rows.get(declared.file) ?? []
  return new Map(rows.map(({ cells }) => [cells.code ?? '', canonical(declared, cells)]))
}

// "12.50" and "12.5" are the same number; the comparison must not see an edit in it.
function canonical(declared: PackFile, cells: Cells): Cells {
  const rewritten = declared.columns.map(({ name, type }) => {
    const cell = cells[name] ?? ''
    return [name, type === 'decimal' && cell.includes('.') ? cell.replace(/\.?0+$/, '') : cell] as const
  })
  return Object.fromEntries(rewritten)
}
