import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/domains/identity/post'
import { owning, reading, type Visitor, writing } from '../../src/platform/db/database'
import { addExamplePerson, beginAccount, writeBlock } from '../environment/accounts'
import { holdHearing } from '../environment/hearings'
import { signInAs } from '../environment/people'
import { type Opened, openRegion } from '../environment/region'

/** What a post at each organisation lets its holder do, role by role: writers, trekkers, deelnemers, programme managers and readers. */
const organisations = ['RVS', 'POL-MN', 'OM-MN', 'GM0344', 'RIEC-MN'] as const
type Holder = `${(typeof organisations)[number]} ${(typeof roles)[number]}`
const holders = organisations.flatMap((organisation) => roles.map((role): Holder => `${organisation} ${role}`))

let region: Opened
let account = ''
let hearing = ''
/** The first is led by the bureau, the other by a body without a desk, and was passed on to the RIEC. */
const led = { RVS: 'S23-007', 'RIEC-MN': 'S23-010' } as const
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  region = await openRegion()
  account = (await beginAccount(region)).split('/').at(-1) ?? ''
  await writeBlock(region, `/verantwoordingsstukken/${account}`, 'analist-politie', {
    titel: 'Wat de politie deed',
    tekst: 'Wij deden ons werk.',
    deel: 'politie',
  })
  hearing = (await holdHearing(region)).split('/').at(-1) ?? ''
  const manager = { sessionId: (await signInAs(region, 'programmamanager')).cookie.split('=')[1] ?? null }
  await writing(region.db, manager, (tx) => sql`select progress.pass_on(${led['RIEC-MN']}, 'RIEC-MN', 'x')`.execute(tx))
  await owning(region.db, (tx) =>
    // What is said of an action, so that there is something to read.
    sql`insert into progress.updates (action, version, status, is_unchanged, way, at, post, organisation, acted_as, form_key)
      values (${led['RIEC-MN']}, 1, 'op-koers', false, 'scherm', platform.moment(), gen_random_uuid(), 'RIEC-MN', 'Hoofd, RIEC', 'sleutel-1')`.execute(
      tx,
    ),
  )
  for (const holder of holders) {
    const [organisation = '', role = ''] = holder.split(' ')
    const name = `matrix-${holder.replace(' ', '-').toLowerCase()}`
    await addExamplePerson(region, { name, organisation, title: role, role })
    visitors.set(holder, { sessionId: (await signInAs(region, name)).cookie.split('=')[1] ?? null })
  }
})
afterAll(() => region.close())

/** Who of all these may: the function or rows of the database are asked as each of them. */
async function whoMay(asked: ReturnType<typeof sql<{ may: boolean }>>): Promise<Holder[]> {
  const may: Holder[] = []
  for (const holder of holders) {
    const visitor = visitors.get(holder)
    const { rows } = await reading(region.db, visitor ?? { sessionId: null }, (tx) => asked.execute(tx))
    if (rows[0]?.may) may.push(holder)
  }
  return may
}
const all = (organisation: Holder extends `${infer O} ${string}` ? O : never, ...without: string[]) =>
  holders.filter((holder) => holder.startsWith(`${organisation} `) && !without.some((role) => holder.endsWith(role)))

describe('by the role of a post at an organisation', () => {
  test('everybody with a post reads how an action stands, and nobody without', async () => {
    const reads = sql<{ may: boolean }>`select count(*) > 0 as may from progress.updates`
    expect(await whoMay(reads)).toEqual(holders)
    expect((await reading(region.db, { sessionId: null }, (tx) => reads.execute(tx))).rows).toEqual([{ may: false }])
  })

  test('those of the trekker say how its action stands, save its readers', async () => {
    for (const organisation of ['RVS', 'RIEC-MN'] as const) {
      expect(await whoMay(sql`select progress.own_post_for(${led[organisation]}) is not null as may`)).toEqual(
        all(organisation, 'lezer'),
      )
    }
  })

  test('who only takes part says nothing of it, names nobody for it and changes nothing in it', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ party: string }>`select party from strategy.action_participants where action = 'S23-021'`.execute(tx),
    )
    expect(rows.map(({ party }) => party)).toContain('RIEC-MN')
    for (const asked of [
      sql<{ may: boolean }>`select progress.own_post_for('S23-021') is not null as may`,
      sql<{ may: boolean }>`select progress.assigner('S23-021') is not null as may`,
      sql<{ may: boolean }>`select cardinality(decisions.own_mandates('S23-021')) > 0 as may`,
    ]) {
      const may = await whoMay(asked)
      expect(may).toContain('RVS programmamanager')
      expect(may.filter((holder) => holder.startsWith('RIEC-MN '))).toEqual([])
    }
  })

  test('adviser and programme manager of the trekker name who keeps its action; where nobody sits, the bureau too', async () => {
    expect(await whoMay(sql`select progress.assigner(${led.RVS}) is not null as may`)).toEqual([
      'RVS adviseur',
      'RVS programmamanager',
    ])
    expect(await whoMay(sql`select progress.assigner(${led['RIEC-MN']}) is not null as may`)).toEqual([
      'RVS programmamanager',
      'RIEC-MN adviseur',
      'RIEC-MN programmamanager',
    ])
  })

  test('adviser and mayor of a municipality say whether it takes part', async () => {
    expect(await whoMay(sql`select count(*) > 0 as may from progress.speaks_of('S23-022')`)).toEqual([
      'GM0344 adviseur',
      'GM0344 bestuurder',
    ])
  })

  test('the programme manager of the bureau steers rounds, records decisions and begins accounts', async () => {
    for (const asked of [
      sql<{ may: boolean }>`select progress.steers() as may`,
      sql<{ may: boolean }>`select decisions.recorder() is not null as may`,
      sql<{ may: boolean }>`select cardinality(accounts.begins_for()) > 0 as may`,
    ])
      expect(await whoMay(asked)).toEqual(['RVS programmamanager'])
  })

  test('a draft of an account is read by who writes or clears a part of it: no reader, no partner, no administrator of the bureau', async () => {
    const workers = [
      'RVS adviseur',
      'RVS analist',
      'RVS programmamanager',
      ...all('POL-MN', 'lezer'),
      ...all('OM-MN', 'lezer'),
      'GM0344 bestuurder',
    ]
    expect(await whoMay(sql`select count(*) > 0 as may from accounts.versions where account = ${account}`)).toEqual(
      workers,
    )
    expect(await whoMay(sql`select accounts.may_write(${account}, 'politie') as may`)).toEqual([
      'RVS adviseur',
      'RVS analist',
      'RVS programmamanager',
      ...all('POL-MN', 'lezer'),
    ])
  })

  test('a council is filled in for by adviser, mayor and programme manager of the municipality or the bureau', async () => {
    expect(await whoMay(sql`select hearings.function_for(${hearing}, 'GM0344') is not null as may`)).toEqual([
      'RVS adviseur',
      'RVS bestuurder',
      'RVS programmamanager',
      'GM0344 adviseur',
      'GM0344 bestuurder',
      'GM0344 programmamanager',
    ])
  })

  test('a draft of an answer to a council is read by the bureau that asks, save its readers, analysts and administrators', async () => {
    expect(await whoMay(sql`select count(*) > 0 as may from hearings.answers where hearing = ${hearing}`)).toEqual([
      'RVS adviseur',
      'RVS bestuurder',
      'RVS programmamanager',
    ])
  })

  test('a call for figures is answered by those of the holder, save its readers', async () => {
    expect(await whoMay(sql`select 'RIEC-MN' = any (identity.answering_organisations()) as may`)).toEqual(
      all('RIEC-MN', 'lezer'),
    )
  })

  test('a reader does nothing but read, at whatever organisation', async () => {
    const doors = [
      sql<{ may: boolean }>`select cardinality(hearings.own_bureaus()) > 0 as may`,
      sql<{ may: boolean }>`select cardinality(publications.own_areas()) > 0 as may`,
      sql<{ may: boolean }>`select publications.makes_reports() as may`,
      sql<{ may: boolean }>`select crime.may_explain('GM0344') as may`,
    ]
    for (const door of doors) expect((await whoMay(door)).filter((holder) => holder.endsWith('lezer'))).toEqual([])
  })
})
