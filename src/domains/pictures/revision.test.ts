import { expect, test } from 'vitest'
import type { Day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import { revisionsOf, saidOf } from './revision'

const release = (id: number, parts: string[]) => ({
  release: id,
  knownOn: `2026-0${id}-15` as Day,
  lastMonth: '2026-01' as Month,
  parts,
})

test('releases that repeat a value are one value, with how often', () => {
  const said = [5, 5, 7, null, 7].map((count, at) => ({ ...release(at + 1, []), count }))
  expect(revisionsOf(said)).toEqual([
    { knownOn: '2026-01-15', count: 5, change: null, repeated: 1 },
    { knownOn: '2026-03-15', count: 7, change: 2, repeated: 0 },
    { knownOn: '2026-04-15', count: null, change: null, repeated: 0 },
    { knownOn: '2026-05-15', count: 7, change: null, repeated: 0 },
  ])
})

test('an area is the sum of its parts in each release, also of a part that only older releases have', () => {
  const stored = [
    { part: 'A', release: 1, count: 4 },
    { part: 'B', release: 1, count: 1 },
    { part: 'B', release: 2, count: 2 },
    { part: 'A', release: 3, count: 6 },
  ]
  const said = saidOf([release(1, ['A', 'B']), release(2, ['A', 'B']), release(3, ['A'])], stored)
  expect(said.map(({ count }) => count)).toEqual([5, 6, 6])
})

test('a hidden part makes the sum unknown, and a release without the area says nothing', () => {
  const stored = [
    { part: 'A', release: 2, count: null },
    { part: 'B', release: 2, count: 3 },
  ]
  expect(saidOf([release(1, []), release(2, ['A', 'B'])], stored).map(({ count }) => count)).toEqual([null])
})
