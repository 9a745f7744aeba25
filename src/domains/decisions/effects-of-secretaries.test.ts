import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordDecision, sendDecision } from '../../../test/environment/decisions'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { itemFields, planRegional, seatCollege, seatFields } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'

type Headers = { cookie: string }

let region: Opened
let [secretary, regional]: Headers[] = []
let meeting = ''
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }

// The head of the bureau is secretary of a district, an analyst of the police of the region.
beforeAll(async () => {
  region = await openRegion()
  const manager = await signInAs(region, 'programmamanager')
  secretary = await signInAs(region, 'hoofd-bureau')
  regional = await signInAs(region, 'analist-politie')
  await seatCollege(region)
  meeting = await planRegional(region)
  await sendForm(region, '/gremia/RVC/MNL/zetels', await seatFields(region, 'analist-politie', 'secretaris'), manager)
  await sendForm(region, `${meeting}/punten/nieuw`, itemFields('Onderzoek Kraanvogel', closing), regional)
  await sendForm(region, `${meeting}/verzenden`, {}, regional)
})
afterAll(() => region.close())

const ownTitle = 'Hoofd'
const seatHimself = {
  'benoem-overleg': 'RVC-MNL',
  'benoem-soort': 'lid',
  'benoem-organisatie': 'RVS',
  'benoem-functie': ownTitle,
  ...dayFields('benoem-vanaf', '2026-11-20'),
}
const past = { gremium: 'DVC', gebied: 'WU', ...dayFields('genomen', '2022-06-01') }
const said = async (form: Record<string, string>, headers: Headers | undefined) =>
  mainText(await (await sendDecision(region, form, headers)).text())

const seatsOf = async (instance: string) =>
  (await region.rows(sql`select from meetings.seats where instance = ${instance} and valid_to is null`)).length

test('the secretary of the only district that began does not decide for all districts', async () => {
  const whole = { gremium: 'DVC', gebied: '', ...dayFields('genomen', '2026-11-20') }
  expect((await sendDecision(region, whole, secretary)).status).not.toBe(303)
  expect(await region.rows(sql`select from decisions.decisions`)).toHaveLength(0)
})

test('a secretary seats nobody in an instance of which he is not secretary, and discharges nobody there', async () => {
  expect((await region.get(`${meeting}/punten/b1`, secretary)).status).toBe(404)
  const before = await seatsOf('DVC-WU')
  const elsewhere = { 'benoem-overleg': 'DVC-WU', 'benoem-organisatie': 'GM0339' }
  expect(await said({ ...seatHimself, ...elsewhere }, regional)).toContain('waarvan u secretaris bent')
  const [seat] = await region.rows(
    sql<{ id: string }>`select id from meetings.seats where instance = 'DVC-WU' and kind = 'voorzitter'`,
  )
  const discharge = { 'decharge-zetel': seat?.id ?? '', 'decharge-waarvoor': 'Alles' }
  expect(await said(discharge, regional)).toContain('waarvan u secretaris bent')
  expect(await seatsOf('DVC-WU')).toBe(before)
  expect(await region.rows(sql`select from decisions.decisions`)).toHaveLength(0)
})

test('what the body of a secretary decided when it still decided, is carried out for the bureau only', async () => {
  for (const form of [seatHimself, { 'hef-op': 'CBC', 'hef-op-decharge': 'Klaar' }])
    expect(await said({ ...past, ...form }, secretary)).toContain('gaat hier nu niet meer over')
  expect((await region.get(`${meeting}/punten/b1`, secretary)).status).toBe(404)
  expect(await recordDecision(region, past, secretary)).toBe('B-2022-001')
  expect(await recordDecision(region, { ...past, 'hef-op': 'CBC', 'hef-op-decharge': 'Klaar' })).toBe('B-2022-002')
})

test('a secretary does give and end seats of his own instance by a decision', async () => {
  const before = await seatsOf('RVC-MNL')
  const code = await recordDecision(region, seatHimself, regional)
  expect(await seatsOf('RVC-MNL')).toBe(before + 1)
  expect((await region.get(`${meeting}/punten/b1`, secretary)).status).toBe(200)
  await recordDecision(region, { draaitTerug: code, titel: 'Terug', 'genomen-dag': '24' }, regional)
  expect(await seatsOf('RVC-MNL')).toBe(before)
})
