import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledForm, mainText } from '../../../test/environment/html'
import { addPerson, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }
type Fields = Record<string, string>
const riec = '/uitvragen/RIEC-2022/RIEC-MN'

let region: Opened
let head: Headers
let manager: Headers
let adviser: Headers
beforeAll(async () => {
  region = await openRegion()
  head = await signInAs(region, 'hoofd-riec')
  manager = await signInAs(region, 'programmamanager')
  adviser = await signInAs(region, 'oov-renswoude')
})
afterAll(() => region.close())

const fieldsOf = async (page: string, headers: Headers, action: string, changes: Fields = {}) =>
  filledForm(await region.text(page, headers), action, changes)
const fill = async (changes: Fields, headers = head) =>
  region.post(riec, await fieldsOf(riec, headers, riec, changes), headers)
const sign = async (changes: Fields = { akkoord: 'ja' }) =>
  region.post(
    `${riec}/ondertekenen`,
    await fieldsOf(`${riec}/ondertekenen`, head, `${riec}/ondertekenen`, changes),
    head,
  )

const versions = async (line: string) =>
  (
    await owning(region.db, (tx) =>
      sql<{ kind: string; value: number | null; signed: boolean }>`
        select a.kind, a.value, s.answer is not null as signed from datacalls.answers a
          left join datacalls.signatures s on s.answer = a.id where a.line = ${line} order by a.version`.execute(tx),
    )
  ).rows.map(({ kind, value, signed }) => `${value ?? kind}${signed ? ' signed' : ''}`)

describe('the RIEC table of 2022', () => {
  test('has 103 = 54 + 49 and its other rows open, with holder and day', async () => {
    const page = mainText(await region.text('/uitvragen/RIEC-2022', adviser))
    expect(page).toContain('Nog niet compleet: 22 van de 25 cijfers ontbreken of zijn niet ondertekend.')
    expect(page).toContain('Behandelde casussen: 103 = 54 + 49. Dat klopt.')
    expect(page).toContain('Bureau RIEC Midden-Nederland')
    expect(page).toContain('1 februari 2027')
    expect(page).toContain('€xxxxx')
    for (const block of ['Beelden', 'Herkomst van casussen', 'Thema’s in casussen', 'Interventieadviezen', 'Afpakken'])
      expect(page).toContain(block)
  })
  test('of the yearly results has its subjects with who holds them', async () => {
    const page = mainText(await region.text('/uitvragen/JR-2026', adviser))
    for (const named of [
      ...['Verdachten', 'Opheldering', 'Aangepakte csv', 'Afpakken', 'Bibob', 'Terugbellen', 'Burgernet'],
      ...['Openbaar Ministerie', 'Belastingdienst', 'RIEC', 'Platform Veilig Ondernemen'],
    ])
      expect(page).toContain(named)
  })
  test('says what is missing before anything else', async () => {
    const html = await region.text('/uitvragen/RIEC-2022', adviser)
    expect(html.indexOf('id="gaten"')).toBeGreaterThan(0)
    expect(html.indexOf('id="gaten"')).toBeLessThan(html.indexOf('id="cijfers"'))
  })
  test('stands in the list with how much is there per holder', async () => {
    const page = mainText(await region.text('/uitvragen', adviser))
    expect(page).toContain(
      'Beelden (1), Herkomst van casussen (6), Thema’s in casussen (6), Interventieadviezen (6), Afpakken (3)',
    )
  })
  test('how long there is, only those concerned read: nobody else is told who is late', async () => {
    expect(mainText(await region.text('/uitvragen/RIEC-2022', head))).toContain('over 69 dagen')
    expect(mainText(await region.text('/uitvragen/RIEC-2022', manager))).toContain('over 69 dagen')
    expect(mainText(await region.text('/uitvragen/RIEC-2022', adviser))).not.toContain('over 69 dagen')
  })
  test('waits on the own page of whoever answers for its holder, and of nobody else', async () => {
    expect(await region.text('/mijn', head)).toContain(`href="${riec}"`)
    expect(await region.text('/mijn', adviser)).not.toContain('id="wacht"')
    expect(await region.text('/mijn', adviser)).toContain('href="/uitvragen"')
  })
})

describe('filling in', () => {
  test('starts with definition, counting rule, unit and nothing: no zero', async () => {
    const html = await region.text(riec, head)
    expect(html).toMatch(/name="waarde-RIEC-2022-1"[^>]*value=""/)
    expect(mainText(html)).toContain('Opgeleverde ondermijningsbeelden (aantal)')
    expect(mainText(html)).toContain('Elk beeld telt één keer, in het jaar van oplevering.')
    expect(html).not.toContain('waarde-RIEC-2022-2A"')
  })

  test('keeps a draft that the holder and the programme manager of who asks see, and nobody else', async () => {
    const answer = await fill({ 'waarde-RIEC-2022-1': '1.007', 'toelichting-RIEC-2022-1': 'Met quickscans' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${riec}?bewaard=1`])
    expect(mainText(await region.text(`${riec}?bewaard=1`, head))).toContain('1 cijfer wacht op een handtekening')
    for (const [who, sees] of [
      [head, true],
      [manager, true],
      [adviser, false],
    ] as const) {
      const page = mainText(await region.text('/uitvragen/RIEC-2022', who))
      expect(page.includes('1.007')).toBe(sees)
      expect(page.includes('Met quickscans')).toBe(sees)
      expect(page.includes('ingevuld, nog niet ondertekend')).toBe(sees)
    }
  })

  test('refuses what is no answer, and loses nothing that was typed', async () => {
    const answer = await fill({
      'waarde-RIEC-2022-2B1': 'veel',
      'waarde-RIEC-2022-2B2': '12',
      'niet-RIEC-2022-2B3': 'ja',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(mainText(html)).toContain('Uit een ondermijningsbeeld: "veel" is geen getal.')
    expect(mainText(html)).toContain('Schrijf waarom dit cijfer niet geleverd kan worden.')
    expect(html).toContain('href="#veld-waarde-RIEC-2022-2B1"')
    expect(html).toMatch(/name="waarde-RIEC-2022-2B1"[^>]*value="veel"/)
    expect(html).toMatch(/name="waarde-RIEC-2022-2B2"[^>]*value="12"/)
    expect(html).toMatch(/name="niet-RIEC-2022-2B3"[^>]*checked/)
    expect(await versions('RIEC-2022-2B2')).toEqual([])
  })

  test('of the same by two people shows both answers, keeps neither, and the choice becomes a new version', async () => {
    const mine = await fieldsOf(riec, head, riec, { 'waarde-RIEC-2022-31': '5', 'waarde-RIEC-2022-34': '8' })
    expect((await fill({ 'waarde-RIEC-2022-31': '6', 'waarde-RIEC-2022-32': '7' })).status).toBe(303)
    const answer = await region.post(riec, mine, head)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(mainText(html)).toContain(
      'Intussen vulde Hoofd, Bureau RIEC Midden-Nederland op 24 november 2026, 10.00 uur hier in: 6.',
    )
    expect(html).toMatch(/name="waarde-RIEC-2022-31"[^>]*value="5"/)
    expect(html).toMatch(/name="waarde-RIEC-2022-34"[^>]*value="8"/)
    // What a colleague filled in and this one left alone is simply there.
    expect(html).toMatch(/name="waarde-RIEC-2022-32"[^>]*value="7"/)
    expect(await versions('RIEC-2022-34')).toEqual([])
    expect((await region.post(riec, filledForm(html, riec), head)).status).toBe(303)
    expect(await versions('RIEC-2022-31')).toEqual(['6', '5'])
    expect(await versions('RIEC-2022-32')).toEqual(['7'])
    expect(await versions('RIEC-2022-34')).toEqual(['8'])
  })

  test('at the very same moment keeps one answer, and shows it to the other', async () => {
    const fields = (value: string) => fieldsOf(riec, head, riec, { 'waarde-RIEC-2022-35': value })
    const [one, other] = [await fields('1'), await fields('2')]
    const answers = await Promise.all([region.post(riec, one, head), region.post(riec, other, head)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await versions('RIEC-2022-35')).toHaveLength(1)
  })

  test('changes nothing when nothing was changed', async () => {
    const answer = await fill({})
    expect(answer.headers.get('location')).toBe(`${riec}?bewaard=0`)
    expect(mainText(await region.text(`${riec}?bewaard=0`, head))).toContain('Er veranderde niets.')
  })

  test('is a line in the log, without the answers', async () => {
    const administrator = await signInAs(region, 'functioneel-beheerder')
    const log = mainText(await region.text('/beheer/logboek', administrator))
    expect(log).toContain('uitvraag ingevuld')
    expect(log).toContain('RIEC-2022, RIEC-MN: RIEC-2022-1')
    expect(log).not.toContain('1.007')
  })
})

describe('signing', () => {
  test('shows what is signed and what stays open, and asks for a confirmation', async () => {
    const html = await region.text(`${riec}/ondertekenen`, head)
    expect(mainText(html)).toContain('U tekent voor 5 cijfers.')
    expect(mainText(html)).toContain('17 cijfers: Uit een ondermijningsbeeld')
    const answer = await sign({})
    expect(answer.status).toBe(422)
    expect(mainText(await answer.text())).toContain('Kruis aan dat u namens uw organisatie tekent.')
  })

  test('is refused when a total is not its parts, with the difference', async () => {
    const changes: Fields = { 'waarde-RIEC-2022-4A': '10' }
    for (const [at, value] of ['1', '2', '3', '4', '1'].entries()) changes[`waarde-RIEC-2022-4B${at + 1}`] = value
    expect((await fill(changes)).status).toBe(303)
    const answer = await sign()
    expect(answer.status).toBe(422)
    const page = mainText(await answer.text())
    expect(page).toContain('Een totaal is niet gelijk aan zijn delen.')
    expect(page).toContain('Interventieadviezen: 10, maar 1 + 2 + 3 + 4 + 1 = 11. Het verschil is 1.')
    expect((await fill({ 'waarde-RIEC-2022-4B5': '0' })).status).toBe(303)
  })

  test('is refused when something changed since it was shown', async () => {
    const seen = await fieldsOf(`${riec}/ondertekenen`, head, `${riec}/ondertekenen`, { akkoord: 'ja' })
    expect((await fill({ 'waarde-RIEC-2022-1': '7' })).status).toBe(303)
    const answer = await region.post(`${riec}/ondertekenen`, seen, head)
    expect(answer.status).toBe(409)
    expect(mainText(await answer.text())).toContain('Intussen veranderde er iets.')
    expect(await versions('RIEC-2022-1')).toEqual(['1007', '7'])
  })

  test('shows the figures to all partners, with who and when, and to nobody else', async () => {
    const answer = await sign()
    expect(answer.headers.get('location')).toBe(`${riec}/ondertekenen?getekend=11`)
    const page = mainText(await region.text('/uitvragen/RIEC-2022', adviser))
    expect(page).toContain('Nog niet compleet: 11 van de 25')
    expect(page).toContain('Hoofd, Bureau RIEC Midden-Nederland, 24 november 2026, 10.00 uur')
    // A draft that was replaced before anybody signed it never was for others.
    expect(page).not.toContain('1.007')
    expect((await region.get('/uitvragen/RIEC-2022')).status).toBe(404)
  })

  test('is not undone by a change: that is a new version, and the signed one stands until it is signed', async () => {
    expect((await fill({ 'waarde-RIEC-2022-1': '9' })).status).toBe(303)
    expect(await versions('RIEC-2022-1')).toEqual(['1007', '7 signed', '9'])
    const cellOf = async (who: Headers) => {
      const html = await region.text('/uitvragen/RIEC-2022', who)
      return /id="RIEC-2022-1".*?data-kop="Getal"[^>]*>([^<]*)</s.exec(html)?.[1]
    }
    expect(await cellOf(adviser)).toBe('7')
    // Who follows it sees the new one beside the one that stands.
    expect(await cellOf(manager)).toBe('7')
    expect(mainText(await region.text('/uitvragen/RIEC-2022', manager))).toContain('De nieuwe versie: 9.')
    expect(mainText(await region.text('/uitvragen/RIEC-2022', adviser))).not.toContain('De nieuwe versie')
    expect((await sign()).status).toBe(303)
    expect(await cellOf(adviser)).toBe('9')
    expect(await versions('RIEC-2022-1')).toEqual(['1007', '7 signed', '9 signed'])
  })

  test('says that a figure cannot be given, with the reason, and it stays a hole', async () => {
    await fill({
      'niet-RIEC-2022-5B': 'ja',
      'toelichting-RIEC-2022-5B': 'De Belastingdienst houdt dit niet per casus bij',
    })
    expect((await sign()).status).toBe(303)
    const page = mainText(await region.text('/uitvragen/RIEC-2022', adviser))
    expect(page).toContain('De Belastingdienst houdt dit niet per casus bij')
    expect(page).toContain('Nog niet compleet: 11 van de 25')
  })

  test('cannot be changed afterwards, not even by the owner of the tables', async () => {
    for (const statement of [
      'update datacalls.answers set value = 1',
      'delete from datacalls.signatures',
      'delete from datacalls.answers',
    ])
      await expect(owning(region.db, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow('never changed')
  })
})

describe('somebody who does not answer for the holder', () => {
  const addresses = ['', '/ondertekenen', '/inlezen', '/uitvraag.xlsx', '/uitvraag.csv']
  const bytesOf = async (answer: Response) => [answer.status, await answer.text()]

  test('finds nothing there, as at an address that does not exist', async () => {
    for (const who of [adviser, manager, await signInAs(region, 'functioneel-beheerder'), { cookie: '' }]) {
      const nowhere = await bytesOf(await region.get('/bestaat-niet', who))
      for (const address of addresses)
        expect(await bytesOf(await region.get(`${riec}${address}`, who))).toEqual(nowhere)
      for (const address of ['', '/ondertekenen', '/inlezen', '/inlezen/toepassen'])
        expect((await region.post(`${riec}${address}`, { 'waarde-RIEC-2022-1': '1' }, who)).status).toBe(404)
    }
  })

  test.each([
    ['only reads', { role: 'lezer' }],
    ['no longer has that post', { until: '2026-11-24' }],
    ['does not have it yet', { from: '2026-11-25' }],
  ])('because he %s, sees or fills in nothing', async (_, post) => {
    await addPerson(region, {
      email: `iemand-${Object.values(post)[0]}@riec.example`,
      organisation: 'RIEC-MN',
      ...post,
    })
    const { rows } = await owning(region.db, (tx) =>
      sql<{ id: string }>`update identity.people set is_example = true
        where email = ${`iemand-${Object.values(post)[0]}@riec.example`} returning id`.execute(tx),
    )
    const entered = await region.post('/inloggen/voorbeeld', { persoon: rows[0]?.id ?? '' })
    const headers = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
    expect((await region.get('/mijn', headers)).status).toBe(200)
    expect((await region.get(riec, headers)).status).toBe(404)
    // Who only reads there still is one of the holder's own people.
    expect((await region.get('/uitvragen/RIEC-2022', headers)).status).toBe('role' in post ? 200 : 404)
  })
})

describe('the region pack', () => {
  test('is loaded again without touching what was answered', async () => {
    const { loadPack } = await import('../../platform/pack/load')
    const { packFiles } = await import('../../region/pack')
    const before = await versions('RIEC-2022-1')
    expect((await loadPack(region.db, 'region/midden-nederland', packFiles)).loaded).toBe(true)
    expect(await versions('RIEC-2022-1')).toEqual(before)
  })
  test('of another region has its own call', async () => {
    const other = await openRegion({ region: 'voorbeeld' })
    try {
      const analyst = await signInAs(other, 'analist-politie')
      const page = mainText(await other.text('/uitvragen/VB-2025', analyst))
      expect(page).toContain('Woninginbraken in de regio: 412 = 240 + 172. Dat klopt.')
      expect(page).toContain('Nog niet compleet: 6 van de 9')
      expect((await other.get('/uitvragen/VB-2025/VB-POL', analyst)).status).toBe(200)
      expect((await other.get('/uitvragen/VB-2025/VB-OM', analyst)).status).toBe(404)
    } finally {
      await other.close()
    }
  })
})
