import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import type { Mailed, MailKind, Round } from './calendar'
import type { Item } from './status'

/** The rounds of the calendar, in order. When one began is for professionals. */
export async function listRounds(tx: Reader): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select r.code, r.begins_on as "beginsOn", r.ends_on as "endsOn",
           (s.started_at at time zone 'Europe/Amsterdam')::date as "startedOn"
      from progress.rounds r left join progress.round_starts s on s.round = r.code
     where r.withdrawn_on is null order by r.begins_on`.execute(tx)
  return rows
}

/** The moment a round began; null when it has not. */
export async function startOf(tx: Reader, round: string): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`
    select started_at as at from progress.round_starts where round = ${round}`.execute(tx)
  return rows[0]?.at ?? null
}

/** Whether the signed-in person steers the rounds. */
export async function steersRounds(tx: Reader): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select progress.steers() as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** Begins a round as the signed-in person; false when it cannot begin. */
export async function startRound(tx: Writer, round: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select progress.start_round(${round}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** Begins a round by itself, once. */
export async function startByItself(tx: Owner, round: string): Promise<void> {
  await sql`insert into progress.round_starts (round, started_at) values (${round}, platform.moment())
    on conflict do nothing`.execute(tx)
}

/** Whom a mail goes to. */
export type Receiver = {
  readonly post: string
  readonly person: string
  readonly actedAs: string
  readonly address: string
  readonly isExample: boolean
}

/** An item that nobody answered in this round, whose it is, and which mails went out about it. */
export type OpenItem = Item & { readonly mailed: Mailed; readonly receiver: Receiver; readonly deputy: Receiver | null }

const receiver = (post: string, person: string, organisation: string) => sql<Receiver>`jsonb_build_object(
  'post', ${sql.ref(`${post}.id`)}, 'person', ${sql.ref(`${person}.id`)},
  'actedAs', ${sql.ref(`${post}.title`)} || ', ' || ${sql.ref(`${organisation}.name`)},
  'address', ${sql.ref(`${person}.email`)}, 'isExample', ${sql.ref(`${person}.is_example`)})`

/** The day of the first mail of a kind about an item to a post. */
const firstMail = (round: string, kind: MailKind, post: string) => sql<Day | null>`(
  select (min(r.at) at time zone 'Europe/Amsterdam')::date
    from progress.requests r join progress.request_items i on i.request = r.id
   where r.round = ${round} and r.kind = ${kind} and i.action = a.code and r.post = ${sql.ref(`${post}.id`)})`

/** The items that wait for an answer in a round, by the post they are asked of. Who asks at the same time waits. */
export async function openItems(tx: Owner, round: string): Promise<OpenItem[]> {
  await sql`select pg_advisory_xact_lock(7403302)`.execute(tx)
  const { rows } = await sql<OpenItem>`
    with open as materialized (select * from progress.open_actions()),
    asked as materialized (
      select a.*, f.post, f.deputy
        from progress.posts_for((select array_agg(code) from open)) f join open a on a.code = f.action
    )
    select a.code as action, a.title, g.title as programme, pl.title as plan, a.due, u.status, u.sentence, u.at as "saidAt",
           ${receiver('p', 'h', 'o')} as receiver,
           case when d.id is not null then ${receiver('d', 'dh', 'od')} end as deputy,
           jsonb_build_object('vraag', ${firstMail(round, 'vraag', 'p')}, 'herinnering', ${firstMail(round, 'herinnering', 'p')},
             'plaatsvervanger', ${firstMail(round, 'plaatsvervanger', 'd')}) as mailed
      from asked a
      join progress.round_starts s on s.round = ${round}
      join strategy.programmes g on g.code = a.programme
      join strategy.plans pl on pl.code = a.plan
      join identity.posts p on p.id = a.post
      join identity.people h on h.id = p.person
      join identity.organisations o on o.code = p.organisation
      left join lateral (select * from progress.updates u where u.action = a.code order by u.version desc limit 1) u on true
      left join identity.posts d on d.id = a.deputy
      left join identity.people dh on dh.id = d.person
      left join identity.organisations od on od.code = d.organisation
     where u.at is null or u.at < s.started_at
     order by p.id, a.code`.execute(tx)
  return rows
}

/** Keeps a request with its items, and puts its mail in the outbox. Both end with the round. */
export async function sendRequest(
  tx: Owner,
  request: {
    readonly round: string
    readonly kind: MailKind
    readonly to: Receiver
    readonly tokenHash: string
    readonly actions: readonly string[]
    readonly subject: string
    readonly body: string
    /** Where an answer by mail is taken; null when it is not. */
    readonly domain: string | null
  },
): Promise<void> {
  const { round, kind, to, tokenHash, actions, subject, body, domain } = request
  const until = sql`((select ends_on from progress.rounds where code = ${round}) + 1)::timestamp at time zone 'Europe/Amsterdam'`
  const { rows } = await sql<{ id: string }>`
    insert into progress.requests (round, kind, person, post, acted_as, token_hash, at, expires_at)
    values (${round}, ${kind}, ${to.person}, ${to.post}, ${to.actedAs}, ${tokenHash}, platform.moment(), ${until})
    returning id`.execute(tx)
  const id = rows[0]?.id ?? ''
  for (const [index, action] of actions.entries())
    await sql`insert into progress.request_items (request, seq, action) values (${id}, ${index + 1}, ${action})`.execute(
      tx,
    )
  const answersTo = sql`mail.reply_to('stand', ${JSON.stringify({ request: id })}::jsonb, ${to.person}, ${to.post}, ${until}, ${domain})`
  await sql`select mail.put(${to.address}, ${subject}, ${body}, ${to.isExample},
    least(${until}, platform.moment() + interval '7 days'), ${answersTo})`.execute(tx)
}

/** The mails a round sent to the signed-in person. */
export async function ownRequests(
  tx: Reader,
): Promise<{ round: string; kind: MailKind; at: string; actedAs: string; items: number }[]> {
  const { rows } = await sql<{ round: string; kind: MailKind; at: string; actedAs: string; items: number }>`
    select r.round, r.kind, r.at, r.acted_as as "actedAs", count(i.*)::int as items
      from progress.requests r join progress.request_items i on i.request = r.id
     group by r.id, r.round, r.kind, r.at, r.acted_as order by r.at desc limit 20`.execute(tx)
  return rows
}
