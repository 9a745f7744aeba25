import type { Cells } from './pack-file'

/** A row as it stands in the database now. */
export type StoredRow = { readonly cells: Cells; readonly withdrawn: boolean }

/** A cell that was edited in the product and that the new pack changes too: the product's text stays unless it is taken. */
export type Conflict = {
  readonly code: string
  readonly column: string
  readonly here: string
  readonly inPack: string
}

/** What a load would do to one file. Rows that stay as they are do not occur in it. */
export type Changes = {
  readonly added: readonly Cells[]
  readonly changed: readonly { readonly before: Cells; readonly after: Cells }[]
  /** Codes that left the pack: their validity ends and their address stays. */
  readonly withdrawn: readonly string[]
  /** Codes that came back. */
  readonly restored: readonly string[]
  readonly conflicts: readonly Conflict[]
}

const gone = '(niet meer in het pakket)'

/**
 * Three-way comparison of one file, cell by cell: the pack as last loaded, the new pack, and what stands in the database.
 * What only the pack changed is taken over; what only the product changed stays; what both changed differently is a
 * conflict, decided by `take`: the codes whose pack version wins.
 */
export function compare(
  last: ReadonlyMap<string, Cells>,
  next: ReadonlyMap<string, Cells>,
  stored: ReadonlyMap<string, StoredRow>,
  take: ReadonlySet<string>,
): Changes {
  const added: Cells[] = []
  const changed: { before: Cells; after: Cells }[] = []
  const restored: string[] = []
  const conflicts: Conflict[] = []

  for (const [code, cells] of next) {
    const here = stored.get(code)
    if (!here) {
      added.push(cells)
      continue
    }
    const after = mergeCells(code, last.get(code) ?? null, cells, here.cells, take.has(code), conflicts)
    if (!sameCells(after, here.cells)) changed.push({ before: here.cells, after })
    if (here.withdrawn) restored.push(code)
  }

  const withdrawn: string[] = []
  for (const [code, cells] of last) {
    const here = stored.get(code)
    if (next.has(code) || !here || here.withdrawn) continue
    if (sameCells(cells, here.cells) || take.has(code)) withdrawn.push(code)
    else conflicts.push({ code, column: 'code', here: code, inPack: gone })
  }
  return { added, changed, withdrawn, restored, conflicts }
}

function mergeCells(
  code: string,
  last: Cells | null,
  next: Cells,
  here: Cells,
  taken: boolean,
  conflicts: Conflict[],
): Cells {
  const merged: Record<string, string> = {}
  for (const [column, inPack] of Object.entries(next)) {
    const current = here[column] ?? ''
    const before = last?.[column]
    if (inPack === current || inPack === before) merged[column] = current
    else if (current === before || taken) merged[column] = inPack
    else {
      merged[column] = current
      conflicts.push({ code, column, here: current, inPack })
    }
  }
  return merged
}

function sameCells(one: Cells, other: Cells): boolean {
  return Object.keys(one).every((column) => one[column] === other[column])
}
