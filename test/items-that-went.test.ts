import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adviserOf, annotate, annotationFields, inSeat, seatWithAdviser, sendCollege } from './environment/annotations'
import { dayFields, hiddenIn, newKey, sendForm } from './environment/forms'
import { mainText } from './environment/html'
import { endItem } from './environment/outcomes'
import { signInAs } from './environment/people'
import { startProposal } from './environment/proposals'
import { type Opened, openRegion, testMoment } from './environment/region'

// What is kept with an item, when it is closed or opened after it was sent and gets a number in the other series.
type Headers = { cookie: string }
let now = testMoment
let region: Opened
let secretary: Headers
let [mayor, adviser, otherMayor, otherAdviser]: Headers[] = []
let [meeting, proposal] = ['', '']
const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
const status = async (path: string, headers?: Headers) => (await region.get(path, headers)).status
const nameOn = async (item: string) =>
  sendForm(
    region,
    `${item}/voorstel`,
    { regel: hiddenIn(await region.text(item, secretary), 'regel'), voorstel: proposal.split('/').at(-1) ?? '' },
    secretary,
  )

beforeAll(async () => {
  region = await openRegion({ clock: () => now })
  meeting = await sendCollege(region)
  for (const organisation of ['GM0321', 'GM0355']) await seatWithAdviser(region, organisation, 'RVC-MNL')
  mayor = await inSeat(region, 'GM0321')
  adviser = await adviserOf(region, 'GM0321')
  otherMayor = await inSeat(region, 'GM0355')
  otherAdviser = await adviserOf(region, 'GM0355')
  secretary = await signInAs(region, 'hoofd-bureau')
  proposal = await startProposal(region, { titel: 'Het rooster', route: 'ronde', overleg: 'RVC-MNL' }, secretary)
})
afterAll(() => region.close())

describe('an open item that is closed', () => {
  beforeAll(async () => {
    await annotate(region, `${meeting}/punten/1`, adviser as Headers, 'Vraag naar de kosten.')
    await nameOn(`${meeting}/punten/1`)
    const form = { reden: 'Er staat een naam in.', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
    await sendForm(region, `${meeting}/punten/1/reeks`, form, secretary)
  })

  test('has its annotation for who sits there, once, and not for others', async () => {
    const page = await main(`${meeting}/punten/b2`, mayor)
    expect(page).toContain('Vraag naar de kosten.')
    expect(page).toContain('Dat was toen dit punt nog 1 heette.')
    expect(page).toContain('vindt u bij punt 1.')
    expect((await main(`${meeting}/annotaties`, mayor)).match(/Vraag naar de kosten/g)).toHaveLength(1)
    for (const headers of [otherMayor, secretary])
      expect(await main(`${meeting}/punten/b2`, headers)).not.toContain('Vraag naar de kosten')
  })

  test('is gone for the adviser who wrote on it until it is shared; then what he wrote is there', async () => {
    for (const label of ['1', 'b2']) expect(await status(`${meeting}/punten/${label}`, adviser)).toBe(404)
    const regel = hiddenIn(await region.text(`${meeting}/punten/b2`, mayor), 'regel')
    await sendForm(region, `${meeting}/punten/b2/delen`, { regel, delen: 'ja' }, mayor as Headers)
    expect(await main(`${meeting}/punten/1`, adviser)).toContain('Vraag naar de kosten.')
    const writes = await region.text(`${meeting}/punten/b2/annotatie`, adviser)
    expect(writes.includes('>Vraag naar de kosten.</textarea>')).toBe(true)
    await annotate(region, `${meeting}/punten/b2`, adviser as Headers, 'Vraag naar de naam.')
    const newest = await main(`${meeting}/punten/b2`, mayor)
    expect(newest).toContain('Vraag naar de naam.')
    expect(newest).not.toContain('nog 1 heette')
  })

  test('is about the same, and about the same proposal', async () => {
    const subjects = await region.rows(
      sql<{ subjects: string[] }>`select p.subjects from meetings.papers p join meetings.items i on i.id = p.item
        where i.is_closed and i.number = 2`,
    )
    expect(subjects).toEqual([{ subjects: ['prioriteit P23-GOC'] }])
    expect(await region.text(`${meeting}/punten/b2`, secretary)).toContain(`href="${proposal}"`)
    expect(await region.text(proposal, secretary)).toContain(`href="${meeting}/punten/b2"`)
  })
})

describe('a closed item that is opened', () => {
  beforeAll(async () => {
    const closed = `${meeting}/punten/b1`
    const regel = hiddenIn(await region.text(closed, mayor), 'regel')
    await sendForm(region, `${closed}/delen`, { regel, delen: 'ja' }, mayor as Headers)
    await annotate(region, closed, adviser as Headers, 'Het gaat over ons.')
    await nameOn(closed)
    await sendForm(region, `${closed}/reeks`, { reden: 'De zaak is rond.' }, secretary)
  })

  test('has its annotation for the adviser and who sits there', async () => {
    for (const headers of [adviser, mayor]) {
      expect(await main(`${meeting}/punten/3`, headers)).toContain('Het gaat over ons.')
      expect(await main(`${meeting}/annotaties`, headers)).toContain('Het gaat over ons.')
    }
    const form = await annotationFields(region, `${meeting}/punten/3`, adviser as Headers, {
      tekst: 'Nu open.',
      stand: 'klaar',
    })
    for (let click = 0; click < 2; click++)
      await sendForm(region, `${meeting}/punten/3/annotatie`, form, adviser as Headers)
    expect(await main(`${meeting}/punten/3`, mayor)).toContain('Nu open.')
    expect(await main(`${meeting}/punten/b1`, mayor)).toContain('Het gaat over ons.')
  })

  test('shows others nothing of what it was', async () => {
    for (const headers of [otherMayor, otherAdviser, secretary])
      expect(await main(`${meeting}/punten/3`, headers)).not.toMatch(/Het gaat over ons|Nu open/)
    const page = await main(`${meeting}/punten/3`, otherAdviser)
    expect(page).not.toMatch(/b1|ander nummer/)
    expect(await main(`${meeting}/punten/3`, otherMayor)).toContain('vindt u bij punt b1.')
  })

  test('is about a proposal again when the secretary says so', async () => {
    const named = () =>
      region.rows(sql`select from proposals.item_proposals n join meetings.items i on i.id = n.item
        where not i.is_closed and i.number = 3`)
    expect(await named()).toHaveLength(0)
    await nameOn(`${meeting}/punten/3`)
    expect(await named()).toHaveLength(1)
  })
})

describe('what came of an item', () => {
  const list = 'besluitenlijst'
  const decide = (label: string) =>
    sendForm(
      region,
      '/besluiten/nieuw',
      {
        sleutel: newKey('besluit'),
        vergadering: meeting.split('/').at(-1) ?? '',
        punt: label,
        gremium: 'RVC',
        gebied: 'MNL',
        ...dayFields('genomen', '2026-12-04'),
        titel: 'De stand is bekend',
        tekst: 'Het college kent de stand.',
        grond: 'afspraak',
        vaststellers: 'burgemeesters',
        zichtbaar: 'vertrouwelijk',
      },
      secretary,
    )
  beforeAll(async () => {
    now = new Date('2026-12-04T14:00:00Z')
    mayor = await inSeat(region, 'GM0321')
    otherAdviser = await adviserOf(region, 'GM0355')
    secretary = await signInAs(region, 'hoofd-bureau')
    await endItem(region, meeting, '2', 'De stand', secretary)
    await decide('2')
  })

  test('goes along when it is closed, and stands at its old number too', async () => {
    const form = { reden: 'Er staat een naam in.', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
    await sendForm(region, `${meeting}/punten/2/reeks`, form, secretary)
    for (const label of ['2', 'b3']) {
      const page = await main(`${meeting}/punten/${label}`, mayor)
      for (const words of ['advies gegeven: De stand', 'De stand: uitzoeken', 'De stand is bekend'])
        expect(page).toContain(words)
    }
    const [decision] = await region.rows(sql<{ code: string }>`select code from decisions.decisions`)
    expect(await region.text(`/besluiten/${decision?.code}`, mayor)).toContain(`href="${meeting}/punten/b3"`)
    expect(await region.text(`/besluiten/${decision?.code}`, otherAdviser)).not.toMatch(/punten\/(2|b3)"/)
    expect(await main(`${meeting}/${list}`, mayor)).toMatch(/b3\. Stand van de uitvoering.*De stand/)
    expect(await main(`${meeting}/verslag`, mayor)).toContain('De stand is besproken.')
  })

  test('stays behind closed doors when it is opened, until the secretary says it anew', async () => {
    await endItem(region, meeting, 'b2', 'Achter gesloten deuren', secretary)
    const opened = await sendForm(region, `${meeting}/punten/b2/reeks`, { reden: 'Kan open.' }, secretary)
    expect(await main(opened, mayor)).toContain('toen dit punt nog b2 heette: advies gegeven: Achter gesloten deuren')
    expect(await main(`${meeting}/punten/b2`, mayor)).toContain('Achter gesloten deuren: uitzoeken')
    const label = opened.split('/').at(-1)?.split('?')[0] ?? ''
    const course = await region.text(`${meeting}/verloop`, secretary)
    expect(course).not.toContain('value="Achter gesloten deuren"')
    await endItem(region, meeting, label, 'Voor iedereen', secretary)
    await sendForm(region, `${meeting}/openbaar`, {}, secretary)
    for (const open of ['1', '3', label, 'b3'])
      await region.post(`${meeting}/verloop/${open}`, { versie: '0', uitkomst: 'besproken' }, secretary)
    for (const deed of ['vaststellen', 'openbaar']) await sendForm(region, `${meeting}/${list}/${deed}`, {}, secretary)
    for (const headers of [undefined, otherAdviser]) {
      const page = await main(`${meeting}/${list}`, headers)
      expect(page).toContain('Voor iedereen')
      expect(page).not.toMatch(/gesloten deuren|heette|De stand/)
    }
  })
})
