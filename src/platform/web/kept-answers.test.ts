import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEmptyDatabase, testMoment } from '../../../test/environment/region'
import { type Database, owning } from '../db/database'
import { stateOf } from '../db/state'
import { keptAnswers } from './kept-answers'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openEmptyDatabase(() => testMoment))
})
afterAll(() => close())

let made = 0
// On a server of PostgreSQL other tests write meanwhile: how often an answer is made is asked of a database in which nobody does.
const still = () => keptAnswers(async () => 'the same')
let kept = still()
beforeEach(() => {
  made = 0
  kept = still()
})
const page = (text = 'bladzijde', status = 200) => {
  made += 1
  return Promise.resolve(new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } }))
}
const change = () =>
  owning(db, (tx) => sql`select mail.put('a@b.example', 'x', 'y', false, platform.moment())`.execute(tx))
const ask = (key: string, isCompressed = false, make = page) => kept(db, key, isCompressed, () => make())

describe('what a database looks like', () => {
  test('stays the same while nothing is written, and is another after a change', async () => {
    const twice = async () => new Set([await stateOf(db), await stateOf(db)]).size
    await expect.poll(twice).toBe(1)
    const before = await stateOf(db)
    await change()
    expect(await stateOf(db)).not.toBe(before)
  })
})

describe('the answer to what everybody may read', () => {
  test('is made once, and is the same each time', async () => {
    for (let time = 0; time < 3; time++) {
      const answer = await ask('/a')
      expect([await answer.text(), answer.headers.get('content-type')]).toEqual([
        'bladzijde',
        'text/html; charset=utf-8',
      ])
    }
    expect(made).toBe(1)
  })
  test('is another for another address, and for who reads no compressed answers', async () => {
    await ask('/a')
    await ask('/b')
    const compressed = await ask('/a', true)
    expect(made).toBe(3)
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(compressed.headers.get('vary')).toContain('Accept-Encoding')
    expect(gunzipSync(new Uint8Array(await compressed.arrayBuffer())).toString()).toBe('bladzijde')
  })
  test('is made again after any change', async () => {
    kept = keptAnswers()
    await ask('/a')
    await change()
    await ask('/a')
    expect(made).toBe(2)
  })
  test('is not kept when something changed while it was made', async () => {
    kept = keptAnswers()
    await ask('/a', false, async () => {
      await change()
      return page()
    })
    await ask('/a')
    expect(made).toBe(2)
  })
  test('is not kept when it is a refusal, or very long', async () => {
    await ask('/a', false, () => page('niet gevonden', 404))
    await ask('/a', false, () => page('niet gevonden', 404))
    await ask('/b', false, () => page('x'.repeat(2 ** 20 + 1)))
    await ask('/b', false, () => page('x'.repeat(2 ** 20 + 1)))
    expect(made).toBe(4)
  })
  test('is not kept under a very long address, which anybody can make up', async () => {
    const long = `/a?${'0'.repeat(600)}`
    await ask(long)
    await ask(long)
    expect(made).toBe(2)
  })
  test('gives way to newer ones when there are too many', async () => {
    const long = () => page('x'.repeat(2 ** 20))
    for (let at = 0; at < 70; at++) await ask(`/${at}`, false, long)
    await ask('/69', false, long)
    expect(made).toBe(70)
    await ask('/0', false, long)
    expect(made).toBe(71)
  })
})
