import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { CellVersion, SaidCell } from './cell'
import type { Kept, Sent } from './variant.store'

/** What was said in the product of the cells of a district, the newest first; nothing for whoever is no professional. */
export async function cellVersions(tx: Reader, district: string): Promise<CellVersion[]> {
  const { rows } = await sql<CellVersion>`
    select v.theme, v.partner, v.version, v.answer, v.start_position as "startPosition", v.reason, v.decided_on as "decidedOn",
           case when v.before ->> 'deelname' = 'nee' then 'niet-gekozen' when v.before ->> 'deelname' = 'ja'
             then case when v.before ->> 'startpositie' is null then 'gekozen' else 'startpositie' end else 'onbekend' end as before,
           v.at, v.acted_as as "actedAs"
      from levels.cell_versions v where v.district = ${district} order by v.at desc, v.theme, v.partner, v.version desc`.execute(
    tx,
  )
  return rows
}

/** As what the person who asks writes for one of these areas; null when he does not. */
export async function functionFor(tx: Reader, areas: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select levels.function_for(${[...areas]}::text[]) as as`.execute(tx)
  return rows[0]?.as ?? null
}

export type CellKey = { readonly district: string; readonly theme: string; readonly partner: string }

/** Keeps what a partner chose in a theme, over the version that was seen; everybody's matrix follows. */
export async function keepCell(
  tx: Writer,
  { district, theme, partner }: CellKey,
  said: SaidCell,
  { seen, formKey, requestId }: Sent,
): Promise<Kept> {
  const row = JSON.stringify({
    answer: said.answer,
    start_position: said.startPosition,
    reason: said.reason,
    decided_on: said.decidedOn,
  })
  const { rows } = await sql<{ kept: Kept }>`
    select levels.keep_cell(${district}, ${theme}, ${partner}, ${seen}::integer, ${row}::jsonb, ${formKey}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}
