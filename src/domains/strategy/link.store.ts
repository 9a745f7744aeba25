import type { Reader } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import type { ChainKind } from './chain'
import type { Link } from './link'

export type LinkFilter = {
  readonly fromKind?: ChainKind | undefined
  readonly from?: string | undefined
  readonly toKind?: ChainKind | undefined
  readonly to?: string | undefined
  readonly ground?: 'bron' | 'afgeleid' | undefined
}

function links(tx: Reader) {
  return tx.selectFrom('strategy.links').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof links>['execute']>>[number]

const asLink = (row: Row): Link => ({
  code: row.code,
  fromKind: row.from_kind as ChainKind,
  from: row.from_code,
  toKind: row.to_kind as ChainKind,
  to: row.to_code,
  ground: row.ground as Link['ground'],
  reason: row.reason,
  sources: row.sources,
})

/** The links under a filter, by code. */
export async function listLinks(tx: Reader, filter: LinkFilter = {}, slice: Slice = null): Promise<Listed<Link>> {
  let query = links(tx).where('withdrawn_on', 'is', null)
  if (filter.fromKind) query = query.where('from_kind', '=', filter.fromKind)
  if (filter.from) query = query.where('from_code', '=', filter.from)
  if (filter.toKind) query = query.where('to_kind', '=', filter.toKind)
  if (filter.to) query = query.where('to_code', '=', filter.to)
  if (filter.ground) query = query.where('ground', '=', filter.ground)
  return listed(query.orderBy('code'), slice, asLink)
}

/** One link, also one that was withdrawn. */
export async function findLink(tx: Reader, code: string): Promise<Link | null> {
  const row = await links(tx).where('code', '=', code).executeTakeFirst()
  return row ? asLink(row) : null
}
