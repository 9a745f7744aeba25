import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Said, Variant } from './variant'

type Row = Omit<Variant, 'action' | 'area'> & {
  code: string
  actionTitle: string
  areaCode: string
  areaName: string
  areaKind: Variant['area']['kind']
}

const asVariant = ({ code, actionTitle, areaCode, areaName, areaKind, ...row }: Row): Variant => ({
  ...row,
  action: { code, title: actionTitle },
  area: { code: areaCode, name: areaName, kind: areaKind },
})

const columns = sql`v.version, v.choice, v.title, v.lead, v.due_on as "dueOn", v.target, v.place, r.reason,
  v.decided_on as "decidedOn", v.regional ->> 'titel' as "regionalTitle", v.regional is distinct from levels.regional(v.action) as "changedSince",
  v.at, v.acted_as as "actedAs", v.is_example as "isExample", v.action as code, x.title as "actionTitle", v.area as "areaCode", a.name as "areaName", a.kind as "areaKind"`
const tables = sql`levels.variants v join strategy.actions x on x.code = v.action join territory.areas a on a.code = v.area
  left join levels.variant_reasons r on r.variant = v.id`

export type VariantFilter = {
  readonly action?: string
  readonly area?: string
  readonly priority?: string
  /** Only what everybody may read, also for a professional. */
  readonly isPublic?: boolean
}

/** Of each area the newest version that exists for whoever asks: districts first, then municipalities, by name. */
export async function listVariants(
  tx: Reader,
  { action, area, priority, isPublic }: VariantFilter = {},
): Promise<Variant[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (v.action, v.area) ${columns} from ${tables}
       where (${action ?? null}::text is null or v.action = ${action ?? null})
         and (${area ?? null}::text is null or v.area = ${area ?? null})
         and (${isPublic !== true} or v.id = any ((select levels.public_variants())::uuid[]))
         and (${priority ?? null}::text is null or exists (
           select from strategy.programmes m where m.code = x.programme and m.priority = ${priority ?? null}))
       order by v.action, v.area, v.version desc) n
     order by n."areaKind", n."areaName", n.code`.execute(tx)
  return rows.map(asVariant)
}

/** Every version of an action in an area that exists for whoever asks, the newest first. */
export async function versionsOf(tx: Reader, action: string, area: string): Promise<Variant[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where v.action = ${action} and v.area = ${area} order by v.version desc`.execute(
    tx,
  )
  return rows.map(asVariant)
}

export type Place = Variant['area'] & {
  /** The district a municipality is in; itself of a district. */
  readonly district: string | null
  readonly districtCode: string | null
  /** As what the person who asks writes for it; null when he does not. */
  readonly actsAs: string | null
}

/** The districts and municipalities that may have an own version of an action, by district. */
export async function placesOf(tx: Reader, action: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select a.code, a.name, a.kind, d.name as district, d.code as "districtCode", o.acted_as as "actsAs"
      from levels.variant_places(${action}) p join territory.areas a on a.code = p.area
      left join lateral (
        select w.code, w.name from territory.around(a.code, 'bestuurlijk', platform.today()) r (code)
          join territory.areas w on w.code = r.code and w.kind = 'district' limit 1) d on true
      left join levels.own_places() o on o.area = a.code
     order by d.name nulls last, a.kind, a.name`.execute(tx)
  return rows
}

/** What became of what was sent: kept; kept by somebody else meanwhile; null when he may not. */
export type Kept = 'bewaard' | 'botst' | null
export type Sent = { readonly seen: number; readonly formKey: string; readonly requestId: string }

/** Keeps what an area makes of an action, over the version that was seen. */
export async function keepVariant(
  tx: Writer,
  { action, area }: { readonly action: string; readonly area: string },
  said: Said,
  { seen, formKey, requestId }: Sent,
): Promise<Kept> {
  const row = JSON.stringify({
    choice: said.choice,
    title: said.title,
    lead: said.lead,
    due_on: said.dueOn,
    target: said.target,
    place: said.place,
    decided_on: said.decidedOn,
    reason: said.reason,
  })
  const { rows } = await sql<{ kept: Kept }>`
    select levels.keep_variant(${action}, ${area}, ${seen}::integer, ${row}::jsonb, ${formKey}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}
