import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import type { ItemKind } from './item'
import type { MeetingState } from './meeting'

/** A meeting as everybody may know it: its day and the items that are public. */
export type PublicMeeting = {
  readonly code: string
  readonly body: string
  readonly area: string
  readonly name: string
  readonly heldOn: Day
  readonly endsOn: Day | null
  readonly state: MeetingState
  readonly reason: string | null
  readonly items: readonly {
    readonly number: number
    readonly title: string
    readonly kind: ItemKind
    readonly asked: string
  }[]
}

export type PublicFilter = {
  readonly code?: string | undefined
  readonly body?: string | undefined
  readonly year?: number | undefined
}

/** Meetings of public instances, the newest first. The same for every reader, also for who may see more. */
export async function publicMeetings(
  tx: Reader,
  { code, body, year }: PublicFilter = {},
  slice: Slice = null,
): Promise<Listed<PublicMeeting>> {
  let query = tx
    .selectFrom('meetings.meetings as m')
    .innerJoin('meetings.instances as i', 'i.code', 'm.instance')
    .innerJoinLateral(
      sql<{
        held_on: Day
        ends_on: Day | null
        state: string
        reason: string | null
      }>`(select d.* from meetings.days d where d.meeting = m.code order by d.version desc limit 1)`.as('n'),
      (join) => join.onTrue(),
    )
    .innerJoin('governance.bodies as b', 'b.code', 'i.body')
    .innerJoin('territory.areas as a', 'a.code', 'i.area')
    .select([
      'm.code',
      'i.body',
      'i.area',
      sql<string>`b.name || ' ' || a.name`.as('name'),
      'n.held_on',
      'n.ends_on',
      'n.state',
      'n.reason',
      sql<PublicMeeting['items']>`(
        select coalesce(jsonb_agg(jsonb_build_object('number', t.number, 'title', p.title, 'kind', p.kind, 'asked', p.asked) order by t.number), '[]')
          from meetings.items t join meetings.papers p on p.item = t.id and p.version = t.published_version
         where t.meeting = m.code and t.published_at is not null and not t.is_closed and t.withdrawn_at is null)`.as(
        'items',
      ),
    ])
    .where('i.is_public', '=', true)
  if (code !== undefined) query = query.where('m.code', '=', code)
  if (body !== undefined) query = query.where('i.body', '=', body)
  if (year !== undefined) query = query.where(sql<SqlBool>`extract(year from n.held_on) = ${year}`)
  return listed(query.orderBy('n.held_on', 'desc').orderBy('m.code'), slice, (row) => ({
    code: row.code,
    body: row.body,
    area: row.area,
    name: row.name,
    heldOn: row.held_on,
    endsOn: row.ends_on,
    state: row.state as MeetingState,
    reason: row.reason,
    items: row.items as unknown as PublicMeeting['items'],
  }))
}
