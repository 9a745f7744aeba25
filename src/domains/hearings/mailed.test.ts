import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { openingFields } from '../../../test/environment/hearings'
import { handMail } from '../../../test/environment/mail'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { silentLog } from '../../platform/log/log'
import { type MailReceiver, startMailReceiver } from '../../platform/mail/receiver'
import { remindParties } from './hearing.verbs'
import { hearingAnswers, hearingPostFrom } from './index'
import { answerExample, readMailedEntry } from './mailed'

describe('an answer to the mail of a hearing', () => {
  test.each([
    ['in one line', 'gehoord op 12 maart 2026, geen zienswijze', { heardOn: '2026-03-12', view: 'geen', points: [] }],
    [
      'with every line there is',
      'Verzonden: 2-11-2025\nagenda op 2026-03-12\nBehandeld op 12 mrt. 2026\nbesloten vergadering\nstuk: https://raad.example/1',
      {
        sentOn: '2025-11-02',
        onAgendaOn: '2026-03-12',
        heardOn: '2026-03-12',
        inPrivate: true,
        paper: 'https://raad.example/1',
        points: [],
      },
    ],
    [
      'with a wish that goes on',
      'Beste bureau,\n\nwensen: noem ook\nhet buitengebied\n\nGroeten van de griffie',
      { view: 'wensen', points: ['noem ook het buitengebied'] },
    ],
    [
      'with a list',
      'gehoord 1 februari 2026\nBedenkingen:\n- te duur\n- te vaag,\nen te laat\n2) te lang',
      { heardOn: '2026-02-01', view: 'bedenkingen', points: ['te duur', 'te vaag, en te laat', 'te lang'] },
    ],
    [
      'in which objections weigh more than wishes',
      'bedenkingen: te duur\nwensen: meer groen',
      { view: 'bedenkingen', points: ['te duur', 'meer groen'] },
    ],
    [
      'of a partner',
      'reactie van 3 maart 2026\ngeen wensen of bedenkingen',
      { heardOn: '2026-03-03', view: 'geen', points: [] },
    ],
    ['that is talk', 'Wij komen erop terug.\nWensen u fijne dagen', { points: [] }],
  ])('is read %s', (_, text, said) => {
    expect(readMailedEntry(text)).toEqual({ said, faults: [] })
  })

  test.each([
    ['a day that is none', 'gehoord op 31 februari 2026', 'no-day'],
    ['no day', 'gehoord in de commissie', 'no-day'],
    ['a view that is none', 'gehoord op 12 maart 2026, wel aardig', 'no-view'],
    [
      'a meeting in private in words of its own',
      'gehoord op 12 maart 2026, geen zienswijze\nDit was in een besloten vergadering.',
      'in-private',
    ],
    ['a day behind other words', 'Besloten vergadering, gehoord op 12 maart 2026', 'in-private'],
    ['two days', 'gehoord op 12 maart 2026\ngehoord op 13 maart 2026', 'twice'],
    ['nothing and a wish', 'geen zienswijze\nwensen: meer groen', 'twice'],
  ])('with %s is unclear', (_, text, fault) => {
    expect(readMailedEntry(text).faults).toMatchObject([{ fault }])
  })

  test('can be what our own mail shows as an example', () => {
    for (const lines of Object.values(answerExample)) {
      const { said, faults } = readMailedEntry(lines.join('\n'))
      expect(faults).toEqual([])
      expect(said).toMatchObject({ heardOn: '2026-03-12' })
    }
  })
})

const domain = 'sv.example'

describe('a hearing by mail', () => {
  let region: Opened
  let receiver: MailReceiver
  let now = new Date('2026-11-24T09:00:00Z')
  let hearing = ''
  const adviser = 'oov-renswoude@voorbeeld.invalid'
  type Mail = { id: string; subject: string; body: string; reply_to: string | null }
  const mails = (to: string) =>
    region.rows(sql<Mail>`select id, subject, body, reply_to from mail.outbox where recipient = ${to} order by put_at`)
  const entries = (party = 'GM0339') =>
    region.rows(sql<{
      version: number
      heard_on: string | null
      view: string | null
      sent_on: string | null
      acted_as: string
      points: string[]
    }>`
      select e.version, e.heard_on, e.view, e.sent_on, e.acted_as,
             array(select p.text from hearings.points p where p.entry = e.id order by p.number) as points
        from hearings.entries e where e.hearing = 'S2023-1' and e.party = ${party} order by e.version`)
  let sent = 0
  /** Hands a mail over, and gives the mails that came back. */
  const send = async (text: string, to: string, more: Parameters<typeof handMail>[2] = {}) => {
    sent += 1
    const before = (await mails(adviser)).map(({ id }) => id)
    const handed = await handMail(receiver.port, to, {
      subject: 'Re',
      text,
      messageId: `<${sent}@raad.example>`,
      ...more,
    })
    return { code: handed.code, back: (await mails(adviser)).filter(({ id }) => !before.includes(id)) }
  }
  let to = ''

  beforeAll(async () => {
    region = await openRegion({
      clock: () => now,
      environment: { MAIL_IN: '127.0.0.1:2525', MAIL_FROM: `post@${domain}` },
    })
    receiver = await startMailReceiver(
      region.db,
      { host: '127.0.0.1', port: 0, domain, purposes: [hearingAnswers('https://sv.example')] },
      silentLog,
    )
    const manager = await signInAs(region, 'programmamanager')
    hearing = await sendForm(region, '/zienswijzen/openen', openingFields('strategie S2023', ['RIEC-MN']), manager)
    const [opening] = await mails(adviser)
    to = opening?.reply_to ?? ''
    now = new Date('2026-11-25T09:00:00Z')
  })
  afterAll(async () => {
    await receiver.stop()
    await region.close()
  })

  test('is answered at an address of its own, as the mail says', async () => {
    expect(hearing).toBe('/zienswijzen/S2023-1')
    expect(to).toMatch(/^antwoord\+[0-9a-f]{52}@sv\.example$/)
    expect((await mails(adviser))[0]?.body).toContain('gehoord op 12 maart 2026, geen zienswijze')
    const [partner] = await mails('hoofd-riec@voorbeeld.invalid')
    expect(partner?.body).toContain('reactie van 12 maart 2026')
    expect(partner?.reply_to).not.toBe(to)
  })

  test('keeps a version of exactly that row, under the function, and tells what it read', async () => {
    const { code, back } = await send(
      'gehoord op 19 november 2026\nwensen: noem ook het buitengebied\n\nOp di 24 nov 2026 schreef Slagvaardig:\n> x',
      to,
    )
    expect(code).toBe(250)
    expect(await entries()).toMatchObject([
      { version: 1, heard_on: '2026-11-19', view: 'wensen', points: ['noem ook het buitengebied'] },
    ])
    expect((await entries())[0]?.acted_as).toContain('Renswoude')
    expect(back).toMatchObject([{ subject: 'Bewaard: de raad van Renswoude' }])
    expect(back[0]?.body).toContain('- gehoord: 19 november 2026')
    expect(back[0]?.body).toContain('- punt 1: noem ook het buitengebied')
    expect(await region.rows(sql`select from hearings.entries where party <> 'GM0339'`)).toEqual([])
  })

  test('that is delivered twice is kept once', async () => {
    const again = { messageId: '<1@raad.example>' }
    expect(await send('gehoord op 19 november 2026\nwensen: noem ook het buitengebied', to, again)).toEqual({
      code: 250,
      back: [],
    })
    expect(await entries()).toHaveLength(1)
  })

  test('says over what stands only what it names, and a point that stood keeps its number', async () => {
    await send('verzonden op 2 november 2026\nwensen:\n- noem ook het buitengebied\n- en de jeugd', to)
    expect(await entries()).toMatchObject([
      {},
      { sent_on: '2026-11-02', heard_on: '2026-11-19', points: ['noem ook het buitengebied', 'en de jeugd'] },
    ])
  })

  test('that is unclear, or cannot be, keeps nothing and says how to do it', async () => {
    const unclear = await send('gehoord op 19 november 2026, best goed', to)
    expect(unclear.back[0]?.body).toContain('"gehoord op 19 november 2026, best goed": achter de datum lezen wij niet')
    const impossible = await send('gehoord op 19 december 2026', to)
    expect(impossible.back[0]?.body).toContain('Deze vergadering komt nog. Zet de dag bij de agenda.')
    const withPoints = await send('geen zienswijze', to)
    expect(withPoints.back[0]?.body).toContain('Kies een van beide.')
    const talk = await send('Wij komen erop terug.', to)
    expect(talk.back[0]?.body).toContain('Wij vonden in uw mail geen antwoord.')
    for (const { back } of [unclear, impossible, withPoints, talk])
      expect(back[0]?.body).toContain('gehoord op 12 maart 2026, geen zienswijze')
    expect(await entries()).toHaveLength(2)
  })

  test('does not go over what somebody else filled in since, but after he was told', async () => {
    now = new Date('2026-11-26T09:00:00Z')
    const manager = await signInAs(region, 'programmamanager')
    const fields = {
      versie: '2',
      zienswijze: 'wensen',
      'punt-1': 'noem ook het buitengebied',
      ...dayFields('gehoord', '2026-11-20'),
    }
    await sendForm(region, '/zienswijzen/S2023-1/GM0339/invullen', fields, manager)
    now = new Date('2026-11-27T09:00:00Z')
    const { back } = await send('gehoord op 18 november 2026', to)
    expect(back[0]?.body).toContain('Intussen vulde Programmamanager, Bureau Regionale Veiligheidsstrategie')
    expect(await entries()).toHaveLength(3)
    now = new Date('2026-11-27T10:00:00Z')
    await send('gehoord op 18 november 2026', back[0]?.reply_to ?? '')
    expect((await entries()).at(-1)).toMatchObject({ version: 4, heard_on: '2026-11-18' })
  })

  test('that a machine wrote, or that comes back, changes nothing and is not answered', async () => {
    const automatic = { headers: { 'Auto-Submitted': 'auto-replied' } }
    expect(await send('gehoord op 1 november 2026', to, automatic)).toEqual({ code: 250, back: [] })
    const bounce = { headers: { 'Content-Type': 'multipart/report; report-type=delivery-status' } }
    expect((await send('gehoord op 1 november 2026', to, bounce)).back).toEqual([])
    expect(await entries()).toHaveLength(4)
  })

  test('at an address that was made up is refused', async () => {
    const forged = to.replace(/[0-9a-f](?=@)/, (last) => (last === '0' ? '1' : '0'))
    expect((await send('geen zienswijze', forged)).code).toBe(550)
  })

  test('is asked for in the reminder too, and after the closing keeps nothing', async () => {
    now = new Date('2026-12-02T09:00:00Z')
    await remindParties(region.db, hearingPostFrom('https://sv.example', domain), () => false)
    const reminder = (await mails('hoofd-riec@voorbeeld.invalid')).find(({ subject }) =>
      subject.startsWith('Herinnering'),
    )
    expect(reminder?.reply_to).toMatch(/^antwoord\+/)
    const manager = await signInAs(region, 'programmamanager')
    await sendForm(region, '/zienswijzen/S2023-1/sluiten', {}, manager)
    const { back } = await send('gehoord op 19 november 2026', to)
    expect(back[0]?.body).toContain('Deze ronde is gesloten')
    expect(await entries()).toHaveLength(4)
  })
})
