import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

/** The day on which a mail is read: nothing happened after it. */
export async function todayOf(tx: Reader): Promise<Day> {
  const { rows } = await sql<{ today: Day }>`select platform.today() as today`.execute(tx)
  return rows[0]?.today as Day
}
