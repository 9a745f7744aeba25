import { type SelectQueryBuilder, type Simplify, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../../db/types'
import type { Day } from '../../kernel/day'
import type { Reader } from './database'

/** A stretch of a list; null is the whole list. */
export type Slice = { readonly limit: number; readonly offset: number } | null
/** A list, or a stretch of one; `total` counts the whole. */
export type Listed<Item> = { readonly total: number; readonly items: readonly Item[] }

/** The rows of an ordered query as items: all of them, or a stretch with the total beside it. */
export async function listed<Schema, From extends keyof Schema, Row, Item>(
  ordered: SelectQueryBuilder<Schema, From, Row>,
  slice: Slice,
  asItem: (row: Simplify<Row>) => Item,
): Promise<Listed<Item>> {
  if (!slice) {
    const items = (await ordered.execute()).map(asItem)
    return { total: items.length, items }
  }
  const counted = ordered.clearSelect().clearOrderBy().select(sql<number>`count(*)`.as('total'))
  const { total } = (await counted.executeTakeFirstOrThrow()) as { total: number }
  const rows = await ordered.limit(slice.limit).offset(slice.offset).execute()
  return { total, items: rows.map(asItem) }
}

/** Whether the half-open validity of a row of this table, or of its alias, holds a day. */
export function holdsOn(table: string, on: Day) {
  const from = sql.ref(`${table}.valid_from`)
  const until = sql.ref(`${table}.valid_to`)
  return sql<SqlBool>`((${from} is null or ${from} <= ${on}) and (${until} is null or ${until} > ${on}))`
}

type TableWithCode = { [Name in keyof Tables]: 'code' extends keyof Tables[Name] ? Name : never }[keyof Tables]

/** Whether any row of a table has a value in a column: to tell a value that does not exist from one without matches. */
export function occursIn<Table extends keyof Tables & string>(table: Table, column: keyof Tables[Table] & string) {
  return async (tx: Reader, value: string): Promise<boolean> => {
    const { rows } = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${value} limit 1`.execute(tx)
    return rows.length > 0
  }
}

/** Whether a row has this code, also a withdrawn one: its address stays. */
export async function hasCode(tx: Reader, table: TableWithCode, code: string): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)} where code = ${code}`.execute(tx)
  return rows.length > 0
}
