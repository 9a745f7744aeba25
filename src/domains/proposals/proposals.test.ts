import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, newKey, sendForm } from '../../../test/environment/forms'
import { mainText, readPage } from '../../../test/environment/html'
import { itemFields, planMeeting, seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { districts, keepView, releaseView, startProposal, viewAddress } from '../../../test/environment/proposals'
import { type Opened, openRegion } from '../../../test/environment/region'

type Headers = { cookie: string }

let region: Opened
let now = new Date('2026-11-24T09:00:00Z')
let [manager, secretary, chair, motor, other, utrecht]: Headers[] = []
let proposal = ''

beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  chair = await signInAs(region, 'burgemeester-houten')
  motor = await signInAs(region, 'oov-utrecht')
  other = await signInAs(region, 'oov-renswoude')
  utrecht = motor
  for (const area of districts) await seatCollege(region, area)
  await sendForm(region, '/gremia/ADV/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager)
  await sendForm(region, '/gremia/RVC/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager)
})
afterAll(() => region.close())

const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const mails = () =>
  region.rows(sql<{ subject: string; body: string }>`select subject, body from mail.outbox order by put_at, recipient`)
const close = (seq: number, uitkomst = 'Besproken.') =>
  region.post(`${proposal}/stappen/${seq}/afronden`, { uitkomst }, manager)
const open = (seq: number, until = '2026-12-10', headers = manager) =>
  region.post(`${proposal}/stappen/${seq}/beginnen`, dayFields('termijn', until), headers)

describe('a route', () => {
  test('is as it is on the day a proposal starts: districts prepare now, and decided before', async () => {
    const page = await main('/voorstellen/nieuw', manager)
    expect(page).toContain('De vijf districtelijke veiligheidscolleges (bereidt voor)')
    expect(page).toContain('Het regionale college (besluit)')
    now = new Date('2023-04-11T09:00:00Z')
    const before = await main('/voorstellen/nieuw', await signInAs(region, 'programmamanager'))
    now = new Date('2026-11-24T09:00:00Z')
    expect(before).toContain('De vijf districtelijke veiligheidscolleges (besluit)')
    expect(before).not.toContain('Het adviescollege')
  })
})

describe('a proposal', () => {
  test('is started by a secretary or the programme manager and by nobody else; a doubled form starts one', async () => {
    const form = {
      sleutel: newKey('voorstel'),
      titel: 'Camera’s delen',
      tekst: 'Wij stellen voor camera’s te delen.',
      indiener: 'RVS',
      route: 'omhoog',
    }
    for (const headers of [chair, motor, other, undefined]) {
      expect(await status('/voorstellen/nieuw', headers)).toBe(404)
      expect((await region.post('/voorstellen/nieuw', form, headers)).status).toBe(404)
    }
    const first = await region.post('/voorstellen/nieuw', form, manager)
    const again = await region.post('/voorstellen/nieuw', form, manager)
    expect(first.status).toBe(303)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    proposal = (first.headers.get('location') ?? '').replace(/\?.*/, '')
    expect(proposal).toMatch(/^\/voorstellen\/V[0-9A-F]{6,}$/)
    expect(await startProposal(region, { titel: 'Van een secretaris' }, secretary)).toMatch(/^\/voorstellen\/V/)
  })

  test('that cannot be is refused, and nothing typed is lost', async () => {
    const answer = await region.post('/voorstellen/nieuw', { titel: 'Half', tekst: '', route: 'ronde' }, manager)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const message of [
      'Schrijf wat u voorstelt of vraagt.',
      'Kies wie het voorstel inbrengt.',
      'Kies bij welk overleg',
    ])
      expect(page).toContain(message)
    expect(page).toContain('value="Half"')
  })

  test('exists for who is on its route, the secretaries and the programme manager', async () => {
    for (const headers of [manager, secretary, chair, motor]) expect(await status(proposal, headers)).toBe(200)
    for (const headers of [other, undefined]) {
      expect(await status(proposal, headers)).toBe(404)
      expect(await main('/voorstellen', headers)).not.toContain('Camera')
    }
  })

  test('goes step by step: none before the one before it, and none without its last day', async () => {
    expect((await open(2)).status).toBe(404)
    expect((await region.post(`${proposal}/stappen/1/beginnen`, {}, manager)).status).toBe(422)
    expect((await open(1, '2026-11-23')).status).toBe(422)
    for (const headers of [secretary, chair, other]) expect((await open(1, '2026-12-10', headers)).status).toBe(404)
    for (const seq of [1, 2]) {
      expect((await open(seq)).status).toBe(303)
      expect((await region.post(`${proposal}/stappen/${seq}/afronden`, {}, manager)).status).toBe(422)
      expect((await close(seq)).status).toBe(303)
    }
    expect((await open(3)).status).toBe(303)
    // Done twice is done once.
    expect((await open(3)).status).toBe(303)
    expect((await close(3)).status).toBe(422)
  })

  test('tells the secretaries of its step by mail, without title or text', async () => {
    const told = (await mails()).filter(({ subject }) => subject === 'Een voorstel voor uw overleg')
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain('10 december 2026')
    expect(JSON.stringify(told)).not.toContain('amera')
  })

  test('has a text in versions; two who write at once lose nothing', async () => {
    const form = { versie: '1', titel: 'Camera’s delen', tekst: 'Ook in de nacht.', wijziging: 'De nacht hoort erbij.' }
    expect((await region.post(`${proposal}/tekst`, form, secretary)).status).toBe(404)
    expect((await region.post(`${proposal}/tekst`, { ...form, wijziging: '' }, manager)).status).toBe(422)
    expect((await region.post(`${proposal}/tekst`, form, manager)).status).toBe(303)
    const late = await region.post(`${proposal}/tekst`, { ...form, tekst: 'Alleen overdag.' }, manager)
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Alleen overdag.')
    expect(page).toContain('Ook in de nacht.')
    expect(await main(proposal, chair)).toContain('De nacht hoort erbij.')
  })
})

describe('a view', () => {
  test('is written by the secretary of the instance, and only who writes or chairs sees the draft', async () => {
    const at = viewAddress(proposal, 'DVC-WU')
    for (const headers of [manager, chair, motor, other, undefined])
      expect(await status(`${at}/schrijven`, headers)).toBe(404)
    const wrong = await region.post(
      `${at}/schrijven`,
      { versie: '0-0', zienswijze: 'voorwaarde', toelichting: 'Stilte.' },
      secretary,
    )
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Schrijf de voorwaarde.')
    const before = await main(proposal, manager)
    await keepView(region, at, { zienswijze: 'voorwaarde', voorwaarde: 'Ruimte voor maatwerk.' }, secretary)
    expect(await main(at, secretary)).toContain('Ruimte voor maatwerk.')
    expect(await main(at, chair)).toContain('Ruimte voor maatwerk.')
    for (const headers of [manager, motor]) expect(await main(at, headers)).not.toContain('Ruimte voor maatwerk.')
    expect(await main(proposal, manager)).toBe(before)
    expect(before).toContain('nog niet vrijgegeven')
  })

  test('over a draft that changed is not kept', async () => {
    const at = viewAddress(proposal, 'DVC-WU')
    const form = { versie: '0-0', zienswijze: 'instemmen' }
    const late = await region.post(`${at}/schrijven`, form, secretary)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Ruimte voor maatwerk.')
  })

  test('is released by the chair as he saw it, or by his deputy, and then stands for all on the route', async () => {
    const at = viewAddress(proposal, 'DVC-WU')
    for (const headers of [secretary, manager, motor, other, undefined])
      expect((await region.post(`${at}/vrijgeven`, { versie: '1-1' }, headers)).status).toBe(404)
    expect((await region.post(`${at}/vrijgeven`, { versie: '0-0' }, chair)).status).toBe(409)
    await releaseView(region, at, chair)
    const page = await main(proposal, motor)
    expect(page).toContain('instemmen onder voorwaarde')
    expect(page).toContain('Ruimte voor maatwerk.')
    // A deputy of the chair of another district.
    const seat = await region.rows(
      sql<{ id: string }>`select id from meetings.seats where instance = 'DVC-FL' and kind = 'voorzitter'`,
    )
    await sendForm(
      region,
      '/gremia/DVC/FL/zetels',
      await seatFields(region, 'oov-renswoude', 'plaatsvervanger', { vervangt: seat[0]?.id ?? '' }),
      manager as Headers,
    )
    const florida = viewAddress(proposal, 'DVC-FL')
    await keepView(region, florida, { zienswijze: 'instemmen' }, secretary)
    await releaseView(region, florida, other)
  })

  test('that was released never changes: another version follows, with why', async () => {
    const at = viewAddress(proposal, 'DVC-WU')
    const form = { versie: '1-1', zienswijze: 'voorwaarde', voorwaarde: 'Ruimte voor lokaal maatwerk.' }
    expect((await region.post(`${at}/schrijven`, form, secretary)).status).toBe(422)
    await keepView(region, at, { ...form, reden: 'Duidelijker.' }, secretary)
    expect(await main(at, motor)).not.toContain('lokaal maatwerk')
    await releaseView(region, at, chair)
    const page = await main(at, motor)
    expect(page).toContain('Duidelijker.')
    expect(page).toContain('Eerdere versie 1')
    await expect(
      region.rows(
        sql`update proposals.views set said = 'anders' where version = 1 and released_at is not null returning 1`,
      ),
    ).rejects.toThrow('added to and never changed')
  })

  test('that did not come before the last day is unknown, and no agreement', async () => {
    expect((await close(3)).status).toBe(422)
    now = new Date('2026-12-11T09:00:00Z')
    manager = await signInAs(region, 'programmamanager')
    secretary = await signInAs(region, 'hoofd-bureau')
    chair = await signInAs(region, 'burgemeester-houten')
    other = await signInAs(region, 'oov-renswoude')
    const page = await main(proposal, manager)
    expect(page).toContain('geen antwoord: onbekend')
    expect(page).not.toContain('nog niet vrijgegeven')
    expect((await close(3, 'Twee van de vijf stemden in.')).status).toBe(303)
  })

  test('is told what was done with it; nothing ends while one was told nothing', async () => {
    const at = viewAddress(proposal, 'DVC-WU')
    expect(await main('/voorstellen', manager)).toContain('1 zienswijze')
    expect(await main('/mijn', manager)).toContain('meld terug wat met de zienswijze is gedaan')
    const end = { uitkomst: 'ingetrokken' }
    expect((await region.post(`${proposal}/afsluiten`, end, manager)).status).toBe(422)
    for (const headers of [chair, other]) {
      expect(await status(`${at}/antwoord`, headers)).toBe(404)
      expect(
        (await region.post(`${at}/antwoord`, { versie: '2', gevolg: 'niet', waarom: 'Nee.' }, headers)).status,
      ).toBe(404)
    }
    expect((await region.post(`${at}/antwoord`, { versie: '2', gevolg: '', waarom: '' }, manager)).status).toBe(422)
    const told = { versie: '2', gevolg: 'overgenomen', waarom: 'Het staat in de tekst.' }
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${at}/antwoord`, told, manager)).status).toBe(303)
    expect(await region.rows(sql`select from proposals.answers`)).toHaveLength(1)
    expect(await main(at, secretary)).toContain('Het staat in de tekst.')
    expect(await main(proposal, secretary)).toContain('Er staat niets open.')
  })

  test('of a later step can tell back too', async () => {
    expect((await open(4, '2026-12-20')).status).toBe(303)
    await sendForm(
      region,
      '/gremia/ADV/MNL/zetels',
      await seatFields(region, 'oov-montfoort-ijsselstein', 'secretaris'),
      manager as Headers,
    )
    const advice = await signInAs(region, 'oov-montfoort-ijsselstein')
    expect(await status(`${viewAddress(proposal, 'DVC-WU')}/antwoord`, advice)).toBe(200)
  })
})

describe('an item of an agenda', () => {
  test('names a proposal for its secretary, and shows the route so far', async () => {
    const meeting = await planMeeting(region, '2026-12-21')
    const item = await sendForm(region, `${meeting}/punten/nieuw`, itemFields('Camera’s'), secretary as Headers)
    const at = item.replace(/\?.*/, '')
    const regel = hiddenIn(await region.text(`${at}/wijzigen`, secretary), 'regel')
    const form = { regel, voorstel: proposal.split('/').at(-1) ?? '' }
    for (const headers of [manager, chair, other, undefined])
      expect((await region.post(`${at}/voorstel`, form, headers)).status).toBe(404)
    expect((await region.post(`${at}/voorstel`, form, secretary)).status).toBe(303)
    expect(await main(at, secretary)).toContain('Twee van de vijf stemden in.')
    expect(await main(proposal, secretary)).toContain('Punt 1 van DVC-WU-2026-1')
    expect(await main(meeting, secretary)).toContain('Uw zienswijze is overgenomen: Het staat in de tekst.')
    // Sent and public: who is not on the route sees the item, and nothing of the proposal.
    await sendForm(region, `${meeting}/verzenden`, {}, secretary as Headers)
    await sendForm(region, `${meeting}/openbaar`, {}, secretary as Headers)
    const renswoude = await signInAs(region, 'analist-politie')
    for (const headers of [renswoude, undefined]) {
      expect(await main(at, headers)).toContain('Camera')
      expect(await main(at, headers)).not.toContain('route')
      expect(await main(meeting, headers)).not.toContain('Voorstellen langs')
    }
  })
})

describe('the end of a route', () => {
  test('comes when all steps did, or it is taken back; public is a thing apart', async () => {
    expect((await region.post(`${proposal}/afsluiten`, { uitkomst: 'aangenomen' }, manager)).status).toBe(422)
    expect((await region.post(`${proposal}/openbaar`, {}, manager)).status).toBe(404)
    for (const headers of [secretary, other])
      expect((await region.post(`${proposal}/afsluiten`, { uitkomst: 'ingetrokken' }, headers)).status).toBe(404)
    const end = { uitkomst: 'ingetrokken', toelichting: 'Eerst een proef.' }
    expect((await region.post(`${proposal}/afsluiten`, end, manager)).status).toBe(303)
    expect(await status(proposal)).toBe(404)
    expect(
      (
        await region.post(
          `${viewAddress(proposal, 'DVC-GV')}/schrijven`,
          { versie: '0-0', zienswijze: 'niet' },
          secretary,
        )
      ).status,
    ).toBe(404)
    for (let click = 0; click < 2; click++)
      expect((await region.post(`${proposal}/openbaar`, {}, manager)).status).toBe(303)
    const page = await main(proposal)
    expect(page).toContain('Eerst een proef.')
    expect(page).toContain('Ruimte voor lokaal maatwerk.')
    expect(await main('/voorstellen')).toContain('Camera')
  })
})

describe('a step', () => {
  test('before a body of which no instance was begun says so, and does not begin', async () => {
    const at = await startProposal(region, { titel: 'Zonder driehoeken', route: 'driehoeken' }, manager)
    const answer = await region.post(`${at}/stappen/1/beginnen`, dayFields('termijn', '2026-12-20'), manager)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('van het gremium is nog geen overleg begonnen')
  })
})

describe('a question downwards', () => {
  test('goes to all triangles at once, which were begun at once; some can be left out until it begins', async () => {
    expect(await main('/gremia/GDB', manager)).toContain('Alle 18 basisteams tegelijk')
    const all = { gebied: 'alle:basisteam', openbaar: 'ja' }
    expect((await region.post('/gremia/GDB/beginnen', all, other)).status).toBe(404)
    for (let click = 0; click < 2; click++)
      expect(await sendForm(region, '/gremia/GDB/beginnen', all, manager as Headers)).toBe('/gremia/GDB#overleggen')
    expect(await region.rows(sql`select from meetings.instances where body = 'GDB'`)).toHaveLength(18)
    const question = await startProposal(region, { titel: 'Wat doet u?', route: 'driehoeken' }, manager)
    const step = `${question}/stappen/1`
    const page = readPage(await region.text(step, manager))
    const form = page.forms.find(({ action }) => action.endsWith('/beginnen'))
    const shown = (form?.fields ?? []).filter(({ name }) => name === 'gekend').map(({ value }) => value)
    expect(shown).toHaveLength(18)
    const term = Object.entries(dayFields('termijn', '2026-12-31'))
    const send = (asked: readonly string[], headers: Headers | undefined) => {
      const choice = [...shown.map((code) => ['gekend', code] as const), ...asked.map((code) => ['aan', code] as const)]
      return region.post(`${step}/beginnen`, [...term, ...choice], headers)
    }
    const none = await send([], manager)
    expect(none.status).toBe(422)
    expect(mainText(await none.text())).toContain('Vink aan wie u het vraagt.')
    expect((await send(shown.slice(2), other)).status).toBe(404)
    for (let click = 0; click < 2; click++) expect((await send(shown.slice(2), manager)).status).toBe(303)
    expect(await main(question, manager)).toContain('0 van de 16 zienswijzen zijn vrijgegeven.')
    expect(await main(question, manager)).toContain('16 nog niet vrijgegeven')
    expect(await status(`${step}/bij/${shown[0]}`, manager)).toBe(404)
    await expect(region.rows(sql`delete from proposals.addressees where instance = ${shown[5]}`)).rejects.toThrow()
  })

  test('is answered by the adviser of each municipality, who releases it himself', async () => {
    const question = await startProposal(region, { titel: 'Wat vraagt u?', route: 'raden' }, manager)
    expect(
      (await region.post(`${question}/stappen/1/beginnen`, dayFields('termijn', '2026-12-31'), manager)).status,
    ).toBe(303)
    const at = `${question}/stappen/1/bij/GM0344`
    utrecht = await signInAs(region, 'oov-utrecht')
    expect(await status(`${at}/schrijven`, other)).toBe(404)
    expect((await region.post(`${at}/schrijven`, { versie: '0-0', toelichting: '' }, utrecht)).status).toBe(422)
    await keepView(region, at, { toelichting: 'Meer wijkagenten.' }, utrecht)
    expect(await main(question, manager)).not.toContain('Meer wijkagenten.')
    await releaseView(region, at, utrecht)
    const page = await main(question, manager)
    expect(page).toContain('Meer wijkagenten.')
    expect(page).toContain('1 van de 38 zienswijzen is vrijgegeven.')
    expect(await main('/mijn', other)).toContain('Wat vraagt u?: Renswoude')
    now = new Date('2027-01-01T09:00:00Z')
    manager = await signInAs(region, 'programmamanager')
    const all = { gevolg: 'deels', waarom: 'Wat kan, staat in het plan.' }
    expect((await region.post(`${question}/stappen/1/terugmelden`, { ...all, gevolg: '' }, manager)).status).toBe(422)
    expect((await region.post(`${question}/stappen/1/terugmelden`, all, other)).status).toBe(404)
    expect((await region.post(`${question}/stappen/1/terugmelden`, all, manager)).status).toBe(303)
    expect(await main(question, manager)).toContain('Deels overgenomen. Wat kan, staat in het plan.')
  })
})

test('somebody whose seat ended is on the route no more', async () => {
  const at = await startProposal(region, { titel: 'Na de zetel' }, manager)
  chair = await signInAs(region, 'burgemeester-houten')
  expect(await status(at, chair)).toBe(200)
  for (const { id: seat, instance } of await region.rows(
    sql<{
      id: string
      instance: string
    }>`select s.id, s.instance from meetings.seats s join identity.posts p on p.id = s.post
      join identity.people h on h.id = p.person where h.email like 'burgemeester-houten%'`,
  ))
    await sendForm(
      region,
      `/gremia/DVC/${instance.slice(4)}/zetels/${seat}`,
      dayFields(`einde-${seat}`, '2027-01-01'),
      manager as Headers,
    )
  expect(await status(at, chair)).toBe(404)
})
