import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adviserOf, seatWithAdviser } from '../../../test/environment/annotations'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { attachTo, itemFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'

type Headers = { cookie: string }

let region: Opened
let [secretary, mayor, motor, manager, other]: Headers[] = []
let meeting = ''
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
const add = (title: string, more: Record<string, string> = {}) =>
  sendForm(region, `${meeting}/punten/nieuw`, itemFields(title, more), secretary as Headers)
const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status

beforeAll(async () => {
  region = await openRegion()
  await seatCollege(region)
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  motor = await signInAs(region, 'oov-utrecht')
  manager = await signInAs(region, 'programmamanager')
  other = await signInAs(region, 'oov-renswoude')
  meeting = await planMeeting(region)
  await seatWithAdviser(region, 'GM0339', 'DVC-WU')
  await add('Flexteams')
  await add('Open verhaal')
  await add('Dossier Kraanvogel', closing)
  await attachTo(region, `${meeting}/punten/b1`, { name: 'zaak.docx', content: 'geheim' }, secretary)
})
afterAll(() => region.close())

describe('an item in the other series', () => {
  test('is for the secretary, after sending only', async () => {
    expect(await status(`${meeting}/punten/b1/reeks`, secretary)).toBe(404)
    await sendForm(region, `${meeting}/verzenden`, {}, secretary as Headers)
    for (const headers of [undefined, other, manager, mayor, motor]) {
      expect(await status(`${meeting}/punten/b1/reeks`, headers)).toBe(404)
      expect((await region.post(`${meeting}/punten/b1/reeks`, { reden: 'x' }, headers)).status).toBe(404)
    }
    expect(await main(`${meeting}/punten/b1/reeks`, secretary)).toContain('Punt b1 houdt zijn nummer')
  })

  test('closed before publication says why and until when, keeps its old number, and is never public', async () => {
    const address = `${meeting}/punten/2/reeks`
    const empty = await region.post(address, { reden: 'Er staat een naam in.' }, secretary)
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Er staat een naam in.')
    const form = { reden: 'Er staat een naam in.', grond: closing.grond, ...dayFields('besloten-tot', '2027-12-01') }
    const made = await sendForm(region, address, form, secretary as Headers)
    expect(made).toBe(`${meeting}/punten/b2?bewaard=ja`)
    expect(await sendForm(region, address, form, secretary as Headers)).toBe(made)
    await sendForm(region, `${meeting}/openbaar`, {}, secretary as Headers)
    for (const headers of [undefined, other, manager]) {
      expect(await status(`${meeting}/punten/2`, headers)).toBe(404)
      expect(await status(`${meeting}/punten/b2`, headers)).toBe(404)
      expect(await main(meeting, headers)).not.toContain('Open verhaal')
    }
    // Who advises read it when it was open; under its old number it is closed to him now too.
    const adviser = await adviserOf(region, 'GM0339')
    expect(await main(`${meeting}/punten/1`, adviser)).toContain('Flexteams')
    expect(await main(meeting, adviser)).not.toContain('Open verhaal')
    for (const address of ['punten/2', 'punten/b2', 'punten/2/oplegnotitie.docx'])
      expect(await status(`${meeting}/${address}`, adviser)).toBe(404)
    expect(await main(`${meeting}/punten/2`, mayor)).toContain('Er staat een naam in. Het is nu punt b2.')
    expect(await main(`${meeting}/punten/b2`, mayor)).toContain('Open verhaal')
    expect(await status(`${meeting}/punten/1/reeks`, secretary)).toBe(404)
  })

  test('opened gets the next open number; its old label leads there for who had it, and its files stay closed', async () => {
    expect(await main(meeting)).not.toContain('Kraanvogel')
    expect((await region.post(`${meeting}/punten/b1/reeks`, { reden: ' ' }, secretary)).status).toBe(422)
    const made = await sendForm(
      region,
      `${meeting}/punten/b1/reeks`,
      { reden: 'De zaak is rond.' },
      secretary as Headers,
    )
    expect(made).toBe(`${meeting}/punten/3?bewaard=ja`)
    for (const headers of [undefined, other, manager, mayor]) {
      expect(await main(`${meeting}/punten/3`, headers)).toContain('Dossier Kraanvogel')
      expect(await main(meeting, headers)).toContain('nagezonden: De zaak is rond.')
    }
    for (const headers of [undefined, other, manager]) {
      expect(await status(`${meeting}/punten/b1`, headers)).toBe(404)
      expect(await main(`${meeting}/punten/3`, headers)).not.toContain('zaak.docx')
    }
    expect(await main(`${meeting}/punten/b1`, mayor)).toContain('Het is nu punt 3.')
    expect(await main(`${meeting}/punten/3`, mayor)).toContain('zaak.docx')
    expect(await region.rows(sql`select from identity.audit_log where event = 'besloten punt geopend'`)).toHaveLength(1)
  })
})
