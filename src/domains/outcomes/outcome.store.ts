import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { Minutes, Outcome, OutcomeKind, Stage } from './outcome'

type Followed = { readonly now: string | null; readonly label: string | null }
/** The item it is today, and how the item was called that it was written at. */
const now = sql`meetings.now_item(r.item) as now,
           (select case when i.is_closed then 'b' else '' end || i.number from meetings.items i where i.id = r.item) as label`

/** By the item it was written at, and by what that became where nothing was written yet. */
function byItem<Row extends Followed & { item: string; version: number; writtenAt: string | null }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>(rows.map((row) => [row.item, { ...row, writtenAt: null }]))
  for (const row of rows)
    if (row.now !== null && !found.has(row.now)) found.set(row.now, { ...row, version: 0, writtenAt: row.label })
  return found
}

/** How each item of a meeting ended, by the id of the item; what the asker may read. */
export async function outcomesOf(tx: Reader, meeting: string): Promise<ReadonlyMap<string, Outcome>> {
  const { rows } = await sql<Outcome & Followed>`
    select distinct on (r.item) r.item, r.version, r.outcome as kind, r.words, r.held_to as "heldTo", r.acted_as as "actedAs", ${now}
      from outcomes.results r where r.meeting = ${meeting} order by r.item, r.version desc`.execute(tx)
  return byItem(rows)
}

/** The minutes of each item of a meeting, by the id of the item; what the asker may read. */
export async function minutesOf(tx: Reader, meeting: string): Promise<ReadonlyMap<string, Minutes>> {
  const { rows } = await sql<Minutes & Followed>`
    select distinct on (r.item) r.item, r.version, r.text, ${iso('r.at')} as at, r.acted_as as "actedAs", ${now}
      from outcomes.minutes r where r.meeting = ${meeting} order by r.item, r.version desc`.execute(tx)
  return byItem(rows)
}

/** Where the list and the minutes of a meeting stand, as far as the asker may know. */
export async function stageOf(tx: Reader, meeting: string): Promise<Stage> {
  const { rows } = await sql<Stage>`
    select ${iso('f.at')} as "fixedAt", f.acted_as as "fixedAs", ${iso('l.at')} as "listPublishedAt", a.approved_in as "approvedIn",
           ${iso('a.at')} as "approvedAt", ${iso('p.at')} as "minutesPublishedAt", ${iso('g.at')} as "agendaPublishedAt"
      from (select 1) one
      left join outcomes.fixings f on f.meeting = ${meeting}
      left join outcomes.list_publishings l on l.meeting = ${meeting}
      left join outcomes.approvals a on a.meeting = ${meeting}
      left join outcomes.minute_publishings p on p.meeting = ${meeting}
      left join meetings.publishings g on g.meeting = ${meeting}`.execute(tx)
  const [stage] = rows
  if (!stage) throw new Error('one row always comes')
  return stage
}

/** An item that was held over to a meeting. */
export type HeldOver = { readonly meeting: string; readonly label: string; readonly title: string }

/** What was held over to this meeting, as far as the asker may know. */
export async function heldOverTo(tx: Reader, meeting: string): Promise<HeldOver[]> {
  const { rows } = await sql<HeldOver>`
    select r.meeting, case when i.is_closed then 'b' else '' end || i.number as label, p.title
      from (select distinct on (n.now) r.*, n.now from outcomes.results r cross join lateral (select meetings.now_item(r.item) as now) n
             order by n.now, r.item = n.now desc, r.version desc) r
      join meetings.items i on i.id = r.now
      cross join lateral (select p.title from meetings.papers p where p.item = i.id order by p.version desc limit 1) p
     where r.held_to = ${meeting} order by r.meeting, i.is_closed, i.number`.execute(tx)
  return rows
}

export type Kept = 'bewaard' | 'ongewijzigd' | 'botst' | 'vast' | null

type About = { readonly meeting: string; readonly item: string; readonly seen: number; readonly requestId: string }

/** Keeps how an item ended; null when the asker may not. */
export async function keepOutcome(
  tx: Writer,
  { meeting, item, seen, requestId }: About,
  said: { readonly kind: OutcomeKind; readonly words: string | null; readonly heldTo: string | null },
): Promise<Kept> {
  const { rows } = await sql<{ kept: Kept }>`
    select outcomes.keep_result(${meeting}, ${item}::uuid, ${seen}, ${said.kind}, ${said.words}, ${said.heldTo}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}

/** Keeps the minutes of an item; null when the asker may not. */
export async function keepMinutes(tx: Writer, { meeting, item, seen, requestId }: About, text: string): Promise<Kept> {
  const { rows } = await sql<{ kept: Kept }>`
    select outcomes.keep_minutes(${meeting}, ${item}::uuid, ${seen}, ${text}, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

async function done(query: ReturnType<typeof sql<{ done: boolean }>>, tx: Writer): Promise<boolean> {
  return (await query.execute(tx)).rows[0]?.done ?? false
}

export const fixList = (tx: Writer, meeting: string, requestId: string) =>
  done(sql`select outcomes.fix_list(${meeting}, ${requestId}) as done`, tx)

export const publishList = (tx: Writer, meeting: string, requestId: string) =>
  done(sql`select outcomes.publish_list(${meeting}, ${requestId}) as done`, tx)

export const approveMinutes = (tx: Writer, meeting: string, approvedIn: string, requestId: string) =>
  done(sql`select outcomes.approve(${meeting}, ${approvedIn}, ${requestId}) as done`, tx)

export const publishMinutes = (tx: Writer, meeting: string, requestId: string) =>
  done(sql`select outcomes.publish_minutes(${meeting}, ${requestId}) as done`, tx)
