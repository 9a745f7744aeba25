import { describe, expect, test } from 'vitest'
import { linesWithSpeaker, outcomesFor } from './outcome'
import { isLate, readPromise, readProof } from './promise'

describe('minutes without speakers', () => {
  test.each([
    'De heer Jansen zegt dat het kan.',
    'mevrouw De Vries: akkoord',
    'Pieter van den Berg: dat kan niet.',
    'Zo ging het. Mevrouw Ali vraagt naar de cijfers.',
    'Jansen: ja',
  ])('%s is hinted at', (line) => {
    expect(linesWithSpeaker(`Eerst dit.\n${line}`)).toEqual([line])
  })

  test.each(['Het college bespreekt het rooster.', 'De burgemeesters stemmen in.', 'Afgesproken is het volgende:', ''])(
    '"%s" is not',
    (line) => {
      expect(linesWithSpeaker(line)).toEqual([])
    },
  )
})

test('the outcome that fits what was asked comes first, and every outcome is there', () => {
  expect(outcomesFor('advisering')).toEqual(['geadviseerd', 'besloten', 'besproken', 'kennisgenomen', 'aangehouden'])
  expect(outcomesFor('informatie')[0]).toBe('kennisgenomen')
})

test('an agreement has a kind, words and a function that can carry it', () => {
  const carriers = [{ organisation: 'RVS', name: 'Bureau', title: 'Hoofd', hasSeat: true }]
  const typed = {
    kind: 'afspraak',
    text: ' Bellen ',
    carrier: 'RVS|Hoofd',
    due: { day: '1', month: '12', year: '2026' },
  }
  expect(readPromise(typed, carriers, '1')).toEqual({
    kind: 'afspraak',
    text: 'Bellen',
    organisation: 'RVS',
    title: 'Hoofd',
    due: '2026-12-01',
  })
  const wrong = readPromise(
    { kind: 'x', text: '', carrier: 'y', due: { day: '31', month: '2', year: '2026' } },
    carriers,
    'b1',
  )
  expect('faults' in wrong && wrong.faults.map(({ field }) => field)).toEqual([
    'soort-b1',
    'afspraak-b1',
    'trekker-b1',
    'klaar-b1',
  ])
})

test.each([
  ['https://voorbeeld.nl/rooster', true],
  ['/indicatoren/X', true],
  ['a'.repeat(64), true],
  ['', true],
  ['http://voorbeeld.nl', false],
  ['//elders.nl', false],
  ['javascript:alert(1)', false],
  ['abc', false],
])('"%s" as where it can be seen: %s', (evidence, isGood) => {
  expect('sentence' in readProof({ sentence: 'Gedaan.', evidence })).toBe(isGood)
})

test('an agreement is late past its day, not on it, and not once closed', () => {
  const closed = { words: null, at: '2026-11-24T09:00:00Z', actedAs: 'x' }
  expect(isLate({ due: '2026-11-23' as never, closed: null }, '2026-11-24' as never)).toBe(true)
  expect(isLate({ due: '2026-11-24' as never, closed: null }, '2026-11-24' as never)).toBe(false)
  expect(isLate({ due: '2026-11-23' as never, closed }, '2026-11-24' as never)).toBe(false)
  expect(isLate({ due: null, closed: null }, '2026-11-24' as never)).toBe(false)
})
