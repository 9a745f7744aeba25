import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'
import { undated } from '../office/undated'

export type Cell = string | number | boolean | null
/** A table to download: the header names are those of the API. */
export type Sheet = {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front of it. */
export const harmless = (cell: Cell) => (typeof cell === 'string' && /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
/** A text as it was before it was made harmless. */
export const asWritten = (text: string) => text.replace(/^'(?='*[=+\-@\t\r])/, '')

/** RFC 4180 with a decimal point, for machines: exactly what the API says. */
export function csvForMachines({ header, rows }: Sheet): string {
  return stringify([header, ...rows] as unknown[][], {
    record_delimiter: '\r\n',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  })
}

/** Semicolons, decimal comma and a byte order mark: what a Dutch Excel opens by double click. */
export function csvForDutchExcel({ header, rows }: Sheet): string {
  const dutch = rows.map((row) =>
    row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'ja' : 'nee') : harmless(cell))),
  )
  return stringify([header, ...dutch] as unknown[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    cast: { number: (value) => String(value).replace('.', ',') },
  })
}

/**
 * One worksheet with a bold, frozen header. `isTyped`: text cells stay text when somebody types in them, also a date
 * or a zero, and columns are as wide as what stands in them. The same table gives the same bytes.
 */
export async function xlsx({ name, header, rows }: Sheet, isTyped = false): Promise<Uint8Array> {
  const asText = isTyped ? { type: String, format: '@' } : {}
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return isTyped ? { value: '', ...asText } : null
      if (typeof cell === 'number') return { value: cell }
      return { value: typeof cell === 'boolean' ? (cell ? 'ja' : 'nee') : cell, ...asText }
    }),
  )
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }))
  const widest = header.map((title, at) => Math.max(title.length, ...rows.map((row) => String(row[at] ?? '').length)))
  const columns = isTyped ? { columns: widest.map((width) => ({ width: Math.min(width, 60) + 2 })) } : {}
  const options = { sheet: name.slice(0, 31), stickyRowsCount: 1, ...columns }
  return undated(new Uint8Array(await writeXlsx([head, ...cells], options).toBuffer()))
}
