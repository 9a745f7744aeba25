import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { asWritten, csvForDutchExcel, csvForMachines, harmless, type Sheet, xlsx } from './table-file'
import { readTable } from './table-in'

const sheet: Sheet = {
  name: 'Proef',
  header: ['code', 'waarde', 'toelichting'],
  rows: [
    ['A', 1234.5, 'een; twee'],
    ['B', null, '=1+1'],
    ['C', 0, 'drie\nregels'],
  ],
}
/** A zip whose list names its one part of 5 MB so many times more. */
function namedAgain(times: number): Uint8Array {
  const zip = zipSync({ 'a.xml': new Uint8Array(5 * 1024 * 1024).fill(32) })
  const end = zip.length - 22
  const list = zip.slice(new DataView(zip.buffer).getUint32(end + 16, true), end)
  const again = Array.from({ length: times }, () => list)
  const tail = zip.slice(end)
  const said = new DataView(tail.buffer)
  for (const at of [8, 10]) said.setUint16(at, times + 1, true)
  said.setUint32(12, list.length * (times + 1), true)
  return new Uint8Array(Buffer.concat([zip.slice(0, end), ...again, tail]))
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes)
  if ('refused' in table) throw new Error(table.refused)
  return table.rows
}

test('a workbook of the same table is the same file, whenever it is made', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const made: Buffer[] = []
    for (const clock of ['2026-11-24T09:00:00Z', '2026-11-24T09:00:02Z', '2027-01-02T10:11:12Z']) {
      vi.setSystemTime(clock)
      made.push(Buffer.from(await xlsx(sheet)))
    }
    expect(made.slice(1).every((one) => one.equals(made[0] ?? Buffer.of()))).toBe(true)
    const different = Buffer.from(await xlsx({ ...sheet, rows: [] }))
    expect(made[0]?.equals(different)).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})

describe('a table that was written here is read again', () => {
  test('from XLSX, numbers as numbers and empty as empty', async () => {
    expect(await rowsOf(await xlsx(sheet))).toEqual([
      ['code', 'waarde', 'toelichting'],
      ['A', 1234.5, 'een; twee'],
      ['B', null, '=1+1'],
      ['C', 0, 'drie\nregels'],
    ])
  })
  test('from CSV for a Dutch Excel', async () => {
    expect(await rowsOf(utf8(csvForDutchExcel(sheet)))).toEqual([
      ['code', 'waarde', 'toelichting'],
      ['A', '1234,5', 'een; twee'],
      ['B', '', "'=1+1"],
      ['C', '0', 'drie\nregels'],
    ])
  })
  test('from CSV with commas or tabs', async () => {
    expect((await rowsOf(utf8(csvForMachines(sheet))))[1]).toEqual(['A', '1234.5', 'een; twee'])
    expect(await rowsOf(utf8('code\twaarde\nA\t1'))).toEqual([
      ['code', 'waarde'],
      ['A', '1'],
    ])
  })
  test('from CSV in the old character set of Windows', async () => {
    expect(await rowsOf(Uint8Array.from([...utf8('code;naam\nA;caf'), 0xe9]))).toEqual([
      ['code', 'naam'],
      ['A', 'café'],
    ])
  })
})

describe('a workbook as somebody keeps it', () => {
  const changed = async (part: string, change: (xml: string) => string) => {
    const parts = unzipSync(await xlsx(sheet))
    return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
  }
  test('keeps text cells text, so that no date is made of a month and no zero is lost', async () => {
    const typed = await xlsx({ ...sheet, rows: [['007', null, '2025-11']] }, true)
    expect((await rowsOf(typed))[1]).toEqual(['007', null, '2025-11'])
    expect(strFromU8(unzipSync(typed)['xl/styles.xml'] ?? new Uint8Array())).toMatch(/numFmtId="49"|formatCode="@"/)
  })
  test('is read from its first sheet that is not hidden', async () => {
    const bytes = await changed('xl/workbook.xml', (xml) =>
      xml.replace(
        /<sheet [^>]*\/>/,
        (one) => `<sheet name="Verborgen" sheetId="9" state="hidden" r:id="rIdHidden"/>${one}`,
      ),
    )
    const table = await readTable(bytes)
    expect('rows' in table && table.rows[1]).toEqual(['A', 1234.5, 'een; twee'])
  })
  test('says which cells were merged', async () => {
    const table = await readTable(
      await changed('xl/worksheets/sheet1.xml', (xml) =>
        xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'),
      ),
    )
    expect(table).toMatchObject({ merged: ['A2:A3'], delimiter: null })
  })
  test.each(['=1+1', "'=1+1", "''@x", '-5', "'s ochtends", 'gewoon', ''])(
    'gives %j back as it was before it was made harmless',
    (text) => {
      expect(asWritten(String(harmless(text)))).toBe(text)
      expect(String(harmless(text))).not.toMatch(/^[=+\-@]/)
    },
  )
})

describe('no table', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    ['a zip with something else', zipSync({ 'brief.txt': utf8('Geachte heer') })],
    ['a zip that was cut off', zipSync({ 'xl/workbook.xml': utf8('<workbook/>') }).subarray(0, 40)],
    ['CSV with a quote that never ends', utf8('code;waarde\n"A;1')],
  ])('is %s', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual({ refused: 'no-table' })
  })
  test('is a small file that unpacks to very much', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(256 * 1024)
    expect(await readTable(bomb)).toEqual({ refused: 'too-large' })
    expect(await readTable(namedAgain(10))).toEqual({ refused: 'too-large' })
  })
  test('is a file of more than five megabytes', async () => {
    expect(await readTable(utf8(`a;b\n${'x'.repeat(5 * 1024 * 1024)}`))).toEqual({ refused: 'too-large' })
  })
  test('is a table of very many rows', async () => {
    expect(await readTable(utf8('x\n'.repeat(21_000)))).toEqual({ refused: 'too-large' })
  })
})
