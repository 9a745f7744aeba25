import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion, testMoment } from '../../../test/environment/region'
import { day } from '../../kernel/day'
import { owning } from '../../platform/db/database'
import { changeLine, type ListRow, listColumns, type PresentPerson, peopleChanges, readPeople } from './people-list'
import { loadPeople, previewPeople } from './people-list.verbs'

const today = day('2026-11-24')
const around = {
  organisations: new Set(['RVS', 'GM0327']),
  areas: new Set(['GM0327', 'GM0308']),
  erased: new Map(),
  today,
}
const row = (line: number, cells: string): ListRow => ({
  line,
  cells: Object.fromEntries(cells.split(',').map((cell, at) => [listColumns[at] ?? '', cell])),
})
const administrator = 'beheer@rvs.nl,B. Heer,Functioneel beheerder,RVS,functioneel-beheerder,,2023-01-01,'
const adviser = 'oov@leusden.nl,O. Veiligheid,Adviseur,GM0327,adviseur,GM0308;GM0327,2024-01-01,'
const rows = (...lines: string[]) => lines.map((line, at) => row(at + 2, line))

describe('a list of people', () => {
  test('is read as people with their posts', () => {
    const second = 'OOV@leusden.nl,O. Veiligheid,Projectleider,RVS,lezer,,2026-01-01,2027-01-01'
    expect(readPeople(rows(administrator, adviser, second), around)).toEqual({
      people: [
        expect.objectContaining({ email: 'beheer@rvs.nl' }),
        {
          email: 'oov@leusden.nl',
          name: 'O. Veiligheid',
          posts: [
            {
              title: 'Adviseur',
              organisation: 'GM0327',
              role: 'adviseur',
              areas: ['GM0308', 'GM0327'],
              from: '2024-01-01',
              until: null,
            },
            {
              title: 'Projectleider',
              organisation: 'RVS',
              role: 'lezer',
              areas: [],
              from: '2026-01-01',
              until: '2027-01-01',
            },
          ],
        },
      ],
    })
  })

  test.each<[string, string, RegExp]>([
    ['a mail address', adviser.replace('oov@leusden.nl', 'oov'), /^rij 3, kolom mail: "oov" is geen mailadres/],
    ['a name', adviser.replace('O. Veiligheid', ''), /kolom naam: Deze cel mag niet leeg/],
    ['a function', adviser.replace('Adviseur', ' '), /kolom functie: Deze cel mag niet leeg/],
    ['an organisation', adviser.replace('GM0327,', 'GM9,'), /kolom organisatie: De organisatie GM9 staat niet in/],
    ['a role', adviser.replace('adviseur', 'baas'), /kolom rol: "baas" kan niet\. Kies uit: lezer/],
    ['an area', adviser.replace('GM0308', 'GM9'), /kolom gebieden: Het gebied GM9 staat niet in/],
    ['a first day', adviser.replace('2024-01-01', '1-1-2024'), /kolom van: "1-1-2024" is geen datum/],
    ['a last day', `${adviser}gauw`, /kolom tot: "gauw" is geen datum/],
    ['an end after the beginning', `${adviser}2024-01-01`, /kolom tot: De functie eindigt voor zij begint/],
  ])('that lacks %s is refused with row and column', (_, wrong, expected) => {
    const read = readPeople(rows(administrator, wrong), around)
    expect('faults' in read ? read.faults : []).toEqual([expect.stringMatching(expected)])
  })

  test('in which a person has two names, or one post twice, is refused', () => {
    const read = readPeople(rows(administrator, adviser, adviser.replace('O. V', 'P. V')), around)
    expect('faults' in read && read.faults).toEqual([
      expect.stringContaining('rij 4, kolom naam: Bij oov@leusden.nl staat eerder een andere naam'),
      expect.stringContaining('rij 4, kolom functie: Deze functie staat er twee keer'),
    ])
  })

  test.each([
    ['nobody', adviser],
    ['somebody who stopped', `${administrator}2026-11-24`],
  ])('with %s to administer the product is refused', (_, line) => {
    expect(readPeople(rows(line), around)).toHaveProperty('faults', [expect.stringContaining('functioneel beheerder')])
  })
})

describe('what a list changes', () => {
  const post = {
    title: 'Adviseur',
    organisation: 'GM0327',
    role: 'adviseur' as const,
    areas: [],
    from: day('2024-01-01'),
    until: null,
  }
  const person = { email: 'oov@leusden.nl', name: 'O. Veiligheid', posts: [post] }
  const present = (posts: PresentPerson['posts'], name = person.name): PresentPerson[] => [
    { id: 'p', email: 'OOV@leusden.nl', name, posts },
  ]
  const lines = (listed: (typeof person)[], here: PresentPerson[]) => peopleChanges(listed, here, today).map(changeLine)

  test.each<[string, (typeof person)[], PresentPerson[], RegExp[]]>([
    ['nothing that already holds', [person], present([{ ...post, id: '1' }]), []],
    [
      'a new person',
      [person],
      [],
      [/^\+ oov@leusden\.nl: nieuw/, /^\+ oov@leusden\.nl: Adviseur bij GM0327 \(adviseur\), vanaf 2024-01-01$/],
    ],
    ['a name', [person], present([{ ...post, id: '1' }], 'O. Vroeger'), [/^~ .*heet nu O\. Veiligheid$/]],
    ['an end', [person], present([{ ...post, id: '1', until: day('2027-01-01') }]), [/^~ .*nu zonder einddatum/]],
    [
      'areas',
      [{ ...person, posts: [{ ...post, areas: ['GM0308'] as never[] }] }],
      present([{ ...post, id: '1' }]),
      [/gebieden: GM0308$/],
    ],
    ['somebody who left', [], present([{ ...post, id: '1' }]), [/^- OOV@leusden\.nl: .*eindigt vandaag$/]],
    ['a post that would have begun', [], present([{ ...post, id: '1', from: day('2027-01-01') }]), [/^- .*vervalt$/]],
    ['nothing about a post that is over', [], present([{ ...post, id: '1', until: today }]), []],
  ])('%s', (_, listed, here, expected) => {
    expect(lines(listed, here)).toEqual(expected.map((one) => expect.stringMatching(one)))
  })
})

describe('loading a list', () => {
  let region: Opened
  beforeAll(async () => {
    region = await openRegion()
  })
  afterAll(() => region.close())
  const count = async (what: string) =>
    (await owning(region.db, (tx) => sql<{ n: number }>`select count(*) as n from ${sql.raw(what)}`.execute(tx)))
      .rows[0]?.n

  test('shows what would change, changes it once, and leaves example persons alone', async () => {
    const examples = await count('identity.people where is_example')
    const shown = await previewPeople(region.db, rows(administrator, adviser))
    expect('changes' in shown && shown.changes).toHaveLength(4)
    expect(await count('identity.people where not is_example')).toBe(0)

    await loadPeople(region.db, rows(administrator, adviser))
    expect(await count('identity.people where not is_example')).toBe(2)
    expect(await count("identity.post_areas a join identity.posts p on p.id = a.post where p.title = 'Adviseur'")).toBe(
      2,
    )
    expect(await loadPeople(region.db, rows(administrator, adviser))).toEqual({ changes: [] })
    expect(await count('identity.people where is_example')).toBe(examples)
    expect(await count("identity.audit_log where event = 'personenlijst geladen'")).toBe(1)
  })

  test('with one fault changes nothing', async () => {
    const outcome = await loadPeople(
      region.db,
      rows(administrator.replace('B. Heer', 'Iemand'), adviser.replace('adviseur', 'baas')),
    )
    expect(outcome).toHaveProperty('faults')
    expect(await count("identity.people where name = 'Iemand'")).toBe(0)
  })

  test('ends the post and the sessions of who is no longer in it', async () => {
    await region.post('/inloggen', { mail: 'oov@leusden.nl' })
    const { rows: mails } = await owning(region.db, (tx) =>
      sql<{ body: string }>`select body from mail.outbox where not is_example`.execute(tx),
    )
    const secret =
      new URL(/https?:\S+/.exec(mails[0]?.body ?? '')?.[0] ?? 'about:blank').searchParams.get('sleutel') ?? ''
    const entered = await region.post('/inloggen/link', { sleutel: secret })
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await region.get('/mijn', { cookie })).status).toBe(200)

    await loadPeople(region.db, rows(administrator))
    expect((await region.get('/mijn', { cookie })).status).toBe(404)
    expect(
      await count(`identity.posts where title = 'Adviseur' and valid_to = '${testMoment.toISOString().slice(0, 10)}'`),
    ).toBe(1)
    expect(await loadPeople(region.db, rows(administrator))).toEqual({ changes: [] })
  })
})
