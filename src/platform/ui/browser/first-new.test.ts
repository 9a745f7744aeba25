import { expect, test } from 'vitest'
import { firstNew } from './first-new'

test.each([
  ['the first that is new', ['Acties', '608 regels.'], ['Acties', '12 regels.', 'Nieuw'], '12 regels.'],
  ['nothing when all were there', ['Acties', '608 regels.'], ['608 regels.', 'Acties'], null],
  ['nothing for other spaces or hyphens', ['608  regels'], ['608\n re\u00adgels '], null],
  ['no empty sentence', ['Acties'], [' ', 'Gevonden'], 'Gevonden'],
])('says %s', (_, before, after, said) => expect(firstNew(before, after)).toBe(said))
