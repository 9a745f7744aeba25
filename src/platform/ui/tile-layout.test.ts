import { expect, test } from 'vitest'
import { districtNames, edges } from './tile-layout'

const tiles = [
  { column: 2, row: 1, district: 'Noord' },
  { column: 3, row: 1, district: 'Noord' },
  { column: 3, row: 2, district: 'Zuid' },
  { column: 3, row: 3, district: 'Zuid' },
]

test('a tile has a line on each side where another district or nothing lies', () => {
  expect(edges(tiles[0]!, tiles)).toBe(' n z w')
  expect(edges(tiles[1]!, tiles)).toBe(' n z o')
  expect(edges(tiles[2]!, tiles)).toBe(' n w o')
})

test('names stand in free cells beside their own district and never over a tile', () => {
  const names = districtNames(tiles)
  expect(names.map((name) => name.text)).toEqual(['Noord', 'Zuid'])
  for (const name of names) {
    for (let step = 0; step < name.span; step++) {
      expect(tiles.some((tile) => tile.row === name.row && tile.column === name.column + step)).toBe(false)
    }
  }
  expect(names[1]).toMatchObject({ column: 1, span: 2, side: 'rechts' })
})

test('a district of one tile needs no name beside it', () => {
  expect(districtNames([{ column: 2, row: 1, district: 'Stad' }])).toEqual([])
})
