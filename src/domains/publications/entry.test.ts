import { describe, expect, test } from 'vitest'
import { newLog, newSigner } from '../../../test/environment/made-log'
import { canonicalJson } from '../../kernel/canonical'
import { checkpointOf, contentOf, type Entry, firstBreach, type StoredEntry } from './entry'
import { hashesOf, hashOfJson } from './entry.verbs'

const signer = newSigner()
const { regels, controlepunten } = newLog(6, signer, 1)
const stored = regels.map(
  ({ kenmerk, ...row }): StoredEntry => ({ seq: row.regel, body: canonicalJson(row), hash: kenmerk }),
)
const breach = (rows: StoredEntry[], checkpoints = controlepunten) => firstBreach(checkpoints, rows, hashesOf(rows))
const withRow = (seq: number, change: (row: StoredEntry) => StoredEntry) =>
  stored.map((row) => (row.seq === seq ? change(row) : row))

describe('the first breach of a log', () => {
  test('is none when all follow on and are what was signed, also after the last checkpoint', () => {
    expect(breach(stored)).toBeNull()
    expect(breach([], [])).toBeNull()
    expect(breach(stored, [])).toBeNull()
  })

  test.each<[string, StoredEntry[], number]>([
    ['a changed text', withRow(3, (row) => ({ ...row, body: row.body.replace('stuk-3', 'stuk-x') })), 3],
    ['a changed hash', withRow(3, (row) => ({ ...row, hash: 'f' })), 3],
    ['no text at all', withRow(3, (row) => ({ ...row, body: '{' })), 3],
    ['a row taken out', stored.filter(({ seq }) => seq !== 3), 3],
    ['the end cut off', stored.slice(0, 4), 5],
    ['a change after the last checkpoint', withRow(6, (row) => ({ ...row, body: row.body.replace('stuk-6', 'x') })), 6],
  ])('is at %s', (_, rows, seq) => expect(breach(rows)).toBe(seq))

  test('is at a row of which a checkpoint says something else', () => {
    const other = { regel: 2, kenmerk: 'f' }
    expect(firstBreach([...controlepunten, other], stored, hashesOf(stored))).toBe(2)
  })
})

describe('a checkpoint', () => {
  test('holds what the verifier, which shares nothing with us, takes a row to hold', () => {
    const { kenmerk: _, ...row } = regels[0] as (typeof regels)[number]
    expect(hashOfJson(contentOf(row as unknown as Entry))).toBe(controlepunten[0]?.inhoud)
  })

  test.each(['', '{"regel":1', '{"regel":"1","kenmerk":"x"}', 'null'])('is not read from %j', (line) =>
    expect(checkpointOf(line)).toBeNull(),
  )
})
