import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { reading } from '../../platform/db/database'
import { emptyContact, readContact, telephoneLink } from './contact'
import { adviserContact } from './contact.store'

type Headers = { cookie: string }

describe('what was typed', () => {
  const typed = { ...emptyContact('GM0339'), title: 'Adviseur', subject: 'Ondermijning', telephone: '030 - 123 45 67' }
  const read = (more: Partial<typeof typed>) => readContact({ ...typed, ...more }, new Set(['GM0339']))
  test('is a function with a number or a mailbox', () => {
    expect(read({})).toMatchObject({ telephone: '030 - 123 45 67', mailbox: null })
    expect(read({ telephone: '', mailbox: 'oov@renswoude.example' })).toMatchObject({ telephone: null })
  })
  test.each([
    [{ telephone: '' }],
    [{ telephone: 'bel maar' }],
    [{ mailbox: 'geen adres' }],
    [{ title: ' ' }],
    [{ subject: '' }],
    [{ organisation: 'GM0344' }],
  ])('is refused with %j', (more) => expect(read(more)).toHaveProperty('faults'))
  test('rings the number without spaces', () => expect(telephoneLink('+31 30-123 45 67')).toBe('tel:+31301234567'))
})

describe('the directory', () => {
  let region: Opened
  let now = new Date('2026-11-24T09:00:00Z')
  let [adviser, mayor, other, bureau, analyst, head, administrator]: Headers[] = []
  let point = ''
  beforeAll(async () => {
    region = await openRegion({ clock: () => now })
    adviser = await signInAs(region, 'oov-renswoude')
    mayor = await signInAs(region, 'burgemeester-houten')
    other = await signInAs(region, 'oov-utrecht')
    bureau = await signInAs(region, 'programmamanager')
    analyst = await signInAs(region, 'analist-politie')
    head = await signInAs(region, 'hoofd-bureau')
    administrator = await signInAs(region, 'functioneel-beheerder')
  })
  afterAll(() => region.close())
  const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
  const fields = (organisatie: string, onderwerp: string, more: Record<string, string> = {}) => ({
    sleutel: newKey('contact'),
    organisatie,
    onderwerp,
    functie: 'Adviseur openbare orde en veiligheid',
    telefoon: '0318 12 34 56',
    ...more,
  })

  test('does not exist for a visitor or somebody whose post ended', async () => {
    for (const headers of [undefined, await signInAs(region, 'oud-adviseur-zeist')])
      for (const path of ['/contactpunten', '/contactpunten/nieuw'])
        expect((await region.get(path, headers)).status).toBe(404)
  })

  test('is kept by the organisation itself, and those of all by the programme manager of a bureau only', async () => {
    expect((await region.get('/contactpunten/nieuw', administrator)).status).toBe(404)
    expect((await region.post('/contactpunten/nieuw', fields('GM0339', 'Iets'), administrator)).status).toBe(404)
    expect(await region.text('/contactpunten/nieuw', head)).toContain('value="RVS"')
    expect((await region.post('/contactpunten/nieuw', fields('GM0339', 'Iets'), head)).status).toBe(422)
    await sendForm(
      region,
      '/contactpunten/nieuw',
      fields('GM0339', 'Ondermijning', { adviseur: 'ja' }),
      adviser as Headers,
    )
    expect((await region.get('/contactpunten/nieuw', analyst)).status).toBe(404)
    expect((await region.post('/contactpunten/nieuw', fields('POL-DRIO', 'Cijfers'), analyst)).status).toBe(404)
    const foreign = await region.post('/contactpunten/nieuw', fields('GM0344', 'Iets'), adviser)
    expect(foreign.status).toBe(422)
    expect(await foreign.text()).toContain('value="Iets"')
    const form = fields('OM-MN', 'Verkeer')
    for (let click = 0; click < 2; click++) await sendForm(region, '/contactpunten/nieuw', form, bureau as Headers)
    const page = await region.text('/contactpunten', adviser)
    point = /href="(\/contactpunten\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    expect(page).toContain('href="tel:0318123456"')
    expect(mainText(page)).toContain('2 contactpunten')
    for (const headers of [mayor, other, analyst, head, administrator]) {
      expect(await main('/contactpunten', headers)).toContain('Ondermijning')
      expect((await region.get(point, headers)).status).toBe(404)
      expect((await region.post(point, fields('GM0339', 'X', { versie: '1' }), headers)).status).toBe(404)
    }
  })

  test('is narrowed by organisation and by subject', async () => {
    const filtered = await main('/contactpunten?organisatie=OM-MN', mayor)
    expect(filtered).toContain('Verkeer')
    expect(filtered).not.toContain('Ondermijning')
    const about = await main('/contactpunten?onderwerp=ONDERM', mayor)
    expect(about).toContain('Ondermijning')
    expect(about).not.toContain('Verkeer')
  })

  test('names whom the own administrators ring, to professionals only', async () => {
    const sessionId = (mayor as Headers).cookie.split('=')[1] ?? null
    const asked = (visitor: { sessionId: string | null }, organisation: string) =>
      reading(region.db, visitor, (tx) => adviserContact(tx, organisation))
    expect((await asked({ sessionId }, 'GM0339'))?.telephone).toBe('0318 12 34 56')
    expect(await asked({ sessionId }, 'OM-MN')).toBeNull()
    expect(await asked({ sessionId: null }, 'GM0339')).toBeNull()
  })

  test('is asked about again after a year, and confirmed in a version; two writers lose nothing', async () => {
    expect(await main('/contactpunten', adviser)).not.toContain('Klopt dit nog?')
    now = new Date('2027-11-24T09:00:00Z')
    adviser = await signInAs(region, 'oov-renswoude')
    mayor = await signInAs(region, 'burgemeester-houten')
    bureau = await signInAs(region, 'programmamanager')
    expect(await main('/contactpunten', adviser)).toContain('Klopt dit nog?')
    expect(await main('/contactpunten', mayor)).not.toContain('Klopt dit nog?')
    expect((await region.post(`${point}/klopt`, { versie: '1' }, mayor)).status).toBe(404)
    for (let click = 0; click < 2; click++) await sendForm(region, `${point}/klopt`, { versie: '1' }, adviser)
    expect(await main('/contactpunten', adviser)).not.toContain('Klopt dit nog?')
    expect(await region.rows(sql`select from governance.contact_versions where subject = 'Ondermijning'`)).toHaveLength(
      2,
    )
    const late = await region.post(point, fields('GM0339', 'Mijn woorden', { versie: '1' }), bureau)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Mijn woorden')
    await sendForm(region, point, fields('GM0339', 'Ondermijning', { versie: '2', vervalt: 'ja' }), adviser)
    expect(await main('/contactpunten', mayor)).not.toContain('Ondermijning')
    expect(await main(point, adviser)).toContain('vervallen')
  })
})
