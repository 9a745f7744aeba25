import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  adviserOf,
  annotate,
  annotationFields,
  inSeat,
  seatWithAdviser,
  sendCollege,
} from '../../../test/environment/annotations'
import { hiddenIn, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }

let now = testMoment
let region: Opened
let meeting = ''
let [secretary, manager, mayor, adviser, otherMayor, otherAdviser]: Headers[] = []

const signAllIn = async () => {
  secretary = await signInAs(region, 'hoofd-bureau')
  manager = await signInAs(region, 'programmamanager')
  mayor = await inSeat(region, 'GM0321')
  adviser = await adviserOf(region, 'GM0321')
  otherMayor = await inSeat(region, 'GM0355')
  otherAdviser = await adviserOf(region, 'GM0355')
}

beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  meeting = await sendCollege(region)
  // In this order: the post of the first ends in two days.
  await seatWithAdviser(region, 'GM0321', 'RVC-MNL', '2026-11-26')
  await seatWithAdviser(region, 'GM0355', 'RVC-MNL')
  await signAllIn()
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const item = (label: string) => `${meeting}/punten/${label}`
const logged = async () => (await region.rows(sql`select from identity.audit_log`)).length

describe('who advises somebody with a seat', () => {
  test('reads what was sent and is open; nothing of what is closed, and neither time nor place', async () => {
    const page = await main(meeting, adviser)
    expect(page).toContain('1. Weerbare gemeenten')
    expect(page).not.toContain('Kraanvogel')
    expect(page).not.toContain('Stadhuis')
    expect(await main(item('1'), adviser)).toContain('Waar het om gaat.')
    expect(await status(item('b1'), adviser)).toBe(404)
    expect(await status(`${item('b1')}/annotatie`, adviser)).toBe(404)
    for (const person of ['oov-renswoude', 'analist-politie', 'functioneel-beheerder'])
      expect(await status(item('1'), await signInAs(region, person))).toBe(404)
  })

  test('sees no draft of an agenda', async () => {
    const fields = itemFields('Nagekomen stuk', { wijziging: 'Nieuw.' })
    const added = await sendForm(region, `${meeting}/punten/nieuw`, fields, secretary as Headers)
    expect(await status(added, adviser)).toBe(200)
    const other = await sendForm(
      region,
      '/vergaderingen/plannen',
      {
        overleg: 'RVC-MNL',
        sleutel: 'nog-niet-verzonden',
        begin: '9.30',
        einde: '11.00',
        plaats: 'Zeist',
        stand: 'gepland',
        'op-dag': '5',
        'op-maand': '3',
        'op-jaar': '2027',
      },
      secretary as Headers,
    )
    const draft = await sendForm(region, `${other}/punten/nieuw`, itemFields('Nog een concept'), secretary as Headers)
    expect(await status(draft, adviser)).toBe(404)
  })
})

describe('an annotation', () => {
  test('stands beside what the item means for the own municipality, and says what is not known', async () => {
    const page = await main(`${item('1')}/annotatie`, adviser)
    expect(page).toContain('prioriteit Georganiseerde ondermijnende (drugs)criminaliteit en mensenhandel')
    expect(page).toContain('Wij zijn')
    expect(page).toContain('nog niet gemeld')
    expect(page).toMatch(/geen cijfer/)
    expect(page).toContain('Er is geen eigen versie of eigen plan bekend')
    expect(await main(`${item('2')}/annotatie`, adviser)).toContain('Uitvoeringsplan')
    expect(await main(`${item('3')}/annotatie`, adviser)).toContain('Dit punt noemt geen plan, prioriteit of actie.')
  })

  test('is a draft for advisers only until it is ready; then whoever sits there for them reads it', async () => {
    await annotate(region, item('1'), adviser as Headers, 'Let op de kosten.', 'concept')
    expect(await main(`${meeting}/annotaties`, adviser)).toContain('concept')
    for (const path of [`${meeting}/annotaties`, item('1')]) {
      expect(await region.text(path, mayor)).not.toContain('Let op de kosten.')
      expect(await main(path, mayor)).toContain('nog geen annotatie klaar')
    }
    expect(await annotate(region, item('1'), adviser as Headers, 'Let op de kosten.\nVraag om uitstel.')).toBe(
      `${meeting}/annotaties?bewaard=klaar`,
    )
    for (const path of [`${meeting}/annotaties`, item('1')]) {
      const page = await main(path, mayor)
      expect(page).toContain('Vraag om uitstel.')
      expect(page).toMatch(/Klaar op 24 november 2026.*door Adviseur openbare orde en veiligheid, Houten/)
      expect(page).not.toContain('Intussen is er iets veranderd')
    }
    expect(await main(meeting, mayor)).toContain('Bij 1 van 4 punten is een annotatie klaar.')
    // A draft over what is ready leaves what is ready.
    await annotate(region, item('1'), adviser as Headers, 'Toch niet zo duur.', 'concept')
    expect(await main(item('1'), mayor)).toContain('Vraag om uitstel.')
    expect(await region.text(item('1'), mayor)).not.toContain('Toch niet zo duur.')
  })

  test('is of the own organisation: nobody else reads it or can write it', async () => {
    for (const [headers, sees] of [
      [otherMayor, 4],
      [otherAdviser, 3],
    ] as const) {
      expect(await region.text(item('1'), headers)).not.toContain('Vraag om uitstel.')
      expect(await main(`${meeting}/annotaties`, headers)).toContain(`0 van ${sees} punten klaar`)
      expect(await status(`${meeting}/annotaties?voor=GM0321`, headers)).toBe(404)
    }
    for (const headers of [manager, secretary, undefined, await signInAs(region, 'functioneel-beheerder')]) {
      expect(await status(`${meeting}/annotaties`, headers)).toBe(404)
      expect(await status(`${item('1')}/annotatie`, headers)).toBe(404)
    }
    const form = await annotationFields(region, item('1'), adviser as Headers, { tekst: 'x', stand: 'concept' })
    for (const headers of [mayor, otherAdviser, otherMayor, manager, secretary, undefined])
      expect((await region.post(`${item('1')}/annotatie`, form, headers)).status).toBe(404)
  })

  test('is in no log', async () => {
    const before = await logged()
    await annotate(region, item('2'), otherAdviser as Headers, 'Van Zeist.', 'concept')
    await annotate(region, item('2'), otherAdviser as Headers, 'Van Zeist.')
    await region.text(`${meeting}/annotaties`, otherMayor)
    expect(await logged()).toBe(before)
  })

  test('says what is different today, and keeps what the adviser saw', async () => {
    const seen = await region.text(`${item('2')}/wijzigen`, secretary)
    const fields = itemFields('Stand van de uitvoering', {
      versie: hiddenIn(seen, 'versie'),
      regel: hiddenIn(seen, 'regel'),
      'gaat-over': 'P23-DV',
      wijziging: 'Gaat niet meer over het plan.',
    })
    await sendForm(region, `${item('2')}/wijzigen`, fields, secretary as Headers)
    const page = await main(item('2'), otherMayor)
    expect(page).toContain('Vandaag staat er iets anders bij: gaat over')
    expect(page).toContain('plan Uitvoeringsplan')
    expect(page).toContain('Zo stond het op 24 november 2026')
  })

  test('is not finished on a basis that was not seen', async () => {
    const form = await annotationFields(region, item('3'), adviser as Headers, { tekst: 'Mijn tekst.', stand: 'klaar' })
    const answer = await region.post(`${item('3')}/annotatie`, { ...form, basis: 'een-andere' }, adviser)
    expect(answer.status).toBe(409)
    const text = mainText(await answer.text())
    expect(text).toContain('is veranderd terwijl u schreef')
    expect(text).toContain('Mijn tekst.')
  })

  test('of at most 2,000 characters; what was typed stays', async () => {
    const long = 'x'.repeat(2003)
    const form = await annotationFields(region, item('1'), adviser as Headers, { tekst: long, stand: 'klaar' })
    const answer = await region.post(`${item('1')}/annotatie`, form, adviser)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(mainText(text)).toContain('haal er 3 tekens af')
    expect(text).toContain(long)
  })

  test('written by two at once shows the second both texts; a form that arrives twice counts once', async () => {
    const at = item('3')
    const one = await annotationFields(region, at, adviser as Headers, { tekst: 'De eerste.', stand: 'concept' })
    const two = await annotationFields(region, at, adviser as Headers, { tekst: 'De tweede.', stand: 'klaar' })
    for (let click = 0; click < 2; click++) await sendForm(region, `${at}/annotatie`, one, adviser as Headers)
    const answer = await region.post(`${at}/annotatie`, two, adviser)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(mainText(page)).toContain('De eerste.')
    expect(page).toContain('De tweede.</textarea>')
    const again = { ...two, versie: hiddenIn(page, 'versie'), sleutel: 'een-nieuwe-sleutel' }
    await sendForm(region, `${at}/annotatie`, again, adviser as Headers)
    expect(await main(`${at}/annotatie`, adviser)).toContain('De eerste.')
    expect(await region.rows(sql`select from annotations.versions where body = 'De eerste.'`)).toHaveLength(1)
    await expect(
      owning(region.db, (tx) => sql`update annotations.versions set body = 'x'`.execute(tx)),
    ).rejects.toThrow('added to and never changed')
  })
})

describe('a closed item', () => {
  test('is read by the own adviser while it is shared with him, and that is logged', async () => {
    const at = item('b1')
    const share = async (delen: 'ja' | 'nee', headers: Headers) =>
      region.post(`${at}/delen`, { regel: itemId, delen }, headers)
    const itemId = hiddenIn(await region.text(at, mayor), 'regel')
    expect((await share('ja', adviser as Headers)).status).toBe(404)
    expect((await share('ja', manager as Headers)).status).toBe(404)
    for (let click = 0; click < 2; click++) expect((await share('ja', mayor as Headers)).status).toBe(303)
    expect(await region.rows(sql`select from meetings.shares`)).toHaveLength(1)
    expect(await main(at, adviser)).toContain('Onderzoek Kraanvogel')
    expect(await status(at, otherAdviser)).toBe(404)
    expect(await main(at, mayor)).toContain('U deelt dit punt sinds 24 november 2026')
    expect(await main(at, otherMayor)).toContain('zien dit punt niet')
    await annotate(region, at, adviser as Headers, 'Over de kraanvogel.')
    expect(await main(at, mayor)).toContain('Over de kraanvogel.')
    const read = sql`select from identity.audit_log where event = 'besloten stuk gelezen' and acted_as like 'Adviseur%Houten'`
    expect(await region.rows(read)).not.toHaveLength(0)
    expect((await share('nee', mayor as Headers)).status).toBe(303)
    expect(await status(at, adviser)).toBe(404)
    expect(await status(`${at}/annotatie`, adviser)).toBe(404)
    expect(await region.text(`${meeting}/annotaties`, adviser)).not.toContain('kraanvogel')
    expect(await main(at, mayor)).toContain('Over de kraanvogel.')
    await share('ja', mayor as Headers)
    expect(await status(at, adviser)).toBe(200)
  })

  test('is shared no more with the seat that comes after', async () => {
    await owning(region.db, async (tx) => {
      await sql`update meetings.seats set valid_to = '2026-11-24' where organisation = 'GM0321' and instance = 'RVC-MNL'`.execute(
        tx,
      )
      await sql`insert into meetings.seats (instance, kind, organisation, title, post, valid_from, at, acted_as, form_key)
        select instance, kind, organisation, 'Opvolger', (select p.id from identity.posts p join identity.people h on h.id = p.person
            where h.email = 'zetel-gm0321@voorbeeld.invalid'), '2026-11-24', platform.moment() + interval '1 minute', 'x', 'de-opvolger'
          from meetings.seats where organisation = 'GM0321' and instance = 'RVC-MNL'`.execute(tx)
    })
    expect(await status(item('b1'), adviser)).toBe(404)
    expect(await main(item('b1'), mayor)).toContain('zien dit punt niet')
    expect(await main(item('1'), mayor)).toContain('Vraag om uitstel.')
  })
})

describe('time', () => {
  test('nudges the adviser ten days ahead, and never before or when all is ready', async () => {
    expect(await main('/mijn', otherAdviser)).toMatch(/Annotaties voor .* op 4 december 2026: nog 2 van 3 niet klaar/)
    expect(await main('/mijn', otherMayor)).not.toContain('Annotaties voor')
    now = new Date('2026-11-23T09:00:00Z')
    expect(await main('/mijn', await adviserOf(region, 'GM0355'))).not.toContain('Annotaties voor')
    now = testMoment
    for (const label of ['1', '3']) await annotate(region, item(label), otherAdviser as Headers, 'Ook klaar.')
    expect(await main('/mijn', otherAdviser)).not.toContain('Annotaties voor')
  })

  test('ends everything at midnight in Amsterdam, when the post ends', async () => {
    now = new Date('2026-11-25T22:59:00Z')
    await signAllIn()
    expect(await main(item('1'), mayor)).toContain('Vraag om uitstel.')
    expect(await status(`${meeting}/annotaties`, adviser)).toBe(200)
    const form = await annotationFields(region, item('1'), adviser as Headers, { tekst: 'Te laat.', stand: 'klaar' })
    now = new Date('2026-11-25T23:00:00Z')
    for (const headers of [mayor, adviser]) {
      expect(await status(`${meeting}/annotaties`, headers)).toBe(404)
      expect(await status(item('1'), headers)).toBe(404)
    }
    expect((await region.post(`${item('1')}/annotatie`, form, adviser)).status).toBe(404)
    expect(await main(item('1'), otherMayor)).toContain('Ook klaar.')
  })
})

test('the pages are kept by nobody on the way', async () => {
  const answer = await region.get(`${meeting}/annotaties`, otherMayor)
  expect(answer.headers.get('cache-control')).toContain('no-store')
})

describe('whom an adviser serves', () => {
  const named = async (organisation: string, headers: Headers, adviseert = 'ja') => {
    const [of] = await region.rows(sql<{ seat: string; post: string }>`
      select s.id as seat, p.id as post from meetings.seats s join identity.posts p on p.organisation = s.organisation
       where s.organisation = ${organisation} and s.instance = 'RVC-MNL' and s.title = 'Burgemeester' and p.role = 'adviseur'`)
    const address = `/gremia/RVC/MNL/zetels/${of?.seat}/adviseurs`
    return (await region.post(address, { functie: of?.post ?? '', adviseert }, headers)).status
  }
  beforeAll(async () => {
    for (const organisation of ['POL-MN', 'GM0303']) await seatWithAdviser(region, organisation, 'RVC-MNL')
    await signAllIn()
  })

  test('is a named seat at a large organisation, and nobody until he is named', async () => {
    const police = await adviserOf(region, 'POL-MN')
    for (const path of [item('1'), `${item('1')}/annotatie`, `${meeting}/annotaties`])
      expect(await status(path, police)).toBe(404)
    expect(await main(meeting, police)).not.toContain('Weerbare gemeenten')
    const holder = await inSeat(region, 'POL-MN')
    for (const headers of [police, holder, secretary, otherMayor])
      expect(await named('POL-MN', headers as Headers)).toBe(404)
    for (let click = 0; click < 2; click++) expect(await named('POL-MN', manager as Headers)).toBe(303)
    expect(await status(item('1'), police)).toBe(200)
    await annotate(region, item('1'), police, 'Van de politie.')
    expect(await main(item('1'), holder)).toContain('Van de politie.')
    expect(await named('POL-MN', manager as Headers, 'nee')).toBe(303)
    for (const path of [item('1'), `${item('1')}/annotatie`]) expect(await status(path, police)).toBe(404)
  })

  test('is the mayor of the own municipality of itself, until somebody else of it sits somewhere', async () => {
    const own = await adviserOf(region, 'GM0303')
    expect(await status(item('1'), own)).toBe(200)
    await owning(region.db, (tx) =>
      sql`insert into meetings.seats (instance, kind, organisation, title, valid_from, at, acted_as, form_key)
        values ('RVC-MNL', 'lid', 'GM0303', 'Wethouder veiligheid', '2026-01-01', platform.moment(), 'x', 'zetel-van-wethouder')`.execute(
        tx,
      ),
    )
    expect(await status(item('1'), own)).toBe(404)
    expect(await named('GM0303', manager as Headers)).toBe(303)
    expect(await status(item('1'), own)).toBe(200)
  })

  test('is of the organisation of the seat and of that instance only', async () => {
    const [seat] = await region.rows(sql<{ id: string }>`select id from meetings.seats where organisation = 'POL-MN'`)
    const [post] = await region.rows(sql<{ id: string }>`
      select id from identity.posts where organisation = 'GM0355' and role = 'adviseur' and valid_to is null`)
    const send = (path: string, functie: string) =>
      region.post(`${path}/${seat?.id}/adviseurs`, { functie, adviseert: 'ja' }, manager)
    expect((await send('/gremia/RVC/MNL/zetels', post?.id ?? '')).status).toBe(404)
    expect((await send('/gremia/RVC/MNL/zetels', "' or 1=1")).status).toBe(404)
    expect((await send('/gremia/RVC/XX/zetels', post?.id ?? '')).status).toBe(404)
  })
})
