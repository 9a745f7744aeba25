import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { DraftKind } from './draft'

/** A chapter that a kind of plan usually has. */
export type TemplateChapter = {
  readonly kind: DraftKind
  readonly seq: number
  readonly short: string
  readonly title: string
  readonly programmeKind: string
  readonly priority: string | null
}

export async function listTemplates(tx: Reader): Promise<TemplateChapter[]> {
  const { rows } = await sql<TemplateChapter>`
    select kind, seq, short, title, programme_kind as "programmeKind", priority
      from drafting.templates where withdrawn_on is null order by kind, seq`.execute(tx)
  return rows
}
