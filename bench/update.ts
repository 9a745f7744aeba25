import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { keepRounds, roundPostFrom } from '../src/domains/progress'
import { owning } from '../src/platform/db/database'
import { launchBrowser } from '../test/environment/chromium'
import { addPerson } from '../test/environment/people'
import { updateByPhone } from '../test/environment/phone'
import { openRegion } from '../test/environment/region'

// Promise 8: one update from the link of a mail to what is kept, on a phone of 360 px with an empty cache, over slow 4G.
const rounds = 5
const bar = { taps: 3, pageRequests: 2, bytes: 60_000 }

const region = await openRegion()
// Somebody at the only organisation that leads one action, so that his mail asks about that one.
const post = 'adviseur@zvh.example'
await addPerson(region, { email: post, organisation: 'ZVH' })
const server = serve({ fetch: region.fetch, port: 0, hostname: '127.0.0.1' })
await new Promise((ready) => server.once('listening', ready))
const address = `http://localhost:${(server.address() as AddressInfo).port}`
await keepRounds(region.db, roundPostFrom(address, null), () => false)
const mail = await owning(region.db, (tx) =>
  tx.selectFrom('mail.outbox').select('body').where('recipient', '=', post).executeTakeFirstOrThrow(),
)
const link = /http:\S+\/stand\/\S+/.exec(mail.body ?? '')?.[0] ?? ''

const browser = await launchBrowser()
let isWithin = true
try {
  for (let round = 1; round <= rounds; round++) {
    // After the first time the same page is opened to say it anew.
    const opened = round === 1 ? link : `${link}?opnieuw=ja`
    const choice = round % 2 === 1 ? 'Op koers' : 'Loopt achter'
    const cost = await updateByPhone(browser, opened, { choice, sentence: ` Ronde ${round}.`, slow: true })
    if (!cost.says.includes('Bewaard.')) throw new Error(`not kept: ${cost.says}`)
    isWithin &&= cost.taps <= bar.taps && cost.pageRequests <= bar.pageRequests && cost.bytes <= bar.bytes
    console.log(
      `${round}. ${cost.taps} taps, ${cost.pageRequests} pages, ${(cost.bytes / 1000).toFixed(1)} kB, ${cost.seconds.toFixed(1)} s of waiting`,
    )
  }
} finally {
  await browser.close()
  server.close()
  await region.close()
}
console.log(
  `at most ${bar.taps} taps, ${bar.pageRequests} pages, ${bar.bytes / 1000} kB: ${isWithin ? 'kept' : 'MISSED'}`,
)
process.exitCode = isWithin ? 0 : 1
