import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import type { FormationRow } from './formation'

export type FormationFilter = {
  readonly asOf?: Day | undefined
  readonly organisation?: string | undefined
  readonly kind?: FormationRow['kind'] | undefined
}

function formation(tx: Reader) {
  return tx
    .selectFrom('capacity.formation_rows as f')
    .innerJoin('identity.organisations as o', 'o.code', 'f.organisation')
    .select([
      'f.code',
      'f.organisation',
      'o.name as organisation_name',
      'f.as_of',
      'f.operational',
      'f.trainees',
      'f.non_operational',
      'f.total',
      'f.sum_of_kinds',
      'f.difference',
      'f.kind',
      'f.note',
      'f.sources',
      'f.withdrawn_on',
    ])
}

const asRow = (row: Awaited<ReturnType<ReturnType<typeof formation>['execute']>>[number]): FormationRow => ({
  code: row.code,
  organisation: { code: row.organisation, name: row.organisation_name },
  asOf: row.as_of,
  operational: row.operational,
  trainees: row.trainees,
  nonOperational: row.non_operational,
  total: row.total,
  sumOfKinds: row.sum_of_kinds,
  difference: row.difference,
  kind: row.kind as FormationRow['kind'],
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The rows under a filter: newest day first, parts before their total and our sum. */
export async function listFormation(
  tx: Reader,
  { asOf, organisation, kind }: FormationFilter = {},
  slice: Slice = null,
): Promise<Listed<FormationRow>> {
  let query = formation(tx).where('f.withdrawn_on', 'is', null)
  if (asOf) query = query.where('f.as_of', '=', asOf)
  if (organisation) query = query.where('f.organisation', '=', organisation)
  if (kind) query = query.where('f.kind', '=', kind)
  return listed(
    query
      .orderBy('f.as_of', 'desc')
      .orderBy(sql`array_position(array['onderdeel', 'totaal', 'controle'], f.kind)`)
      .orderBy('f.code'),
    slice,
    asRow,
  )
}

/** One row, also a withdrawn one. */
export async function findFormationRow(tx: Reader, code: string): Promise<FormationRow | null> {
  const row = await formation(tx).where('f.code', '=', code).executeTakeFirst()
  return row ? asRow(row) : null
}
