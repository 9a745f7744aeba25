import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { holdsOn, type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import {
  type Body,
  type BodyLevel,
  type BodyPower,
  bodyLevels,
  type Power,
  type Topic,
  type TopicStream,
  topicStreams,
} from './body'

export type BodyFilter = {
  /** Only bodies that exist on this day; without it all of them. */
  readonly validOn?: Day | undefined
  readonly level?: BodyLevel | undefined
  readonly kind?: string | undefined
}

const ladderOrder = (column: string) => sql`array_position(${sql.val([...bodyLevels])}::text[], ${sql.ref(column)})`

function bodies(tx: Reader) {
  return tx
    .selectFrom('governance.bodies as b')
    .select([
      'b.code',
      'b.name',
      'b.level',
      'b.kind',
      'b.legal_base',
      'b.members',
      'b.purpose',
      'b.times_a_year_min',
      'b.times_a_year_max',
      'b.frequency',
      'b.instance_count',
      'b.chair',
      'b.valid_from',
      'b.valid_to',
      'b.note',
      'b.sources',
      'b.withdrawn_on',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof bodies>['execute']>>[number]

const asBody = (row: Row, powers: readonly Power[]): Body => ({
  code: row.code,
  name: row.name,
  level: row.level as BodyLevel,
  kind: row.kind,
  legalBase: row.legal_base,
  members: row.members,
  purpose: row.purpose,
  timesAYear: { min: row.times_a_year_min, max: row.times_a_year_max },
  frequency: row.frequency,
  instances: row.instance_count,
  chair: row.chair,
  validity: { from: row.valid_from, until: row.valid_to },
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
  powers: powers.filter(({ body }) => body === row.code),
})

async function powersOf(tx: Reader, codes: readonly string[]): Promise<Power[]> {
  if (codes.length === 0) return []
  const rows = await tx
    .selectFrom('governance.body_powers')
    .select(['code', 'body', 'power', 'valid_from', 'valid_to', 'explanation', 'sources'])
    .where('body', 'in', [...codes])
    .where('withdrawn_on', 'is', null)
    .orderBy('valid_from', (order) => order.asc().nullsFirst())
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    body: row.body,
    power: row.power as BodyPower,
    validity: { from: row.valid_from, until: row.valid_to },
    explanation: row.explanation,
    sources: row.sources,
  }))
}

/** The bodies under a filter with their powers, up the ladder and by name. */
export async function listBodies(
  tx: Reader,
  { validOn, level, kind }: BodyFilter = {},
  slice: Slice = null,
): Promise<Listed<Body>> {
  let query = bodies(tx).where('b.withdrawn_on', 'is', null)
  if (validOn) query = query.where(holdsOn('b', validOn))
  if (level) query = query.where('b.level', '=', level)
  if (kind) query = query.where('b.kind', '=', kind)
  const ordered = query.orderBy(ladderOrder('b.level')).orderBy('b.name').orderBy('b.code')
  const { total, items } = await listed(ordered, slice, (row) => row)
  const powers = await powersOf(
    tx,
    items.map(({ code }) => code),
  )
  return { total, items: items.map((row) => asBody(row, powers)) }
}

/** One body with its powers, also one that is no more: its address stays. */
export async function findBody(tx: Reader, code: string): Promise<Body | null> {
  const row = await bodies(tx).where('b.code', '=', code).executeTakeFirst()
  return row ? asBody(row, await powersOf(tx, [code])) : null
}

export type TopicFilter = {
  readonly validOn?: Day | undefined
  readonly level?: BodyLevel | undefined
  readonly stream?: TopicStream | undefined
}

function topics(tx: Reader) {
  return tx
    .selectFrom('governance.body_topics as t')
    .select(['t.code', 't.level', 't.stream', 't.seq', 't.topic', 't.valid_from', 't.valid_to', 't.sources'])
}

const asTopic = (row: Awaited<ReturnType<ReturnType<typeof topics>['execute']>>[number]): Topic => ({
  code: row.code,
  level: row.level as BodyLevel,
  stream: row.stream as TopicStream,
  seq: row.seq,
  topic: row.topic,
  validity: { from: row.valid_from, until: row.valid_to },
  sources: row.sources,
})

/** The topics under a filter, up the ladder, in the order of the guide. */
export async function listTopics(
  tx: Reader,
  { validOn, level, stream }: TopicFilter = {},
  slice: Slice = null,
): Promise<Listed<Topic>> {
  let query = topics(tx).where('t.withdrawn_on', 'is', null)
  if (validOn) query = query.where(holdsOn('t', validOn))
  if (level) query = query.where('t.level', '=', level)
  if (stream) query = query.where('t.stream', '=', stream)
  return listed(
    query
      .orderBy(ladderOrder('t.level'))
      .orderBy(sql`array_position(${sql.val([...topicStreams])}::text[], t.stream)`)
      .orderBy('t.seq')
      .orderBy('t.code'),
    slice,
    asTopic,
  )
}

/** One topic, also one that is no longer on the list. */
export async function findTopic(tx: Reader, code: string): Promise<Topic | null> {
  const row = await topics(tx).where('t.code', '=', code).executeTakeFirst()
  return row ? asTopic(row) : null
}

/** Whether any body is of this kind. */
export const bodyKindExists = occursIn('governance.bodies', 'kind')
