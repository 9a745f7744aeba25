import type { FileChanges } from '../platform/pack/load'
import type { PackFault } from '../platform/pack/read'

/** Faults as lines for a terminal: file, row, column, and what to do. */
export function faultLines(faults: readonly PackFault[]): string[] {
  return faults.map(({ file, row, column, message }) => {
    const place = [file, row === null ? null : `rij ${row}`, column === null ? null : `kolom ${column}`]
      .filter(Boolean)
      .join(', ')
    return `${place}: ${message}`
  })
}

/** What a load changes, one line per file that changes, then one per conflict. */
export function changeLines(changes: readonly FileChanges[]): string[] {
  const touched = changes.filter(
    ({ added, changed, withdrawn, restored }) => added.length + changed.length + withdrawn.length + restored.length > 0,
  )
  const summary = touched.map(({ file, added, changed, withdrawn, restored }) => {
    const parts = [
      [added.length, 'nieuw'],
      [changed.length, 'gewijzigd'],
      [withdrawn.length, 'vervallen'],
      [restored.length, 'weer terug'],
    ] as const
    return `${file}: ${parts
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(', ')}`
  })
  const conflicts = changes.flatMap(({ file, conflicts }) =>
    conflicts.map(
      ({ code, column, here, inPack }) =>
        `${file}, ${code}, ${column}: in het product bewerkt en blijft "${here}"; het pakket zegt "${inPack}". Overnemen: --take ${code}`,
    ),
  )
  return [...summary, ...conflicts]
}

/** Every cell a load would change, for someone who wants to see it all before it happens. */
export function detailLines(changes: readonly FileChanges[]): string[] {
  return changes.flatMap(({ file, added, changed, withdrawn }) => [
    ...added.map((cells) => `${file}: + ${cells.code}`),
    ...changed.flatMap(({ before, after }) =>
      Object.keys(after)
        .filter((column) => before[column] !== after[column])
        .map((column) => `${file}: ~ ${after.code}, ${column}: "${before[column]}" wordt "${after[column]}"`),
    ),
    ...withdrawn.map((code) => `${file}: - ${code}`),
  ])
}
