import { types } from 'pg'

const iso = (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()

/**
 * One reading of values for both databases: days and moments are ISO text, numbers are numbers.
 * Without this `count(*)` is a number on PGlite and text on PostgreSQL.
 */
export const valueParsers: Record<number, (text: string) => unknown> = {
  [types.builtins.INT8]: Number,
  [types.builtins.NUMERIC]: Number,
  [types.builtins.DATE]: (text) => text,
  [types.builtins.TIMESTAMPTZ]: iso,
}

/** Sets the same reading on the `pg` driver. */
export function usePgValueParsers(): void {
  for (const [oid, parse] of Object.entries(valueParsers)) types.setTypeParser(Number(oid), parse)
}
