import type { Reader } from '../../platform/db/database'
import { type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import type { Principle } from './principle'

function principles(tx: Reader) {
  return tx
    .selectFrom('governance.principles as p')
    .select(['p.code', 'p.principle_set', 'p.seq', 'p.title', 'p.body', 'p.sources', 'p.withdrawn_on'])
}

const asPrinciple = (row: Awaited<ReturnType<ReturnType<typeof principles>['execute']>>[number]): Principle => ({
  code: row.code,
  set: row.principle_set,
  seq: row.seq,
  title: row.title,
  text: row.body,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The principles, of one set when named, in the order of their set. */
export async function listPrinciples(
  tx: Reader,
  filter: { readonly set?: string | undefined } = {},
  slice: Slice = null,
): Promise<Listed<Principle>> {
  let query = principles(tx).where('p.withdrawn_on', 'is', null)
  if (filter.set) query = query.where('p.principle_set', '=', filter.set)
  return listed(query.orderBy('p.principle_set').orderBy('p.seq').orderBy('p.code'), slice, asPrinciple)
}

/** One principle, also a withdrawn one. */
export async function findPrinciple(tx: Reader, code: string): Promise<Principle | null> {
  const row = await principles(tx).where('p.code', '=', code).executeTakeFirst()
  return row ? asPrinciple(row) : null
}

/** Whether any principle belongs to this set. */
export const principleSetExists = occursIn('governance.principles', 'principle_set')
