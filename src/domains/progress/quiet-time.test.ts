import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayFields, hiddenIn, sendForm } from '../../../test/environment/forms'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { owning } from '../../platform/db/database'
import { readQuietTime } from './quiet-time'
import { roundPostFrom } from './round.parts'
import { keepRounds } from './round.verbs'

describe('a quiet time that is typed', () => {
  const typed = {
    name: 'Rond het feest',
    begins: { day: '1', month: '12', year: '2026' },
    ends: { day: '3', month: '12', year: '2026' },
    reason: 'Dan is iedereen vrij.',
  }
  const read = (more: Partial<typeof typed>) => {
    const became = readQuietTime({ ...typed, ...more }, day('2026-11-24'))
    return 'faults' in became ? became.faults.map(({ field, fault }) => `${field} ${fault}`) : []
  }
  test.each<[string, Partial<typeof typed>, string[]]>([
    ['with a name, two days and a reason is one', {}, []],
    ['without a reason is none', { reason: ' ' }, ['reden empty']],
    ['without a name is none', { name: '' }, ['naam empty']],
    ['has a last day that exists', { ends: { day: '31', month: '11', year: '2026' } }, ['eindigt no-day']],
    ['ends after it begins', { ends: { day: '30', month: '11', year: '2026' } }, ['eindigt in-order']],
    [
      'is not over',
      { begins: { day: '1', month: '1', year: '2026' }, ends: { day: '2', month: '1', year: '2026' } },
      ['eindigt past'],
    ],
    ['has no mistyped year', { ends: { day: '3', month: '12', year: '2027' } }, ['eindigt too-many-days']],
  ])('%s', (_, more, faults) => expect(read(more)).toEqual(faults))
})

describe('the calendar of the updates', () => {
  let region: Opened
  let now = new Date('2026-11-24T09:00:00Z')
  let manager: { cookie: string }
  beforeAll(async () => {
    region = await openRegion({ clock: () => now })
    manager = await signInAs(region, 'programmamanager')
  })
  afterAll(() => region.close())
  const address = '/voortgang/kalender'
  const form = (begins: string, ends: string, more: Record<string, string> = {}) => ({
    sleutel: `kalender-${begins}-${ends}`,
    versie: '0',
    naam: 'Rond het feest',
    reden: 'Dan is iedereen vrij.',
    ...dayFields('begint', begins),
    ...dayFields('eindigt', ends),
    ...more,
  })
  const mail = () => keepRounds(region.db, roundPostFrom('https://sv.example', null), () => false)

  test('is there for everybody: rounds, quiet times and why', async () => {
    const page = await region.text(address)
    expect(page).toContain('Rond de jaarwisseling')
    expect(page).toContain('10 december 2026')
    expect(page).toContain('10 januari 2027')
    expect(page).toContain('Rond de verkiezing van Provinciale Staten')
    expect(page).toContain('Zomerreces')
    expect(page).not.toContain('Voeg een stille tijd toe')
    expect(await region.text('/acties/S23-007')).toContain(`href="${address}"`)
  })

  test('is changed by the programme manager of the bureau and the functional administrator, and by nobody else', async () => {
    for (const person of ['oov-renswoude', 'directeur-rvs', 'oud-adviseur-zeist']) {
      const headers = await signInAs(region, person).catch(() => null)
      if (headers) expect((await region.get(`${address}/nieuw`, headers)).status).toBe(404)
    }
    expect((await region.get(`${address}/nieuw`)).status).toBe(404)
    expect((await region.get(`${address}/bestaat-niet`, manager)).status).toBe(404)
    const administrator = await signInAs(region, 'functioneel-beheerder')
    expect(await region.text(`${address}/nieuw`, administrator)).toContain('U wijzigt als: Functioneel beheerder')
  })

  test('takes a new quiet time, once, and nobody is mailed in it', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await sendForm(region, `${address}/nieuw`, form('2026-11-24', '2026-11-26'), manager)).toContain(
        'bewaard=ja',
      )
    const page = await region.text(address)
    expect(page).toContain('Het is stil tot en met 26 november 2026: rond het feest.')
    expect(page).toContain('Dan is iedereen vrij. (Programmamanager, Bureau Regionale Veiligheidsstrategie')
    expect(page.match(/Rond het feest: /g)).toHaveLength(1)
    expect(await mail()).toBe(0)
    now = new Date('2026-11-27T09:00:00Z')
    expect(await mail()).toBeGreaterThan(0)
    // His session ended meanwhile.
    manager = await signInAs(region, 'programmamanager')
  })

  test('shows a form that is wrong again, with all that was typed', async () => {
    const answer = await region.post(`${address}/nieuw`, form('2026-12-05', '2026-12-01', { reden: '' }), manager)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('De laatste dag ligt vóór de eerste.')
    expect(page).toContain('value="Rond het feest"')
  })

  test('changes a time of the region, over what was seen, and a new load of the region does not undo it', async () => {
    const path = `${address}/jaarwisseling-2026`
    expect(await region.text(path, manager)).toContain('value="Rond de jaarwisseling"')
    await sendForm(region, path, form('2026-12-08', '2027-01-12', { naam: 'Rond de jaarwisseling' }), manager)
    const late = await region.post(path, form('2026-12-09', '2027-01-12', { naam: 'Anders' }), manager)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('8 december 2026 tot en met 12 januari 2027')
    // Who first has to mend a field still saves over what he saw, and not over what he did not.
    const wrong = await region.post(path, form('2026-12-09', '2027-01-12', { reden: '' }), manager)
    expect(wrong.status).toBe(422)
    expect(hiddenIn(await wrong.text(), 'versie')).toBe('0')
    await owning(region.db, (tx) =>
      sql`update progress.quiet_times set ends_on = '2027-01-10' where code = 'jaarwisseling-2026'`.execute(tx),
    )
    const page = await region.text(address)
    expect(page).toContain('8 december 2026')
    expect(page).toContain('12 januari 2027')
  })

  test('ends a time with a reason; what is over or ended is not changed any more', async () => {
    const path = `${address}/zomer-2027`
    const unreasoned = await region.post(
      path,
      { sleutel: 'kalender-einde-1', versie: '0', vervalt: 'ja', reden: '' },
      manager,
    )
    expect(unreasoned.status).toBe(422)
    await sendForm(
      region,
      path,
      { sleutel: 'kalender-einde-2', versie: '0', vervalt: 'ja', reden: 'Wij werken door.' },
      manager,
    )
    const page = await region.text(address)
    expect(page).toContain('Zomerreces is vervallen. Wij werken door.')
    expect(page).not.toContain('10 juli 2027')
    expect((await region.get(path, manager)).status).toBe(404)
    const over = await region.post(`${address}/eigen-1`, form('2026-11-24', '2026-12-24', { versie: '1' }), manager)
    expect(over.status).toBe(404)
  })

  test('is in the log of what was done, and is added to only', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ event: string; object: string }>`
        select event, object from identity.audit_log where event like 'stille tijd%' order by object`.execute(tx),
    )
    expect(rows).toMatchObject([
      { event: 'stille tijd toegevoegd', object: 'eigen-1: 2026-11-24 tot en met 2026-11-26' },
      { event: 'stille tijd gewijzigd' },
      { event: 'stille tijd vervallen' },
    ])
    const change = owning(region.db, (tx) => sql`update progress.quiet_time_changes set reason = 'x'`.execute(tx))
    await expect(change).rejects.toThrow('added and never changed')
  })
})
