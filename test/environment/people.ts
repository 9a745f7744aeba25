import { sql } from 'kysely'
import { owning } from '../../src/platform/db/database'
import type { Opened } from './region'

/** The headers of a browser after an answer that set a cookie. */
export function cookieOf(answer: Response): { cookie: string } {
  const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  return { cookie: pair }
}

/** Signs in as an example person of the region pack (column `persoon`), and gives the headers of his browser. */
export async function signInAs(region: Opened, person: string): Promise<{ cookie: string }> {
  const answer = await region.post('/inloggen/voorbeeld', { persoon: await personId(region, person) })
  if (answer.status !== 303) throw new Error(`signing in as ${person} answered ${answer.status}`)
  return cookieOf(answer)
}

async function personId(region: Opened, person: string): Promise<string> {
  const { rows } = await owning(region.db, (tx) =>
    sql<{ id: string }>`select id from identity.people where email = ${`${person}@voorbeeld.invalid`}`.execute(tx),
  )
  if (!rows[0]) throw new Error(`no example person ${person}`)
  return rows[0].id
}

/** Adds a person with one post, as a functional administrator would. Gives the id of the person. */
export async function addPerson(
  region: Opened,
  person: { email: string; organisation: string; role?: string; from?: string; until?: string | null },
): Promise<string> {
  const { email, organisation, role = 'adviseur', from = '2023-01-01', until = null } = person
  return owning(region.db, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into identity.people (name, email) values ('Iemand', ${email}) returning id`.execute(tx)
    const id = rows[0]?.id ?? ''
    await sql`insert into identity.posts (person, organisation, title, role, valid_from, valid_to)
      values (${id}, ${organisation}, 'Adviseur', ${role}, ${from}, ${until})`.execute(tx)
    return id
  })
}
