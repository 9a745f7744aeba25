import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { owning } from '../../platform/db/database'
import { isLate, onTrack, type Stand, tally } from './portfolio'
import type { Status } from './status'

const stand = (status: Status | null, due = '2023'): Stand => ({
  action: 'A',
  title: 'Een actie',
  plan: 'P',
  programme: 'G',
  programmeTitle: 'Een programma',
  due,
  status,
  sentence: null,
  saidAt: null,
})
const today = day('2026-11-26')

describe('how promises add up', () => {
  test.each<[string, (Status | null)[], { good: number; known: number } | null]>([
    ['nothing was said', [null, null], null],
    ['unknown is not zero', [null, 'op-koers'], { good: 1, known: 1 }],
    ['not begun is known, and not as agreed', ['nog-niet-begonnen', 'afgerond'], { good: 1, known: 2 }],
    ['what was handed over counts with who got it', ['overgedragen', 'op-koers'], { good: 1, known: 1 }],
    ['only handed over', ['overgedragen', null], null],
    ['what stopped was not kept', ['gestopt', 'geblokkeerd', 'loopt-achter', 'afgerond'], { good: 1, known: 4 }],
    ['no promises', [], null],
  ])('%s', (_, statuses, expected) => {
    expect(
      onTrack(
        tally(
          statuses.map((status) => stand(status)),
          today,
        ),
      ),
    ).toEqual(expected)
  })

  test.each<[string, Status | null, string, boolean]>([
    ['its year is past', null, '2025', true],
    ['its year is past, and it is on course', 'op-koers', '2025', true],
    ['its year runs', null, '2026', false],
    ['the last day of its quarter was yesterday', 'loopt-achter', '2026-Q3', true],
    ['it is done', 'afgerond', '2025', false],
    ['it stopped', 'gestopt', '2025', false],
    ['somebody else does it', 'overgedragen', '2025', false],
  ])('is late or not: %s', (_, status, due, late) => {
    expect(isLate({ status, due }, today)).toBe(late)
  })
})

describe('the stand of the plans', () => {
  let region: Opened
  type Headers = { cookie: string }
  const people: Record<string, Headers> = {}
  const programme = { code: '', plan: '' }
  const action = 'S23-004'
  beforeAll(async () => {
    region = await openRegion({ clock: () => new Date('2026-11-26T09:00:00Z') })
    for (const role of ['programmamanager', 'oov-renswoude', 'burgemeester-houten', 'hoofd-riec'])
      people[role] = await signInAs(region, role)
    const { rows } = await owning(region.db, (tx) =>
      sql<{
        programme: string
        plan: string
      }>`select programme, plan from strategy.actions where code = ${action}`.execute(tx),
    )
    Object.assign(programme, { code: rows[0]?.programme, plan: rows[0]?.plan })
    const said = {
      sleutel: 'een-sleutel-1',
      [`stand-${action}`]: 'gestopt',
      [`zin-${action}`]: 'Opgegaan in het programma.',
    }
    expect((await region.post(`/mijn/voortgang?actie=${action}`, said, people.programmamanager)).status).toBe(303)
  })
  afterAll(() => region.close())

  const form = (given: Record<string, string> = {}) => ({
    oordeel: 'loopt-achter',
    zin: 'De wet komt later.',
    sleutel: 'een-sleutel-2',
    ...given,
  })
  const judge = (given: Record<string, string>, role = 'programmamanager') =>
    region.post(`/programmas/${programme.code}/oordeel`, form(given), people[role])
  const planPage = (role = 'programmamanager') => region.text(`/voortgang/plannen/${programme.plan}`, people[role])

  test('shows over all plans what stopped and why, what is unknown and how it is reckoned', async () => {
    const page = await region.text('/voortgang/plannen', people['oov-renswoude'])
    expect(page).toMatch(
      /Van 1 van de \d+ lopende beloften weten wij hoe zij ervoor staan\. Daarvan gaan er 0 als afgesproken\./,
    )
    expect(page).toContain('Opgegaan in het programma.')
    expect(page).toContain('Dat is iets anders dan nul')
    expect(page).toContain('0 van 1')
    expect(page).toContain('Plannen die voorbij zijn')
  })

  test('keeps effort, result and effect apart, per programme', async () => {
    const page = await planPage()
    for (const word of ['Inspanning.', 'Resultaat.', 'Effect.', 'Oordeel: nog niet gegeven.', '1 gestopt'])
      expect(page).toContain(word)
    expect(page).toContain('Berekend: 0 van 1 gaan als afgesproken.')
  })

  test('has the judgement of who steers beside what is reckoned, once, signed with a function', async () => {
    const both = await Promise.all([judge({}), judge({})])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const page = await planPage('burgemeester-houten')
    expect(page).toContain('De wet komt later.')
    expect(page).toMatch(/Programmamanager, [^<]*, 26 november 2026/)
    const { rows } = await owning(region.db, (tx) => sql`select from progress.judgements`.execute(tx))
    expect(rows).toHaveLength(1)
  })

  test('keeps what was said before when something else is said', async () => {
    expect((await judge({ oordeel: 'op-koers', zin: 'De wet is er.', sleutel: 'een-sleutel-3' })).status).toBe(303)
    expect(await planPage()).not.toContain('De wet komt later.')
    expect(await region.text(`/programmas/${programme.code}/oordeel`, people.programmamanager)).toContain(
      'De wet komt later.',
    )
  })

  test('says what to do when something is missing, and loses nothing', async () => {
    const answer = await judge({ oordeel: '', zin: '' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Kies hoe het programma ervoor staat.')
    expect(page).toContain('Schrijf in één zin waarom.')
    const long = await judge({ zin: 'x'.repeat(501) })
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('x'.repeat(501))
  })

  test('is for professionals, and a judgement for who steers', async () => {
    for (const path of [
      '/voortgang/plannen',
      `/voortgang/plannen/${programme.plan}`,
      `/programmas/${programme.code}/oordeel`,
    ])
      expect([path, (await region.get(path)).status]).toEqual([path, 404])
    expect((await judge({}, 'oov-renswoude')).status).toBe(404)
    expect((await judge({}, 'burgemeester-houten')).status).toBe(404)
    const read = await region.text(`/programmas/${programme.code}/oordeel`, people['hoofd-riec'])
    expect(read).toContain('De wet is er.')
    expect(read).not.toContain('name="oordeel"')
    expect((await region.get('/voortgang/plannen/bestaat-niet', people.programmamanager)).status).toBe(404)
    expect((await region.get('/programmas/bestaat-niet/oordeel', people.programmamanager)).status).toBe(404)
    expect(await planPage('oov-renswoude')).not.toContain('Geef uw oordeel')
  })

  test('waits on the home page of who has something to do', async () => {
    const analyst = await signInAs(region, 'analist-politie')
    expect(await region.text('/', analyst)).toContain('Wat op u wacht')
    expect(await region.text('/')).not.toContain('Wat op u wacht')
  })
})

test('an action offers those elsewhere that look like it', async () => {
  const region = await openRegion()
  const { rows } = await owning(region.db, (tx) =>
    sql<{ one: string; other: string; title: string }>`
      select a.code as one, b.code as other, b.title from strategy.actions a join strategy.actions b
          on a.title = b.title and a.plan <> b.plan and b.promise is distinct from coalesce(a.promise, a.code)
       where a.withdrawn_on is null and b.withdrawn_on is null order by a.code limit 1`.execute(tx),
  )
  const [pair] = rows
  if (!pair) throw new Error('no two plans have an action of one title')
  const page = await region.text(`/acties/${pair.one}`)
  expect(page.slice(page.indexOf('Lijkt hierop'))).toContain(`/acties/${pair.other}`)
  await region.close()
})
