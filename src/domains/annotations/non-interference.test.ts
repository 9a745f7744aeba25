import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adviserOf, annotate, inSeat, seatWithAdviser, sendCollege } from '../../../test/environment/annotations'
import { hiddenIn, sendForm } from '../../../test/environment/forms'
import { postOf } from '../../../test/environment/meetings'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { onePagePerRoute, pageRoutes } from '../../../test/environment/walk'
import { routes } from '../../app'

// Two worlds that differ only in what Houten wrote for its own mayor. Everybody else gets the same bytes, whatever he asks.
type Headers = Record<string, string>
type World = { readonly region: Opened; readonly meeting: string; readonly feed: string }
const worlds: World[] = []
const secret = 'Zilverreiger'

async function make(hasSecrets: boolean): Promise<World> {
  let now = testMoment
  const opened = await openRegion({ clock: () => now })
  // Every request comes a second after the one before: lines of a log have one order then.
  const later = () => {
    now = new Date(now.getTime() + 1000)
  }
  const region: Opened = {
    ...opened,
    get(path, headers) {
      later()
      return opened.get(path, headers)
    },
    text(path, headers) {
      later()
      return opened.text(path, headers)
    },
    post(path, form, headers) {
      later()
      return opened.post(path, form, headers)
    },
  }
  const meeting = await sendCollege(region)
  for (const organisation of ['GM0321', 'GM0355']) await seatWithAdviser(region, organisation, 'RVC-MNL')
  const mayor = await inSeat(region, 'GM0321')
  // In both worlds the closed item is shared and read by the adviser: that does stand in the log.
  const closed = `${meeting}/punten/b1`
  const regel = hiddenIn(await region.text(closed, mayor), 'regel')
  await sendForm(region, `${closed}/delen`, { regel, delen: 'ja' }, mayor)
  const adviser = await adviserOf(region, 'GM0321')
  await region.text(closed, adviser)
  await annotate(region, `${meeting}/punten/1`, await adviserOf(region, 'GM0355'), 'Van Zeist.')
  if (hasSecrets) {
    await annotate(opened, `${meeting}/punten/1`, adviser, `${secret} in concept.`, 'concept')
    await annotate(opened, `${meeting}/punten/1`, adviser, `${secret} is klaar.`)
    await annotate(opened, `${meeting}/punten/2`, adviser, `${secret} ook hier.`, 'concept')
    await annotate(opened, closed, adviser, `${secret} bij wat besloten is.`)
  }
  const other = await inSeat(region, 'GM0355')
  const made = await region.post('/vergaderingen/agendas', { functie: await postOf(region, 'zetel-gm0355') }, other)
  return { region, meeting, feed: /\/agenda\/[\w-]{43}\.ics/.exec(await made.text())?.[0] ?? '' }
}

beforeAll(async () => {
  worlds.push(await make(false), await make(true))
})
afterAll(async () => {
  for (const { region } of worlds) await region.close()
})

/** Everything the receiver gets, but for the number of the request, random ids, keys of forms and secrets of feeds. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  const text = (await answer.text())
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    // The numbers of requests, as the log has them.
    .replace(/\b[0-9a-f]{8}\b/g, 'id')
    .replace(/name="sleutel" value="[\w-]{43}"/g, 'sleutel')
  return JSON.stringify([answer.status, headers, text])
}

/** Addresses that lead into a meeting, and what gathers: search, lists, the log, mails, files of one's own, the API. */
const always = (meeting: string) => [
  meeting,
  `${meeting}/annotaties`,
  `${meeting}/annotaties?voor=GM0321`,
  ...['1', '2', 'b1'].flatMap((label) => [
    `${meeting}/punten/${label}`,
    `${meeting}/punten/${label}/annotatie`,
    `${meeting}/punten/${label}/annotatie?voor=GM0321`,
  ]),
  '/mijn',
  '/mijn/gegevens',
  '/mijn/gegevens.json',
  '/vergaderingen',
  '/vergaderingen/jaar/2026',
  '/gremia/RVC/MNL',
  '/gremia/RVC/MNL/agenda.ics',
  '/organisaties/GM0321',
  '/gemeenten/GM0321',
  `/zoeken?q=${secret}`,
  '/zoeken?q=annotatie',
  '/beheer/logboek',
  '/postvak',
  '/onderhoud',
]
// Signed with a key that each world makes for itself.
const ofOneWorld = new Set(['/publicaties/logboek'])
// A workbook has the moment it was made in it, of the machine; it holds what the list beside it holds.
const apiLists = routes.flatMap(({ path }) =>
  path.startsWith('/api/') && !path.includes(':') && !path.endsWith('.xlsx') ? [path] : [],
)

/** Everything somebody is told on a walk by links to one page per route at least, and by the lists of the API. */
async function seenBy({ region }: World, headers: Headers, starts: readonly string[]): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  const get = async (path: string) => {
    const answer = await region.get(path, headers)
    if (!ofOneWorld.has(path)) told.set(path, await bytesOf(answer.clone()))
    return answer
  }
  await onePagePerRoute(get, starts)
  for (const path of [...starts, ...apiLists]) if (!told.has(path)) await get(path)
  return told
}

describe.each([
  ['a visitor', null],
  ['another mayor', 'zetel-gm0355'],
  ['another adviser', 'adviseur-gm0355'],
  ['the programme manager', 'programmamanager'],
  ['the secretary of the meeting', 'hoofd-bureau'],
  ['a functional administrator', 'functioneel-beheerder'],
  ['an analyst', 'analist-politie'],
])('%s', (_, person) => {
  test('gets the same bytes from a world with annotations of others and one without, at every page', async () => {
    const [without, within] = worlds as [World, World]
    const headersOf = async ({ region }: World): Promise<Headers> => (person ? signInAs(region, person) : {})
    const [one, two] = [await headersOf(without), await headersOf(within)]
    const starts = ['/', ...always(within.meeting)]
    const [plain, other] = [await seenBy(without, one, starts), await seenBy(within, two, starts)]
    expect(other.size).toBeGreaterThan(pageRoutes.length / 3)
    expect([...other.keys()]).toEqual([...plain.keys()])
    for (const [address, told] of other) expect(told, address).toBe(plain.get(address))
    expect([...other].flatMap(([address, told]) => (address.startsWith('/zoeken') ? [] : [told])).join()).not.toContain(
      secret,
    )
    const feeds = await Promise.all([without, within].map(async ({ region, feed }) => (await region.get(feed)).text()))
    expect(feeds[0]).toContain('BEGIN:VEVENT')
    expect(feeds[1]?.replace(/UID:.*/g, '')).toBe(feeds[0]?.replace(/UID:.*/g, ''))
    // What is sent to an address that is not there for him.
    const sent = { versie: '0', sleutel: 'een-sleutel', voor: 'GM0321', basis: 'x', tekst: 'x', stand: 'concept' }
    const answers = [
      await without.region.post(`${without.meeting}/punten/1/annotatie`, sent, one),
      await within.region.post(`${within.meeting}/punten/1/annotatie`, sent, two),
    ]
    expect(await bytesOf(answers[1] as Response)).toBe(await bytesOf(answers[0] as Response))
    expect(answers[0]?.status).toBe(404)
  }, 240_000)
})

test('the mayor himself does read what differs', async () => {
  const [, { region, meeting }] = worlds as [World, World]
  expect(await region.text(`${meeting}/annotaties`, await inSeat(region, 'GM0321'))).toContain(`${secret} is klaar.`)
})
