import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePerson, signIn } from '../crash/sign-ins'
import { type LeastRights, makeLeastRights } from '../environment/least-rights'
import { type RunningServer, runCommandLine, startServer } from '../environment/program'

const admin = process.env.TEST_POSTGRES_ADMIN ?? ''
const base = { REGION_DIR: 'region/voorbeeld', EXAMPLE: 'aan' }

let rights: LeastRights
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slagvaardig-rechten-'))
  rights = await makeLeastRights(admin)
})
afterAll(async () => {
  await rights.drop()
  rmSync(folder, { recursive: true })
})

describe('with the logins of deploy/postgres-roles.sql', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ ...base, ...rights.settings })
    await server.ready()
  })
  afterAll(() => server.end('SIGTERM'))

  test('the product migrates, loads the region, reads and writes', async () => {
    expect(server.said()).toContain('Database bijgewerkt')
    expect(server.said()).not.toContain('mag meer dan nodig')
    expect((await server.get('/gemeenten')).status).toBe(200)
    expect(((await (await server.get('/api/v1/acties')).json()) as { aantal: number }).aantal).toBeGreaterThan(0)
    const { status, cookie } = await signIn(server, await examplePerson(server))
    expect(status).toBe(303)
    expect(await (await server.get('/inloggen', { cookie })).text()).not.toBe('')
  })

  test('no login of ours is a superuser, makes roles or databases, or goes round row security', async () => {
    const users = [rights.settings.DATABASE_URL, rights.settings.DATABASE_OWNER_URL].map((url) => new URL(url).username)
    const { rows } = await rights.admin.query(
      `select rolname from pg_roles where (rolname = any ($1) or rolname in ('sv_owner', 'sv_visitor'))
         and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`,
      [users],
    )
    expect(rows).toEqual([])
    const owned = await rights.admin.query(`
      select distinct pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`)
    expect(owned.rows).toEqual([{ owner: 'sv_owner' }])
  })

  test('the login for requests becomes the visitor and nobody else, and owns or makes nothing', async () => {
    const client = new pg.Client({ connectionString: rights.settings.DATABASE_URL })
    await client.connect()
    await client.query('set role sv_visitor')
    await client.query('reset role')
    for (const forbidden of [
      'set role sv_owner',
      'create table public.mine (a integer)',
      'create schema mine',
      'create temporary table mine (a integer)',
      'select * from identity.sign_in_links',
      'insert into strategy.actions (code) values (1)',
      'alter table strategy.actions disable row level security',
      'select * from pg_authid',
    ]) {
      await expect(client.query(forbidden), forbidden).rejects.toMatchObject({ code: '42501' })
    }
    expect((await client.query('select * from identity.people')).rows).toEqual([])
    await client.end()
  })

  test('a backup is made while the product runs, and restored into another such database', async () => {
    const file = join(folder, 'kopie.gz')
    const made = await runCommandLine('backup', [file], rights.settings)
    expect(made.code, made.said).toBe(0)
    expect(made.out).toContain('Het bestand is teruggelezen en klopt.')
    expect((await server.get('/klaar')).status).toBe(200)

    const other = await makeLeastRights(admin)
    const restored = await runCommandLine('restore', [file], other.settings)
    expect(restored.code, restored.said).toBe(0)
    expect(restored.out).toContain('het aantal rijen en het controlegetal gelijk')
    const again = await runCommandLine('restore', [file], other.settings)
    expect(again.code).toBe(1)
    expect(again.said).toContain('Terugzetten kan alleen in een lege database')

    const second = await startServer({ ...base, ...other.settings })
    await second.ready()
    expect(second.said()).not.toContain('nieuw')
    expect((await second.get('/gemeenten')).status).toBe(200)
    await second.end('SIGTERM')
    await other.drop()
  })
})

describe('a start with the wrong logins', () => {
  const refusal = async (settings: Record<string, string>) => {
    const { code, said } = await (await startServer({ ...base, ...settings })).ended
    expect(code).toBe(1)
    return said
  }

  test('says so when the owner may not make tables', async () => {
    const fresh = await makeLeastRights(admin)
    const { DATABASE_URL } = fresh.settings
    expect(await refusal({ DATABASE_URL })).toContain(
      'Draai als beheerder van PostgreSQL één keer deploy/postgres-roles.sql.',
    )
    await fresh.drop()
  })

  test('says so when the login for requests may not become the visitor', async () => {
    const fresh = await makeLeastRights(admin)
    const { username } = new URL(fresh.settings.DATABASE_URL)
    await fresh.admin.query(`revoke sv_visitor from ${username}`)
    await fresh.admin.query(
      `grant connect on database ${new URL(fresh.settings.DATABASE_URL).pathname.slice(1)} to ${username}`,
    )
    expect(await refusal(fresh.settings)).toContain('De gebruiker van DATABASE_URL is geen lid van de rol sv_visitor.')
    await fresh.admin.query(
      `revoke connect on database ${new URL(fresh.settings.DATABASE_URL).pathname.slice(1)} from ${username}`,
    )
    await fresh.drop()
  })

  test('says so when the two logins lead to two databases', async () => {
    const one = await makeLeastRights(admin)
    const two = await makeLeastRights(admin)
    const said = await refusal({
      DATABASE_OWNER_URL: one.settings.DATABASE_OWNER_URL,
      DATABASE_URL: two.settings.DATABASE_URL,
    })
    expect(said).toContain('DATABASE_URL en DATABASE_OWNER_URL horen bij dezelfde database')
    await one.drop()
    await two.drop()
  })

  test('warns when the login for requests may do everything', async () => {
    const fresh = await makeLeastRights(admin)
    await fresh.admin.query(`grant sv_visitor to ${new URL(fresh.settings.DATABASE_OWNER_URL).username}`)
    const server = await startServer({ ...base, DATABASE_URL: fresh.settings.DATABASE_OWNER_URL })
    await server.ready()
    expect(server.said()).toContain('de gebruiker van DATABASE_URL mag meer dan nodig is')
    await server.end('SIGTERM')
    await fresh.drop()
  })
})
