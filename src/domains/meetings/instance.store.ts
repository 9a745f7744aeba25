import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Instance, Standing } from './meeting'
import type { Seat, SeatDraft, SeatKind } from './seat'

export type Filter = {
  readonly code?: string
  readonly body?: string
  readonly area?: string
  /** Of which the asker sets the days. */
  readonly isPlannable?: boolean
}

/** The instances the asker may know of, by body and area. */
export async function listInstances(tx: Reader, { code, body, area, isPlannable }: Filter = {}): Promise<Instance[]> {
  let query = tx
    .selectFrom('meetings.instances as i')
    .innerJoin('governance.bodies as b', 'b.code', 'i.body')
    .innerJoin('territory.areas as a', 'a.code', 'i.area')
    .select([
      'i.code',
      'i.body',
      'b.name as body_name',
      'b.level',
      'i.area',
      'a.name as area_name',
      'i.is_public',
      'i.is_example',
      'b.valid_to as body_ends',
    ])
  if (code !== undefined) query = query.where('i.code', '=', code)
  if (body !== undefined) query = query.where('i.body', '=', body)
  if (area !== undefined) query = query.where('i.area', '=', area)
  if (isPlannable) query = query.where(sql<SqlBool>`meetings.planner_of(i.code) is not null`)
  const rows = await query.orderBy('b.name').orderBy('a.name').orderBy('i.code').execute()
  return rows.map((row) => ({
    code: row.code,
    body: { code: row.body, name: row.body_name, level: row.level },
    area: { code: row.area, name: row.area_name },
    isPublic: row.is_public,
    isExample: row.is_example,
    bodyEnds: row.body_ends,
  }))
}

export async function findInstance(tx: Reader, body: string, area: string): Promise<Instance | null> {
  const [instance] = await listInstances(tx, { body, area })
  return instance ?? null
}

const seatOrder = sql`array_position(array['voorzitter', 'lid', 'plaatsvervanger', 'secretaris', 'motorblok'], s.kind)`

/** The seats of some instances, by instance: those that run on a day or begin later. A deputy's ends with whom he stands in for. */
export async function seatsOf(tx: Reader, instances: readonly string[], on: Day): Promise<ReadonlyMap<string, Seat[]>> {
  const seats = new Map<string, Seat[]>(instances.map((code) => [code, []]))
  if (instances.length === 0) return seats
  const rows = await tx
    .selectFrom('meetings.seats as s')
    .innerJoin('identity.organisations as o', 'o.code', 's.organisation')
    .leftJoin('meetings.seats as f', 'f.id', 's.deputy_for')
    .leftJoin('identity.organisations as fo', 'fo.code', 'f.organisation')
    .select([
      's.id',
      's.instance',
      's.kind',
      's.title',
      's.organisation',
      'o.name',
      's.valid_from',
      sql<Day | null>`least(s.valid_to, f.valid_to)`.as('valid_to'),
      sql<string | null>`f.title || ', ' || fo.name`.as('deputy_for'),
    ])
    .where('s.instance', 'in', [...instances])
    .where(sql<SqlBool>`coalesce(least(s.valid_to, f.valid_to) > ${on}, true)`)
    // One that was turned back before it began was never held.
    .where(sql<SqlBool>`s.valid_to is distinct from s.valid_from`)
    .orderBy(seatOrder)
    .orderBy('o.name')
    .orderBy('s.title')
    .orderBy('s.valid_from')
    .execute()
  for (const row of rows)
    seats.get(row.instance)?.push({
      id: row.id,
      kind: row.kind as SeatKind,
      title: row.title,
      organisation: { code: row.organisation, name: row.name },
      deputyFor: row.deputy_for,
      validity: { from: row.valid_from, until: row.valid_to },
    })
  return seats
}

/** What the asker may do with an instance. */
export async function standingIn(tx: Reader, instance: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select coalesce((select jsonb_agg(jsonb_build_object('seat', s.seat, 'kind', s.kind, 'title', s.title) order by s.title, s.seat)
                       from meetings.own_seats() s where s.instance = ${instance}), '[]') as seats,
           meetings.secretary_of(${instance}) as "secretaryAs", meetings.planner_of(${instance}) as "plannerAs",
           meetings.manager() as "managerAs",
           (select min(a.acted_as) from meetings.advised() a where a.instance = ${instance}) as "adviserAs"`.execute(tx)
  return rows[0] ?? { seats: [], secretaryAs: null, plannerAs: null, managerAs: null, adviserAs: null }
}

/** As what the asker looks after who sits where; null when he does not. */
export async function managerOf(tx: Reader): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select meetings.manager() as as`.execute(tx)
  return rows[0]?.as ?? null
}

/** Where the asker sits today. */
export async function ownInstances(tx: Reader): Promise<string[]> {
  const { rows } = await sql<{ own: string[] }>`select meetings.own_instances() as own`.execute(tx)
  return rows[0]?.own ?? []
}

export async function beginInstance(
  tx: Writer,
  wanted: { readonly body: string; readonly area: string; readonly isPublic: boolean },
  requestId: string,
): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select meetings.begin_instance(${wanted.body}, ${wanted.area}, ${wanted.isPublic}, ${requestId}) as code`.execute(
    tx,
  )
  return rows[0]?.code ?? null
}

type Choice = { readonly value: string; readonly label: string }

/** Whom a seat can be given to: posts that run, and organisations. For the programme manager, with the name of who holds a post. */
export async function seatChoices(tx: Reader): Promise<{ posts: Choice[]; organisations: Choice[] }> {
  const { rows: posts } = await sql<Choice>`
    select id as value, organisation_name || ': ' || title || ' (' || name || ')' as label from meetings.choosable_posts()`.execute(
    tx,
  )
  const { rows: organisations } = await sql<Choice>`
    select o.code as value, o.name as label from identity.organisations o
     where o.withdrawn_on is null and o.stands_for is null and (o.valid_to is null or platform.today() < o.valid_to)
     order by o.name`.execute(tx)
  return { posts, organisations }
}

export async function giveSeat(
  tx: Writer,
  instance: string,
  draft: SeatDraft,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select meetings.give_seat(${instance}, ${draft.kind}, ${draft.post}::uuid, ${draft.organisation}, ${draft.title}, ${draft.deputyFor}::uuid,
      ${draft.from}, ${draft.until}, ${formKey}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

export async function endSeat(
  tx: Writer,
  seat: string,
  instance: string,
  until: Day,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select meetings.end_seat(${seat}::uuid, ${instance}, ${until}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
