import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { hasCode, holdsOn, type Listed, listed, type Slice } from '../../platform/db/list'
import { type Organisation, type OrganisationKind, organisationKinds } from './organisation'

export type OrganisationFilter = {
  /** Only organisations that exist on this day. */
  readonly validOn: Day
  readonly kind?: OrganisationKind | undefined
  /** Only organisations that work for exactly this area. */
  readonly area?: string | undefined
}

function organisations(tx: Reader) {
  return tx
    .selectFrom('identity.organisations as o')
    .select([
      'o.code',
      'o.name',
      'o.kind',
      'o.cbs_code',
      'o.tooi_uri',
      'o.valid_from',
      'o.valid_to',
      'o.successor',
      'o.stands_for',
      'o.note',
      'o.sources',
      'o.withdrawn_on',
    ])
    .select(
      sql<{ code: string; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) order by w.seq)
          from territory.organisation_areas w join territory.areas a on a.code = w.area
         where w.organisation = o.code), '[]')`.as('areas'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof organisations>['execute']>>[number]

const asOrganisation = (row: Row): Organisation => ({
  code: row.code,
  name: row.name,
  kind: row.kind as OrganisationKind,
  areas: row.areas,
  cbsCode: row.cbs_code,
  tooiUri: row.tooi_uri,
  validity: { from: row.valid_from, until: row.valid_to },
  successor: row.successor,
  standsForAll: row.stands_for !== null,
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The organisations under a filter, by kind and name. */
export async function listOrganisations(
  tx: Reader,
  { validOn, kind, area }: OrganisationFilter,
  slice: Slice = null,
): Promise<Listed<Organisation>> {
  let query = organisations(tx).where(holdsOn('o', validOn)).where('o.withdrawn_on', 'is', null)
  if (kind) query = query.where('o.kind', '=', kind)
  if (area) {
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('territory.organisation_areas as w')
          .select('w.area')
          .whereRef('w.organisation', '=', 'o.code')
          .where('w.area', '=', area),
      ),
    )
  }
  return listed(
    query
      .orderBy(sql`array_position(${sql.val([...organisationKinds])}::text[], o.kind)`)
      .orderBy('o.name')
      .orderBy('o.code'),
    slice,
    asOrganisation,
  )
}

/** One organisation, also one that is no more: its address stays. */
export async function findOrganisation(tx: Reader, code: string): Promise<Organisation | null> {
  const row = await organisations(tx).where('o.code', '=', code).executeTakeFirst()
  return row ? asOrganisation(row) : null
}

/** The organisations whose work this one took over, by name. */
export async function predecessorsOf(tx: Reader, code: string): Promise<Organisation[]> {
  const rows = await organisations(tx)
    .where('o.successor', '=', code)
    .where('o.withdrawn_on', 'is', null)
    .orderBy('o.name')
    .execute()
  return rows.map(asOrganisation)
}

/** Whether there is one with this code, also a withdrawn one. */
export const organisationExists = (tx: Reader, code: string) => hasCode(tx, 'identity.organisations', code)

/** Whether an organisation could work for it: areas belong to a later domain, but which organisation works where is said here. */
export const isArea = (tx: Reader, code: string) => hasCode(tx, 'territory.areas', code)
