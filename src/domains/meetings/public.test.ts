import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, sendForm } from '../../../test/environment/forms'
import { itemFields, planFields, planMeeting, seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'

type Headers = { cookie: string }
type Listed = { aantal: number; items: { code: string; aantalPunten: number; punten: { titel: string }[] }[] }

let region: Opened
let [manager, secretary, mayor]: Headers[] = []
let [college, meeting] = ['', '']
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
const add = (to: string, title: string, more: Record<string, string> = {}) =>
  sendForm(region, `${to}/punten/nieuw`, itemFields(title, more), secretary as Headers)

beforeAll(async () => {
  region = await openRegion()
  manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  mayor = await signInAs(region, 'burgemeester-houten')
  college = await seatCollege(region)
  meeting = await planMeeting(region)
  await add(meeting, 'Wielrenplan Zwaluwstaart')
  await add(meeting, 'Dossier Zwaluwstaart', closing)
  // A body that is closed altogether, with an item that its members may call public.
  await sendForm(region, '/gremia/CASRAD/beginnen', { gebied: 'FL' }, manager)
  await sendForm(region, '/gremia/CASRAD/FL/zetels', await seatFields(region, 'hoofd-bureau', 'secretaris'), manager)
  const form = { overleg: 'CASRAD-FL', ...planFields('2026-12-10') }
  const hidden = await sendForm(region, '/vergaderingen/plannen', form, secretary)
  await add(hidden, 'Casus Zwaluwstaart')
  await sendForm(region, `${hidden}/verzenden`, {}, secretary)
  await sendForm(region, `${hidden}/openbaar`, {}, secretary)
})
afterAll(() => region.close())

const found = async (headers?: Headers) =>
  [...(await region.text('/zoeken?q=zwaluwstaart', headers)).matchAll(/href="(\/vergaderingen\/[^"]+)"/g)].map(
    ([, href]) => href,
  )
const listed = async (headers?: Headers) =>
  JSON.parse(await (await region.get('/api/v1/vergaderingen', headers)).text()) as Listed

describe('what everybody may know of meetings', () => {
  test('is not found and not in the API before it is public, not even for who wrote it', async () => {
    for (const headers of [undefined, secretary, mayor, manager]) {
      expect(await found(headers)).toEqual([])
      const { aantal, items } = await listed(headers)
      expect([aantal, items[0]?.aantalPunten]).toEqual([1, 0])
    }
    await sendForm(region, `${meeting}/verzenden`, {}, secretary as Headers)
    expect(await found(secretary)).toEqual([])
  })

  test('is found and in the API once public; what is closed, and a closed body, never are', async () => {
    await sendForm(region, `${meeting}/openbaar`, {}, secretary as Headers)
    for (const headers of [undefined, secretary, mayor, manager]) {
      expect(await found(headers)).toEqual([`${meeting}/punten/1`])
      const { aantal, items } = await listed(headers)
      expect([aantal, items[0]?.punten.map(({ titel }) => titel)]).toEqual([1, ['Wielrenplan Zwaluwstaart']])
    }
    for (const headers of [undefined, secretary])
      expect((await region.get('/api/v1/vergaderingen/CASRAD-FL-2026-1', headers)).status).toBe(404)
    const csv = await region.text('/api/v1/vergaderingen.csv')
    expect(csv).toContain('DVC-WU-2026-1')
    expect(csv).not.toContain('Stadhuis')
    expect(csv).not.toContain('9.30')
    expect((await region.get('/api/v1/vergaderingen?gremium=XXX')).status).toBe(400)
  })

  test('an instance is found by its name, a closed one is not', async () => {
    expect(await region.text('/zoeken?q=veiligheidscollege west-utrecht')).toContain(`href="${college}"`)
    for (const headers of [undefined, secretary])
      expect(await region.text('/zoeken?q=casusoverleg radicalisering flevoland', headers)).not.toContain(
        'href="/gremia/CASRAD/FL"',
      )
  })

  test('a new title is found and the old one not; what is taken off is found no more', async () => {
    const page = await region.text(`${meeting}/punten/1/wijzigen`, secretary)
    await sendForm(
      region,
      `${meeting}/punten/1/wijzigen`,
      {
        ...itemFields('Wielrenplan Boomvalk', { wijziging: 'Andere naam.' }),
        versie: '1',
        regel: hiddenIn(page, 'regel'),
      },
      secretary as Headers,
    )
    expect(await found()).toEqual([])
    expect(await region.text('/zoeken?q=boomvalk')).toContain(`href="${meeting}/punten/1"`)
    const regel = hiddenIn(await region.text(`${meeting}/punten/1`, secretary), 'regel')
    await sendForm(region, `${meeting}/punten/1/weg`, { regel, reden: 'Niet nodig.' }, secretary as Headers)
    expect(await region.text('/zoeken?q=boomvalk')).not.toContain(`href="${meeting}/punten/1"`)
    expect((await listed()).items[0]?.aantalPunten).toBe(0)
  })
})
