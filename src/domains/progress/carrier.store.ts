import { sql } from 'kysely'
import type { Owner, Reader, Writer } from '../../platform/db/database'

/** Who keeps an action up to date since when, as the history has it. */
export type Carrier = {
  readonly organisation: { readonly code: string; readonly name: string }
  /** The posts by their ids, and the functions; null while the organisation has named none. */
  readonly post: string | null
  readonly deputy: string | null
  readonly title: string | null
  readonly deputyTitle: string | null
  readonly how: 'aangewezen' | 'overgedragen'
  readonly at: string
  readonly actedAs: string | null
}

export type Choosable = { readonly id: string; readonly title: string; readonly name: string }

/** Who kept an action up to date, the newest first. Empty for whoever is no professional. */
export async function carriersOf(tx: Reader, action: string): Promise<Carrier[]> {
  const { rows } = await sql<Omit<Carrier, 'organisation'> & { code: string; name: string }>`
    select o.code, o.name, c.post::text as post, c.deputy::text as deputy, c.title, c.deputy_title as "deputyTitle", c.how, c.at, c.acted_as as "actedAs"
      from progress.carriers c join identity.organisations o on o.code = c.organisation
     where c.action = ${action} order by c.version desc`.execute(tx)
  return rows.map(({ code, name, ...rest }) => ({ ...rest, organisation: { code, name } }))
}

/** Whether the signed-in person says who keeps an action up to date. */
export async function mayAssign(tx: Reader, action: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select progress.assigner(${action}) is not null as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** The posts and organisations the signed-in person can choose from for an action. */
export async function choicesFor(
  tx: Reader,
  action: string,
): Promise<{ posts: Choosable[]; organisations: { code: string; name: string }[] }> {
  const posts = await sql<Choosable>`select id::text, title, name from progress.choosable_posts(${action})`.execute(tx)
  const organisations = await sql<{ code: string; name: string }>`
    select code, name from progress.choosable_organisations(${action})`.execute(tx)
  return { posts: posts.rows, organisations: organisations.rows }
}

/** Names who keeps an action up to date; false when that cannot be. */
export async function assign(
  tx: Writer,
  action: string,
  { post, deputy }: { post: string; deputy: string | null },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select progress.assign(${action}, ${post}, ${deputy}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** Passes an action on to another organisation; false when that cannot be. */
export async function passOn(tx: Writer, action: string, organisation: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select progress.pass_on(${action}, ${organisation}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/**
 * Writes a line in the history of each action whose post ended, when somebody of the same organisation keeps it up to date since:
 * the successor or, absent, the programme manager.
 */
export async function handOver(tx: Owner): Promise<void> {
  await sql`
    insert into progress.carriers (action, version, organisation, post, title, deputy, deputy_title, how, at)
    select c.action, c.version + 1, c.organisation, p.id, p.title,
           case when d.id is not null then c.deputy end, case when d.id is not null then c.deputy_title end,
           'overgedragen', platform.moment()
      from (select distinct on (action) * from progress.carriers order by action, version desc) c
      join progress.posts_for((select array_agg(a.code) from progress.running_actions() a)) f on f.action = c.action
      join identity.posts p on p.id = f.post and p.organisation = c.organisation
      left join identity.posts d on d.id = f.deputy
     where c.post is not null and c.post <> p.id`.execute(tx)
}
