import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'

/** Under which category of the Woo a kind of publication falls, as the region reads it. */
export type WooCategory = {
  readonly kind: string
  readonly label: string
  /** The term of the value list of TOOI. */
  readonly uri: string
  readonly article: string
  /** `B` is kept for ever, `V` is not; null until the region chose. */
  readonly valuation: 'B' | 'V' | null
  readonly selectionList: string | null
}

/** The category of each kind of publication; a kind the region says nothing of is not there. */
export async function wooCategories(tx: Reader): Promise<ReadonlyMap<string, WooCategory>> {
  const { rows } = await sql<WooCategory>`
    select code as kind, label, uri, article, valuation, selection_list as "selectionList"
      from publications.woo_categories where withdrawn_on is null order by code`.execute(tx)
  return new Map(rows.map((row) => [row.kind, row]))
}
