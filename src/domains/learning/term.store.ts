import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { occursIn } from '../../platform/db/list'
import type { Listed, Slice } from '../../platform/web/resource'
import type { Term } from './term'

export type TermFilter = {
  readonly kind?: string | undefined
  /** Only words that hold this text, in their name, written out or explained. */
  readonly holding?: string | undefined
}

function terms(tx: Reader) {
  return tx
    .selectFrom('learning.terms as t')
    .select([
      't.code',
      't.term',
      't.kind',
      't.expansion',
      't.explanation',
      't.explanation_en',
      't.note',
      't.sources',
      't.withdrawn_on',
    ])
}

const asTerm = (row: Awaited<ReturnType<ReturnType<typeof terms>['execute']>>[number]): Term => ({
  code: row.code,
  term: row.term,
  kind: row.kind,
  expansion: row.expansion,
  explanation: row.explanation,
  explanationEn: row.explanation_en,
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The words under a filter, by name. */
export async function listTerms(
  tx: Reader,
  { kind, holding }: TermFilter = {},
  slice: Slice = null,
): Promise<Listed<Term>> {
  let query = terms(tx).where('t.withdrawn_on', 'is', null)
  if (kind) query = query.where('t.kind', '=', kind)
  if (holding) {
    query = query.where(
      sql<boolean>`position(search.plain(${holding}) in search.plain(concat_ws(' ', t.term, t.expansion, t.explanation))) > 0`,
    )
  }
  const { total } = await query
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const sliced = slice ? query.limit(slice.limit).offset(slice.offset) : query
  // The same order on every server: not each of them sorts by the language.
  const rows = await sliced.orderBy(sql`search.plain(t.term) collate "C"`).orderBy('t.code').execute()
  return { total, items: rows.map(asTerm) }
}

/** One word, also a withdrawn one: its address stays. */
export async function findTerm(tx: Reader, code: string): Promise<Term | null> {
  const row = await terms(tx).where('t.code', '=', code).executeTakeFirst()
  return row ? asTerm(row) : null
}

/** The kinds of words there are. */
export async function termKinds(tx: Reader): Promise<string[]> {
  const rows = await tx
    .selectFrom('learning.terms')
    .select('kind')
    .distinct()
    .where('withdrawn_on', 'is', null)
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** Whether any term is of this kind. */
export const termKindExists = occursIn('learning.terms', 'kind')
