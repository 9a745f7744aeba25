import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import type { MatrixCell, Participation } from './matrix'
import type { PartyRef, PlaceRef } from './named'

export type MatrixFilter = {
  readonly district?: string | undefined
  readonly theme?: string | undefined
  readonly partner?: string | undefined
  readonly participates?: Participation | undefined
}

// What a partner did not choose stands apart, for professionals only; to everybody else such a cell is unknown.
const participatesIn = sql<Participation>`case when exists (select from strategy.matrix_refusals r where r.cell = m.code) then 'nee' else m.participates end`

function cells(tx: Reader) {
  return tx
    .selectFrom('strategy.matrix_cells as m')
    .innerJoin('territory.areas as d', 'd.code', 'm.district')
    .leftJoin('identity.parties as y', 'y.code', 'm.partner')
    .leftJoin('territory.areas as w', 'w.code', 'm.partner')
    .select([
      'm.code',
      'm.district',
      'd.name as district_name',
      'd.kind as district_kind',
      'm.theme',
      'm.partner',
      sql<string>`coalesce(y.name, w.name, m.partner)`.as('partner_name'),
      'y.kind as partner_kind',
      participatesIn.as('participates'),
      'm.start_position',
      'm.ground',
      'm.note',
      'm.sources',
      'm.withdrawn_on',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof cells>['execute']>>[number]

const asCell = (row: Row): MatrixCell => ({
  code: row.code,
  district: { code: row.district, name: row.district_name, kind: row.district_kind as PlaceRef['kind'] },
  theme: row.theme,
  partner: {
    code: row.partner,
    name: row.partner_name,
    kind: (row.partner_kind as PartyRef['kind'] | null) ?? 'gebied',
  },
  participates: row.participates,
  startPosition: row.start_position,
  ground: row.ground,
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The cells under a filter, in the order of the plan: by district, theme, partner. The row policy leaves out what is not for this reader. */
export async function listCells(
  tx: Reader,
  filter: MatrixFilter = {},
  slice: Slice = null,
): Promise<Listed<MatrixCell>> {
  const { district, theme, partner, participates } = filter
  let query = cells(tx).where('m.withdrawn_on', 'is', null)
  if (district) query = query.where('m.district', '=', district)
  if (theme) query = query.where('m.theme', '=', theme)
  if (partner) query = query.where('m.partner', '=', partner)
  if (participates) query = query.where(participatesIn, '=', participates)
  return listed(query.orderBy('m.code'), slice, asCell)
}

/** The cells of one partner, also those of the district as a whole when `district` is given. */
export async function matrixFor(tx: Reader, partner: string, district?: string): Promise<MatrixCell[]> {
  const own = [...(await listCells(tx, { partner })).items]
  return district === undefined ? own : [...own, ...(await listCells(tx, { partner: district })).items]
}

/** One cell, also one that was withdrawn, when this reader may know it. */
export async function findCell(tx: Reader, code: string): Promise<MatrixCell | null> {
  const row = await cells(tx).where('m.code', '=', code).executeTakeFirst()
  return row ? asCell(row) : null
}

/** The districts whose matrix stands in a document, with how much of it this reader can know. */
export async function districtsWithMatrix(
  tx: Reader,
  document: string,
): Promise<{ district: PlaceRef; yes: number; unknown: number }[]> {
  const { rows } = await sql<PlaceRef & { yes: number; unknown: number }>`
    select d.code, d.name, d.kind, count(*) filter (where ${participatesIn} = 'ja') as yes,
           count(*) filter (where ${participatesIn} = 'onbekend') as unknown
      from strategy.matrix_cells m join territory.areas d on d.code = m.district
     where m.withdrawn_on is null and exists (select from unnest(m.sources) s where split_part(s, ':', 1) = ${document})
     group by d.code, d.name, d.kind order by d.name`.execute(tx)
  return rows.map(({ yes, unknown, ...district }) => ({ district, yes, unknown }))
}

/** Whether any cell has this theme. */
export const matrixThemeExists = occursIn('strategy.matrix_cells', 'theme')
