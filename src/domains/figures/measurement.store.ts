import { sql } from 'kysely'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, type Slice } from '../../platform/db/list'
import type { Area } from '../territory'
import type { Favourable } from './indicator'
import { byPeriod, type Measurement, type MeasurementKind, type Qualifier } from './measurement'

/** What narrows a list of measurements; everything given must hold. */
export type MeasurementFilter = {
  /** Only what was known on this day. */
  readonly knownOn: Day
  readonly indicator?: string | undefined
  readonly area?: string | undefined
  readonly period?: string | undefined
  readonly kind?: MeasurementKind | undefined
  readonly unit?: string | undefined
  readonly qualifier?: Qualifier | undefined
  readonly leads?: boolean | undefined
  /** A document that mentions it. */
  readonly document?: string | undefined
  readonly codes?: readonly string[] | undefined
  readonly indicators?: readonly string[] | undefined
  readonly areas?: readonly string[] | undefined
}

// The day of the first document that prints it, as figures.known_on says, but joined: a call per row is ten times slower.
const firstKnown = sql<{ known_on: Day | null; is_estimated: boolean | null }>`(
  select min(d.known_on) as known_on, (array_agg(d.known_on_estimated order by d.known_on))[1] as is_estimated
    from figures.documents d where d.code in (select split_part(s, ':', 1) from unnest(m.sources) s))`
// A number without a source document is known since it was stored.
const knownOn = sql<Day>`coalesce(k.known_on, (m.recorded_at at time zone 'Europe/Amsterdam')::date)`

function measurements(tx: Reader) {
  return tx
    .selectFrom('figures.measurements as m')
    .innerJoin('figures.indicators as i', 'i.code', 'm.indicator')
    .innerJoin('territory.areas as a', 'a.code', 'm.area')
    .innerJoinLateral(
      () => firstKnown.as<'k'>('k'),
      (join) => join.onTrue(),
    )
    .select([
      'm.code',
      'm.indicator',
      'i.title as indicator_title',
      'i.favourable',
      'm.area',
      'a.name as area_name',
      'a.kind as area_kind',
      'm.period',
      'm.base_period',
      'm.value',
      'm.margin_low',
      'm.margin_high',
      'm.respondents',
      'm.unit',
      'm.kind',
      'm.qualifier',
      'm.printed',
      'm.leads',
      'm.leads_because',
      'm.note',
      'm.sources',
      'm.recorded_at',
      'm.withdrawn_on',
      'k.known_on',
      'k.is_estimated',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof measurements>['execute']>>[number]

const asMeasurement = (row: Row): Measurement => {
  const recorded = new Date(row.recorded_at)
  return {
    code: row.code,
    indicator: row.indicator,
    indicatorTitle: row.indicator_title,
    favourable: row.favourable as Favourable,
    area: row.area,
    areaName: row.area_name,
    areaKind: row.area_kind as Area['kind'],
    period: row.period,
    basePeriod: row.base_period,
    value: row.value,
    margin: row.margin_low === null || row.margin_high === null ? null : { low: row.margin_low, high: row.margin_high },
    respondents: row.respondents,
    unit: row.unit,
    kind: row.kind as MeasurementKind,
    qualifier: row.qualifier as Qualifier,
    printed: row.printed,
    leads: row.leads,
    leadsBecause: row.leads_because,
    note: row.note,
    sources: row.sources,
    knownOn: row.known_on ?? dayInAmsterdam(recorded),
    knownOnEstimated: row.is_estimated ?? true,
    recordedAt: recorded.toISOString(),
    withdrawnOn: row.withdrawn_on,
  }
}

/** The mentions under a filter, leading and not, by code; the withdrawn are left out. */
export async function listMeasurements(
  tx: Reader,
  filter: MeasurementFilter,
  slice: Slice = null,
): Promise<Listed<Measurement>> {
  const { codes, indicators, areas } = filter
  if (codes?.length === 0 || indicators?.length === 0 || areas?.length === 0) return { total: 0, items: [] }
  let query = measurements(tx).where('m.withdrawn_on', 'is', null).where(knownOn, '<=', filter.knownOn)
  if (filter.indicator !== undefined) query = query.where('m.indicator', '=', filter.indicator)
  if (filter.area !== undefined) query = query.where('m.area', '=', filter.area)
  if (filter.period !== undefined) query = query.where('m.period', '=', filter.period)
  if (filter.kind) query = query.where('m.kind', '=', filter.kind)
  if (filter.unit !== undefined) query = query.where('m.unit', '=', filter.unit)
  if (filter.qualifier) query = query.where('m.qualifier', '=', filter.qualifier)
  if (filter.leads !== undefined) query = query.where('m.leads', '=', filter.leads)
  if (codes) query = query.where('m.code', 'in', codes)
  if (indicators) query = query.where('m.indicator', 'in', indicators)
  if (areas) query = query.where('m.area', 'in', areas)
  if (filter.document !== undefined)
    query = query.where(sql<boolean>`${filter.document} in (select split_part(s, ':', 1) from unnest(m.sources) s)`)
  return listed(query.orderBy('m.code'), slice, asMeasurement)
}

/** Every mention known on a day, early periods first: of one indicator, of one area, or what else the filter says. */
export async function measurementsOf(tx: Reader, filter: MeasurementFilter): Promise<Measurement[]> {
  return [...(await listMeasurements(tx, filter)).items].sort(byPeriod)
}

/** One mention, also a withdrawn one or one not known yet on some day: its address stays. */
export async function findMeasurement(tx: Reader, code: string): Promise<Measurement | null> {
  const row = await measurements(tx).where('m.code', '=', code).executeTakeFirst()
  return row ? asMeasurement(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const measurementExists = (tx: Reader, code: string) => hasCode(tx, 'figures.measurements', code)
