import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { openOfficeFile, relationsOf } from '../office/parts'
import { elementOf, elementsOf } from '../office/xml'

export type CellIn = string | number | boolean | Date | null

/** What a file that somebody sends holds, row by row; or that it is no table, or blows up to more than we read. */
export type TableIn =
  | {
      readonly rows: readonly (readonly CellIn[])[]
      /** Between the cells of a CSV file; null of a workbook. */
      readonly delimiter: string | null
      /** Ranges that are one cell to the eye, as `B3:B5`: all but the first of them are empty here. */
      readonly merged: readonly string[]
    }
  | { readonly refused: 'no-table' | 'too-large' }

// Bytes. Measured: a workbook that unpacks to the limit below takes some two seconds and 50 MB.
const largestTableFile = 5 * 1024 * 1024
/** Bytes of a form that carries such a file, as base64 when it goes along from step to step. */
export const largestTableForm = 8 * 1024 * 1024
const mostRows = 20_000

/** Reads the first worksheet of an XLSX file that is not hidden, or a CSV file with semicolons, commas or tabs. */
export async function readTable(bytes: Uint8Array): Promise<TableIn> {
  if (bytes.length > largestTableFile) return { refused: 'too-large' }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const table = isZip ? await readXlsx(bytes) : readCsv(bytes)
  if (table === null) return { refused: 'no-table' }
  if ('refused' in table) return table
  if (table.rows.length > mostRows) return { refused: 'too-large' }
  return table.rows.length > 0 ? table : { refused: 'no-table' }
}

async function readXlsx(bytes: Uint8Array): Promise<TableIn | null> {
  const file = openOfficeFile(bytes)
  if ('refused' in file) return file.refused === 'too-large' ? { refused: 'too-large' } : null
  const workbook = file.xml('xl/workbook.xml')
  const sheets = elementOf(workbook ?? undefined, 'x:sheets')
  const shown = sheets && elementsOf(sheets).find(({ attributes }) => (attributes.state ?? 'visible') === 'visible')
  const part = (relationsOf(file, 'xl/workbook.xml') ?? []).find(({ id }) => id === shown?.attributes['r:id'])
  // Never past the next <: repeated, that would take the square of its length.
  const merged = (file.text(part?.target ?? '') ?? '').matchAll(
    /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"/g,
  )
  try {
    const rows = (await readSheet(Buffer.from(bytes), shown?.attributes.name)) as CellIn[][]
    return { rows, delimiter: null, merged: Array.from(merged, ([, range = '']) => range) }
  } catch {
    // The library throws a different error for each way in which a file can be no worksheet.
    return null
  }
}

function readCsv(bytes: Uint8Array): TableIn | null {
  const text = decoded(bytes)
  // A text file has no such characters: this is a picture, a document or an old XLS file.
  if (text.includes('\u0000')) return null
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiters = [';', ',', '\t'].sort((one, other) => first.split(other).length - first.split(one).length)
  const delimiter = delimiters[0] ?? ';'
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false })
    return { rows, delimiter, merged: [] }
  } catch {
    return null
  }
}

// Excel on a Dutch Windows writes "CSV" in the old character set of Windows.
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
