import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Item, Saying, Status, Update } from './status'

/** What a link asks, with what was said of each item in this round already. */
export type Asked = {
  readonly request: string
  /** The function it was asked of. */
  readonly actedAs: string
  readonly round: string
  readonly endsOn: Day
  readonly items: readonly (Item & { readonly isAnswered: boolean })[]
}

type AskedRow = Item & {
  key: string
  acted_as: string
  round: string
  ends_on: Day
  is_answered: boolean
}

/** What the link with this hash asks; null when it is void. */
export async function askedByLink(tx: Reader, hash: string): Promise<Asked | null> {
  const { rows } = await sql<AskedRow>`
    select key, acted_as, round, ends_on, action, title, programme, plan, due, status, sentence, said_at as "saidAt", is_answered
      from progress.asked_by_link(${hash})`.execute(tx)
  const [first] = rows
  if (!first) return null
  return {
    request: first.key,
    actedAs: first.acted_as,
    round: first.round,
    endsOn: first.ends_on,
    items: rows.map(({ action, title, programme, plan, due, status, sentence, saidAt, is_answered }) => ({
      action,
      title,
      programme,
      plan,
      due,
      status,
      sentence,
      saidAt,
      isAnswered: is_answered,
    })),
  }
}

/** What the signed-in person keeps up to date or stands in for. */
export async function ownItems(tx: Reader): Promise<(Item & { readonly isDeputy: boolean })[]> {
  const { rows } = await sql<Item & { isDeputy: boolean }>`
    select i.action, i.title, i.programme, i.plan, i.due, i.is_deputy as "isDeputy", i.status, i.sentence, i.said_at as "saidAt",
           p.made_here and p.adopted_on is null as "isConcept"
      from progress.own_items() with ordinality i join strategy.actions a on a.code = i.action join strategy.plans p on p.code = a.plan
     order by i.ordinality`.execute(tx)
  return rows
}

/** Whether the signed-in person may say how an action stands. */
export async function maySay(tx: Reader, action: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select progress.own_post_for(${action}) is not null as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** One action as an item, for whoever may say how it stands; null when he may not. */
export async function itemOf(tx: Reader, action: string): Promise<Item | null> {
  const { rows } = await sql<Item>`
    select a.code as action, a.title, g.title as programme, p.title as plan, a.due, u.status, u.sentence, u.at as "saidAt",
           p.made_here and p.adopted_on is null as "isConcept"
      from strategy.actions a join strategy.programmes g on g.code = a.programme join strategy.plans p on p.code = a.plan
      left join lateral (select * from progress.updates u where u.action = a.code order by u.version desc limit 1) u on true
     where a.code = ${action} and progress.own_post_for(a.code) is not null`.execute(tx)
  return rows[0] ?? null
}

/** The items of a mail to the signed-in person, in the order of their numbers. Empty when it was not sent to him. */
export async function itemsAsked(tx: Reader, request: string): Promise<Pick<Item, 'action' | 'status' | 'sentence'>[]> {
  const { rows } = await sql<Pick<Item, 'action' | 'status' | 'sentence'>>`
    select i.action, u.status, u.sentence from progress.request_items i
      left join lateral (select * from progress.updates u where u.action = i.action order by u.version desc limit 1) u on true
     where i.request = ${request} order by i.seq`.execute(tx)
  return rows
}

/** Everything that was said of an action, the newest first. Empty for whoever is no professional. */
export async function updatesOf(tx: Reader, action: string): Promise<Update[]> {
  const { rows } = await sql<Update>`
    select action, status, sentence, evidence, is_unchanged as "isUnchanged", way, at, acted_as as "actedAs",
           case when photo is not null then jsonb_build_object('hash', photo, 'text', photo_text) end as photo
      from progress.updates where action = ${action} order by version desc`.execute(tx)
  return rows
}

/** A photo with what was said of an action; null when there is none with this hash, or not for whoever asks. */
export async function photoOf(
  tx: Reader,
  action: string,
  hash: string,
): Promise<{ readonly kind: 'jpeg' | 'png'; readonly bytes: Uint8Array } | null> {
  const { rows } = await sql<{ kind: 'jpeg' | 'png'; content: string }>`
    select p.kind, encode(p.content, 'base64') as content from progress.photos p
     where p.hash = ${hash} and exists (select from progress.updates u where u.action = ${action} and u.photo = p.hash)`.execute(
    tx,
  )
  const [row] = rows
  return row ? { kind: row.kind, bytes: new Uint8Array(Buffer.from(row.content, 'base64')) } : null
}

/** The day on which somebody last said how an action stands: all that is public of it. */
export async function lastSaidOn(tx: Reader, action: string): Promise<Day | null> {
  const { rows } = await sql<{ on: Day | null }>`select progress.last_said_on(${action}) as on`.execute(tx)
  return rows[0]?.on ?? null
}

/** That day of several actions, the newest first; without those of which nobody ever said anything. */
export async function lastSaidDays(
  tx: Reader,
  actions: readonly string[],
): Promise<{ readonly action: string; readonly on: Day }[]> {
  const { rows } = await sql<{ action: string; on: Day }>`
    select a.code as action, s.on_day as on from unnest(${[...actions]}::text[]) as a (code)
      cross join lateral (select progress.last_said_on(a.code) as on_day) s
     where s.on_day is not null order by s.on_day desc, a.code`.execute(tx)
  return rows
}

/** The actions that stand otherwise than they did before a day, the newest first. Nothing to whoever is no professional. */
export async function movedSince(
  tx: Reader,
  actions: readonly string[],
  since: Day,
): Promise<{ readonly action: string; readonly on: Day; readonly status: Status; readonly before: Status | null }[]> {
  const { rows } = await sql<{ action: string; on: Day; status: Status; before: Status | null }>`
    with said as (
      select u.action, u.version, u.status, (u.at at time zone 'Europe/Amsterdam')::date as on_day
        from progress.updates u where u.action = any(${[...actions]}::text[]))
    select n.action, to_char(n.on_day, 'YYYY-MM-DD') as on, n.status, b.status as before
      from (select distinct on (action) * from said order by action, version desc) n
      left join lateral (select s.status from said s where s.action = n.action and s.on_day < ${since}::date
                          order by s.version desc limit 1) b on true
     where n.on_day >= ${since}::date and n.status is distinct from b.status
     order by n.on_day desc, n.action`.execute(tx)
  return rows
}

/** Whether an action is of a plan that runs today. Of a promise that two chapters print, the first record is. */
export async function isRunning(tx: Reader, action: string): Promise<boolean> {
  const { rows } = await sql<{ runs: boolean }>`select progress.is_running(${action}) as runs`.execute(tx)
  return rows[0]?.runs ?? false
}

/** With what authority something is said: a session (null), or the hash of a link. */
export type Sending = {
  readonly way: Update['way']
  /** The same for everything that was sent with one form: sent twice is said once. */
  readonly formKey: string
  readonly linkHash: string | null
  readonly requestId: string
}

/** What became of a saying; null when whoever sends it may not say it (any more). */
export type Kept = 'bewaard' | 'al-bewaard' | 'niets' | null

export async function keepUpdate(tx: Writer, saying: Saying, sending: Sending): Promise<Kept> {
  const said = 'unchanged' in saying ? null : saying
  const photo = said?.photo ? Buffer.from(said.photo.bytes).toString('base64') : null
  const { rows } = await sql<{ kept: Kept }>`select progress.keep_update(
    ${saying.action}, ${said?.status ?? null}, ${said?.sentence ?? null}, ${said?.evidence ?? null}, ${said === null},
    ${sending.way}, ${sending.formKey}, ${sending.linkHash}, ${sending.requestId},
    decode(${photo}, 'base64'), ${said?.photo?.kind ?? null}, ${said?.photo?.text ?? null}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}
