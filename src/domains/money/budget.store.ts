import { sql } from 'kysely'
import type { Money } from '../../kernel/money'
import type { Reader } from '../../platform/db/database'
import { type Listed, listed, occursIn, type Slice } from '../../platform/db/list'
import type { BudgetLine } from './budget'

export type BudgetFilter = {
  readonly bureau?: string | undefined
  readonly year?: number | undefined
  readonly status?: BudgetLine['status'] | undefined
  readonly direction?: string | undefined
  readonly block?: string | undefined
  readonly stream?: string | undefined
}

function budgetLines(tx: Reader) {
  return tx
    .selectFrom('money.budget_lines as l')
    .innerJoin('identity.organisations as o', 'o.code', 'l.bureau')
    .select([
      'l.code',
      'l.bureau',
      'o.name as bureau_name',
      'l.year',
      'l.status',
      'l.direction',
      'l.block',
      'l.line',
      'l.stream',
      'l.printed',
      'l.readable',
      'l.note',
      'l.sources',
      'l.withdrawn_on',
    ])
    .select([
      sql<number | null>`(l.amount * 100)::bigint`.as('cents'),
      sql<number | null>`(l.fte * 100)::bigint`.as('hundredths'),
    ])
}

const asLine = (row: Awaited<ReturnType<ReturnType<typeof budgetLines>['execute']>>[number]): BudgetLine => ({
  code: row.code,
  bureau: { code: row.bureau, name: row.bureau_name },
  year: row.year,
  status: row.status as BudgetLine['status'],
  direction: row.direction,
  block: row.block,
  line: row.line,
  amount: row.cents as Money | null,
  fte: row.hundredths,
  stream: row.stream,
  printed: row.printed,
  readable: row.readable as BudgetLine['readable'],
  note: row.note,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The lines under a filter: newest year first, then as the source prints them, a whole before its streams. */
export async function listBudgetLines(
  tx: Reader,
  { bureau, year, status, direction, block, stream }: BudgetFilter = {},
  slice: Slice = null,
): Promise<Listed<BudgetLine>> {
  let query = budgetLines(tx).where('l.withdrawn_on', 'is', null)
  if (bureau) query = query.where('l.bureau', '=', bureau)
  if (year !== undefined) query = query.where('l.year', '=', year)
  if (status) query = query.where('l.status', '=', status)
  if (direction) query = query.where('l.direction', '=', direction)
  if (block) query = query.where('l.block', '=', block)
  if (stream) query = query.where('l.stream', '=', stream)
  return listed(
    query
      .orderBy('l.year', 'desc')
      .orderBy('l.bureau')
      .orderBy(sql`substring(l.sources[1] from ':([0-9]+)')::integer`)
      .orderBy(sql`l.stream is distinct from 'totaal'`)
      .orderBy('l.code'),
    slice,
    asLine,
  )
}

/** One line, also a withdrawn one. */
export async function findBudgetLine(tx: Reader, code: string): Promise<BudgetLine | null> {
  const row = await budgetLines(tx).where('l.code', '=', code).executeTakeFirst()
  return row ? asLine(row) : null
}

/** Whether any line has this direction. */
export const directionExists = occursIn('money.budget_lines', 'direction')

/** Whether any line is of this block. */
export const blockExists = occursIn('money.budget_lines', 'block')

/** Whether any line is of this stream. */
export const streamExists = occursIn('money.budget_lines', 'stream')
