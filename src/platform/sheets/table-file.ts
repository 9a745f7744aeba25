import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'

export type Cell = string | number | boolean | null
/** A table to download: the header names are those of the API. */
export type Sheet = {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

// A text that a spreadsheet would run as a formula gets an apostrophe in front of it.
const harmless = (cell: Cell) => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

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

/** One worksheet with a bold, frozen header. */
export async function xlsx({ name, header, rows }: Sheet): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null ? null : { value: typeof cell === 'boolean' ? (cell ? 'ja' : 'nee') : cell })),
  )
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }))
  return new Uint8Array(await writeXlsx([head, ...cells], { sheet: name.slice(0, 31), stickyRowsCount: 1 }).toBuffer())
}
