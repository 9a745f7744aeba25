import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepRounds, roundPostFrom } from '../../src/domains/progress'
import { owning } from '../../src/platform/db/database'
import { browser } from '../environment/browser'
import { addPerson, signInAs } from '../environment/people'
import { type UpdateCost, updateByPhone } from '../environment/phone'
import { type Served, served } from '../environment/served'
import { type Weak, weakLine } from '../environment/weak-line'

// Promise 8: one update, from the mail to what is kept, on a phone.
const product = served()
const opened = browser()
let line: Weak
beforeAll(async () => {
  line = await weakLine(Number(new URL(product().address).port))
})
afterAll(() => line.close())

/** Who leads one action, the link of his mail, and what was said of the action. */
async function mailedLink({ db, address }: Served): Promise<string> {
  await keepRounds(db, roundPostFrom(address, null), () => false)
  const { rows } = await owning(db, (tx) =>
    sql<{ body: string }>`select body from mail.outbox where recipient = 'adviseur@zvh.example'`.execute(tx),
  )
  return linkIn(rows[0]?.body)
}
const linkIn = (body = '') => /http:\S+\/stand\/\S+/.exec(body)?.[0] ?? ''

const updates = async () =>
  (await owning(product().db, (tx) => sql`select from progress.updates`.execute(tx))).rows.length

/**
 * What it asks of a person, who no machine here is: the keystroke-level model, with 8 seconds to look the page over, 1.35 to think
 * and 1.1 to move before each tap, and a third of a second for a sign on a phone; and slow 4G, with three journeys to and fro a page.
 */
const secondsOf = ({ taps, pageRequests, bytes }: UpdateCost, sentence: string) =>
  8 + taps * (1.35 + 1.1) + sentence.length / 3 + pageRequests * 3 * 0.5625 + bytes / 180_000

test('given a mail about one action, when its link is opened on a phone, then three taps and a sentence are kept, once', async () => {
  await addPerson(product(), { email: 'adviseur@zvh.example', organisation: 'ZVH' })
  const link = await mailedLink(product())
  const sentence = 'Vier zaken samen gedaan.'
  const cost = await updateByPhone(opened(), link, { choice: 'Op koers', sentence })
  console.log(`${cost.taps} taps, ${cost.pageRequests} pages, ${cost.bytes} bytes`)
  expect(cost.says).toContain('Bewaard.')
  expect(cost.says).toContain(sentence)
  expect(cost.taps).toBeLessThanOrEqual(3)
  expect(cost.pageRequests).toBeLessThanOrEqual(2)
  expect(cost.bytes).toBeLessThanOrEqual(60_000)
  expect(secondsOf(cost, sentence)).toBeLessThan(30)

  const professional = await product().text('/acties/S23-009', await signInAs(product(), 'oov-renswoude'))
  expect(professional).toContain('Vier zaken samen gedaan.')
  expect(professional).toContain('met de link in de mail')
  expect(await updates()).toBe(1)
})

test('given a line that breaks before the form arrives and again before its answer does, when it is sent again, then it is kept once', async () => {
  const { rows } = await owning(product().db, (tx) =>
    sql<{ body: string }>`select body from mail.outbox where recipient = 'adviseur@zvh.example'`.execute(tx),
  )
  const link = linkIn(rows[0]?.body).replace(product().address, line.address)
  const before = await updates()
  line.breaks = 'before'
  const { says } = await updateByPhone(opened(), `${link}?opnieuw=ja`, {
    choice: 'Loopt achter',
    sentence: 'De trein stond stil.',
    async whenLost(sendAgain) {
      expect(await updates()).toBe(before)
      line.breaks = 'after'
      await sendAgain()
      expect(await updates()).toBe(before + 1)
      line.breaks = 'never'
      await sendAgain()
    },
  })
  expect(says).toContain('Bewaard.')
  expect(says).toContain('De trein stond stil.')
  expect(await updates()).toBe(before + 1)
})
