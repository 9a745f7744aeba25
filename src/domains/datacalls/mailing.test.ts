import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { filledForm, mainText } from '../../../test/environment/html'
import { type Handed, handMail } from '../../../test/environment/mail'
import { addPerson, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { createLog } from '../../platform/log/log'
import { type MailReceiver, startMailReceiver } from '../../platform/mail/receiver'
import { csvForDutchExcel, xlsx } from '../../platform/sheets/table-file'
import { readTable } from '../../platform/sheets/table-in'
import { listAnswers, wordListFrom } from './mailed.parts'
import { remindHolders } from './mailing.verbs'

const call = '/uitvragen/RIEC-2022'
const task = `${call}/RIEC-MN`
const domain = 'sv.example'
const baseUrl = 'https://sv.example'

let now = testMoment
let region: Opened
let receiver: MailReceiver
let head: { cookie: string }
let manager: { cookie: string }
const logged: string[] = []
const log = createLog(
  'debug',
  (line) => logged.push(line),
  () => now,
)
beforeAll(async () => {
  region = await openRegion({
    clock: () => now,
    environment: { MAIL_IN: '2525', MAIL_FROM: `veiligheid@${domain}`, BASE_URL: baseUrl, EXAMPLE: 'aan' },
  })
  receiver = await startMailReceiver(
    region.db,
    { host: '127.0.0.1', port: 0, domain, purposes: [listAnswers(baseUrl)] },
    log,
  )
})
afterAll(async () => {
  await receiver.stop()
  await region.close()
})

const run = (query: ReturnType<typeof sql>) => owning(region.db, (tx) => query.execute(tx))

type Mail = { recipient: string; subject: string; body: string; reply_to: string | null }
const mails = () =>
  region.rows(sql<Mail>`select recipient, subject, body, reply_to from mail.outbox order by put_at, id`)
const answers = async (line: string) =>
  (
    await region.rows(
      sql<{ value: string | null; kind: string; mailed: boolean }>`
        select kind, value, by_mail is not null as mailed from datacalls.answers where line = ${line} order by version`,
    )
  ).map(({ value, kind, mailed }) => `${value === null ? kind : Number(value)}${mailed ? ' mailed' : ''}`)
const received = async () =>
  (
    await region.rows(
      sql<{ outcome: string; reason: string | null }>`select outcome, reason from mail.received order by at, id`,
    )
  ).map(({ outcome }) => outcome)

/** Everything that came of mails, as one text: to see that nothing changed. */
const everything = async () =>
  JSON.stringify([
    await region.rows(sql`select id from datacalls.answers order by id`),
    await region.rows(sql`select id from datacalls.mailed_conflicts order by id`),
    await region.rows(sql`select id from mail.outbox order by id`),
    await region.rows(sql`select id_hash from identity.sessions where way = 'antwoord'`),
  ])

let to = ''
const send = (mail: Parameters<typeof handMail>[2], address = to, from?: string): Promise<Handed> =>
  handMail(receiver.port, address, mail, from)

beforeEach(async () => {
  now = testMoment
  head = await signInAs(region, 'hoofd-riec')
  manager = await signInAs(region, 'programmamanager')
  const sent = await region.post(`${call}/mailen`, {}, manager)
  expect(sent.headers.get('location')).toBe(`${call}?gemaild=1#mailen`)
  to = (await mails())[0]?.reply_to ?? ''
  now = new Date(testMoment.getTime() + 60_000)
})
afterEach(async () => {
  await run(sql`alter table datacalls.answers disable trigger user`)
  await run(sql`alter table datacalls.imports disable trigger user`)
  await run(sql`alter table datacalls.mailed_conflicts disable trigger user`)
  await run(sql`delete from datacalls.answers`)
  await run(sql`delete from datacalls.imports`)
  await run(sql`delete from datacalls.mailed_conflicts`)
  await run(sql`alter table datacalls.answers enable trigger user`)
  await run(sql`alter table datacalls.imports enable trigger user`)
  await run(sql`alter table datacalls.mailed_conflicts enable trigger user`)
  await run(sql`delete from datacalls.mailings`)
  await run(sql`delete from mail.reply_addresses`)
  await run(sql`delete from mail.outbox`)
})

const fill = async (changes: Record<string, string>) =>
  region.post(task, filledForm(await region.text(task, head), task, changes), head)

describe('the list', () => {
  test('is mailed to who answers for the holder, with number, unit and definition of each line', async () => {
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail?.recipient).toBe('hoofd-riec@voorbeeld.invalid')
    expect(mail?.reply_to).toMatch(/^antwoord\+[0-9a-f]{52}@sv\.example$/)
    // RFC 5321: the part before the @ has at most 64 characters.
    expect(mail?.reply_to?.indexOf('@')).toBeLessThanOrEqual(64)
    expect(mail?.body).toContain('1. Opgeleverde ondermijningsbeelden (aantal). Ondermijningsbeelden die het RIEC')
    expect(mail?.body).toContain('\n12: \n')
    expect(mail?.body).toContain('https://sv.example/uitvragen/RIEC-2022/RIEC-MN/uitvraag.xlsx')
    expect(mainText(await region.text('/postvak', manager))).toContain('Een antwoord gaat naar antwoord+')
  })
  test('is mailed once a day, by the programme manager of whoever asks and by nobody else', async () => {
    expect((await region.post(`${call}/mailen`, {}, manager)).headers.get('location')).toBe(`${call}?gemaild=0#mailen`)
    expect((await region.post(`${call}/mailen`, {}, head)).status).toBe(404)
    expect(await mails()).toHaveLength(1)
    expect(await region.text(call, head)).not.toContain(`${call}/mailen`)
    const page = mainText(await region.text(`${call}?gemaild=1`, manager))
    expect(page).toContain('1 persoon krijgt de lijst.')
    expect(page).toContain('Bureau RIEC Midden-Nederland lijst 1 persoon')
  })
  test('has no address to answer to where no mail is received, and says so', () => {
    const { body } = wordListFrom(baseUrl, false)(
      {
        call: {
          code: 'C',
          title: 'T',
          year: 2026,
          askedBy: { code: 'A', name: 'A' },
          area: { code: 'B', name: 'B' },
          due: null,
          purpose: '',
          note: null,
          sources: [],
          lines: [],
        },
        holder: { code: 'H', name: 'H' },
        lines: [],
      },
      'lijst',
    )
    expect(body).toContain('Vul hier in:')
    expect(body).not.toContain('Antwoord op deze mail')
  })
  test('is signed as RFC 2104 says', async () => {
    const [row] = await region.rows(
      sql<{
        key: string
        mac: string
      }>`select encode(key, 'hex') as key, encode(mail.hmac(key, 'één'), 'hex') as mac from mail.keys`,
    )
    expect(row?.mac).toBe(
      createHmac('sha256', Buffer.from(row?.key ?? '', 'hex'))
        .update('één')
        .digest('hex'),
    )
  })
})

describe('an answer', () => {
  test('fills in its lines by the rules of the form, and says what was understood', async () => {
    const text = 'Hierbij.\n\n1: 345\n2 = 1.234,5\n3: niet te geven, omdat wij dit niet tellen\n4: 7; voorlopig\n5:\n'
    expect((await send({ text })).code).toBe(250)
    expect(await answers('RIEC-2022-1')).toEqual(['345 mailed'])
    // A count is a whole number, in a mail as in the form.
    expect(await answers('RIEC-2022-2B1')).toEqual([])
    expect(await answers('RIEC-2022-2B2')).toEqual(['kan-niet mailed'])
    expect(await answers('RIEC-2022-2B3')).toEqual(['7 mailed'])
    expect(await answers('RIEC-2022-2B4')).toEqual([])
    const mail = (await mails()).at(-1)
    expect(mail?.recipient).toBe('hoofd-riec@voorbeeld.invalid')
    expect(mail?.body).toContain('Wij vulden 3 cijfers in:')
    expect(mail?.body).toContain('1. Opgeleverde ondermijningsbeelden: 345')
    expect(mail?.body).toContain('2. Dit is een aantal: schrijf een heel getal.')
    expect(mail?.body).toContain('Nog open: 2, 5')
    expect(mail?.body).toContain(`${baseUrl}${task}/ondertekenen`)
    expect(await received()).toEqual(['verwerkt'])
  })
  test('shows on the page that it came by mail, is no signature, and stands in the log of its person', async () => {
    await send({ text: '1: 345\n\nOndertekend' })
    expect(mainText(await region.text(call, head))).toContain(
      'Hoofd, Bureau RIEC Midden-Nederland, 24 november 2026, 10.01 uur, per mail',
    )
    expect(await region.rows(sql`select answer from datacalls.signatures`)).toEqual([])
    const [line] = await region.rows(
      sql<{
        acted_as: string
        object: string
      }>`select acted_as, object from identity.audit_log where event = 'uitvraag ingevuld per mail'
        order by object limit 1`,
    )
    expect(line).toEqual({ acted_as: 'Hoofd, Bureau RIEC Midden-Nederland', object: 'RIEC-2022, RIEC-MN: RIEC-2022-1' })
  })
  test('may be HTML, and its quote is not read', async () => {
    const quote = '<div>Op di 24 nov 2026 schreef RVS:<br></div><blockquote>1: 999<br>3: 999</blockquote>'
    expect((await send({ html: `<div>1: 345</div><p>4:&nbsp;7</p>${quote}` })).code).toBe(250)
    expect(await answers('RIEC-2022-1')).toEqual(['345 mailed'])
    expect(await answers('RIEC-2022-2B3')).toEqual(['7 mailed'])
    expect(await answers('RIEC-2022-2B2')).toEqual([])
  })
  test('in which nothing stands above the quote says so', async () => {
    await send({ text: '\nOp di 24 nov 2026 schreef RVS:\n> 1: 345\n' })
    expect(await answers('RIEC-2022-1')).toEqual([])
    expect((await mails()).at(-1)?.body).toContain('Wij lezen alleen wat u boven de oude mail schrijft.')
    expect(await received()).toEqual(['geweigerd'])
  })
  test('counts once, however often it is delivered', async () => {
    const mail = { text: '1: 345', messageId: '<een@elders.example>' }
    expect((await send(mail)).code).toBe(250)
    const before = await everything()
    expect((await send(mail)).code).toBe(250)
    const both = await Promise.all([send({ ...mail, text: '1: 346' }), send(mail)])
    expect(both.map(({ code }) => code)).toEqual([250, 250])
    expect(await everything()).toBe(before)
  })
  test('comes at the same moment twice and counts once', async () => {
    const mail = { text: '1: 345', messageId: '<twee@elders.example>' }
    const both = await Promise.all([send(mail), send(mail)])
    expect(both.map(({ code }) => code)).toEqual([250, 250])
    expect(await answers('RIEC-2022-1')).toEqual(['345 mailed'])
    expect(await mails()).toHaveLength(2)
  })
  test('does not overwrite what somebody else answered meanwhile: both are shown, and a second mail decides', async () => {
    await fill({ 'waarde-RIEC-2022-1': '340' })
    await send({ text: '1: 345\n4: 7' })
    expect(await answers('RIEC-2022-1')).toEqual(['340'])
    expect(await answers('RIEC-2022-2B3')).toEqual(['7 mailed'])
    const mail = (await mails()).at(-1)
    expect(mail?.body).toContain('1. Opgeleverde ondermijningsbeelden: u schreef 345. Er staat 340')
    expect(mainText(await region.text(task, head))).toContain('Per mail kwam ook: 345 (Hoofd, Bureau RIEC')
    expect(mainText(await region.text(call, manager))).toContain('Per mail kwam ook: 345')

    now = new Date(now.getTime() + 60_000)
    expect((await send({ text: '1: 345' }, mail?.reply_to ?? '')).code).toBe(250)
    expect(await answers('RIEC-2022-1')).toEqual(['340', '345 mailed'])
    expect(mainText(await region.text(task, head))).not.toContain('Per mail kwam ook')
  })
  test('may be mended by another answer to the same mail', async () => {
    await send({ text: '1: 345' })
    now = new Date(now.getTime() + 60_000)
    await send({ text: '1: 346' })
    expect(await answers('RIEC-2022-1')).toEqual(['345 mailed', '346 mailed'])
  })
  test('is believed for its address, whoever says to have sent it', async () => {
    await send({ text: '1: 345' }, to.toUpperCase(), 'ander@wat-dan-ook.example')
    expect(await answers('RIEC-2022-1')).toEqual(['345 mailed'])
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([
      'hoofd-riec@voorbeeld.invalid',
      'hoofd-riec@voorbeeld.invalid',
    ])
  })
})

describe('a file that comes along', () => {
  const own = async () => {
    const table = await readTable(new Uint8Array(await (await region.get(`${task}/uitvraag.xlsx`, head)).arrayBuffer()))
    return 'rows' in table ? table.rows.map((row) => [...row]) : []
  }
  const written = async (changes: Record<string, unknown>) => {
    const [header = [], ...lines] = await own()
    const at = header.indexOf('waarde')
    for (const row of lines) if (String(row[0]) in changes) row[at] = changes[String(row[0])] as never
    return { name: 'x', header: header as string[], rows: lines as never }
  }

  test.each(['xlsx', 'csv'] as const)('as %s is read in by the rules of the exchange', async (kind) => {
    const sheet = await written({ 'RIEC-2022-1': 12, 'RIEC-2022-2B1': 3 })
    const content = kind === 'xlsx' ? Buffer.from(await xlsx(sheet)) : Buffer.from(csvForDutchExcel(sheet))
    expect((await send({ text: 'Zie bijlage.', attachments: [{ filename: `c.${kind}`, content }] })).code).toBe(250)
    expect(await answers('RIEC-2022-1')).toEqual(['12 mailed'])
    expect(await answers('RIEC-2022-2B1')).toEqual(['3 mailed'])
    expect((await mails()).at(-1)?.body).toContain('Wij vulden 2 cijfers in uit uw bestand:')
    expect(mainText(await region.text(`${task}/inlezen`, head))).toContain(`c.${kind}`)
  })
  test('is refused whole when a cell is wrong, with row and column', async () => {
    const content = Buffer.from(await xlsx(await written({ 'RIEC-2022-1': 12, 'RIEC-2022-2B1': 'veel' })))
    await send({ text: '1: 5', attachments: [{ filename: 'c.xlsx', content }] })
    expect(await answers('RIEC-2022-1')).toEqual([])
    expect((await mails()).at(-1)?.body).toContain('rij 3, kolom waarde: "veel" is geen getal.')
    expect(await received()).toEqual(['geweigerd'])
  })
})

describe('is not taken', () => {
  const refusedAs = async (address: string, text = '1: 345') => {
    const before = await everything()
    const answer = await send({ text }, address)
    expect(await everything()).toBe(before)
    return answer
  }
  test('a forged, an expired, an ended and an unknown address: all are told the same', async () => {
    const nobody = await refusedAs(`iemand@${domain}`)
    expect(nobody.code).toBe(550)
    const flipped = to.replace(/.(?=@)/, (last) => (last === '0' ? '1' : '0'))
    expect(await refusedAs(flipped)).toEqual(nobody)
    expect(await refusedAs(to.replace(/\+./, (first) => (first === '+0' ? '+1' : '+0')))).toEqual(nobody)
    expect(await refusedAs(to.replace(domain, 'elders.example'))).toEqual(nobody)
    expect(await refusedAs(`antwoord@${domain}`)).toEqual(nobody)

    const shut = async (change: ReturnType<typeof sql>, back: ReturnType<typeof sql>) => {
      await run(change)
      expect(await refusedAs(to)).toEqual(nobody)
      await run(back)
    }
    const post = sql`person = (select id from identity.people where email = 'hoofd-riec@voorbeeld.invalid')`
    const other = await addPerson(region, { email: 'opvolger@riec.example', organisation: 'RIEC-MN' })
    await shut(
      sql`update identity.posts set valid_to = '2026-11-24' where ${post}`,
      sql`update identity.posts set valid_to = null where ${post}`,
    )
    const [own] = await region.rows(
      sql<{ id: string; person: string }>`select id, person from identity.posts where ${post}`,
    )
    await shut(
      sql`update identity.posts set person = ${other} where id = ${own?.id}`,
      sql`update identity.posts set person = ${own?.person} where id = ${own?.id}`,
    )
    await shut(
      sql`update mail.reply_addresses set about = about || '{"call": "JR-2026"}'`,
      sql`update mail.reply_addresses set about = about || '{"call": "RIEC-2022"}'`,
    )
    await run(sql`delete from identity.people where id = ${other}`)

    expect(await received()).toEqual([])
    now = new Date('2027-02-16T12:00:00Z')
    expect(await refusedAs(to)).toEqual(nobody)
    now = new Date('2027-02-14T12:00:00Z')
    expect((await send({ text: '1: 345' })).code).toBe(250)
  })
  test.each<[string, Parameters<typeof handMail>[2], string | undefined, string]>([
    [
      'an automatic answer',
      { text: '1: 345', headers: { 'Auto-Submitted': 'auto-replied' } },
      undefined,
      'automatisch',
    ],
    ['an out-of-office', { text: '1: 345', subject: 'Automatisch antwoord: x' }, undefined, 'automatisch'],
    ['a bounce', { text: '1: 345' }, '', 'onbestelbaar'],
  ])('%s: it is noted, changes nothing and is not answered', async (_, mail, from, outcome) => {
    const before = await everything()
    expect((await send({ ...mail, messageId: '<x@y.example>' }, to, from)).code).toBe(250)
    expect((await send({ ...mail, messageId: '<x@y.example>' }, to, from)).code).toBe(250)
    expect(await everything()).toBe(before)
    expect(await received()).toEqual([outcome])
  })
  test('a mail that is too large', async () => {
    const before = await everything()
    const answer = await send({
      text: '1: 345',
      attachments: [{ filename: 'x.pdf', content: Buffer.alloc(11 * 1024 * 1024) }],
    })
    expect(answer.code).toBe(552)
    expect(await everything()).toBe(before)
    expect(await received()).toEqual([])
  })
  test('a mail for more than one', async () => {
    expect(
      (await handMail(receiver.port, to, { text: '1: 345', envelope: { from: 'a@b.nl', to: [to, `x@${domain}`] } }))
        .code,
    ).toBe(250)
    expect(await answers('RIEC-2022-1')).toEqual(['345 mailed'])
  })
})

describe('a machine that answers everything', () => {
  test('is answered no more than twenty times an hour', async () => {
    for (let at = 0; at < 24; at += 1) await send({ text: 'Bedankt voor uw bericht.' })
    expect(await mails()).toHaveLength(21)
    expect(await received()).toHaveLength(24)
  })
})

describe('a reminder', () => {
  const post = { word: wordListFrom(baseUrl, true), domain }
  const remind = () => remindHolders(region.db, post, () => false)
  test('comes once, in the last week, to who was mailed and left lines open', async () => {
    expect(await remind()).toBe(0)
    now = new Date('2027-01-26T12:00:00Z')
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    const mail = (await mails()).at(-1)
    expect(mail?.subject).toBe('Herinnering: Resultaten van de integrale aanpak in RIEC-verband, 2022')
    expect((await send({ text: '1: 345' }, mail?.reply_to ?? '')).code).toBe(250)
    now = new Date('2027-01-30T12:00:00Z')
    expect(await remind()).toBe(0)
  })
  test('does not come to who answered everything', async () => {
    await send({ text: Array.from({ length: 22 }, (_, at) => `${at + 1}: ${at}`).join('\n') })
    expect((await mails()).at(-1)?.body).toContain('Alle cijfers van uw lijst zijn ingevuld.')
    now = new Date('2027-01-26T12:00:00Z')
    expect(await remind()).toBe(0)
  })
})

test('no mail address stands in the log', () => {
  expect(logged.length).toBeGreaterThan(20)
  expect(logged.join('\n')).not.toMatch(/@|voorbeeld\.invalid|elders|antwoord\+/)
})
