import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import type { Contradiction, UnresolvedValue } from './contradiction'

export type ContradictionFilter = {
  readonly knownOn: Day
  readonly code?: string | undefined
  /** About mentions of this indicator. */
  readonly indicator?: string | undefined
  /** About this mention. */
  readonly measurement?: string | undefined
  readonly document?: string | undefined
}

const documentsOf = (sources: string) => sql`(select split_part(s, ':', 1) from unnest(${sql.ref(sources)}) s)`

/** The contradictions under a filter, by code; the withdrawn are left out. */
export async function listContradictions(
  tx: Reader,
  filter: ContradictionFilter,
  slice: Slice = null,
): Promise<Listed<Contradiction>> {
  const { knownOn, code, indicator, measurement, document } = filter
  const lastKnown = sql<Day | null>`(select max(d.known_on) from figures.documents d where d.code in ${documentsOf('c.sources')})`
  let query = tx
    .selectFrom('figures.contradictions as c')
    .where('c.withdrawn_on', 'is', null)
    .where(sql<boolean>`coalesce(${lastKnown} <= ${knownOn}, true)`)
  if (code !== undefined) query = query.where('c.code', '=', code)
  const about = (column: 'x.measurement' | 'm.indicator', code: string) =>
    sql<boolean>`exists (select from figures.contradiction_measurements x join figures.measurements m on m.code = x.measurement
      where x.contradiction = c.code and ${sql.ref(column)} = ${code})`
  if (indicator !== undefined) query = query.where(about('m.indicator', indicator))
  if (measurement !== undefined) query = query.where(about('x.measurement', measurement))
  if (document !== undefined) query = query.where(sql<boolean>`${document} in ${documentsOf('c.sources')}`)
  const selected = query
    .select([
      'c.code',
      'c.title',
      'c.explanation',
      'c.sources',
      lastKnown.as('knownOn'),
      'c.withdrawn_on as withdrawnOn',
      sql<string[]>`array(select x.measurement from figures.contradiction_measurements x
        where x.contradiction = c.code order by x.seq)`.as('measurements'),
    ])
    .orderBy('c.code')
  return listed(selected, slice, (row) => row)
}

export type UnresolvedValueFilter = {
  readonly knownOn: Day
  readonly code?: string | undefined
  /** It may belong to this indicator. */
  readonly indicator?: string | undefined
  readonly period?: string | undefined
  readonly document?: string | undefined
}

/** The values without a meaning under a filter, by code; the withdrawn are left out. */
export async function listUnresolvedValues(
  tx: Reader,
  filter: UnresolvedValueFilter,
  slice: Slice = null,
): Promise<Listed<UnresolvedValue>> {
  const { knownOn, code, indicator, period, document } = filter
  const known = sql<Day | null>`figures.known_on(u.sources)`
  let query = tx
    .selectFrom('figures.unresolved_values as u')
    .where('u.withdrawn_on', 'is', null)
    .where(sql<boolean>`coalesce(${known} <= ${knownOn}, true)`)
  if (code !== undefined) query = query.where('u.code', '=', code)
  if (indicator !== undefined) {
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('figures.unresolved_value_indicators as x')
          .whereRef('x.unresolved_value', '=', 'u.code')
          .where('x.indicator', '=', indicator)
          .select('x.indicator'),
      ),
    )
  }
  if (period !== undefined) query = query.where('u.period', '=', period)
  if (document !== undefined) query = query.where(sql<boolean>`${document} in ${documentsOf('u.sources')}`)
  const selected = query
    .select([
      'u.code',
      'u.printed',
      'u.value',
      'u.unit',
      'u.period',
      'u.base_period as basePeriod',
      'u.reason',
      'u.sources',
      known.as('knownOn'),
      'u.withdrawn_on as withdrawnOn',
      sql<{ code: string; title: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'title', i.title) order by x.seq), '[]')
          from figures.unresolved_value_indicators x join figures.indicators i on i.code = x.indicator
         where x.unresolved_value = u.code)`.as('candidates'),
    ])
    .orderBy('u.code')
  return listed(selected, slice, (row) => row)
}
