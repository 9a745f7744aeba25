import { type RawBuilder, sql } from 'kysely'

/** A moment in SQL as text in ISO 8601, in UTC, to the second. `column` goes into the query as it is: never what somebody typed. */
export const iso = (column: string): RawBuilder<unknown> =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)
