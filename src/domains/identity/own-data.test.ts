import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { prepareExamplePeople } from './example-person.verbs'
import { keptData, leadsToNobody } from './own-data'
import { erasePerson, exportPerson } from './own-data.verbs'
import { listColumns } from './people-list'
import { loadPeople } from './people-list.verbs'

const name = 'Willemijn van Zonneveld-Achterberg'
const email = 'w.zonneveld@leusden.example'
const administrator = 'beheer@rvs.example,Beheerder Een,Functioneel beheerder,RVS,functioneel-beheerder,,2023-01-01,'
const adviser = `${email},${name},Adviseur,GM0327,adviseur,,2024-01-01,`
const rows = (...lines: string[]) =>
  lines.map((line, at) => ({
    line: at + 2,
    cells: Object.fromEntries(line.split(',').map((cell, column) => [listColumns[column] ?? '', cell])),
  }))

let region: Opened
beforeAll(async () => {
  region = await openRegion()
  await loadPeople(region.db, rows(administrator, adviser))
})
afterAll(() => region.close())

const query = async <Row>(text: string) =>
  (await owning(region.db, (tx) => sql<Row>`${sql.raw(text)}`.execute(tx))).rows

/** Signs in with a link from the mail, as people who are no example do. */
async function signIn(address: string): Promise<{ cookie: string }> {
  const earlier = (await query<{ id: string }>('select id from mail.outbox')).map(({ id }) => id)
  await region.post('/inloggen', { mail: address })
  const mails = await query<{ id: string; body: string }>('select id, body from mail.outbox')
  const mail = mails.find(({ id }) => !earlier.includes(id))
  const link = new URL(/https?:\S+/.exec(mail?.body ?? '')?.[0] ?? 'about:blank')
  return cookieOf(await region.post('/inloggen/link', { sleutel: link.searchParams.get('sleutel') ?? '' }))
}

/** Every column of ours, of every table, in whose text these words stand, whatever its type. */
async function placesOf(words: string): Promise<string[]> {
  const tables = await query<{ table: string; column: string }>(`
    select n.nspname || '.' || c.relname as table, quote_ident(a.attname) as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema|public)'`)
  const byTable = Map.groupBy(tables, ({ table }) => table)
  const found: string[] = []
  for (const [table, columns] of byTable) {
    const told = columns.map(({ column }) => `bool_or(t.${column}::text ilike '%${words}%') as ${column}`)
    const [row] = await query<Record<string, boolean | null>>(`select ${told.join(', ')} from ${table} t`)
    for (const [column, holds] of Object.entries(row ?? {})) if (holds) found.push(`${table}.${column}`)
  }
  return found.sort()
}

describe('the inventory of personal data', () => {
  test('has every column that refers to a person or a post, or is named as if it could', async () => {
    const columns = await query<{ column: string }>(`
      select n.nspname || '.' || c.relname || '.' || a.attname as column
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema|public)'
         and (a.attname ~ '(person|writer|author|mail|recipient|acted_as|^address|_address|sender|^subject$|^deputy$)'
           or (a.attname = 'post' and a.atttypid = 'uuid'::regtype)
           or (n.nspname = 'identity' and c.relname in ('people', 'posts') and a.attname in ('id', 'name', 'email'))
           or exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey) and k.contype = 'f'
                        and k.confrelid in ('identity.people'::regclass, 'identity.posts'::regclass, 'mail.reply_addresses'::regclass)))`)
    const kept = keptData.flatMap((one) => one.columns)
    expect(columns.length).toBeGreaterThan(40)
    expect(
      columns
        .map(({ column }) => column)
        .filter((column) => !kept.includes(column) && !leadsToNobody.some(([known]) => known.test(column))),
    ).toEqual([])
    const every = await query<{ column: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as column from information_schema.columns`,
    )
    expect(kept.filter((column) => !every.some((one) => one.column === column))).toEqual([])
  })

  test('has every column that leads to a post by way of one that refers to it, as an answer by way of a seat', async () => {
    const columns = await query<{ column: string }>(`
      select distinct k.conrelid::regclass || '.' || a.attname as column
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.contype = 'f' and k.confrelid <> k.conrelid and exists (
         select from pg_constraint p where p.conrelid = k.confrelid and p.contype = 'f' and p.confrelid = 'identity.posts'::regclass)`)
    const kept = keptData.flatMap((one) => one.columns)
    expect(columns.map(({ column }) => column)).toContain('meetings.answers.seat')
    expect(
      columns
        .map(({ column }) => column)
        .filter((column) => !kept.includes(column) && !leadsToNobody.some(([known]) => known.test(column))),
    ).toEqual([])
  })

  test('has the keys of the file that somebody takes along', async () => {
    const data = await exportPerson(region.db, email)
    expect(Object.keys(data ?? {}).sort()).toEqual(keptData.map(({ key }) => key).sort())
  })
})

describe('the page about what is known of somebody', () => {
  test('says to himself what, why, how long and what becomes of it, and to nobody else', async () => {
    const browser = await signIn(email)
    const page = await region.text('/mijn/gegevens', browser)
    expect(page).toContain(name)
    expect(page).toContain(email)
    for (const { name: kind, why } of keptData) {
      expect(page).toContain(kind)
      expect(page).toContain(why)
    }
    expect((await region.get('/mijn/gegevens')).status).toBe(404)
    const other = await region.text('/mijn/gegevens', await signInAs(region, 'oov-utrecht'))
    expect(other).not.toContain(email)
  })

  test('gives all of it as one file, of himself only', async () => {
    const browser = await signIn(email)
    const answer = await region.get('/mijn/gegevens.json', browser)
    expect(answer.headers.get('content-disposition')).toContain('mijn-gegevens.json')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const file = (await answer.json()) as { gegevens: Record<string, unknown>; uitleg: Record<string, unknown> }
    expect(file.gegevens).toMatchObject({
      persoon: { naam: name, mailadres: email },
      functies: [{ functie: 'Adviseur', organisatie: 'Leusden', rol: 'adviseur', van: '2024-01-01', tot: null }],
    })
    expect(Object.keys(file.uitleg).sort()).toEqual(Object.keys(file.gegevens).sort())
    expect(JSON.stringify(file)).not.toContain('beheer@rvs.example')
  })
})

describe('erasing', () => {
  test('asks to confirm, and changes nothing before that', async () => {
    const browser = await signIn(email)
    expect(await region.text('/mijn/gegevens/wissen', browser)).toContain('Dit verdwijnt meteen')
    const unsure = await region.post('/mijn/gegevens/wissen', {}, browser)
    expect(unsure.status).toBe(422)
    expect(await unsure.text()).toContain('Er is nog niets gewist.')
    expect((await placesOf(name)).length).toBeGreaterThan(0)
  })

  test('leaves the name and the address nowhere in the database, signs out, and keeps what was done under the function', async () => {
    const [browser, second] = [await signIn(email), await signIn(email)]
    await region.get('/mijn/gegevens.json', browser)
    expect(await placesOf(email)).toEqual(['identity.people.email', 'mail.outbox.recipient'])
    expect(await placesOf(name)).toEqual(['identity.people.name'])

    const answer = await region.post('/mijn/gegevens/wissen', { zeker: 'ja' }, browser)
    expect(answer.headers.get('location')).toBe('/inloggen?gewist=ja')
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await region.text('/inloggen?gewist=ja')).toContain('Uw gegevens zijn gewist.')
    expect(await placesOf(email)).toEqual([])
    expect(await placesOf(name)).toEqual([])
    for (const headers of [browser, second]) expect((await region.get('/mijn', headers)).status).toBe(404)
    // Pressed twice.
    expect((await region.post('/mijn/gegevens/wissen', { zeker: 'ja' }, browser)).status).toBe(404)
    const lines = await query<{ event: string; acted_as: string }>(
      `select event, acted_as from identity.audit_log where acted_as like 'Adviseur, Leusden' order by at`,
    )
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['eigen gegevens opgehaald', 'eigen gegevens gewist']),
    )
  })

  test('holds against an older list of people; a new function lets somebody in again', async () => {
    const older = await loadPeople(region.db, rows(administrator, adviser))
    expect('faults' in older && older.faults).toEqual([expect.stringContaining(`${email} is gewist op 2026-11-24`)])
    expect(await placesOf(name)).toEqual([])
    const again = adviser.replace('2024-01-01', '2027-03-01')
    expect(await loadPeople(region.db, rows(administrator, again))).toHaveProperty('changes.length', 2)
    expect(await erasePerson(region.db, email)).toBeNull()
  })

  test('holds for an example person at the next start', async () => {
    const browser = await signInAs(region, 'oov-renswoude')
    await region.post('/mijn/gegevens/wissen', { zeker: 'ja' }, browser)
    await prepareExamplePeople(region.db, true)
    expect(await query(`select from identity.people where email = 'oov-renswoude@voorbeeld.invalid'`)).toEqual([])
    await expect(signInAs(region, 'oov-renswoude')).rejects.toThrow('no example person')
  })

  test('is refused to the only functional administrator, on screen and at the terminal', async () => {
    const example = await signInAs(region, 'functioneel-beheerder')
    expect((await region.post('/mijn/gegevens/wissen', { zeker: 'ja' }, example)).status).toBe(303)
    const browser = await signIn('beheer@rvs.example')
    const refused = await region.post('/mijn/gegevens/wissen', { zeker: 'ja' }, browser)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('U bent de enige functioneel beheerder.')
    expect(await erasePerson(region.db, 'beheer@rvs.example')).toBe('laatste-beheerder')
    expect(await erasePerson(region.db, 'niemand@rvs.example')).toBe('onbekend')
  })
})
