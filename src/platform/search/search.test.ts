import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../../../test/environment/region'
import { anonymous, owning, reading } from '../db/database'
import type { Found } from './search'
import { entriesOf, find } from './search.store'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const ask = (question: string): Promise<Found> =>
  reading(region.db, anonymous, (tx) => find(tx, question, { perKind: 500 }))
const first = async (question: string) => (await ask(question)).hits[0]

describe('a question finds', () => {
  test.each([
    ['woninginbrak', 'indicator', 'burglary_total', 'another form of the word'],
    ['Woninginbraken', 'indicator', 'burglary_total', 'the word itself'],
    ['Renswoud', 'gebied', 'GM0339', 'a name without its end'],
    ['renswoude', 'gebied', 'GM0339', 'a name without capital'],
    ['A22-041', 'actie', 'A22-041', 'a code'],
    ['RIEC-MN', 'organisatie', 'RIEC-MN', 'the code of an organisation'],
    ['pga', 'begrip', 'personCentredApproach', 'an abbreviation'],
    ['OM', 'begrip', 'publicProsecution', 'a word that elsewhere says nothing'],
    ['digitale veiligheid', 'prioriteit', 'P19-DV', 'two words'],
  ])('%s: the %s %s, by %s', async (question, kind, code) => {
    expect(await first(question)).toMatchObject({ kind, code, isClose: false })
  })

  test('a number as it is printed, and each mention of it', async () => {
    const { hits } = await ask('16.390.666')
    expect(hits.filter(({ isClose }) => !isClose).map(({ code }) => code)).toEqual(['M-057', 'M-058'])
  })

  test('a word inside another, as Dutch joins them', async () => {
    expect((await ask('inbraak')).hits.map(({ code }) => code)).toContain('burglary_total')
  })

  test('an area by another name that a source prints', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ code: string; name: string }>`select code, other_names[1] as name from territory.areas
        where other_names <> '{}'`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { code, name } of rows) {
      const { hits } = await ask(name)
      expect(hits.map((hit) => hit.code)).toContain(code)
    }
  })

  test('only what holds all words', async () => {
    const together = (await ask('burgernet succes')).total
    expect(together).toBeGreaterThan(0)
    expect(together).toBeLessThan((await ask('burgernet')).total)
  })
})

describe('a typing error', () => {
  test.each([
    ['Rensvoude', 'GM0339', 'Renswoude'],
    ['burgernnet', 'citizenAlertNetwork', 'Burgernet'],
    ['ondermijnign', 'P19-GOC', 'ondermijning'],
  ])('in %s is forgiven, and the right word is offered', async (question, code, word) => {
    const found = await ask(question)
    expect(found.hits.every(({ isClose }) => isClose)).toBe(true)
    expect(found.hits.map((hit) => hit.code)).toContain(code)
    expect(found.suggestion?.toLowerCase()).toBe(word.toLowerCase())
  })
  test('is not looked for where enough is found as it was typed', async () => {
    expect((await ask('burgernet')).hits.some(({ isClose }) => isClose)).toBe(false)
  })
  test('that looks like nothing gives nothing', async () => {
    expect(await ask('zzzqqqxx')).toEqual({ total: 0, facets: [], hits: [], suggestion: null })
  })
})

describe('a question that is no question', () => {
  test.each(['', '   ', '%', "'", '"', ')(', '\\', ':*', '& | !', '<script>', 'a'.repeat(5000)])(
    '%s gives an answer without a fault',
    async (question) => {
      expect((await ask(question)).total).toBeGreaterThanOrEqual(0)
    },
  )
})

describe('counts', () => {
  test('add up to the total, and each page has its part', async () => {
    const { total, facets } = await ask('politie')
    expect(facets.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    const actions = facets.find(({ kind }) => kind === 'actie')?.count ?? 0
    expect(actions).toBeGreaterThan(5)
    const codes: string[] = []
    for (let offset = 0; offset < actions; offset += 5) {
      const { hits } = await reading(region.db, anonymous, (tx) =>
        find(tx, 'politie', { kind: 'actie', limit: 5, offset }),
      )
      codes.push(...hits.map(({ code }) => code))
    }
    expect(codes.length).toBe(actions)
    expect(new Set(codes).size).toBe(actions)
  })
})

describe('what the index holds', () => {
  test('is every row that has a page, once', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ kind: string; entries: number; rows: number }>`
        select kind, (select count(*)::integer from search.entries e where e.kind = counted.kind) as entries, rows from (values
          ('actie', (select count(*)::integer from strategy.actions)),
          ('resultaat', (select count(*)::integer from strategy.results)),
          ('meting', (select count(*)::integer from figures.measurements)),
          ('indicator', (select count(*)::integer from figures.indicators)),
          ('begrip', (select count(*)::integer from learning.terms)),
          ('begrotingsregel', (select count(*)::integer from money.budget_lines))) counted (kind, rows)`.execute(tx),
    )
    for (const { kind, entries, rows: counted } of rows) expect([kind, entries]).toEqual([kind, counted])
  })

  test('never the place of an event', async () => {
    const { rows } = await owning(region.db, async (tx) => {
      await sql`update learning.event_places set place = 'Kasteel Zeldzaamburg' where event = 'E-001'`.execute(tx)
      await sql`update learning.events set note = note where code = 'E-001'`.execute(tx)
      return sql`select from search.entries where haystack like '%zeldzaamburg%' or body ilike '%zeldzaamburg%'`.execute(
        tx,
      )
    })
    expect(rows).toEqual([])
    expect((await ask('Zeldzaamburg')).total).toBe(0)
  })

  test('names the page of a document for whoever may not know documents', async () => {
    const [code] = ['002_e295dfe805d16fbd.txt']
    const entries = await reading(region.db, anonymous, (tx) => entriesOf(tx, 'document', [code ?? '', 'geen.txt']))
    expect([...entries.values()]).toMatchObject([
      { title: expect.stringContaining('Jaarplan'), href: `/documenten/${code}` },
    ])
  })
})

describe('a change', () => {
  // Everything is taken back, so that the other tests find what they know.
  const trying = async (change: (tx: Parameters<Parameters<typeof owning<void>>[1]>[0]) => Promise<void>) => {
    const back = new Error('back')
    await expect(
      owning(region.db, async (tx) => {
        await change(tx)
        throw back
      }),
    ).rejects.toBe(back)
  }
  const codesFor = async (tx: Parameters<typeof find>[0], question: string) =>
    (await find(tx, question, { perKind: 500 })).hits.map(({ code }) => code)

  test('is found in its own transaction, and the old words are not', async () => {
    await trying(async (tx) => {
      await sql`update strategy.actions set title = 'Kwikstaart tellen' where code = 'A22-041'`.execute(tx)
      expect(await codesFor(tx, 'kwikstaarten')).toEqual(['A22-041'])
      await sql`update strategy.actions set title = 'Roodborst tellen' where code = 'A22-041'`.execute(tx)
      expect(await codesFor(tx, 'kwikstaarten')).toEqual([])
    })
  })
  test('of a name is found where that name stands in another title', async () => {
    await trying(async (tx) => {
      await sql`update figures.indicators set title = 'Kwikstaarten' where code = 'crime_total'`.execute(tx)
      expect(await codesFor(tx, 'kwikstaarten 103.579')).toContain('M-249')
    })
  })
  test('takes out what is withdrawn and puts it back when restored', async () => {
    await trying(async (tx) => {
      await sql`update strategy.actions set withdrawn_on = '2026-11-24' where code = 'A22-041'`.execute(tx)
      expect(await codesFor(tx, 'A22-041')).not.toContain('A22-041')
      await sql`update strategy.actions set withdrawn_on = null where code = 'A22-041'`.execute(tx)
      expect(await codesFor(tx, 'A22-041')).toContain('A22-041')
    })
  })
  test('takes out what is deleted', async () => {
    await trying(async (tx) => {
      await sql`delete from governance.principles where code = 'CV-TVR'`.execute(tx)
      expect(await codesFor(tx, 'CV-TVR')).not.toContain('CV-TVR')
    })
  })
  test('leaves the same index as filling it anew', async () => {
    const entries = sql`select kind, code, title, context, body, href, is_public from search.entries order by 1, 2`
    await trying(async (tx) => {
      const before = (await entries.execute(tx)).rows
      await sql`select search.refill()`.execute(tx)
      expect((await entries.execute(tx)).rows).toEqual(before)
    })
  })
})

test('an entry that is not public does not exist for a visitor, and no word of it is offered', async () => {
  await owning(region.db, (tx) =>
    sql`insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
      values ('geheim', 'X-1', 'Goudvinkenberaad', '', '', '/', 5, false)`.execute(tx),
  )
  expect((await ask('goudvinkenberaad')).total).toBe(0)
  expect((await ask('goudvinkenberaat')).suggestion).toBeNull()
  const { rows } = await reading(region.db, anonymous, (tx) =>
    sql`select from search.entries where kind = 'geheim'`.execute(tx),
  )
  expect(rows).toEqual([])
  await owning(region.db, (tx) => sql`delete from search.entries where kind = 'geheim'`.execute(tx))
})

test('an answer uses an index', async () => {
  const plan = await owning(region.db, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    return sql<
      Record<string, string>
    >`explain select from search.entries e where 'rensvoude' operator(public.<%) e.plain_title`.execute(tx)
  })
  expect(JSON.stringify(plan.rows)).toContain('entries_plain_title')
})
