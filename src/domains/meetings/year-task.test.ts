import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenIn, newKey, sendForm } from '../../../test/environment/forms'
import { mainText } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { emptyYearTask, readYearTask, saysOtherwise, withdrawn } from './year-task'

type Headers = { cookie: string }

describe('a line of the year calendar that is typed', () => {
  const typed = {
    month: '3',
    what: ' Evaluatie ',
    byWhom: 'bureau',
    toWhom: 'college',
    body: 'RVS',
    reason: 'Is afgesproken.',
  }
  const faultsOf = (more: Partial<typeof typed>) => {
    const read = readYearTask({ ...typed, ...more }, new Set(['RVS']))
    return 'faults' in read ? read.faults.map(({ field }) => field) : []
  }
  test('has a month, what, by whom, to whom and a reason; a body is not needed', () => {
    expect(readYearTask(typed, new Set(['RVS']))).toEqual({
      month: 3,
      what: 'Evaluatie',
      byWhom: 'bureau',
      toWhom: 'college',
      body: 'RVS',
      isWithdrawn: false,
      reason: 'Is afgesproken.',
    })
    expect(faultsOf({ body: '' })).toEqual([])
    const empty = readYearTask(emptyYearTask, new Set())
    expect('faults' in empty && empty.faults.map(({ field }) => field)).toEqual([
      'maand',
      'wat',
      'door',
      'aan',
      'reden',
    ])
  })
  test.each<[string, Partial<typeof typed>, string]>([
    ['a month that is none', { month: '13' }, 'maand'],
    ['a body nobody can choose', { body: 'GEEN' }, 'gremium'],
    ['too much text', { what: 'x'.repeat(201) }, 'wat'],
    ['a reason that is too long', { reason: 'x'.repeat(301) }, 'reden'],
  ])('is refused with %s', (_, more, field) => expect(faultsOf(more)).toEqual([field]))
  test('is withdrawn as it stands, with a reason', () => {
    const task = {
      code: 'a',
      version: 2,
      month: 3,
      what: 'x',
      byWhom: 'y',
      toWhom: 'z',
      body: null,
      isWithdrawn: false,
    }
    expect(withdrawn(task, 'Niet meer.')).toMatchObject({ what: 'x', isWithdrawn: true, reason: 'Niet meer.' })
    expect(withdrawn(task, ' ')).toHaveProperty('faults')
    expect(saysOtherwise(task, { ...task, version: 0 })).toBe(false)
    expect(saysOtherwise(task, { ...task, toWhom: 'q' })).toBe(true)
  })
})

describe('the year calendar on screen', () => {
  let region: Opened
  let now = new Date('2026-11-24T09:00:00Z')
  let [manager, secretary, mayor, other]: (Headers | undefined)[] = []
  beforeAll(async () => {
    region = await openRegion({ clock: () => now })
    manager = await signInAs(region, 'programmamanager')
    secretary = await signInAs(region, 'hoofd-bureau')
    mayor = await signInAs(region, 'burgemeester-houten')
    other = await signInAs(region, 'oov-renswoude')
  })
  afterAll(() => region.close())
  const newLine = '/vergaderingen/jaarkalender/nieuw'
  const lineOf = (code: string) => `/vergaderingen/jaarkalender/${code}`
  const sendTo = (code: string) => `${lineOf(code)}/wijzigen`
  const main = async (path: string, headers?: Headers) => mainText(await region.text(path, headers))
  const fields = (wat: string, more: Record<string, string> = {}) => ({
    sleutel: newKey('jaarkalender'),
    versie: '0',
    maand: '3',
    wat,
    door: 'bureau',
    aan: 'burgemeesters',
    gremium: '',
    reden: 'Zo is het afgesproken.',
    ...more,
  })
  const send = (path: string, form: Record<string, string>) => sendForm(region, path, form, manager as Headers)
  const load = (what: string) =>
    owning(region.db, (tx) => sql`update meetings.year_tasks set what = ${what} where code = 'JK-04-2'`.execute(tx))

  test('is read by everybody and changed by the programme manager of a bureau, by nobody else', async () => {
    const year = await main('/vergaderingen/jaar/2026')
    expect(year).toContain('Bestuursconferentie')
    expect(year).not.toContain('Voeg een regel toe')
    expect(await main('/vergaderingen/jaar/2026', manager)).toContain('Voeg een regel toe aan de jaarkalender')
    expect(await main(lineOf('JK-04-2'))).toContain('Deze regel is niet op het scherm gewijzigd.')
    for (const headers of [undefined, secretary, mayor, other]) {
      expect(await region.text(lineOf('JK-04-2'), headers)).not.toContain('name="reden"')
      expect((await region.get(newLine, headers)).status).toBe(404)
      for (const path of [newLine, sendTo('JK-04-2')])
        expect((await region.post(path, fields('Nee'), headers)).status).toBe(404)
    }
    expect((await region.get(lineOf('bestaat-niet'), manager)).status).toBe(404)
    expect((await region.post(sendTo('bestaat-niet'), fields('Nee'), manager)).status).toBe(404)
  })

  test('gets a line once, also when the form is sent twice', async () => {
    const form = fields('Gesprek met de raden', { gremium: 'DVC' })
    const line = await send(newLine, form)
    expect(await send(newLine, form)).toBe(line)
    const page = await main('/vergaderingen/jaar/2026')
    expect(page.match(/Gesprek met de raden/g)).toHaveLength(2)
    expect(page).toContain('Toegevoegd. In maart: Gesprek met de raden. Door bureau, voor burgemeesters.')
    expect(page).toContain('Zo is het afgesproken. (Programmamanager, Bureau Regionale Veiligheidsstrategie')
    expect(await main('/vergaderingen/jaar/2025')).not.toContain('Gesprek met de raden')
  })

  test('shows a form that is wrong again, with all that was typed and the version that was seen', async () => {
    const form = fields('Een conferentie', { maand: '', reden: '', door: 'de deelnemers' })
    const answer = await region.post(sendTo('JK-04-2'), form, manager)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Kies een maand.')
    expect(page).toContain('Schrijf waarom. Iedereen leest dit.')
    expect(page).toContain('value="Een conferentie"')
    expect(page).toContain('value="de deelnemers"')
    expect([hiddenIn(page, 'sleutel'), hiddenIn(page, 'versie')]).toEqual([form.sleutel, '0'])
  })

  test('changes over what was seen: who did not see it keeps nothing, and sees both', async () => {
    const line = lineOf('JK-04-2')
    expect(await send(`${line}/wijzigen`, fields('Conferentie van bestuurders', { maand: '5' }))).toBe(
      `${line}?bewaard=ja`,
    )
    const late = await region.post(`${line}/wijzigen`, fields('Bestuursdag'), manager)
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('value="Bestuursdag"')
    expect(mainText(page)).toContain('Conferentie van bestuurders')
    expect(hiddenIn(page, 'versie')).toBe('1')
    // What stands there already is no change.
    await send(`${line}/wijzigen`, fields('Conferentie van bestuurders', { maand: '5' }))
    expect(hiddenIn(await region.text(line, manager), 'versie')).toBe('1')
    const shown = await main(line)
    expect(shown).toContain('Zoals de regio het aanleverde. In april: Bestuursconferentie.')
    expect(shown).toContain('Gewijzigd. In mei: Conferentie van bestuurders.')
  })

  test('is not undone by a later load, and whoever keeps it is told that the region says otherwise', async () => {
    const line = lineOf('JK-04-2')
    expect(await main(line, manager)).not.toContain('De regio levert deze regel intussen anders aan.')
    await load('Bestuursconferentie van twee dagen')
    expect(await main('/vergaderingen/jaar/2026')).not.toContain('Bestuursconferentie van twee dagen')
    expect(await main(line, manager)).toContain('In april: Bestuursconferentie van twee dagen.')
    expect(await main(line)).not.toContain('De regio levert')
    expect(await main(line)).toContain('In april: Bestuursconferentie.')
    await load('Bestuursconferentie')
  })

  test('lets a line go with a reason and takes it back with one', async () => {
    const line = lineOf('JK-01-1')
    const going = { sleutel: newKey('weg'), versie: '0', vervalt: 'ja', reden: '' }
    expect((await region.post(`${line}/wijzigen`, going, manager)).status).toBe(422)
    await send(`${line}/wijzigen`, { ...going, reden: 'Doen de gemeenten zelf.' })
    const january = async () => /Januari(.*?)Februari/s.exec(await main('/vergaderingen/jaar/2026'))?.[1] ?? ''
    expect(await january()).not.toContain('Oud en nieuw geëvalueerd')
    expect(await main('/vergaderingen/jaar/2026')).toContain('Vervallen. In januari: Oud en nieuw geëvalueerd.')
    expect(await main(line)).toContain('vervallen')
    await send(`${line}/wijzigen`, fields('Oud en nieuw geëvalueerd', { versie: '1', maand: '1' }))
    expect(await january()).toContain('Oud en nieuw geëvalueerd')
    expect(await main(line)).toContain('Teruggezet.')
  })

  test('a year that is over has the lines as they were then', async () => {
    now = new Date('2027-02-01T09:00:00Z')
    manager = await signInAs(region, 'programmamanager')
    await send(sendTo('JK-04-2'), fields('Bestuursdag', { versie: '1', maand: '5' }))
    const [then, today] = [await main('/vergaderingen/jaar/2026'), await main('/vergaderingen/jaar/2027')]
    expect(then).toContain('Het jaar 2026 is voorbij')
    expect(then).toContain('Conferentie van bestuurders')
    expect(then).not.toContain('Bestuursdag')
    expect(today).toContain('Bestuursdag')
    expect(today).not.toContain('is voorbij')
    const before = await main('/vergaderingen/jaar/2025')
    expect(before).toContain('Bestuursconferentie')
    expect(before).not.toContain('Conferentie van bestuurders')
    // Nobody adds to a year that is over.
    expect(await main('/vergaderingen/jaar/2026', manager)).not.toContain('Voeg een regel toe')
  })

  test('is in the log of what was done, and is added to only', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ event: string; object: string }>`
        select event, object from identity.audit_log where event like 'regel van de jaarkalender %' and object not like '/%'
         order by at, event`.execute(tx),
    )
    expect(rows.map(({ event, object }) => `${object} ${event.split(' ').at(-1)}`)).toEqual(
      expect.arrayContaining(['eigen-1 toegevoegd', 'JK-04-2 gewijzigd', 'JK-01-1 vervallen']),
    )
    const change = owning(region.db, (tx) => sql`update meetings.year_task_versions set reason = 'x'`.execute(tx))
    await expect(change).rejects.toThrow()
  })
})
