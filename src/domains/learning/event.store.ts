import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { occursIn } from '../../platform/db/list'
import type { Listed, Slice } from '../../platform/web/resource'
import type { DatePrecision, Event } from './event'

export type EventFilter = {
  readonly kind?: string | undefined
  readonly theme?: string | undefined
  readonly year?: number | undefined
  readonly organiser?: string | undefined
}

function events(tx: Reader) {
  return tx
    .selectFrom('learning.events as e')
    .leftJoin('strategy.priorities as p', 'p.code', 'e.theme')
    .select([
      'e.code',
      'e.title',
      'e.kind',
      'e.theme',
      'p.title as priority_title',
      'e.held_on',
      'e.held_on_precision',
      'e.attendance',
      'e.organiser',
      'e.audience',
      'e.note',
      'e.sources',
      'e.withdrawn_on',
    ])
}

const asEvent = (row: Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number]): Event => ({
  code: row.code,
  title: row.title,
  kind: row.kind,
  theme:
    row.theme === null
      ? null
      : { code: row.theme, title: row.priority_title ?? row.theme, isPriority: row.priority_title !== null },
  heldOn: row.held_on,
  precision: row.held_on_precision as DatePrecision,
  attendance: row.attendance,
  organiser: row.organiser,
  audience: row.audience,
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The events under a filter, newest year first; within a year by date as far as it is known. */
export async function listEvents(
  tx: Reader,
  { kind, theme, year, organiser }: EventFilter = {},
  slice: Slice = null,
): Promise<Listed<Event>> {
  let query = events(tx).where('e.withdrawn_on', 'is', null)
  if (kind) query = query.where('e.kind', '=', kind)
  if (theme) query = query.where('e.theme', '=', theme)
  if (year !== undefined) query = query.where(sql<boolean>`left(e.held_on, 4) = ${String(year)}`)
  if (organiser) query = query.where('e.organiser', '=', organiser)
  const { total } = await query
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const sliced = slice ? query.limit(slice.limit).offset(slice.offset) : query
  const rows = await sliced
    .orderBy(sql`left(e.held_on, 4)`, (order) => order.desc().nullsLast())
    .orderBy(sql`e.held_on collate "C"`)
    .orderBy('e.code')
    .execute()
  return { total, items: rows.map(asEvent) }
}

/** One event, also a withdrawn one: its address stays. */
export async function findEvent(tx: Reader, code: string): Promise<Event | null> {
  const row = await events(tx).where('e.code', '=', code).executeTakeFirst()
  return row ? asEvent(row) : null
}

/** Where an event is held: the name of an area or a place. Null for everybody but professionals, and when nobody says. */
export async function placeOf(tx: Reader, event: string): Promise<string | null> {
  const row = await tx
    .selectFrom('learning.event_places as p')
    .leftJoin('territory.areas as a', 'a.code', 'p.place')
    .select(['p.place', 'a.name'])
    .where('p.event', '=', event)
    .executeTakeFirst()
  return row ? (row.name ?? row.place) : null
}

/** Whether any event is of this kind. */
export const eventKindExists = occursIn('learning.events', 'kind')

/** Whether any event has this theme. */
export const eventThemeExists = occursIn('learning.events', 'theme')
