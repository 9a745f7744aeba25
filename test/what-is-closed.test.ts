import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seatWithAdviser } from './environment/annotations'
import { sendForm } from './environment/forms'
import { planMeeting, seatFields } from './environment/meetings'
import { endItem, sendItems } from './environment/outcomes'
import { signInAs } from './environment/people'
import { type Opened, openRegion } from './environment/region'

// Two worlds. In one of them a meeting has an agenda of closed items only, with outcomes and minutes; and minutes of another were written at its
// closed item only. Whoever does not sit there meets a meeting without an agenda, and one without minutes.
type World = { readonly region: Opened; readonly closed: string; readonly mixed: string }
const worlds: World[] = []
const refused: number[] = []

async function make(hasSecrets: boolean): Promise<World> {
  const region = await openRegion()
  const manager = await signInAs(region, 'programmamanager')
  await sendForm(region, '/gremia/RVC/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager)
  await sendForm(region, '/gremia/RVC/MNL/zetels', await seatFields(region, 'hoofd-bureau', 'secretaris'), manager)
  await seatWithAdviser(region, 'GM0355', 'RVC-MNL')
  const secretary = await signInAs(region, 'hoofd-bureau')
  const [closed = '', mixed = '', next = ''] = [
    await planMeeting(region, '2026-11-10', 'RVC-MNL'),
    await planMeeting(region, '2026-11-17', 'RVC-MNL'),
    await planMeeting(region, '2026-11-24', 'RVC-MNL'),
  ]
  const approve = (at: string) =>
    sendForm(region, `${at}/verslag/goedkeuren`, { vergadering: next.split('/').at(-1) ?? '' }, secretary)
  const refuse = async (path: string) => refused.push((await region.post(path, {}, secretary)).status)
  if (hasSecrets) {
    await sendItems(region, closed, ['Besloten zaak Kraanvogel'], secretary)
    await refuse(`${closed}/openbaar`)
    await endItem(region, closed, 'b1', 'Kraanvogel', secretary)
    await sendForm(region, `${closed}/besluitenlijst/vaststellen`, {}, secretary)
    await refuse(`${closed}/besluitenlijst/openbaar`)
    await approve(closed)
    await refuse(`${closed}/verslag/openbaar`)
  }
  await sendItems(region, mixed, ['Cameratoezicht', ...(hasSecrets ? ['Besloten zaak Kraanvogel'] : [])], secretary)
  await sendForm(region, `${mixed}/openbaar`, {}, secretary)
  await sendForm(region, `${mixed}/verloop/1`, { versie: '0', uitkomst: 'besproken' }, secretary)
  if (hasSecrets) await endItem(region, mixed, 'b1', 'Kraanvogel', secretary)
  for (const deed of ['vaststellen', 'openbaar'])
    await sendForm(region, `${mixed}/besluitenlijst/${deed}`, {}, secretary)
  if (hasSecrets) {
    await approve(mixed)
    await refuse(`${mixed}/verslag/openbaar`)
  }
  return { region, closed, mixed }
}

beforeAll(async () => {
  worlds.push(await make(false), await make(true))
})
afterAll(async () => {
  for (const { region } of worlds) await region.close()
})

const addresses = ({ closed, mixed }: World) => [
  '/',
  '/mijn',
  '/vergaderingen',
  '/vergaderingen?overleg=RVC-MNL&pagina=2',
  '/vergaderingen/jaar/2026',
  '/vergaderingen/termijnen',
  '/gremia/RVC',
  '/gremia/RVC/MNL',
  '/gremia/RVC/MNL/agenda.ics',
  '/gremia/RVC/MNL/zetels',
  '/openbaar-gemaakt',
  '/api/v1/openbaarmakingen',
  '/api/v1/openbaarmakingen.csv',
  '/api/v1/vergaderingen',
  '/api/v1/vergaderingen.xlsx',
  '/zoeken?q=kraanvogel',
  '/zoeken?q=kraanvogel&soort=agendapunt',
  '/zoeken?q=cameratoezicht',
  '/besluiten',
  ...[closed, mixed].flatMap((at) => [
    at,
    `${at}?verzonden=ja`,
    `${at}?bewaard=ja`,
    `/api/v1${at}`,
    `${at}/annotaties`,
    `${at}/besluitenlijst`,
    `${at}/besluitenlijst?onaf=ja`,
    `${at}/verslag`,
    `${at}/verloop`,
    `${at}/plannen`,
    `${at}/bundel`,
    `${at}/bundel/alles.pdf`,
    `${at}/bundel/nagezonden.pdf`,
    `${at}/bundel/nagezonden.pdf?sinds=2026-11-01T00:00:00Z`,
    `${at}/bundel/stukken.zip`,
    ...['1', 'b1', 'B1', '01', 'b01', '1%00'].flatMap((label) => [
      `${at}/punten/${label}`,
      `${at}/punten/${label}/annotatie`,
      `${at}/punten/${label}/oplegnotitie.docx`,
      `${at}/afspraken/${label}`,
    ]),
  ]),
]

/** Everything the receiver gets, but for the number of the request, random ids and keys of forms. */
async function bytesOf(answer: Response): Promise<string> {
  const number = answer.headers.get('x-request-id') || 'geen nummer'
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  const text = Buffer.from(await answer.arrayBuffer())
    .toString('latin1')
    .replaceAll(number, 'nummer')
  const fixed = text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/name="sleutel" value="[^"]*"/g, 'sleutel')
  return JSON.stringify([answer.status, headers, fixed])
}

describe.each([
  ['a visitor', null],
  ['a professional without a seat', 'oov-renswoude'],
  ['somebody whose post ended', 'oud-adviseur-zeist'],
  ['the programme manager', 'programmamanager'],
  ['a functional administrator', 'functioneel-beheerder'],
  ['the adviser of somebody who sits there', 'adviseur-gm0355'],
])('%s', (_, person) => {
  test('meets no agenda, list or minutes where all of it is closed', async () => {
    const told: string[][] = []
    for (const world of worlds) {
      const { region, closed, mixed } = world
      const headers = person ? await signInAs(region, person) : {}
      const answers: string[] = []
      for (const address of addresses(world))
        answers.push(`${address} ${await bytesOf(await region.get(address, headers))}`)
      for (const at of [closed, mixed])
        for (const path of [
          'verzenden',
          'openbaar',
          'punten/b1/weg',
          'punten/b1/delen',
          'punten/b1/reeks',
          'verloop/b1',
          'punten/b1/annotatie',
        ])
          answers.push(
            `${path} ${await bytesOf(await region.post(`${at}/${path}`, { versie: '0', regel: 'x', uitkomst: 'besproken' }, headers))}`,
          )
      told.push(answers)
    }
    const [without = [], within = []] = told
    without.forEach((answer, at) => {
      expect(within[at]).toBe(answer)
    })
    expect(within.join('')).toContain('Cameratoezicht')
    expect(within.filter((answer) => !answer.includes('/zoeken')).join('')).not.toContain('raanvogel')
  })
})

test('what nobody could read is not made public, and who sits there reads it', async () => {
  expect(refused).toEqual([404, 404, 404, 404])
  const [, world] = worlds
  if (!world) throw new Error('no world')
  const mayor = await signInAs(world.region, 'zetel-gm0355')
  for (const at of [world.closed, world.mixed])
    for (const page of ['', '/besluitenlijst', '/verslag'])
      expect(await world.region.text(`${at}${page}`, mayor)).toContain('Kraanvogel')
})
