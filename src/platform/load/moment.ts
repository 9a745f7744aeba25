import { sql } from 'kysely'
import type { Reader } from '../db/database'

/** The moment of a date of change of the source, in ISO: it is Dutch time unless it says otherwise. */
export async function momentOf(tx: Reader, modified: string): Promise<string> {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(modified)
  const { rows } = await sql<{ moment: string }>`
    select case when ${hasZone} then ${modified}::timestamptz
                else ${modified.replace(/(Z|[+-]\d\d:?\d\d)$/, '')}::timestamp at time zone 'Europe/Amsterdam' end as moment`.execute(
    tx,
  )
  return new Date(rows[0]?.moment ?? '').toISOString()
}
