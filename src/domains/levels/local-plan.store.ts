import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { LocalPlan, LocalPriority, NamedPlan, PlaceKind, PlanPlace, SaidPlan } from './local-plan'
import type { Sent } from './variant.store'

type Row = Omit<LocalPlan, 'area' | 'priorities'> & {
  areaCode: string
  areaName: string
  areaKind: PlaceKind
  priorities: LocalPriority[] | null
}
const asPlan = ({ areaCode, areaName, areaKind, priorities, ...row }: Row): LocalPlan => ({
  ...row,
  area: { code: areaCode, name: areaName, kind: areaKind },
  priorities: priorities ?? [],
})

const columns = sql`p.code, v.version, v.title, v.period_from as "from", v.period_to as "to", v.adopted_on as "adoptedOn", v.address,
  v.at, v.acted_as as "actedAs", v.is_example as "isExample", a.code as "areaCode", a.name as "areaName", a.kind as "areaKind",
  (select jsonb_agg(jsonb_build_object('number', l.number, 'text', l.text, 'answered', l.answered, 'saidAt', l.said_at, 'saidAs', l.said_as,
     'action', (select jsonb_build_object('code', x.code, 'title', x.title) from strategy.actions x where x.code = l.action),
     'priorities', (select coalesce(jsonb_agg(jsonb_build_object('code', q.code, 'title', q.title) order by q.code), '[]')
        from levels.local_links k join strategy.priorities q on q.code = k.priority where k.entry = l.entry and k.number = l.number)) order by l.number)
     from levels.local_priorities l where l.entry = v.id) as priorities`
const tables = sql`levels.local_plan_versions v join levels.local_plans p on p.code = v.plan join territory.areas a on a.code = p.area`

export type PlanFilter = {
  readonly area?: string
  readonly code?: string
  /** Named by one of its priorities. */
  readonly action?: string
  /** Only what everybody may read, also for a professional. */
  readonly isPublic?: boolean
}

/** The plans with the newest version that exists for whoever asks, by area and then the newest plan first. */
export async function listLocalPlans(
  tx: Reader,
  { area, code, action, isPublic }: PlanFilter = {},
): Promise<LocalPlan[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (v.plan) ${columns} from ${tables}
       where (${area ?? null}::text is null or p.area = ${area ?? null}) and (${code ?? null}::text is null or p.code = ${code ?? null})
         and (${isPublic !== true} or v.id = any ((select levels.public_plan_versions())::uuid[]))
       order by v.plan, v.version desc) n
     where ${action ?? null}::text is null
        or exists (select from jsonb_array_elements(n.priorities) j where j.value -> 'action' ->> 'code' = ${action ?? null})
     order by n."areaKind", n."areaName", n."to" desc nulls first, n.code desc`.execute(tx)
  return rows.map(asPlan)
}

/** Every version of a plan that exists for whoever asks, the newest first. */
export async function planVersionsOf(tx: Reader, code: string): Promise<LocalPlan[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${tables} where v.plan = ${code} order by v.version desc`.execute(tx)
  return rows.map(asPlan)
}

/** Plans that the documents name, of areas of which no plan was filled in. */
export async function listNamedPlans(tx: Reader): Promise<NamedPlan[]> {
  const { rows } = await sql<Omit<NamedPlan, 'area'> & { areaCode: string; areaName: string; areaKind: PlaceKind }>`
    select n.code, n.title, n.priority, n.note, n.sources, a.code as "areaCode", a.name as "areaName", a.kind as "areaKind",
           (select coalesce(jsonb_agg(jsonb_build_object('code', q.code, 'title', q.title) order by q.code), '[]')
              from levels.named_plan_priorities k join strategy.priorities q on q.code = k.priority where k.plan = n.code) as priorities
      from levels.named_plans n join territory.areas a on a.code = n.area
     where n.withdrawn_on is null and not exists (select from levels.local_plans p where p.area = n.area) order by a.name`.execute(
    tx,
  )
  return rows.map(({ areaCode, areaName, areaKind, ...row }) => ({
    ...row,
    area: { code: areaCode, name: areaName, kind: areaKind },
  }))
}

/** The highest number a priority of this plan ever had. */
export async function highestNumber(tx: Reader, plan: string): Promise<number> {
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max(l.number), 0) as highest from levels.local_priorities l join levels.local_plan_versions v on v.id = l.entry
     where v.plan = ${plan}`.execute(tx)
  return rows[0]?.highest ?? 0
}

/** A municipality of today with its district, and as what the person who asks writes for it. */
export type Municipality = {
  readonly code: string
  readonly name: string
  readonly district: { readonly code: string; readonly name: string } | null
}

/** The municipalities of a region today, by district and name. */
export async function municipalitiesOf(tx: Reader, region: string): Promise<Municipality[]> {
  const { rows } = await sql<Municipality>`
    select a.code, a.name, case when d.code is not null then jsonb_build_object('code', d.code, 'name', d.name) end as district
      from levels.municipalities_of(${region}) m join territory.areas a on a.code = m.code
      left join lateral (
        select w.code, w.name from territory.around(a.code, 'bestuurlijk', platform.today()) r (code)
          join territory.areas w on w.code = r.code and w.kind = 'district' limit 1) d on true
     order by d.name nulls last, a.name`.execute(tx)
  return rows
}

/** Which municipalities each of some areas is made of today. */
export async function municipalitiesPer(
  tx: Reader,
  areas: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ area: string; municipality: string }>`
    select x.area, m.code as municipality from unnest(${[...areas]}::text[]) as x (area)
     cross join lateral levels.municipalities_of(x.area) m`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, ({ area }) => area)].map(([area, of]) => [area, of.map(({ municipality }) => municipality)]),
  )
}

export type OwnPlace = PlanPlace & { readonly actsAs: string }

/** The areas the person who asks writes for, districts and basisteams first. */
export async function ownPlaces(tx: Reader): Promise<OwnPlace[]> {
  const { rows } = await sql<OwnPlace>`
    select a.code, a.name, a.kind, o.acted_as as "actsAs" from levels.own_places() o join territory.areas a on a.code = o.area
     order by array_position(array['district', 'gemeente', 'basisteam'], a.kind), a.name`.execute(tx)
  return rows
}

/** Keeps a version of a plan; gives its code, `botst` when another was kept meanwhile, null when he may not. */
export async function keepLocalPlan(
  tx: Writer,
  { area, plan }: { readonly area: string; readonly plan: string | null },
  said: SaidPlan,
  { seen, formKey, requestId }: Sent,
): Promise<string | null> {
  const row = JSON.stringify({
    title: said.title,
    period_from: said.from,
    period_to: said.to,
    adopted_on: said.adoptedOn,
    address: said.address,
    priorities: said.priorities,
  })
  const { rows } = await sql<{ kept: string | null }>`
    select levels.keep_local_plan(${area}, ${plan}, ${seen}::integer, ${row}::jsonb, ${formKey}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}
