import { sql } from 'kysely'
import type { Reader } from '../db/database'
import type { Entry, Found, Hit, Wanted } from './search'

type Row = {
  kind: string
  code: string
  title: string
  context: string
  body: string
  href: string
  is_close: boolean
  of_kind: number
}

const asEntry = ({ kind, code, title, context, body, href }: Omit<Row, 'is_close' | 'of_kind'>): Entry => ({
  kind,
  code,
  title,
  context,
  body,
  href,
})

/** What the reader may see that answers the question, the best kind and the best answer first. */
export async function find(tx: Reader, question: string, wanted: Wanted): Promise<Found> {
  const within =
    'kind' in wanted
      ? sql`kind = ${wanted.kind} and place > ${wanted.offset} and place <= ${wanted.offset + wanted.limit}`
      : sql`place <= ${wanted.perKind}`
  // The join is where the row policy decides: the function only says what might answer.
  const { rows } = await sql<Row & { place: number }>`
    with hits as materialized (select * from search.find(${question})),
    placed as (
      select e.kind, e.code, e.title, e.context, e.body, e.href, h.is_close, h.score,
             row_number() over (partition by e.kind order by h.is_close, h.score desc, e.title, e.code) as place,
             count(*) over (partition by e.kind) as of_kind,
             max(case when h.is_close then h.score - 100 else h.score end) over (partition by e.kind) as best
        from hits h join search.entries e on e.kind = h.kind and e.code = h.code
    )
    select kind, code, title, context, body, href, is_close, of_kind, place from placed
     where place = 1 or (${within}) order by best desc, kind, place`.execute(tx)
  const facets = rows.filter(({ place }) => place === 1).map(({ kind, of_kind }) => ({ kind, count: of_kind }))
  const hits = rows
    .filter(({ kind, place }) =>
      'kind' in wanted
        ? kind === wanted.kind && place > wanted.offset && place <= wanted.offset + wanted.limit
        : place <= wanted.perKind,
    )
    .map((row): Hit => ({ ...asEntry(row), isClose: row.is_close }))
  return {
    total: facets.reduce((sum, { count }) => sum + count, 0),
    facets,
    hits,
    suggestion: rows.some(({ is_close }) => !is_close) ? null : await suggest(tx, question),
  }
}

async function suggest(tx: Reader, question: string): Promise<string | null> {
  const { rows } = await sql<{
    suggestion: string | null
  }>`select search.suggestion(${question}) as suggestion`.execute(tx)
  return rows[0]?.suggestion ?? null
}

/** Title and page of things of one kind, by code: for a domain that links to what a later domain keeps. */
export async function entriesOf(
  tx: Reader,
  kind: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Entry>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('search.entries')
    .select(['kind', 'code', 'title', 'context', 'body', 'href'])
    .where('kind', '=', kind)
    .where('code', 'in', [...new Set(codes)])
    .execute()
  return new Map(rows.map((row) => [row.code, asEntry(row)]))
}
