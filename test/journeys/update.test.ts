import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { keepRounds, roundPostFrom } from '../../src/domains/progress'
import { owning } from '../../src/platform/db/database'
import { browser } from '../environment/browser'
import { addPerson, signInAs } from '../environment/people'
import { updateByPhone } from '../environment/phone'
import { type Served, served } from '../environment/served'

// Promise 8: one update, from the mail to what is kept, on a phone.
const product = served()
const opened = browser()

/** Who leads one action, the link of his mail, and what was said of the action. */
async function mailedLink({ db, address }: Served): Promise<string> {
  await keepRounds(db, roundPostFrom(address, null), () => false)
  const { rows } = await owning(db, (tx) =>
    sql<{ body: string }>`select body from mail.outbox where recipient = 'adviseur@zvh.example'`.execute(tx),
  )
  return /http:\S+\/stand\/\S+/.exec(rows[0]?.body ?? '')?.[0] ?? ''
}

test('given a mail about one action, when its link is opened on a phone, then three taps and a sentence are kept, once', async () => {
  await addPerson(product(), { email: 'adviseur@zvh.example', organisation: 'ZVH' })
  const link = await mailedLink(product())
  const cost = await updateByPhone(opened(), link, { choice: 'Op koers', sentence: 'Vier zaken samen gedaan.' })
  console.log(`${cost.taps} taps, ${cost.pageRequests} pages, ${cost.bytes} bytes`)
  expect(cost.says).toContain('Bewaard.')
  expect(cost.says).toContain('Vier zaken samen gedaan.')
  expect(cost.taps).toBeLessThanOrEqual(3)
  expect(cost.pageRequests).toBeLessThanOrEqual(2)
  expect(cost.bytes).toBeLessThanOrEqual(60_000)

  const professional = await product().text('/acties/S23-009', await signInAs(product(), 'oov-renswoude'))
  expect(professional).toContain('Vier zaken samen gedaan.')
  expect(professional).toContain('met de link in de mail')
  const { rows } = await owning(product().db, (tx) => sql`select from progress.updates`.execute(tx))
  expect(rows).toHaveLength(1)
})
