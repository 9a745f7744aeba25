import type { Money } from '../../kernel/money'
import {
  type Budget,
  type BudgetLine,
  blocksOf,
  inBlock,
  isSplit,
  streamsOf,
  sumOrUnknown,
  whole,
  words,
} from './budget'

/**
 * How our sum stands beside a printed total. `rounding`: no further apart than rounding each term and the total can bring.
 * `unreadable`: a term is lost in the source, so nobody can tell.
 */
export type Verdict = 'equal' | 'rounding' | 'different' | 'unreadable'

/** One printed total recomputed. `money` in cents, `fte` in hundredths of a post. */
export type BudgetCheck = {
  readonly what: string
  readonly unit: 'money' | 'fte'
  readonly ours: number | null
  readonly printed: number
  /** Printed minus ours; null when ours is unknown. */
  readonly difference: number | null
  readonly verdict: Verdict
  /** A term is readable in part only: it may have been mended with this very total. */
  readonly isMended: boolean
}

/** Every printed total of a budget, recomputed from the rows below it; empty when the source prints no total. */
export function checkBudget(budget: Budget): BudgetCheck[] {
  const { lines } = budget
  const checks = isSplit(budget) ? checkStreams(budget) : [...checkSide(lines, 'baten'), ...checkSide(lines, 'lasten')]
  return [...checks, ...checkBalance(lines)]
}

function checkSide(lines: readonly BudgetLine[], side: 'baten' | 'lasten'): BudgetCheck[] {
  const printed = amountOf(lines, `totaal ${side}`, null)
  const terms = lines.filter(({ direction }) => direction === side)
  return checkMoney(`Totaal ${side}`, terms, printed)
}

function checkStreams(budget: Budget): BudgetCheck[] {
  const { lines } = budget
  const streams = streamsOf(lines)
  const blocks = blocksOf(budget)
  const hasTotal = (block: string) => inBlock(lines, block).some(({ direction }) => direction === 'bloktotaal')
  // What a block spends of a stream: its printed total, or its rows where it has none.
  const ofBlock = (block: string, stream: string): BudgetLine[] => {
    const own = inBlock(lines, block)
    if (!hasTotal(block)) return spending(own, stream)
    return own.filter((line) => line.direction === 'bloktotaal' && line.stream === stream)
  }

  return [
    ...blocks
      .filter(({ block }) => hasTotal(block))
      .flatMap(({ block, name }) => checkBlock(inBlock(lines, block), name, streams)),
    ...streams.flatMap((stream) =>
      checkMoney(
        `Totaal lasten, ${words(stream)}`,
        blocks.flatMap(({ block }) => ofBlock(block, stream)),
        amountOf(lines, 'totaal lasten', stream),
      ),
    ),
    ...checkMoney(
      'Totaal lasten, alle stromen',
      blocks.flatMap(({ block }) => streams.flatMap((stream) => ofBlock(block, stream))),
      amountOf(lines, 'totaal lasten', whole),
    ),
    ...[...streams, whole].flatMap((stream) =>
      checkMoney(
        stream === whole ? 'Totaal baten, alle stromen' : `Totaal baten, ${words(stream)}`,
        lines.filter((line) => line.direction === 'baten' && line.stream === stream),
        amountOf(lines, 'totaal baten', stream),
      ),
    ),
    ...checkPosts(budget),
  ]
}

function checkBlock(own: readonly BudgetLine[], name: string, streams: readonly string[]): BudgetCheck[] {
  const totals = own.filter(({ direction }) => direction === 'bloktotaal')
  // A row that is lost, or whose stream is, may belong to any stream.
  const isWhole = own.every(
    (line) => line.direction !== 'lasten' || (line.amount !== null && line.stream !== 'onbekend'),
  )
  return [
    ...streams.flatMap((stream) =>
      checkMoney(
        `${name}, ${words(stream)}`,
        isWhole ? spending(own, stream) : null,
        amountOf(own, 'bloktotaal', stream),
      ),
    ),
    ...checkMoney(
      `${name}, alle stromen`,
      totals.filter(({ stream }) => stream !== whole),
      amountOf(own, 'bloktotaal', whole),
    ),
  ]
}

// Posts stand on one row of a line only: on the whole, or on its one stream.
function checkPosts(budget: Budget): BudgetCheck[] {
  const { lines } = budget
  const blocks = blocksOf(budget).map(({ block, name }) => {
    const own = inBlock(lines, block)
    const spent = own.filter(({ direction }) => direction === 'lasten')
    const terms = spent.flatMap(({ fte }) => fte ?? [])
    const isWhole = spent.every(({ amount, stream }) => amount !== null && stream !== 'onbekend')
    const printed = own.find((line) => line.direction === 'bloktotaal' && line.stream === whole)?.fte ?? null
    return { name, terms, isWhole, printed }
  })
  const all = blocks.flatMap(({ terms, printed }) => (printed === null ? terms : [printed]))
  const total = lines.find((line) => line.direction === 'totaal lasten' && line.stream === whole)?.fte ?? null
  return [
    ...blocks.flatMap(({ name, terms, isWhole, printed }) => checkFte(`${name}, fte`, isWhole ? terms : null, printed)),
    ...checkFte('Totaal fte', all, total),
  ]
}

// Income minus expense, as the difference row prints it: printed numbers against each other, so nothing is rounded.
function checkBalance(lines: readonly BudgetLine[]): BudgetCheck[] {
  const differences = lines.filter(({ direction }) => direction === 'verschil')
  const perStream = differences.flatMap((line) => {
    const income = amountOf(lines, 'totaal baten', line.stream)
    const expense = amountOf(lines, 'totaal lasten', line.stream)
    if (income === null || expense === null || line.amount === null) return []
    const name = line.stream === whole || line.stream === null ? 'alle stromen' : words(line.stream)
    return [compare(`Baten min lasten, ${name}`, 'money', income - expense, line.amount, 0, [line])]
  })
  const parts = differences.filter(({ stream }) => stream !== whole)
  const printed = differences.find(({ stream }) => stream === whole)?.amount ?? null
  if (parts.length < 2 || printed === null) return perStream
  return [...perStream, compare('De verschillen samen', 'money', sumOrUnknown(amounts(parts)), printed, 0, parts)]
}

const amounts = (lines: readonly BudgetLine[]) => lines.map(({ amount }) => amount)
const spending = (lines: readonly BudgetLine[], stream: string) =>
  lines.filter((line) => line.direction === 'lasten' && line.stream === stream)

function amountOf(lines: readonly BudgetLine[], direction: string, stream: string | null): Money | null {
  return lines.find((line) => line.direction === direction && line.stream === stream)?.amount ?? null
}

/** `terms` null: some of them are lost. Each term and the total may have been rounded to whole euros. */
function checkMoney(what: string, terms: readonly BudgetLine[] | null, printed: Money | null): BudgetCheck[] {
  if (printed === null || terms?.length === 0) return []
  const ours = terms === null ? null : sumOrUnknown(amounts(terms))
  return [compare(what, 'money', ours, printed, ((terms?.length ?? 0) + 1) * 50, terms ?? [])]
}

function checkFte(what: string, terms: readonly number[] | null, printed: number | null): BudgetCheck[] {
  if (printed === null) return []
  const ours = terms === null ? null : terms.reduce((total, term) => total + term, 0)
  return [compare(what, 'fte', ours, printed, ((terms?.length ?? 0) + 1) / 2, [])]
}

function compare(
  what: string,
  unit: BudgetCheck['unit'],
  ours: number | null,
  printed: number,
  room: number,
  terms: readonly BudgetLine[],
): BudgetCheck {
  const isMended = terms.some(({ readable }) => readable === 'deels')
  if (ours === null) return { what, unit, ours, printed, difference: null, verdict: 'unreadable', isMended }
  const difference = printed - ours
  const verdict = difference === 0 ? 'equal' : Math.abs(difference) <= room ? 'rounding' : 'different'
  return { what, unit, ours, printed, difference, verdict, isMended }
}
