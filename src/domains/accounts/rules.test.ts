import { describe, expect, test } from 'vitest'
import type { Day } from '../../kernel/day'
import { type Clearance, obstacles, partsToClear, stateOfPart, type Version } from './account'
import { showsExamples } from './area-page.verbs'
import type { Found } from './bound'
import { namedIn, parseReference, piecesOf, typedNumbers } from './reference'

const version = (of: Partial<Version>): Version => ({
  ...{ entry: 1, block: 'b', version: 1, part: 'politie', kind: 'tekst', at: '', actedAs: '', seq: 1, title: 'Kop' },
  ...{ body: '', origin: null, consentUntil: null, picture: null, place: 'stuk', isRemoved: false },
  ...of,
})

describe('a reference', () => {
  test.each([
    ['meting:M-001', { kind: 'meting', code: 'M-001' }],
    ['doel:M-005', { kind: 'doel', code: 'M-005' }],
    ['uitvraag:JR-2026-01', { kind: 'uitvraag', code: 'JR-2026-01' }],
    [
      'misdrijf:MNL/1.1.1/2025-01..2025-12',
      { kind: 'misdrijf', area: 'MNL', type: '1.1.1', from: '2025-01', until: '2025-12' },
    ],
    ['misdrijf:MNL/1.1.1/2025-12..2025-01', null],
    ['misdrijf:MNL/1.1.1/2025-13..2025-14', null],
    ['meting:', null],
    ['cijfer:M-001', null],
    ['', null],
  ])('%s is %o', (text, reference) => expect(parseReference(text)).toEqual(reference))

  test('stands between braces in running text, and alone on a line of figures', () => {
    expect(piecesOf('Er waren {meting:M-1}, en meer.')).toEqual([
      { words: 'Er waren ' },
      { named: 'meting:M-1' },
      { words: ', en meer.' },
    ])
    expect(namedIn({ kind: 'cijfers', body: '\nmeting:M-1\r\n {doel:M-2} \n' })).toEqual(['meting:M-1', 'doel:M-2'])
    expect(namedIn({ kind: 'verhaal', body: 'Een { en een } en {meting:M-1}' })).toEqual(['en een', 'meting:M-1'])
  })
})

describe('a typed number', () => {
  test.each([
    ['Wij zagen 14 zaken en 3,5% meer.', ['14', '3,5%']],
    ['Het kostte € 1.200.000 in 2025.', ['€ 1.200.000']],
    ['Op 3 mei 2025 en van 2023 tot 2026.', []],
    ['Er waren {meting:M-014} en 14 andere, weer 14.', ['14']],
    ['Artikel A12 en K-3.', []],
  ])('in “%s” is %o', (text, numbers) => expect(typedNumbers(text)).toEqual(numbers))
})

describe('a part', () => {
  const cleared = (of: Partial<Clearance>): Clearance => ({
    part: 'om',
    upto: 3,
    hash: 'a',
    at: '1',
    actedAs: '',
    ...of,
  })
  test.each([
    ['never cleared is open', [], 'open'],
    ['cleared as it is now is cleared', [cleared({})], 'cleared'],
    ['cleared before a later version is changed', [cleared({ upto: 2 })], 'changed'],
    ['cleared with other figures is changed', [cleared({ hash: 'b' })], 'changed'],
    ['of somebody else says nothing', [cleared({ part: 'politie' })], 'open'],
  ] as const)('%s', (_, clearances, is) => expect(stateOfPart('om', 3, 'a', clearances).is).toBe(is))

  test('in which nothing was ever written is empty', () => {
    expect(stateOfPart('om', 0, 'a', []).is).toBe('empty')
  })

  test('must be cleared by who has words in it, also removed; the results of a year by all three', () => {
    const removed = [version({ part: 'om', isRemoved: true })]
    expect(partsToClear({ kind: 'evaluatie' }, removed)).toEqual(['om'])
    expect(partsToClear({ kind: 'jaarresultaten' }, [])).toEqual(['politie', 'om', 'gemeenten'])
  })
})

describe('an account', () => {
  const counted = (isExample: boolean) => ({ found: new Map([['x', { kind: 'misdrijf', isExample } as Found]]) })
  const nothing = { found: new Map([['x', null]]) }
  test.each([
    [nothing, [nothing], false],
    [counted(false), [counted(false)], false],
    [counted(true), [], true],
    [nothing, [counted(false), counted(true)], true],
  ])('is an example when a figure of it or of one of its pages is', (draft, pages, is) =>
    expect(showsExamples(draft, pages)).toBe(is),
  )

  const none = { windowUntil: null, announcedAt: null }
  const clear = { part: 'politie', state: { is: 'cleared', clearance: {} as Clearance } } as const
  const good = {
    blocks: [version({})],
    states: [clear],
    unknown: [],
    wroteLast: false,
    embargo: none,
    today: '2026-11-24' as Day,
  }
  const window = { ...none, windowUntil: '2026-11-24' as Day }
  const announced = { ...none, announcedAt: '2026-12-01T08:00:00Z' }
  const story = (until: string) => [version({ kind: 'verhaal', origin: 'toestemming', consentUntil: until as Day })]
  test.each([
    ['that is cleared and not one’s own can be released', good, []],
    ['without a block cannot', { ...good, blocks: [] }, ['empty']],
    ['that is not cleared cannot', { ...good, states: [{ part: 'om', state: { is: 'open' } }] as const }, ['part']],
    [
      'with an empty part cannot',
      { ...good, states: [{ part: 'om', state: { is: 'empty' } }] as const },
      ['empty-part'],
    ],
    ['whose consent ends today cannot', { ...good, blocks: story('2026-11-24') }, ['consent']],
    ['whose consent ends tomorrow can', { ...good, blocks: story('2026-11-25') }, []],
    ['with a figure nobody has cannot', { ...good, unknown: [version({})] }, ['unknown']],
    ['at which municipalities still look first cannot', { ...good, embargo: window }, ['window']],
    ['that was announced for later cannot', { ...good, embargo: announced }, ['announced']],
    ['that one wrote oneself cannot', { ...good, wroteLast: true }, ['wrote-last']],
  ])('%s', (_, of, because) => expect(obstacles(of).map((one) => one.because)).toEqual(because))
})
