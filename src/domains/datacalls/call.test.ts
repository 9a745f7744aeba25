import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day'
import {
  type Answer,
  byHolder,
  daysUntil,
  isHole,
  type Line,
  numberOf,
  refusalToSign,
  type SigningRefusal,
  standingNumber,
  stateOf,
  sumChecks,
  tally,
  toSign,
  undoing,
} from './call'
import type { Content } from './entry'

const deed = { at: '2026-11-24T09:00:00.000Z', actedAs: 'Hoofd, Bureau RIEC' }
const number = (value: number): Content => ({ kind: 'getal', value, note: null })
const cannot: Content = { kind: 'kan-niet', note: 'niet geteld' }
const empty: Content = { kind: 'leeg' }

type Given = { content: Content; signed?: boolean; importId?: string; undoes?: string }
const line = (code: string, given: readonly Given[] = [], more: Partial<Line> = {}): Line => ({
  code,
  block: 'Casussen',
  title: code,
  unit: 'aantal',
  definition: 'x',
  countingRule: null,
  holder: { code: 'RIEC', name: 'Bureau RIEC' },
  due: null,
  indicator: null,
  measurement: null,
  leftEmpty: null,
  parts: [],
  note: null,
  sources: [],
  conflicts: [],
  answers: given.map(({ content, signed = false, importId = null, undoes = null }, at): Answer => {
    return {
      ...deed,
      id: `${code}${at + 1}`,
      line: code,
      version: at + 1,
      content,
      signature: signed ? deed : null,
      importId,
      undoes,
      byMail: null,
    }
  }),
  ...more,
})
const published = (value: number | null) => ({ measurement: { code: 'M-1', value } })

describe('where a line stands', () => {
  test.each<[string, Line, ReturnType<typeof stateOf>, number | null, boolean]>([
    ['nothing was answered', line('a'), 'open', null, true],
    ['a document printed it', line('a', [], published(103)), 'published', 103, false],
    ['a document printed an unknown number', line('a', [], published(null)), 'open', null, true],
    ['zero was answered', line('a', [{ content: number(0) }]), 'filled', 0, true],
    ['it was signed', line('a', [{ content: number(0), signed: true }]), 'signed', 0, false],
    ['it was emptied again', line('a', [{ content: number(1) }, { content: empty }]), 'open', null, true],
    ['it cannot be given', line('a', [{ content: cannot }]), 'cannot', null, true],
    ['it cannot be given, signed', line('a', [{ content: cannot, signed: true }]), 'cannot-signed', null, true],
    [
      'it changed after it was signed',
      line('a', [{ content: number(1), signed: true }, { content: number(2) }]),
      'changed',
      1,
      false,
    ],
    [
      'a signed number is taken back, unsigned',
      line('a', [{ content: number(1), signed: true }, { content: empty }]),
      'changed',
      1,
      false,
    ],
    [
      'a signed number is taken back, signed',
      line('a', [
        { content: number(1), signed: true },
        { content: empty, signed: true },
      ]),
      'open',
      null,
      true,
    ],
    [
      'it changed, and changed back',
      line('a', [{ content: number(1), signed: true }, { content: number(2) }, { content: number(1) }]),
      'signed',
      1,
      false,
    ],
    [
      'it can be given after all',
      line('a', [{ content: cannot, signed: true }, { content: number(2) }]),
      'filled',
      2,
      true,
    ],
  ])('%s', (_, given, state, value, hole) => {
    expect([stateOf(given), standingNumber(given), isHole(given)]).toEqual([state, value, hole])
  })

  test('is counted: what stands, what waits, what is missing', () => {
    const lines = [
      line('a', [], published(103)),
      line('b', [{ content: number(1), signed: true }]),
      line('c', [{ content: number(1) }]),
      line('d', [{ content: cannot, signed: true }]),
      line('e'),
      line('f', [{ content: number(1), signed: true }, { content: number(2) }]),
      line('g', [{ content: cannot }]),
    ]
    expect(tally(lines)).toEqual({ total: 7, present: 3, waiting: 3, missing: 3 })
  })
})

test('a holder has the first day one of his lines is due', () => {
  const other = { code: 'OM', name: 'OM' }
  const lines = [
    line('a', [], { due: day('2027-02-01') }),
    line('b', [], { holder: other }),
    line('c', [], { due: day('2027-01-15') }),
  ]
  expect(byHolder(lines).map(({ holder, lines, due }) => [holder.code, lines.length, due])).toEqual([
    ['RIEC', 2, '2027-01-15'],
    ['OM', 1, null],
  ])
})

test.each([
  ['2027-02-01', 69],
  ['2026-11-24', 0],
  ['2026-10-24', -31],
])('%s is %d days from 24 November 2026, also over the change of the clock', (due, days) => {
  expect(daysUntil(day(due), day('2026-11-24'))).toBe(days)
})

describe('a total and its parts', () => {
  const total = (answers: readonly Given[], more: Partial<Line> = {}) =>
    line('t', answers, { parts: ['a', 'b'], ...more })
  const of = (...lines: Line[]) =>
    sumChecks(lines, numberOf).map(({ total, sum, difference }) => ({ total, sum, difference }))[0]
  test.each<[string, Line[], number | null, number | null, number | null]>([
    [
      'equal, as printed',
      [total([], published(103)), line('a', [], published(54)), line('b', [], published(49))],
      103,
      103,
      0,
    ],
    [
      'different',
      [total([{ content: number(10) }]), line('a', [{ content: number(4) }]), line('b', [{ content: number(5) }])],
      10,
      9,
      1,
    ],
    [
      'too small',
      [total([{ content: number(8) }]), line('a', [{ content: number(4) }]), line('b', [{ content: number(5) }])],
      8,
      9,
      -1,
    ],
    [
      'an open part: unknown, and not zero',
      [total([{ content: number(4) }]), line('a', [{ content: number(4) }]), line('b')],
      4,
      null,
      null,
    ],
    [
      'a part that cannot be given',
      [total([{ content: number(4) }]), line('a', [{ content: number(4) }]), line('b', [{ content: cannot }])],
      4,
      null,
      null,
    ],
    [
      'an open total',
      [total([]), line('a', [{ content: number(4) }]), line('b', [{ content: number(0) }])],
      null,
      4,
      null,
    ],
    [
      'a part in another unit',
      [
        total([{ content: number(9) }]),
        line('a', [{ content: number(4) }]),
        line('b', [{ content: number(5) }], { unit: 'euro' }),
      ],
      9,
      null,
      null,
    ],
    ['a part that is gone', [total([{ content: number(4) }]), line('a', [{ content: number(4) }])], 4, null, null],
    [
      'cents',
      [total([{ content: number(0.3) }]), line('a', [{ content: number(0.1) }]), line('b', [{ content: number(0.2) }])],
      0.3,
      0.3,
      0,
    ],
  ])('%s', (_, lines, total, sum, difference) => {
    expect(of(...lines)).toEqual({ total, sum, difference })
  })
})

describe('what waits for a signature', () => {
  test.each<[string, Line, boolean]>([
    ['a number', line('a', [{ content: number(1) }]), true],
    ['that it cannot be given', line('a', [{ content: cannot }]), true],
    ['nothing', line('a'), false],
    [
      'an answer that was emptied before anybody signed it',
      line('a', [{ content: number(1) }, { content: empty }]),
      false,
    ],
    [
      'a signed answer that was taken back',
      line('a', [{ content: number(1), signed: true }, { content: empty }]),
      true,
    ],
    ['what is signed', line('a', [{ content: number(1), signed: true }]), false],
    [
      'what says again what was signed',
      line('a', [{ content: number(1), signed: true }, { content: empty }, { content: number(1) }]),
      false,
    ],
    [
      'a signed answer that was taken back, signed',
      line('a', [
        { content: number(1), signed: true },
        { content: empty, signed: true },
      ]),
      false,
    ],
    ['what a document printed', line('a', [{ content: number(1) }], published(1)), false],
  ])('%s', (_, given, waits) => {
    expect(toSign([given]).length === 1).toBe(waits)
  })
})

describe('signing', () => {
  const lines = [line('a', [{ content: number(4) }]), line('b', [{ content: number(5) }]), line('c')]
  const wrong = [...lines, line('t', [{ content: number(10) }], { parts: ['a', 'b'] })]
  const unknown = [...lines, line('t', [{ content: number(10) }], { parts: ['a', 'c'] })]
  test.each<[string, Line[], string[], boolean, SigningRefusal['because'] | null]>([
    ['goes when everything that waits was seen', lines, ['a1', 'b1'], true, null],
    ['goes in any order', lines, ['b1', 'a1'], true, null],
    ['goes when a sum cannot be told', unknown, ['a1', 'b1', 't1'], true, null],
    ['needs something that waits', [line('c')], [], true, 'nothing'],
    ['needs all of it to be seen', lines, ['a1'], true, 'changed'],
    ['needs nothing else to be seen', lines, ['a1', 'b1', 'x1'], true, 'changed'],
    ['needs a confirmation', lines, ['a1', 'b1'], false, 'not-confirmed'],
    ['needs sums that add up', wrong, ['a1', 'b1', 't1'], true, 'sums'],
  ])('%s', (_, given, seen, isConfirmed, because) => {
    expect(refusalToSign(given, 'RIEC', { seen, isConfirmed })?.because ?? null).toBe(because)
  })
  test('is about the lines of one holder', () => {
    const om = { code: 'OM', name: 'OM' }
    const mixed = [...lines, line('o', [{ content: number(1) }], { holder: om })]
    expect(refusalToSign(mixed, 'OM', { seen: ['o1'], isConfirmed: true })).toBeNull()
    expect(refusalToSign(wrong, 'OM', { seen: [], isConfirmed: true })).toEqual({ because: 'nothing' })
  })
})

describe('taking back an import', () => {
  const read = { content: number(9), importId: 'i' }
  test.each<[string, Line, Content | null, string | null]>([
    ['gives back the answer of before', line('a', [{ content: number(1) }, read]), number(1), null],
    ['empties what was empty', line('a', [read]), empty, null],
    ['leaves what was signed', line('a', [{ ...read, signed: true }]), null, 'signed'],
    ['leaves what was answered since', line('a', [read, { content: number(3) }]), null, 'changed'],
    ['leaves what was not in it', line('a', [{ content: number(1) }]), null, null],
    ['is done once', line('a', [read, { content: empty, undoes: 'i' }]), null, null],
  ])('%s', (_, given, content, because) => {
    const { back, stays } = undoing([given], 'i')
    expect([back[0]?.content ?? null, stays[0]?.because ?? null]).toEqual([content, because])
  })
})
