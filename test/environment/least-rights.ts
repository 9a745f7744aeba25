import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'

/** An empty database with logins that may do no more than they must, as `deploy/postgres-roles.sql` makes them. */
export type LeastRights = {
  /** As an administrator of the server, connected to the same database. */
  readonly admin: pg.Client
  readonly settings: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string }
  drop(): Promise<void>
}

/** Makes a database on the server of `adminUrl`. The logins get a name of their own: they belong to the whole server. */
export async function makeLeastRights(adminUrl: string): Promise<LeastRights> {
  const name = `sv_least_${process.pid}_${randomBytes(3).toString('hex')}`
  const password = randomBytes(16).toString('hex')
  const server = await connect(adminUrl)
  await server.query(`create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const admin = await connect(url.href)
  const script = readFileSync('deploy/postgres-roles.sql', 'utf8')
  await admin.query(script.replaceAll('sv_beheer', `${name}_beheer`).replaceAll('sv_login', `${name}_login`))
  for (const login of ['beheer', 'login']) await admin.query(`alter role ${name}_${login} password '${password}'`)
  const as = (login: string) => {
    const own = new URL(url)
    own.username = `${name}_${login}`
    own.password = password
    return own.href
  }
  return {
    admin,
    settings: { DATABASE_URL: as('login'), DATABASE_OWNER_URL: as('beheer') },
    async drop() {
      await admin.end()
      await server.query(`drop database ${name} with (force)`)
      await server.query(`drop role ${name}_beheer, ${name}_login`)
      await server.end()
    },
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  // A server that a test kills takes its connections along.
  client.on('error', () => {})
  await client.connect()
  return client
}
