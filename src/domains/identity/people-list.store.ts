import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Owner } from '../../platform/db/database'
import { erasedAmong, readmit } from './own-data.store'
import type { ListRow, ListSurroundings, PeopleChange, PresentPerson } from './people-list'
import type { Role } from './post'

/** Everybody but the example persons, with every post. */
export async function presentPeople(tx: Owner): Promise<PresentPerson[]> {
  type Row = { id: string; email: string; name: string }
  type PostRow = {
    id: string
    person: string
    title: string
    organisation: string
    role: Role
    from: Day
    until: Day | null
    areas: string[]
  }
  const { rows: people } = await sql<Row>`
    select id, email, name from identity.people where not is_example order by email`.execute(tx)
  const { rows: posts } = await sql<PostRow>`
    select p.id, p.person, p.title, p.organisation, p.role, p.valid_from as from, p.valid_to as until,
           array(select a.area from identity.post_areas a where a.post = p.id order by a.area collate "C") as areas
      from identity.posts p order by p.valid_from, p.id`.execute(tx)
  return people.map((person) => ({
    ...person,
    posts: posts.filter((post) => post.person === person.id).map(({ person: _, ...post }) => post),
  }))
}

export async function listSurroundings(tx: Owner, rows: readonly ListRow[]): Promise<ListSurroundings> {
  const codes = async (table: 'identity.organisations' | 'territory.areas') =>
    new Set(
      (await tx.selectFrom(table).select('code').where('withdrawn_on', 'is', null).execute()).map(({ code }) => code),
    )
  const { rows: days } = await sql<{ today: Day }>`select platform.today() as today`.execute(tx)
  return {
    organisations: await codes('identity.organisations'),
    areas: await codes('territory.areas'),
    erased: await erasedAmong(
      tx,
      rows.map(({ cells }) => (cells.mail ?? '').trim()),
    ),
    today: days[0]?.today as Day,
  }
}

/** Writes changes, each with a line in the audit log. Whoever loses a post is signed out, so nothing is left open. */
export async function writePeopleChange(tx: Owner, change: PeopleChange): Promise<void> {
  const person = sql`(select id from identity.people where lower(email) = lower(${change.email}))`
  switch (change.kind) {
    case 'person-added':
      await sql`insert into identity.people (name, email) values (${change.name}, ${change.email})`.execute(tx)
      await readmit(tx, change.email)
      break
    case 'person-renamed':
      await sql`update identity.people set name = ${change.name} where id = ${person}`.execute(tx)
      break
    case 'post-added': {
      const { title, organisation, role, from, until, areas } = change.post
      const { rows } = await sql<{ id: string }>`
        insert into identity.posts (person, organisation, title, role, valid_from, valid_to)
        values (${person}, ${organisation}, ${title}, ${role}, ${from}, ${until}) returning id`.execute(tx)
      await writeAreas(tx, rows[0]?.id ?? '', areas)
      break
    }
    case 'post-changed':
      await sql`update identity.posts set valid_to = ${change.post.until} where id = ${change.id}`.execute(tx)
      await sql`delete from identity.post_areas where post = ${change.id}`.execute(tx)
      await writeAreas(tx, change.id, change.post.areas)
      break
    case 'post-ended':
      await sql`update identity.posts set valid_to = platform.today() where id = ${change.id}`.execute(tx)
      await sql`delete from identity.sessions where person = ${person}`.execute(tx)
      break
    case 'post-dropped':
      await sql`delete from identity.posts where id = ${change.id}`.execute(tx)
      break
  }
}

async function writeAreas(tx: Owner, post: string, areas: readonly string[]): Promise<void> {
  for (const area of areas)
    await sql`insert into identity.post_areas (post, area) values (${post}, ${area})`.execute(tx)
}

/** A line in the audit log about what was done at the server, by somebody who is not signed in here. */
export async function noteListLoad(tx: Owner, what: string): Promise<void> {
  await sql`select identity.write_audit(null, 'personenlijst geladen', ${what}, 'gelukt', 'opdracht')`.execute(tx)
}
