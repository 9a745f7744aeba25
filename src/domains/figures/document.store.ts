import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import type { DocumentTitles, SourceDocument } from './document'

function documents(tx: Reader) {
  return tx
    .selectFrom('figures.documents as d')
    .select([
      'd.code',
      'd.title',
      'd.short',
      'd.kind',
      'd.plan',
      'd.known_on',
      'd.known_on_estimated',
      'd.line_count',
      'd.withdrawn_on',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]

const asDocument = (row: Row): SourceDocument => ({
  code: row.code,
  title: row.title,
  short: row.short,
  kind: row.kind,
  plan: row.plan,
  knownOn: row.known_on,
  knownOnEstimated: row.known_on_estimated,
  lineCount: row.line_count,
  withdrawnOn: row.withdrawn_on,
})

/** The documents known on a day, first known first; the withdrawn are left out. */
export async function listDocuments(
  tx: Reader,
  filter: { readonly knownOn: Day; readonly kind?: string | undefined },
  slice: Slice = null,
): Promise<Listed<SourceDocument>> {
  let query = documents(tx).where('d.withdrawn_on', 'is', null).where('d.known_on', '<=', filter.knownOn)
  if (filter.kind !== undefined) query = query.where('d.kind', '=', filter.kind)
  return listed(query.orderBy('d.known_on').orderBy('d.code'), slice, asDocument)
}

/** One document, also a withdrawn one: its address stays. */
export async function findDocument(tx: Reader, code: string): Promise<SourceDocument | null> {
  const row = await documents(tx).where('d.code', '=', code).executeTakeFirst()
  return row ? asDocument(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const documentExists = (tx: Reader, code: string) => hasCode(tx, 'figures.documents', code)

/** Title and short name of every document by its code, for source lines. */
export async function documentTitles(tx: Reader): Promise<DocumentTitles> {
  const rows = await tx.selectFrom('figures.documents').select(['code', 'title', 'short']).execute()
  return new Map(rows.map(({ code, title, short }) => [code, { title, short }]))
}

/** Whether any document is of this kind. */
export const documentKindExists = occursIn('figures.documents', 'kind')
