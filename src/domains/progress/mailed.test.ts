import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handMail } from '../../../test/environment/mail'
import { addPerson } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { silentLog } from '../../platform/log/log'
import { type MailReceiver, startMailReceiver } from '../../platform/mail/receiver'
import { roundPostFrom, updateAnswers } from './index'
import { keepRounds } from './round.verbs'

const baseUrl = 'https://sv.example'
const domain = 'sv.example'
const zvh = 'S23-009'

describe('an answer to the mail that asks how actions stand', () => {
  let region: Opened
  let receiver: MailReceiver
  let now = new Date('2026-11-17T09:00:00Z')
  let to = ''
  const mails = () =>
    region.rows(
      sql<{ subject: string; body: string; reply_to: string | null }>`
        select subject, body, reply_to from mail.outbox where recipient = 'adviseur@zvh.example' order by put_at, id`,
    )
  const said = () =>
    region.rows(sql<{ status: string; sentence: string | null; way: string; is_unchanged: boolean }>`
      select status, sentence, way, is_unchanged from progress.updates where action = ${zvh} order by version`)
  const send = (text: string, more: Parameters<typeof handMail>[2] = {}, address = to) =>
    handMail(receiver.port, address, { subject: 'Re: hoe staat het ervoor?', text, ...more })

  beforeAll(async () => {
    region = await openRegion({ clock: () => now })
    await addPerson(region, { email: 'adviseur@zvh.example', organisation: 'ZVH' })
    receiver = await startMailReceiver(
      region.db,
      { host: '127.0.0.1', port: 0, domain, purposes: [updateAnswers(baseUrl)] },
      silentLog,
    )
    await keepRounds(region.db, roundPostFrom(baseUrl, domain), () => false)
    to = (await mails())[0]?.reply_to ?? ''
    now = new Date('2026-11-18T09:00:00Z')
  })
  afterAll(async () => {
    await receiver.stop()
    await region.close()
  })

  test('is asked for in the mail itself, at an address of its own', async () => {
    expect((await mails())[0]?.body).toContain('Of antwoord op deze mail.')
    expect(to).toMatch(/^antwoord\+[0-9a-f]{52}@sv\.example$/)
  })

  test('is kept, whoever it says it is from, and told back', async () => {
    const mail = { messageId: '<een@zvh.example>' }
    expect(
      await send('op koers: het draaiboek is af\n\nOp di 17 nov 2026 schreef Slagvaardig:\n> 1. x', mail),
    ).toMatchObject({ code: 250 })
    expect(await said()).toMatchObject([{ status: 'op-koers', sentence: 'het draaiboek is af', way: 'mail' }])
    const back = (await mails()).at(-1)
    expect(back?.subject).toBe('Bewaard: 1 actie')
    expect(back?.body).toContain(`1. op koers: het draaiboek is af (${zvh})`)
  })

  test('that is delivered twice is kept once', async () => {
    expect(await send('op koers: het draaiboek is af', { messageId: '<een@zvh.example>' })).toMatchObject({ code: 250 })
    expect(await said()).toHaveLength(1)
  })

  test('may say that nothing changed', async () => {
    expect(await send('Ongewijzigd', { messageId: '<twee@zvh.example>' })).toMatchObject({ code: 250 })
    expect(await said()).toMatchObject([{}, { status: 'op-koers', is_unchanged: true }])
  })

  test('that is not clear keeps nothing, and says what is wrong with which line', async () => {
    await send('loopt achter', { messageId: '<drie@zvh.example>' })
    await send('Groeten, de adviseur', { messageId: '<vier@zvh.example>' })
    expect(await said()).toHaveLength(2)
    const back = await mails()
    expect(back.filter(({ subject }) => subject === 'Uw mail is niet verwerkt')).toHaveLength(2)
    expect(back.map(({ body }) => body).join()).toContain('"loopt achter": schrijf in één zin waarom.')
    expect(back.map(({ body }) => body).join()).toContain('Wij vonden in uw mail niets over de acties.')
  })

  test('says that a photo that came along is not kept, and takes no logo for one', async () => {
    const picture = (bytes: number) => [
      { filename: 'foto.jpg', contentType: 'image/jpeg', content: Buffer.alloc(bytes, 1) },
    ]
    await send('op koers: zie foto', { messageId: '<foto@zvh.example>', attachments: picture(80_000) })
    await send('Ongewijzigd', { messageId: '<logo@zvh.example>', attachments: picture(4_000) })
    expect((await mails()).filter(({ body }) => body.includes('De foto bij uw mail is niet bewaard.'))).toHaveLength(1)
  })

  test('that a machine wrote changes nothing, and is not answered', async () => {
    const before = (await mails()).length
    const mail = { messageId: '<vijf@zvh.example>', headers: { 'Auto-Submitted': 'auto-replied' } }
    expect(await send('op koers', mail)).toMatchObject({ code: 250 })
    expect(await said()).toHaveLength(4)
    expect(await mails()).toHaveLength(before)
  })

  test('at an address that was made up is refused', async () => {
    const forged = to.replace(/[0-9a-f](?=@)/, (last) => (last === '0' ? '1' : '0'))
    expect(await send('op koers', {}, forged)).toMatchObject({ code: 550 })
  })

  test('of a post that ended is refused, and after the round too', async () => {
    await owning(region.db, (tx) =>
      sql`update identity.posts set valid_to = '2026-11-20' where person = (select id from identity.people where email = 'adviseur@zvh.example')`.execute(
        tx,
      ),
    )
    expect(await send('op koers: nog net', { messageId: '<zes@zvh.example>' })).toMatchObject({ code: 250 })
    now = new Date('2026-11-19T23:00:00Z')
    expect(await send('op koers: te laat', { messageId: '<zeven@zvh.example>' })).toMatchObject({ code: 550 })
    expect(await said()).toHaveLength(5)
  })
})
