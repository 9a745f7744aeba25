import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvForDutchExcel, csvForMachines, type Sheet, xlsx } from './table-file'
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
const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes)
  if ('refused' in table) throw new Error(table.refused)
  return table.rows
}

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
  })
  test('is a table of very many rows', async () => {
    expect(await readTable(utf8('x\n'.repeat(6_000)))).toEqual({ refused: 'too-large' })
  })
})
