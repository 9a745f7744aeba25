import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handMail } from '../../../test/environment/mail'
import { addPerson } from '../../../test/environment/people'
import { hugePng, phonePhoto } from '../../../test/environment/photos'
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

  describe('with a photo', () => {
    const where = 'N 52.0907 E 5.1214'
    // As large as one of a phone: what stands behind the end of a picture is left behind.
    const fromPhone = Buffer.concat([phonePhoto(where), Buffer.alloc(80_000, 1)])
    const attached = (content: Buffer, filename = 'IMG_1.jpg', contentType = 'image/jpeg') => [
      { filename, contentType, content },
    ]
    const photos = () =>
      region.rows(sql<{ text: string; content: string }>`
        select u.photo_text as text, encode(p.content, 'escape') as content
          from progress.updates u join progress.photos p on p.hash = u.photo where u.action = ${zvh} order by u.version`)
    /** Sends a mail, and gives what is mailed back: all mails have one moment here, so the newest is the one that was not there. */
    const told = async (...mail: Parameters<typeof send>) => {
      const before = (await mails()).map(({ body }) => body)
      await send(...mail)
      const after = (await mails()).map(({ body }) => body)
      for (const body of before) after.splice(after.indexOf(body), 1)
      return after.join()
    }

    test('keeps it with the words of its line, without what the phone wrote beside it, once', async () => {
      const mail = { messageId: '<foto@zvh.example>', attachments: attached(fromPhone) }
      for (let time = 0; time < 2; time += 1) await send('op koers: het hek staat\nfoto: een hek langs het spoor', mail)
      const kept = await photos()
      expect(kept.map(({ text }) => text)).toEqual(['een hek langs het spoor'])
      expect(kept[0]?.content).not.toContain('52.0907')
    })

    test('that stands between the words and has no kind is a photo all the same', async () => {
      const [inline] = attached(fromPhone, 'IMG_2.JPG', 'application/octet-stream')
      await send('op koers: nog een hek\nfoto: nog een hek', {
        messageId: '<inline@zvh.example>',
        html: '<p>op koers: nog een hek</p><p>foto: nog een hek</p><img src="cid:een">',
        attachments: [{ ...inline, cid: 'een' }],
      })
      expect((await photos()).map(({ text }) => text)).toEqual(['een hek langs het spoor', 'nog een hek'])
    })

    test('that cannot be kept keeps what was said, and says what to do', async () => {
      const bomb = Buffer.concat([hugePng(), Buffer.alloc(80_000)])
      const tries = [
        ['<zonder@zvh.example>', 'op koers: een', attached(fromPhone), 'Stuur hem opnieuw, met onder de actie'],
        ['<bom@zvh.example>', 'op koers: twee\nfoto: x', attached(bomb, 'x.png', 'image/png'), '60 miljoen punten'],
        ['<geen@zvh.example>', 'op koers: drie\nfoto: x', attached(Buffer.alloc(80_000, 1)), 'Dit is geen foto.'],
        ['<veel@zvh.example>', 'op koers: vier\nfoto: x', Array(40).fill(attached(fromPhone)[0]), 'past één foto'],
        ['<logo@zvh.example>', 'op koers: vijf\nfoto: x', attached(Buffer.alloc(4_000, 1)), 'vonden geen foto'],
      ] as const
      for (const [messageId, text, attachments, why] of tries) {
        const before = (await said()).length
        const back = await told(text, { messageId, attachments: [...attachments] })
        expect((await said()).length).toBe(before + 1)
        expect(back).toContain('Er is geen foto bewaard.')
        expect(back).toContain(why)
      }
      expect(await photos()).toHaveLength(2)
    })

    test('is not spoken of where only a logo came along', async () => {
      const mail = { messageId: '<stil@zvh.example>', attachments: attached(Buffer.alloc(4_000, 1)) }
      expect(await told('Ongewijzigd', mail)).not.toContain('foto bewaard')
    })
  })

  test('that a machine wrote changes nothing, and is not answered', async () => {
    const before = (await mails()).length
    const mail = { messageId: '<vijf@zvh.example>', headers: { 'Auto-Submitted': 'auto-replied' } }
    expect(await send('op koers', mail)).toMatchObject({ code: 250 })
    expect(await said()).toHaveLength(10)
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
    expect(await said()).toHaveLength(11)
  })
})
