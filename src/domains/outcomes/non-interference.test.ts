import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, sendForm } from '../../../test/environment/forms'
import { oriAddresses } from '../../../test/environment/harvest'
import { planMeeting, seatCollege } from '../../../test/environment/meetings'
import { endItem, sendItems } from '../../../test/environment/outcomes'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'

// Two worlds that differ only in what came of a closed item. Whoever does not sit there gets the same bytes, whatever he asks.
type World = { readonly region: Opened; readonly meeting: string; readonly next: string }
const worlds: World[] = []

async function make(hasSecrets: boolean): Promise<World> {
  const region = await openRegion()
  await seatCollege(region)
  const secretary = await signInAs(region, 'hoofd-bureau')
  const meeting = await planMeeting(region, '2026-11-10')
  const next = await planMeeting(region, '2026-11-24')
  await sendItems(region, meeting, ['Cameratoezicht', ...(hasSecrets ? ['Besloten zaak Kraanvogel'] : [])], secretary)
  await sendForm(region, `${meeting}/openbaar`, {}, secretary)
  const decide = (label: string, title: string, visible: string) =>
    sendForm(
      region,
      '/besluiten/nieuw',
      {
        sleutel: randomUUID(),
        vergadering: meeting.split('/').at(-1) ?? '',
        punt: label,
        gremium: 'DVC',
        gebied: 'WU',
        ...dayFields('genomen', '2026-11-10'),
        titel: title,
        tekst: `${title}.`,
        grond: 'afspraak',
        vaststellers: 'burgemeesters',
        zichtbaar: visible,
      },
      secretary,
    )
  if (hasSecrets) {
    await endItem(region, meeting, 'b1', 'Kraanvogel', secretary)
    await decide('b1', 'Kraanvogel gaat door', '')
  }
  await endItem(region, meeting, '1', 'Het toezicht', secretary)
  await decide('1', 'Toezicht tot 2028', 'openbaar')
  await decide('1', 'Toezicht, voor professionals', 'vertrouwelijk')
  for (const deed of ['besluitenlijst/vaststellen', 'besluitenlijst/openbaar'])
    await sendForm(region, `${meeting}/${deed}`, {}, secretary)
  await sendForm(region, `${meeting}/verslag/goedkeuren`, { vergadering: next.split('/').at(-1) ?? '' }, secretary)
  await sendForm(region, `${meeting}/verslag/openbaar`, {}, secretary)
  return { region, meeting, next }
}

beforeAll(async () => {
  worlds.push(await make(false), await make(true))
})
afterAll(async () => {
  for (const { region } of worlds) await region.close()
})

const addresses = ({ meeting, next }: World) => [
  '/',
  '/mijn',
  '/besluiten',
  '/besluiten/nieuw?vergadering=DVC-WU-2026-1&punt=b1',
  ...['B-2026-001', 'V-2026-001', 'V-DVC-WU-2026-001'].flatMap((code) => [
    `/besluiten/${code}`,
    `/besluiten/${code}/besluit.json`,
    `/besluiten/${code}/besluit.html`,
  ]),
  '/api/v1/besluiten',
  '/openbaar',
  '/robots.txt',
  '/sitemaps/sitemapindex-diwoo-infocat009.xml',
  '/sitemaps/sitemap-diwoo-infocat009-1.xml',
  '/api/v1/besluiten/V-DVC-WU-2026-001',
  '/gremia/DVC',
  '/gremia/DVC/WU',
  '/vergaderingen',
  meeting,
  next,
  `${meeting}/besluitenlijst`,
  `${meeting}/verslag`,
  `${meeting}/verloop`,
  ...['1', 'b1'].flatMap((label) => [`${meeting}/punten/${label}`, `${meeting}/afspraken/${label}`]),
  '/zoeken?q=kraanvogel',
  '/zoeken?q=toezicht',
  ...oriAddresses(meeting),
]

/** Everything the receiver gets, but for the number of the request, random ids, and moments and hashes that follow from them. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  const text = (await answer.text()).replaceAll(answer.headers.get('x-request-id') || 'geen nummer', 'nummer')
  return JSON.stringify([answer.status, headers, text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')])
}

describe.each([
  ['a visitor', null],
  ['a professional without a seat', 'oov-renswoude'],
  ['the programme manager, who records other decisions', 'programmamanager'],
  ['a functional administrator', 'functioneel-beheerder'],
])('%s', (_, person) => {
  test('gets the same bytes, whether something came of a closed item or not', async () => {
    const told: string[][] = []
    for (const world of worlds) {
      const { region, meeting } = world
      const headers = person ? await signInAs(region, person) : {}
      const answers: string[] = []
      for (const address of addresses(world))
        answers.push(`${address} ${await bytesOf(await region.get(address, headers))}`)
      for (const path of [
        'verloop/b1',
        'verloop/b1/verslag',
        'verloop/b1/afspraken',
        'afspraken/b1',
        'afspraken/b1/sluiten',
      ])
        answers.push(
          await bytesOf(await region.post(`${meeting}/${path}`, { uitkomst: 'besproken', versie: '0' }, headers)),
        )
      told.push(answers)
    }
    const [without = [], within = []] = told
    expect(without.length).toBeGreaterThan(28)
    without.forEach((answer, at) => {
      expect(within[at]).toBe(answer)
    })
    expect(within.join('')).toContain('Toezicht tot 2028')
    expect(within.join('')).toContain('Het toezicht is besproken.')
    expect(within.filter((answer) => !answer.includes('/zoeken')).join('')).not.toContain('raanvogel')
  })
})

test('who sits there reads all of it', async () => {
  const [, world] = worlds
  if (!world) throw new Error('no world')
  const headers = await signInAs(world.region, 'burgemeester-houten')
  for (const [path, words] of [
    ['besluitenlijst', 'Kraanvogel gaat door'],
    ['verslag', 'Kraanvogel is besproken.'],
    ['afspraken/b1', 'Kraanvogel: uitzoeken'],
  ] as const)
    expect(await world.region.text(`${world.meeting}/${path}`, headers)).toContain(words)
})
