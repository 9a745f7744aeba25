import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { paragraphs, readNote } from './note'

const noDay = { day: '', month: '', year: '' }
const typed = { body: 'Het was kermis.', type: '', from: { day: '1', month: '3', year: '2026' }, until: noDay }

describe('what is typed', () => {
  test('is kept in paragraphs, from a day and up to another', () => {
    expect(readNote({ ...typed, body: ' Het  was\nkermis. \n\n\n Daarna niet. ' }, [])).toEqual({
      body: 'Het was kermis.\n\nDaarna niet.',
      type: null,
      from: '2026-03-01',
      until: null,
    })
    expect(paragraphs('een\r\n\r\ntwee')).toEqual(['een', 'twee'])
  })

  test.each([
    ['nothing', { body: ' \n ' }, 'tekst'],
    ['more than 2000 signs', { body: 'x'.repeat(2001) }, 'tekst'],
    ['a type that is not published', { type: '3.2.1' }, 'soort'],
    ['no first day', { from: noDay }, 'vanaf'],
    ['a first day that does not exist', { from: { day: '30', month: '2', year: '2026' } }, 'vanaf'],
    ['a last day that does not exist', { until: { day: '31', month: '4', year: '2026' } }, 'tot'],
    ['a last day before the first', { until: typed.from }, 'tot'],
  ])('is refused at its field: %s', (_, change, field) => {
    const found = readNote({ ...typed, ...change }, ['1.1.1'])
    expect('faults' in found ? found.faults.map((fault) => fault.field) : []).toEqual([field])
  })
})

describe('an explanation', () => {
  let region: Opened
  let adviser: { cookie: string }
  let administrator: { cookie: string }
  beforeAll(async () => {
    region = await openRegion({ figures: true })
    await owning(region.db, (tx) => sql`update identity.people set name = 'Jansje de Vries'`.execute(tx))
    adviser = await signInAs(region, 'oov-renswoude')
    administrator = await signInAs(region, 'functioneel-beheerder')
  })
  afterAll(() => region.close())

  const page = '/veiligheidsbeelden/GM0339'
  const form = (tekst: string, more: Record<string, string> = {}) => ({
    tekst,
    soort: '',
    'vanaf-dag': '1',
    'vanaf-maand': '11',
    'vanaf-jaar': '2026',
    'tot-dag': '',
    'tot-maand': '',
    'tot-jaar': '',
    ...more,
  })
  const versions = async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ note: string; version: number; body: string | null; actedAs: string }>`
        select note, version, body, acted_as as "actedAs" from crime.notes order by at, version`.execute(tx),
    )
    return rows
  }

  test('is offered to the adviser of the municipality and to the administrator, and to nobody else', async () => {
    const others = await signInAs(region, 'burgemeester-houten')
    const offer = 'Schrijf een duiding bij deze cijfers'
    expect(await region.text(page)).not.toContain(offer)
    expect(await region.text(page, others)).not.toContain(offer)
    expect(await region.text(page, adviser)).toContain(offer)
    expect(await region.text(page, administrator)).toContain(offer)
    expect((await region.get(`${page}/duiding`, others)).status).toBe(404)
    expect((await region.get('/veiligheidsbeelden/GM0327/duiding', adviser)).status).toBe(404)
    expect((await region.get('/veiligheidsbeelden/MNL/duiding', administrator)).status).toBe(200)
    expect((await region.post(`${page}/duiding`, form('Mijn tekst'), others)).status).toBe(404)
    expect(await versions()).toEqual([])
  })

  test('stands above the figures for everybody, signed with a function and a day and no name', async () => {
    const answer = await region.post(`${page}/duiding`, form('Het was kermis.\n\nDaarna niet.'), adviser)
    expect(answer.status).toBe(303)
    const text = await region.text(page)
    expect(text).toMatch(/id="duiding".*Het was kermis\..*Daarna niet\..*id="maanden"/s)
    expect(text).toMatch(/[Aa]dviseur[^<]*Renswoude[^<]*, 24 november 2026/)
    expect(text).not.toContain('Jansje')
    expect((await versions())[0]?.actedAs).not.toContain('Jansje')
  })

  test('of one type stands with that type alone', async () => {
    await region.post(`${page}/duiding`, form('Over inbraak.', { soort: '1.1.1' }), adviser)
    expect(await region.text(page)).not.toContain('Over inbraak.')
    const typePage = await region.text(`${page}?soort=1.1.1`)
    expect(typePage).toContain('Over inbraak.')
    expect(typePage).toContain('Het was kermis.')
  })

  test('that changes keeps its earlier version, for whoever may write it', async () => {
    const [first] = await versions()
    const id = first?.note ?? ''
    await region.post(`${page}/duiding`, form('Het was feest.', { duiding: id, versie: '1' }), administrator)
    const text = await region.text(page)
    expect(text).toContain('Het was feest.')
    expect(text).toContain('(versie 2)')
    expect(text).not.toContain('Het was kermis.')
    expect(await region.text(`${page}/duiding?duiding=${id}`, adviser)).toContain('Het was kermis.')
  })

  test('that somebody changed meanwhile is not overwritten, and what was typed is not lost', async () => {
    const id = (await versions())[0]?.note ?? ''
    const answer = await region.post(`${page}/duiding`, form('Te laat.', { duiding: id, versie: '1' }), adviser)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('Een collega wijzigde deze duiding intussen.')
    expect(text).toContain('Te laat.')
    expect(await region.text(page)).not.toContain('Te laat.')
  })

  test('that is taken back is gone for readers', async () => {
    const id = (await versions())[0]?.note ?? ''
    const answer = await region.post(`${page}/duiding/${id}/intrekking`, { versie: '2' }, adviser)
    expect(answer.status).toBe(303)
    expect(await region.text(page)).not.toContain('Het was feest.')
    expect(await region.text(`${page}/duiding?duiding=${id}`, adviser)).toContain('ingetrokken')
  })

  test('is a line in the log, with the person there and nowhere else', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ event: string }>`select event from identity.audit_log where event like 'duiding%' order by at`.execute(tx),
    )
    expect(rows.map(({ event }) => event)).toEqual([
      'duiding geschreven',
      'duiding geschreven',
      'duiding geschreven',
      'duiding ingetrokken',
    ])
  })

  test('is added and never changed, not even by the owner', async () => {
    for (const statement of ["update crime.notes set body = 'x'", 'delete from crime.notes'])
      await expect(owning(region.db, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow('never changed')
  })
})
