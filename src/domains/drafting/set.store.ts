import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'

/** Whether a form with this key was kept for a draft already. */
export async function isSetKept(tx: Reader, draft: string, key: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from drafting.sets s where s.key = ${key} and s.draft = ${draft}) as kept`.execute(tx)
  return rows[0]?.kept ?? false
}

/** What the key of a form begins with that keeps a sheet, or takes one back: so that those can be told from other changes. */
export const sheetMark = 'blad_'

/** What was kept at once from a sheet. */
export type SheetSet = {
  readonly key: string
  readonly at: string
  readonly actedAs: string
  /** The codes with the version it kept of each. */
  readonly actions: readonly { readonly code: string; readonly version: number }[]
}

/** The last sheets that were kept for a draft, the newest first; of one key when given. */
export async function sheetSets(tx: Reader, draft: string, key?: string): Promise<SheetSet[]> {
  const { rows } = await sql<SheetSet>`
    select s.key, s.at, s.acted_as as "actedAs", v.actions
      from drafting.sets s
      join lateral (select jsonb_agg(jsonb_build_object('code', action, 'version', version) order by entry) as actions
                      from drafting.action_versions where set = s.key) v on v.actions is not null
     where s.draft = ${draft} and starts_with(s.key, ${sheetMark}) and (${key ?? null}::text is null or s.key = ${key ?? null})
     order by s.at desc, s.key limit 20`.execute(tx)
  return rows
}
