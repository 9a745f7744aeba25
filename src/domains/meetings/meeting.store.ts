import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import type { Days, Instance, Meeting, MeetingState } from './meeting'
import type { Plan } from './planning'

export type MeetingFilter = {
  readonly code?: string | undefined
  readonly instances?: readonly string[] | undefined
  readonly body?: string | undefined
  /** Of which the last day, as it stands now, is this one or later. */
  readonly since?: Day | undefined
  /** Of which the day, as it stands now, is this one or earlier. */
  readonly until?: Day | undefined
  /** Without how the day changed. */
  readonly newestOnly?: boolean
}

type StoredDays = Omit<Days, 'where'> & { readonly where: Days['where'] }

function meetings(tx: Reader, newestOnly: boolean) {
  return tx
    .selectFrom('meetings.meetings as m')
    .innerJoin('meetings.instances as i', 'i.code', 'm.instance')
    .innerJoinLateral(
      sql<{
        version: number
        held_on: string
        last_on: string
      }>`(select d.version, d.held_on, coalesce(d.ends_on, d.held_on) as last_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1)`.as(
        'n',
      ),
      (join) => join.onTrue(),
    )
    .innerJoin('governance.bodies as b', 'b.code', 'i.body')
    .innerJoin('territory.areas as a', 'a.code', 'i.area')
    .select([
      'm.code',
      sql<Instance>`jsonb_build_object('code', i.code, 'body', jsonb_build_object('code', b.code, 'name', b.name, 'level', b.level),
        'area', jsonb_build_object('code', a.code, 'name', a.name), 'isPublic', i.is_public, 'isExample', i.is_example,
        'bodyEnds', b.valid_to)`.as('instance'),
      sql<StoredDays[]>`(
        select jsonb_agg(jsonb_build_object('version', d.version, 'heldOn', d.held_on, 'endsOn', d.ends_on, 'state', d.state,
            'reason', d.reason, 'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actedAs', d.acted_as,
            'where', case when p.meeting is not null then jsonb_build_object('begins', p.begins,
              'ends', p.ends, 'place', p.place, 'preparedOn', p.prepared_on) end) order by d.version desc)
          from meetings.days d left join meetings.places p on p.meeting = d.meeting and p.version = d.version
         where d.meeting = m.code and (d.version = n.version or not ${newestOnly}))`.as('versions'),
    ])
}

/** Meetings the asker may know of, by day as it stands now. */
export async function listMeetings(
  tx: Reader,
  { code, instances, body, since, until, newestOnly = false }: MeetingFilter = {},
  slice: Slice = null,
): Promise<Listed<Meeting>> {
  if (instances?.length === 0) return { total: 0, items: [] }
  let query = meetings(tx, newestOnly)
  if (code !== undefined) query = query.where('m.code', '=', code)
  if (instances) query = query.where('m.instance', 'in', [...instances])
  if (body !== undefined) query = query.where('i.body', '=', body)
  if (since !== undefined) query = query.where(sql<SqlBool>`n.last_on >= ${since}`)
  if (until !== undefined) query = query.where(sql<SqlBool>`n.held_on <= ${until}`)
  return listed(query.orderBy('n.held_on').orderBy('m.code'), slice, (row) => ({
    code: row.code,
    instance: row.instance,
    versions: row.versions as unknown as Meeting['versions'],
  }))
}

export async function findMeeting(tx: Reader, code: string): Promise<Meeting | null> {
  return (await listMeetings(tx, { code })).items[0] ?? null
}

/** The years in which meetings stand. */
export async function yearsWithMeetings(tx: Reader): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from n.held_on)::integer as year from (
      select distinct on (d.meeting) d.held_on from meetings.days d order by d.meeting, d.version desc) n order by 1`.execute(
    tx,
  )
  return rows.map(({ year }) => year)
}

const asSaid = (plan: Plan) =>
  JSON.stringify({
    held_on: plan.heldOn,
    ends_on: plan.endsOn,
    begins: plan.begins,
    ends: plan.ends,
    place: plan.place,
    prepared_on: plan.preparedOn,
    state: plan.state,
    reason: plan.reason,
  })

/** Plans a meeting; gives its code, or null when the asker may not. */
export async function planMeeting(
  tx: Writer,
  instance: string,
  plan: Plan,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select meetings.plan(${instance}, ${asSaid(plan)}::jsonb, ${formKey}, ${requestId}) as code`.execute(tx)
  return rows[0]?.code ?? null
}

export type Kept = 'bewaard' | 'ongewijzigd' | 'botst' | null

/** Moves or changes a meeting over the version that was seen; the mail goes when the day, the begin or that it goes on changes. */
export async function replanMeeting(
  tx: Writer,
  code: string,
  seen: number,
  plan: Plan,
  {
    mail,
    requestId,
  }: { readonly mail: { readonly subject: string; readonly body: string }; readonly requestId: string },
): Promise<Kept> {
  const { rows } = await sql<{ kept: Kept }>`
    select meetings.replan(${code}, ${seen}, ${asSaid(plan)}::jsonb, ${mail.subject}, ${mail.body},
      ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** What stands in a calendar, with its latest version. Times as `09:30`, moments as ISO text. */
export type CalendarRow = {
  readonly code: string
  readonly instance: string
  readonly body: string
  readonly area: string
  readonly version: number
  readonly heldOn: string
  readonly endsOn: string | null
  readonly begins: string | null
  readonly ends: string | null
  readonly state: MeetingState
  readonly at: string
}

/** The calendar of a key, by its hash; null when it is no longer one. */
export async function calendarOf(
  tx: Reader,
  keyHash: string,
): Promise<{ readonly title: string | null; readonly meetings: readonly CalendarRow[] } | null> {
  const { rows } = await sql<{
    found: { title: string | null; meetings: CalendarRow[] } | null
  }>`select meetings.calendar_of(${keyHash}) as found`.execute(tx)
  return rows[0]?.found ?? null
}

export type CalendarKey = {
  readonly id: string
  readonly post: string | null
  readonly title: string | null
  readonly madeAt: string
}

/** The calendars of the asker that were not taken back, and the posts he can make one for. */
export async function ownCalendars(
  tx: Reader,
): Promise<{ readonly keys: CalendarKey[]; readonly posts: { readonly id: string; readonly title: string }[] }> {
  const { rows: posts } = await sql<{ id: string; title: string }>`
    select p.id, p.title || ', ' || o.name as title from identity.posts p join identity.organisations o on o.code = p.organisation
     where p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to) order by 2, 1`.execute(
    tx,
  )
  const { rows: keys } = await sql<CalendarKey>`
    select k.id, k.post, to_char(k.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
           (select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation
             where p.id = k.post) as title
      from meetings.calendar_keys k where k.revoked_at is null order by k.made_at, k.id`.execute(tx)
  return { keys, posts }
}

export async function makeCalendar(
  tx: Writer,
  post: string | null,
  keyHash: string,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select meetings.make_calendar(${post}::uuid, ${keyHash}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

export async function revokeCalendar(tx: Writer, id: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select meetings.revoke_calendar(${id}::uuid, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
