import { describe, expect, test } from 'vitest'
import { readMailedLines } from './mailed'

const read = (text: string) => {
  const { lines, faults } = readMailedLines(text, 22)
  return [
    ...lines.map(({ number, typed }) => `${number} ${typed.cannot ? 'niet' : typed.value}|${typed.note}`),
    ...faults.map(({ number }) => `${number} fout`),
  ].join(' + ')
}

describe('a line of a mail', () => {
  test.each<[string, string]>([
    ['12: 345', '12 345|'],
    ['12 = 1.234,5', '12 1.234,5|'],
    ['  12 :345', '12 345|'],
    ['12: € 1.234', '12 € 1.234|'],
    ['12: 345; voorlopig', '12 345| voorlopig'],
    ['12: niet te geven, omdat wij dit niet tellen', '12 niet|omdat wij dit niet tellen'],
    ['12: Kan niet geleverd worden. Te duur', '12 niet|Te duur'],
    ['12: niet bekend', '12 niet|'],
    ['12: nietig', '12 nietig|'],
    ['12: ', ''],
    ['12:', ''],
    ['12. 345', ''],
    ['Hierbij de cijfers.', ''],
    ['23: 4', '23 fout'],
    ['0: 4', '0 fout'],
    ['12: 4\n12: 4', '12 4|'],
    ['12: 4\n12: 5', '12 fout'],
    ['1: 4\ntot ziens\n2: 5', '1 4| + 2 5|'],
  ])('%j is read as %j', (text, outcome) => {
    expect(read(text)).toBe(outcome)
  })
})
