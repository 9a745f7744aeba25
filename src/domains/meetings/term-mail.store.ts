import { sql } from 'kysely'
import type { Writer } from '../../platform/db/database'

/** Mails the terms that end within 90 days and were not told yet. Gives how many mails. */
export async function tellEndingTerms(tx: Writer, baseUrl: string): Promise<number> {
  const { rows } = await sql<{ mailed: number }>`select meetings.tell_ending_terms(${baseUrl}) as mailed`.execute(tx)
  return rows[0]?.mailed ?? 0
}
