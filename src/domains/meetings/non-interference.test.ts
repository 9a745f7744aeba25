import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, sendForm } from '../../../test/environment/forms'
import { oriAddresses } from '../../../test/environment/harvest'
import { attachTo, itemFields, planMeeting, seatCollege } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'

// Two worlds that differ only in what is closed. Whoever may not see that gets the same bytes, whatever he asks.
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
const secretText = 'Het dossier Kraanvogel'
const secretHash = createHash('sha256').update(secretText).digest('hex')
const openHash = createHash('sha256').update('open').digest('hex')

type World = { readonly region: Opened; readonly meeting: string }
const worlds: World[] = []

async function make(hasSecrets: boolean): Promise<World> {
  const region = await openRegion()
  await seatCollege(region)
  const secretary = await signInAs(region, 'hoofd-bureau')
  const meeting = await planMeeting(region)
  const add = (title: string, more: Record<string, string> = {}) =>
    sendForm(region, `${meeting}/punten/nieuw`, itemFields(title, more), secretary)
  await add('Flexteams in de zomer')
  if (hasSecrets) {
    // One that was closed from the start, one that was open for a while, and one that was taken off.
    await add('Onderzoek Kraanvogel', closing)
    await add('Eerst open')
    const page = await region.text(`${meeting}/punten/2/wijzigen`, secretary)
    const regel = hiddenIn(page, 'regel')
    await sendForm(
      region,
      `${meeting}/punten/2/wijzigen`,
      { ...itemFields('Eerst open', closing), versie: '1', regel },
      secretary,
    )
  }
  await add('Gaat niet door')
  await add('Stand van de uitvoering', { soort: 'informatie' })
  await attachTo(region, `${meeting}/punten/1`, { name: 'rooster.pdf', content: 'open' }, secretary)
  if (hasSecrets) {
    // What is foreseen: closed, and an open subject that became a closed item.
    const foreseen = { sleutel: 'voorzien-kraanvogel', door: 'Kraanvogel', wanneer: '2027-Q1', besloten: 'ja' }
    await sendForm(region, '/gremia/DVC/WU/onderwerpen/nieuw', { ...foreseen, titel: 'Kraanvogel' }, secretary)
    await attachTo(region, `${meeting}/punten/1`, { name: 'kraanvogel.docx', content: secretText }, secretary, closing)
    await attachTo(region, `${meeting}/punten/b1`, { name: 'zaak.docx', content: `${secretText} 2` }, secretary)
  }
  await sendForm(region, `${meeting}/verzenden`, {}, secretary)
  // An open item that was sent: in one world it is dropped, in the other it is closed.
  const dropped = `${meeting}/punten/2`
  const form = { regel: hiddenIn(await region.text(dropped, secretary), 'regel'), reden: 'Te vroeg.' }
  if (hasSecrets)
    await sendForm(
      region,
      `${dropped}/reeks`,
      { ...form, grond: closing.grond, ...dayFields('besloten-tot', '2027-12-01') },
      secretary,
    )
  else await sendForm(region, `${dropped}/weg`, form, secretary)
  await sendForm(region, `${meeting}/openbaar`, {}, secretary)
  if (hasSecrets) await add('Nagekomen Kraanvogel', { ...closing, wijziging: 'Nieuw.' })
  return { region, meeting }
}

beforeAll(async () => {
  worlds.push(await make(false), await make(true))
})
afterAll(async () => {
  for (const { region } of worlds) await region.close()
})

const addresses = (meeting: string) => [
  '/',
  '/mijn',
  '/gremia',
  '/gremia/DVC',
  '/gremia/DVC/WU',
  '/gremia/DVC/WU/agenda.ics',
  '/gremia/DVC/WU/zetels',
  '/vergaderingen',
  '/openbaar',
  '/robots.txt',
  '/sitemaps/sitemap-diwoo-infocat009-1.xml',
  '/vergaderingen/jaar/2026',
  '/vergaderingen/agendas',
  '/vergaderingen/plannen?overleg=DVC-WU',
  meeting,
  `${meeting}/plannen`,
  `${meeting}/punten/nieuw`,
  ...['1', '2', '3', '4', 'b1', 'b2', 'b3', 'b4'].flatMap((label) => [
    `${meeting}/punten/${label}`,
    `${meeting}/punten/${label}/wijzigen`,
    `${meeting}/punten/${label}/bijlagen`,
    `${meeting}/punten/${label}/bijlagen/${openHash}`,
    `${meeting}/punten/${label}/bijlagen/${secretHash}`,
  ]),
  '/zoeken?q=kraanvogel',
  '/zoeken?q=flexteams',
  '/zoeken?q=flexteams&soort=agendapunt',
  '/zoeken?q=west-utrecht&soort=overleg',
  '/api/v1/vergaderingen',
  '/api/v1/vergaderingen.csv',
  '/api/v1/vergaderingen.xlsx',
  `/api/v1${meeting}`,
  '/gremia/DVC/WU/samenstelling',
  '/vergaderingen/termijnen',
  '/vergaderingen/jaar/2027',
  '/api/v1/gremia',
  '/besluiten',
  ...oriAddresses(meeting),
]

/** Everything the receiver gets, but for the number of the request, and the random ids of posts and keys in his own forms. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  const isWorkbook = answer.headers.get('content-type')?.includes('spreadsheetml') === true
  // A workbook says in each of its files when it was packed: two seconds later is another second.
  const said = isWorkbook ? JSON.stringify(unzipSync(new Uint8Array(await answer.arrayBuffer()))) : await answer.text()
  const text = said.replaceAll(answer.headers.get('x-request-id') || 'geen nummer', 'nummer')
  const fixed = text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/name="sleutel" value="[^"]*"/g, 'sleutel')
  return JSON.stringify([answer.status, headers, fixed])
}

describe.each([
  ['a visitor', null],
  ['a professional without a seat', 'oov-renswoude'],
  ['a functional administrator', 'functioneel-beheerder'],
  ['the programme manager, who has no seat', 'programmamanager'],
])('%s', (_, person) => {
  test('gets the same bytes from a world with closed items and one without', async () => {
    const answers: string[][] = []
    for (const { region, meeting } of worlds) {
      const headers = person ? await signInAs(region, person) : {}
      const told: string[] = []
      for (const address of addresses(meeting))
        told.push(`${address} ${await bytesOf(await region.get(address, headers))}`)
      // What is sent to an address that is not there for him.
      for (const label of ['2', 'b1', 'b3'])
        told.push(await bytesOf(await region.post(`${meeting}/punten/${label}/wijzigen`, itemFields('Nee'), headers)))
      answers.push(told)
    }
    const [without = [], within = []] = answers
    expect(without.length).toBeGreaterThan(45)
    without.forEach((answer, at) => {
      expect(within[at]).toBe(answer)
    })
    expect(within.join('')).toContain('Flexteams in de zomer')
    expect(within.join('')).toContain('2. Van de agenda gehaald')
    expect(within.join('')).not.toContain('Gaat niet door')
    expect(within.filter((answer) => !answer.includes('/zoeken')).join('')).not.toContain('raanvogel')
  })
})

test('who sits there does see them, under the numbers that all members share', async () => {
  const [, { region, meeting } = { region: null, meeting: '' }] = worlds
  if (!region) throw new Error('no world')
  for (const person of ['burgemeester-houten', 'oov-utrecht', 'hoofd-bureau']) {
    const page = await region.text(meeting, await signInAs(region, person))
    for (const title of [
      '1. Flexteams',
      '3. Stand van',
      'b1. Onderzoek Kraanvogel',
      'b2. Eerst open',
      'b3. Gaat niet door',
      'b4. Nagekomen Kraanvogel',
    ])
      expect(page).toContain(title)
  }
})
