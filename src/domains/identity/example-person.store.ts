import { sql } from 'kysely'
import type { Owner, Reader, Writer } from '../../platform/db/database'

/** Somebody invented, named by function, to try the product as. */
export type ExamplePerson = { readonly id: string; readonly name: string; readonly email: string }

/** The example persons; none outside example mode. */
export async function examplePeople(tx: Reader): Promise<ExamplePerson[]> {
  return (await sql<ExamplePerson>`select id, name, email from identity.example_people()`.execute(tx)).rows
}

/** Signs in as an example person. False when there is none with this id. */
export async function startAsExample(
  tx: Writer,
  person: string,
  sessionHash: string,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ started: boolean }>`
    select identity.start_example_session(${person}::uuid, ${sessionHash}, ${requestId}) as started`.execute(tx)
  return rows[0]?.started ?? false
}

/** Makes persons of the example posts of the region pack, or of those that changed. Sessions of who stays are kept. */
export async function makeExamplePeople(tx: Owner): Promise<void> {
  await sql`
    with wanted as (
      select p.person, lower(p.person) || '@voorbeeld.invalid' as email,
             (array_agg(p.title || ', ' || o.name order by p.valid_from, p.code))[1]
               || case when max(coalesce(p.valid_to, 'infinity')) <= platform.today() then ' (functie voorbij)' else '' end as name
        from identity.example_posts p join identity.organisations o on o.code = p.organisation
       where p.withdrawn_on is null and identity.hash_of_address(p.person || '@voorbeeld.invalid') not in
             (select address_hash from identity.erasures)
       group by p.person
    ), gone as (
      delete from identity.people where is_example and email not in (select email from wanted)
    )
    insert into identity.people (name, email, is_example) select name, email, true from wanted
    on conflict (lower(email)) do update set name = excluded.name`.execute(tx)
  // A post that stays keeps its row: a seat in a body hangs on it.
  await sql`
    delete from identity.posts where person in (select id from identity.people where is_example) and id not in
      (select md5(code)::uuid from identity.example_posts where withdrawn_on is null)`.execute(tx)
  await sql`
    insert into identity.posts (id, person, organisation, title, role, valid_from, valid_to)
    select md5(e.code)::uuid, p.id, e.organisation, e.title, e.role, e.valid_from, e.valid_to
      from identity.example_posts e join identity.people p on p.email = lower(e.person) || '@voorbeeld.invalid'
     where e.withdrawn_on is null
    on conflict (id) do update set person = excluded.person, organisation = excluded.organisation, title = excluded.title,
      role = excluded.role, valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(tx)
  await sql`
    delete from identity.post_areas where post in
      (select p.id from identity.posts p join identity.people h on h.id = p.person and h.is_example)`.execute(tx)
  await sql`
    insert into identity.post_areas (post, area)
    select p.id, a.area from identity.example_post_areas a join identity.posts p on p.id = md5(a.example_post)::uuid`.execute(
    tx,
  )
}

/** Outside example mode there are no example persons, none of their sessions, and none of their mails. */
export async function removeExamplePeople(tx: Owner): Promise<void> {
  await sql`delete from identity.people where is_example`.execute(tx)
  await sql`delete from mail.outbox where is_example`.execute(tx)
}
