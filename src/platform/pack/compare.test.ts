import { describe, expect, test } from 'vitest'
import { compare, type StoredRow } from './compare'
import type { Cells } from './pack-file'

const row = (naam: string, extra: Record<string, string> = {}): Cells => ({ code: 'A', naam, ...extra })
const pack = (...rows: Cells[]) => new Map(rows.map((cells) => [cells.code ?? '', cells]))
const stored = (cells: Cells, withdrawn = false) => new Map<string, StoredRow>([['A', { cells, withdrawn }]])
const nobody = new Set<string>()

describe('one cell: the old pack, the new pack, the database', () => {
  test.each([
    // old, new, here → what stands after, is it a conflict
    ['a', 'a', 'a', 'a', false],
    ['a', 'b', 'a', 'b', false],
    ['a', 'a', 'b', 'b', false],
    ['a', 'b', 'b', 'b', false],
    ['a', 'b', 'c', 'c', true],
  ])('was %s, pack says %s, here %s', (last, next, here, after, conflicts) => {
    const found = compare(pack(row(last)), pack(row(next)), stored(row(here)), nobody)
    expect(found.changed[0]?.after.naam ?? here).toBe(after)
    expect(found.conflicts.length > 0).toBe(conflicts)
  })

  test('an edit here and a change of another cell in the pack both stand', () => {
    const found = compare(
      pack(row('a', { doel: 'x' })),
      pack(row('a', { doel: 'y' })),
      stored(row('b', { doel: 'x' })),
      nobody,
    )
    expect(found.changed).toEqual([{ before: row('b', { doel: 'x' }), after: row('b', { doel: 'y' }) }])
    expect(found.conflicts).toEqual([])
  })

  test('a conflict is decided for the pack when its code is taken', () => {
    const found = compare(pack(row('a')), pack(row('b')), stored(row('c')), new Set(['A']))
    expect(found.changed[0]?.after).toEqual(row('b'))
    expect(found.conflicts).toEqual([])
  })

  test('a row that was made here before the pack knew it is a conflict where it differs', () => {
    const found = compare(pack(), pack(row('b')), stored(row('c')), nobody)
    expect(found.conflicts).toEqual([{ code: 'A', column: 'naam', here: 'c', inPack: 'b' }])
    expect(found.changed).toEqual([])
  })
})

describe('a row', () => {
  test('that is new is added', () => {
    expect(compare(pack(), pack(row('a')), new Map(), nobody).added).toEqual([row('a')])
  })
  test('that left the pack is withdrawn, not removed', () => {
    expect(compare(pack(row('a')), pack(), stored(row('a')), nobody).withdrawn).toEqual(['A'])
  })
  test('that left the pack but was edited here stays, and is listed', () => {
    const found = compare(pack(row('a')), pack(), stored(row('b')), nobody)
    expect(found.withdrawn).toEqual([])
    expect(found.conflicts).toHaveLength(1)
  })
  test('that was withdrawn comes back with the pack', () => {
    const found = compare(pack(), pack(row('a')), stored(row('a'), true), nobody)
    expect(found.restored).toEqual(['A'])
  })
  test('that was withdrawn is not withdrawn twice', () => {
    expect(compare(pack(row('a')), pack(), stored(row('a'), true), nobody).withdrawn).toEqual([])
  })
  test('made here and unknown to any pack is left alone', () => {
    const found = compare(pack(), pack(), stored(row('a')), nobody)
    expect([found.added, found.changed, found.withdrawn, found.conflicts].flat()).toEqual([])
  })
})
