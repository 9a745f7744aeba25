import { parse } from 'csv-parse/sync'
import { Unzip, UnzipInflate } from 'fflate'
import { readSheet } from 'read-excel-file/node'

export type CellIn = string | number | boolean | Date | null

/** What a file that somebody sends holds, row by row; or that it is no table, or blows up to more than we read. */
export type TableIn = { readonly rows: readonly (readonly CellIn[])[] } | { readonly refused: 'no-table' | 'too-large' }

// Many times what a table of ours holds.
const largestUnpacked = 8 * 1024 * 1024
const mostRows = 5_000

/** Reads the first worksheet of an XLSX file, or a CSV file with semicolons, commas or tabs. */
export async function readTable(bytes: Uint8Array): Promise<TableIn> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = isZip ? await readXlsx(bytes) : readCsv(bytes)
  if (rows === 'too-large' || (rows && rows.length > mostRows)) return { refused: 'too-large' }
  return rows && rows.length > 0 ? { rows } : { refused: 'no-table' }
}

async function readXlsx(bytes: Uint8Array): Promise<CellIn[][] | 'too-large' | null> {
  if (unpacksBeyond(bytes, largestUnpacked)) return 'too-large'
  try {
    return (await readSheet(Buffer.from(bytes))) as CellIn[][]
  } catch {
    // The library throws a different error for each way in which a file can be no worksheet.
    return null
  }
}

/** Whether a zip file unpacks to more than a limit. What it says about its own sizes may be a lie, so it is unpacked and counted. */
function unpacksBeyond(bytes: Uint8Array, limit: number): boolean {
  let total = 0
  const unzip = new Unzip((file) => {
    file.ondata = (fault, chunk) => {
      if (!fault) total += chunk.length
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    // In small pieces, so that no piece alone unpacks to more than the memory holds.
    for (let at = 0; at < bytes.length && total <= limit; at += 4096) {
      unzip.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length)
    }
  } catch {
    return false
  }
  return total > limit
}

function readCsv(bytes: Uint8Array): string[][] | null {
  const text = decoded(bytes)
  // A text file has no such characters: this is a picture, a document or an old XLS file.
  if (text.includes('\u0000')) return null
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiters = [';', ',', '\t'].sort((one, other) => first.split(other).length - first.split(one).length)
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiters[0] ?? ';',
      relax_column_count: true,
      skip_empty_lines: false,
    }) as string[][]
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
