import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planMeeting, seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { keepView, releaseView, startProposal, viewAddress } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning, writing } from '../../platform/db/database'

type Headers = { cookie: string }

let region: Opened
let [manager, secretary, mayor, motor, other]: Headers[] = []
let meeting = ''
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  motor = await signInAs(region, 'oov-utrecht')
  other = await signInAs(region, 'oov-renswoude')
  await seatCollege(region)
  // The district of which somebody else is secretary.
  await sendForm(region, '/gremia/DVC/beginnen', { gebied: 'FL', openbaar: 'ja' }, manager)
  meeting = await planMeeting(region, '2026-11-24')
  const add = (title: string, more: Record<string, string> = {}) =>
    sendForm(
      region,
      `${meeting}/punten/nieuw`,
      itemFields(title, { soort: 'besluitvorming', ...more }),
      secretary as Headers,
    )
  await add('Rooster van de flexteams')
  await add('Onderzoek Kraanvogel', closing)
  await sendForm(region, `${meeting}/verzenden`, {}, secretary)
  const form = await region.text(meeting, mayor)
  const [seat, versie] = [hiddenIn(form, 'zetel'), hiddenIn(form, 'versie')]
  await sendForm(region, `${meeting}/aanwezig`, { zetel: seat, versie, [`antwoord-${seat}`]: 'aanwezig' }, mayor)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const formAt = (label: string, more = '') =>
  `/besluiten/nieuw?vergadering=${meeting.split('/').at(-1)}&punt=${label}${more}`

/** Sends the form of a decision at an item as it was opened. */
async function decideAt(label: string, headers: Headers, more: Record<string, string> = {}): Promise<Response> {
  return region.post(
    '/besluiten/nieuw',
    {
      sleutel: randomUUID(),
      vergadering: meeting.split('/').at(-1) ?? '',
      punt: label,
      gremium: 'DVC',
      gebied: 'WU',
      ...dayFields('genomen', '2026-11-24'),
      titel: 'Het rooster geldt',
      tekst: 'Het college stelt het rooster vast.',
      grond: 'afspraak in het college',
      vaststellers: 'burgemeester van Houten',
      zichtbaar: 'openbaar',
      ...more,
    },
    headers,
  )
}
const codeIn = (answer: Response) => /^\/besluiten\/([^?]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

describe('a decision of a meeting', () => {
  test('begins with what is known of the meeting, and says whose presence is not known', async () => {
    const page = await region.text(formAt('1'), secretary)
    expect(page).toContain('value="Rooster van de flexteams"')
    expect(page).toContain('<option value="DVC" selected')
    expect(page).toMatch(/name="genomen-dag"[^>]*value="24"/)
    expect(page).toMatch(/<textarea[^>]*name="vaststellers"[^>]*>Burgemeester, (gemeente )?Houten/i)
    expect(mainText(page)).toContain('Ingevuld is wie liet weten te komen.')
    // Who does not sit there reads no answers, and is told so.
    await sendForm(region, `${meeting}/openbaar`, {}, secretary as Headers)
    const outside = await region.text(formAt('1'), manager)
    expect(outside).not.toMatch(/<textarea[^>]*name="vaststellers"[^>]*>Burgemeester/i)
    expect(mainText(outside)).toContain('ziet alleen wie in dit overleg zit')
  })

  test('is recorded by the secretary of that instance, of no other', async () => {
    for (const headers of [mayor, motor, other, undefined]) {
      expect(await status(formAt('1'), headers)).toBe(404)
      expect((await decideAt('1', headers as Headers)).status).toBe(404)
    }
    const elsewhere = await decideAt('', secretary as Headers, { vergadering: '', gebied: 'FL' })
    expect(elsewhere.status).toBe(422)
    const planted = writing(region.db, { sessionId: (secretary as Headers).cookie.split('=')[1] ?? null }, (tx) =>
      sql`insert into decisions.decisions (code, body, area, taken_on, title, text, ground, adopted_by, attended, is_public, form_key)
        values ('B-2026-901', 'DVC', 'FL', '2026-11-24', 'x', 'x', 'x', '{x}', '{}', true, 'sleutel-2')`.execute(tx),
    )
    await expect(planted).rejects.toMatchObject({ code: '42501' })
    const done = await decideAt('1', secretary as Headers)
    expect(codeIn(done)).toBe('B-2026-001')
    expect(await main('/besluiten/B-2026-001')).toContain('Hoofd, Bureau')
  })

  test('names its meeting and item, and they name it', async () => {
    expect(await region.text('/besluiten/B-2026-001')).toContain(`href="${meeting}/punten/1"`)
    for (const address of [meeting, `${meeting}/punten/1`]) expect(await main(address)).toContain('Het rooster geldt')
  })

  test('is of a day on which that meeting is, and of that body', async () => {
    const late = await decideAt('1', secretary as Headers, dayFields('genomen', '2026-11-23'))
    expect(late.status).toBe(409)
    expect(mainText(await late.text())).toContain('Een besluit is genomen op een dag van de vergadering.')
    const wrong = await decideAt('1', manager as Headers, { gebied: 'FL' })
    expect(mainText(await wrong.text())).toContain('Deze vergadering is van een ander overleg.')
  })

  test('is turned back by the same secretary', async () => {
    const back = { vergadering: '', draaitTerug: 'B-2026-001', titel: 'Toch niet' }
    expect((await decideAt('', mayor as Headers, back)).status).toBe(404)
    expect(codeIn(await decideAt('', secretary as Headers, back))).toBe('B-2026-002')
  })
})

describe('under a closed item', () => {
  test('it exists for who sits there only, and is numbered apart', async () => {
    await sendForm(
      region,
      '/gremia/DVC/WU/zetels',
      await seatFields(region, 'analist-politie', 'lid', dayFields('tot', '2026-12-01')),
      manager as Headers,
    )
    expect(await status(formAt('b1'), manager)).toBe(404)
    const page = await main(formAt('b1'), secretary)
    expect(page).toContain('Het besluit bestaat alleen voor wie in dit overleg zit')
    // Asked to be public all the same, it is not.
    const code = codeIn(
      await decideAt('b1', secretary as Headers, {
        titel: 'Kraanvogel gaat door',
        voorwaarden: 'Eerst de bewoners horen',
      }),
    )
    expect(code).toBe('V-DVC-WU-2026-001')
    for (const headers of [mayor, motor, secretary, await signInAs(region, 'analist-politie')]) {
      expect(await main(`/besluiten/${code}`, headers)).toContain('Kraanvogel gaat door')
      expect(await main(`${meeting}/punten/b1`, headers)).toContain('Kraanvogel gaat door')
    }
    for (const headers of [manager, other, undefined]) {
      expect(await status(`/besluiten/${code}`, headers)).toBe(404)
      for (const address of ['/besluiten', meeting, '/gremia/DVC', '/zoeken?q=kraanvogel', '/api/v1/besluiten'])
        expect(await region.text(address, headers)).not.toContain('Kraanvogel gaat')
    }
    // Where reading is not noted its words do not stand.
    const standing = await main('/gremia/DVC/WU/stand', mayor)
    expect(standing).toContain('Een voorwaarde van een besloten besluit')
    expect(standing).not.toContain('Eerst de bewoners horen')
    const read = await region.rows(
      sql`select from identity.audit_log where event = 'besloten stuk gelezen' and object = ${code}`,
    )
    expect(read).toHaveLength(4)
  })

  test('it does nothing that is public, and the next of professionals has the first number', async () => {
    expect((await decideAt('b1', secretary as Headers, { actie: 'S23-010', veld: 'titel', waarde: 'x' })).status).toBe(
      409,
    )
    const next = await decideAt('1', secretary as Headers, { zichtbaar: 'vertrouwelijk', titel: 'Voor professionals' })
    expect(codeIn(next)).toBe('V-2026-001')
    expect(await main('/besluiten/V-2026-001', other)).toContain('Voor professionals')
  })

  test('it is not hung under an open item, nor an open one under a closed item', async () => {
    const planted = (code: string, label: string, closedTo: string | null) =>
      writing(region.db, { sessionId: (secretary as Headers).cookie.split('=')[1] ?? null }, async (tx) => {
        await sql`insert into decisions.decisions (code, body, area, taken_on, title, text, ground, adopted_by, attended, is_public, closed_to, form_key)
          values (${code}, 'DVC', 'WU', '2026-11-24', 'x', 'x', 'x', '{x}', '{}', false, ${closedTo}, ${randomUUID()})`.execute(
          tx,
        )
        await sql`insert into decisions.taken_at (decision, meeting, item)
          select ${code}, i.meeting, i.id from meetings.items i
           where i.meeting = 'DVC-WU-2026-1' and i.is_closed = ${label === 'b1'}`.execute(tx)
      })
    await expect(planted('V-2026-901', 'b1', null)).rejects.toMatchObject({ message: 'besloten-punt' })
    await expect(planted('V-DVC-WU-2026-901', '1', 'DVC-WU')).rejects.toMatchObject({ message: 'besloten-punt' })
  })
})

describe('a condition', () => {
  const say = (at: string, seq: number, fields: Record<string, string>, headers = secretary) =>
    region.post(
      `${at}/voorwaarden/${seq}`,
      {
        versie: '0',
        [`stand-${seq}`]: 'voldaan',
        [`zin-${seq}`]: 'De raden hebben het rooster gezien',
        [`bewijs-${seq}`]: 'https://voorbeeld.invalid/rooster',
        ...dayFields(`sinds-${seq}`, '2026-11-24'),
        ...fields,
      },
      headers,
    )
  const inApi = async (code: string) =>
    (JSON.parse(await region.text(`/api/v1/besluiten/${code}`)) as { standVanVoorwaarden: unknown[] })
      .standVanVoorwaarden
  let [at, toCome]: string[] = []

  test('waits for the secretary of who set it and returns on the meetings to come, until he says that it was met', async () => {
    toCome = await planMeeting(region, '2026-12-15')
    const code = codeIn(
      await decideAt('1', secretary as Headers, {
        titel: 'Rooster onder voorwaarden',
        voorwaarden: 'De raden zien het rooster\n\nNa een jaar evalueren',
      }),
    )
    at = `/besluiten/${code}`
    expect(await main(at)).toMatch(/1\. De raden zien het rooster open .*2\. Na een jaar evalueren open/)
    for (const headers of [mayor, other, {} as Headers]) {
      expect((await say(at, 1, {}, headers)).status).toBe(404)
      expect(await region.text(at, headers)).not.toContain('/voorwaarden/1')
    }
    expect(await main(toCome, mayor)).toMatch(/Nog open van eerder.*De raden zien het rooster.*Na een jaar evalueren/)
    expect(await main('/mijn', secretary)).toContain('De raden zien het rooster')
    expect(await main('/mijn', mayor)).not.toContain('De raden zien het rooster')
    const done = await say(at, 1, {})
    expect(done.headers.get('location')).toBe(`${at}?bewaard=voorwaarde#voorwaarden`)
    expect(await main(at)).toMatch(
      /voldaan Voldaan sinds 24 november 2026\. De raden hebben het rooster gezien\. .*Vastgelegd op .*Hoofd, Bureau/,
    )
    for (const [page, headers] of [
      [toCome, mayor],
      ['/mijn', secretary],
    ] as const) {
      expect(await main(page, headers)).not.toContain('De raden zien het rooster')
      expect(await main(page, headers)).toContain('Na een jaar evalueren')
    }
    expect(await main('/gremia/DVC/WU/stand')).toMatch(/De raden zien het rooster \(B-[0-9-]+\): voldaan/)
    expect(await inApi(code)).toMatchObject([
      { nummer: 1, stand: 'voldaan', sinds: '2026-11-24', bewijs: 'https://voorbeeld.invalid/rooster' },
      { nummer: 2, stand: 'open', sinds: null },
    ])
  })

  test('is kept in versions: the same twice is one, and who did not see the newest sees both', async () => {
    expect((await say(at ?? '', 1, {})).status).toBe(303)
    expect(await region.rows(sql`select from decisions.condition_states`)).toHaveLength(1)
    const clash = await say(at ?? '', 1, { 'stand-1': 'niet voldaan', 'zin-1': 'Eén raad nog niet' })
    expect(clash.status).toBe(409)
    expect(await clash.text()).toContain('Eén raad nog niet</textarea>')
    const wrong = await say(at ?? '', 2, { 'zin-2': '', 'bewijs-2': 'daar', ...dayFields('sinds-2', '2026-11-25') })
    expect(wrong.status).toBe(422)
    for (const why of ['waar dat uit blijkt', 'dat met https:// begint', 'Deze dag komt nog.'])
      expect(mainText(await wrong.clone().text())).toContain(why)
    expect(
      (await say(at ?? '', 1, { versie: '1', 'stand-1': 'niet voldaan', 'zin-1': 'Eén raad nog niet' })).status,
    ).toBe(303)
    expect(await main(at ?? '')).toMatch(/niet voldaan Niet voldaan sinds.*Eerder vastgelegd: 1/)
    expect(await main(toCome ?? '', mayor)).toContain('De raden zien het rooster')
  })

  test('is dropped by a later decision of the same body only, and open again once that is turned back', async () => {
    const drop = (besluit: string) => say(at ?? '', 2, { 'stand-2': 'vervallen', 'besluit-2': besluit })
    expect((await drop('')).status).toBe(422)
    const elsewhere = codeIn(await decideAt('', manager as Headers, { vergadering: '', gebied: 'FL' }))
    expect((await drop(elsewhere)).status).toBe(422)
    const later = codeIn(await decideAt('1', secretary as Headers, { titel: 'Geen evaluatie meer' }))
    expect((await drop(later)).status).toBe(303)
    expect(await main(at ?? '')).toContain(`Vervallen door besluit ${later}`)
    const back = { vergadering: '', draaitTerug: later, titel: 'Toch evalueren' }
    expect((await decideAt('', secretary as Headers, back)).status).toBe(303)
    expect(await main(at ?? '')).toContain('Open: het besluit dat haar liet vervallen, is teruggedraaid.')
    expect(await main(toCome ?? '', mayor)).toContain('Na een jaar evalueren')
  })

  test('of a decision under a closed item is known to who sits there only, without its words where reading is not noted', async () => {
    const closed = '/besluiten/V-DVC-WU-2026-001'
    for (const headers of [manager, other, {} as Headers]) {
      expect((await say(closed, 1, {}, headers)).status).toBe(404)
      expect(await region.text(toCome ?? '', headers)).not.toContain('besloten besluit')
    }
    for (const [page, headers] of [
      [toCome, mayor],
      ['/mijn', secretary],
    ] as const) {
      expect(await main(page ?? '', headers)).toContain('Een voorwaarde van een besloten besluit')
      expect(await main(page ?? '', headers)).not.toContain('Eerst de bewoners horen')
    }
    const sentence = 'Kraanvogel is besproken met de bewoners'
    expect((await say(closed, 1, { 'zin-1': sentence })).status).toBe(303)
    expect(await main(closed, mayor)).toContain(sentence)
    expect(await main('/gremia/DVC/WU/stand', mayor)).not.toContain(sentence)
  })

  test('of a view waits for its secretary once it was told what was done, also when the route is over', async () => {
    const proposal = await startProposal(region, { titel: 'Nachtdienst delen' }, manager)
    for (const seq of [1, 2, 3]) {
      await sendForm(
        region,
        `${proposal}/stappen/${seq}/beginnen`,
        dayFields('termijn', '2026-12-20'),
        manager as Headers,
      )
      if (seq < 3)
        await sendForm(region, `${proposal}/stappen/${seq}/afronden`, { uitkomst: 'Klaar.' }, manager as Headers)
    }
    const view = viewAddress(proposal, 'DVC-WU')
    await keepView(region, view, { zienswijze: 'voorwaarde', voorwaarde: 'Kleine gemeenten betalen niet' }, secretary)
    expect((await say(view, 1, {})).status).toBe(404)
    await releaseView(region, view, mayor)
    expect(await main(view, mayor)).toContain('1. Kleine gemeenten betalen niet open')
    expect(await main(toCome ?? '', mayor)).toMatch(
      /Kleine gemeenten betalen niet zienswijze van .*West-Utrecht over Nacht/,
    )
    expect(await main(toCome ?? '')).not.toContain('Kleine gemeenten')
    expect(await main('/mijn', secretary)).not.toContain('Kleine gemeenten')
    const versie = hiddenIn(await region.text(`${view}/antwoord`, manager), 'versie')
    const told = { versie, gevolg: 'overgenomen', waarom: 'Het staat in de tekst.' }
    await sendForm(region, `${view}/antwoord`, told, manager as Headers)
    expect(await main('/mijn', secretary)).toContain('Kleine gemeenten betalen niet')
    for (const headers of [mayor, motor, manager]) expect((await say(view, 1, {}, headers)).status).toBe(404)
    // Who says that it is open still waits for it.
    expect((await say(view, 1, { 'stand-1': 'open', 'zin-1': 'Nog niet besproken' })).status).toBe(303)
    expect(await main('/mijn', secretary)).toContain('Kleine gemeenten betalen niet')
    expect((await say(view, 1, { versie: '1', 'bewijs-1': proposal })).status).toBe(303)
    expect(await main(view, mayor)).toContain('Voldaan sinds 24 november 2026.')
    expect(await main('/gremia/DVC/WU/stand', mayor)).toMatch(
      /Kleine gemeenten betalen niet \(zienswijze van .*\): voldaan/,
    )
    expect(await main('/gremia/DVC/WU/stand')).not.toContain('Kleine gemeenten')
    for (const [page, headers] of [
      [toCome, mayor],
      ['/mijn', secretary],
    ] as const)
      expect(await main(page ?? '', headers)).not.toContain('Kleine gemeenten')
    // What was not met returns, until the proposal is taken back: then it lapsed, whatever was said of it.
    expect((await say(view, 1, { versie: '2', 'stand-1': 'niet voldaan', 'zin-1': 'Toch niet' })).status).toBe(303)
    expect(await main(toCome ?? '', mayor)).toContain('Kleine gemeenten')
    await sendForm(region, `${proposal}/afsluiten`, { uitkomst: 'ingetrokken' }, manager as Headers)
    expect(await main(toCome ?? '', mayor)).not.toContain('Kleine gemeenten')
    expect(await main(view, mayor)).toContain('Vervallen: het besluit of voorstel waar zij bij hoort')
  })

  test('of a body of the region of which no number is known waits for its secretary', async () => {
    await sendForm(region, '/gremia/REGWV/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager as Headers)
    const seat = await seatFields(region, 'hoofd-bureau', 'secretaris')
    await sendForm(region, '/gremia/REGWV/MNL/zetels', seat, manager as Headers)
    const ofRegion = { vergadering: '', gremium: 'REGWV', gebied: '', voorwaarden: 'De GGZ doet mee' }
    expect((await decideAt('', secretary as Headers, ofRegion)).status).toBe(303)
    expect(await main('/mijn', secretary)).toContain('De GGZ doet mee')
  })

  test('is seen at a page of here, not at an address that only looks like one', async () => {
    const seen = (evidence: string) =>
      owning(region.db, (tx) =>
        sql`insert into decisions.condition_states (decision, seq, version, state, since, sentence, evidence, at, acted_as)
          values (${at?.split('/').at(-1)}, 9, 1, 'open', '2026-11-24', 'x', ${evidence}, platform.moment(), 'x')`.execute(
          tx,
        ),
      )
    await expect(seen('//elders.nl')).rejects.toMatchObject({ code: '23514' })
    await seen('/indicatoren')
  })
})
