import type { Day } from '../../kernel/day'
import { type Money, sum } from '../../kernel/money'

/** One line of a budget as it is printed: a post, or a total. */
export type BudgetLine = {
  readonly code: string
  readonly bureau: { readonly code: string; readonly name: string }
  readonly year: number
  readonly status: 'begroting' | 'realisatie'
  /** `baten`, `lasten`, `totaal baten`, `totaal lasten`, `bloktotaal`, `verschil`, and what stands beside the totals. */
  readonly direction: string
  readonly block: string | null
  readonly line: string
  /** Null where the source cannot be read; never zero for that. */
  readonly amount: Money | null
  /** Full-time posts in hundredths, so that sums are exact. */
  readonly fte: number | null
  /** Where the money comes from. `totaal`: this row repeats the rows of its streams. */
  readonly stream: string | null
  readonly printed: string | null
  readonly readable: 'ja' | 'nee' | 'deels'
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The lines of one bureau in one year, planned (`begroting`) or spent (`realisatie`), as printed. */
export type Budget = {
  readonly bureau: { readonly code: string; readonly name: string }
  readonly year: number
  readonly status: BudgetLine['status']
  readonly lines: readonly BudgetLine[]
}

/** The stream of a row that repeats the rows of its streams: count one or the other, never both. */
export const whole = 'totaal'

/** Lines as budgets, newest year first. */
export function budgetsFrom(lines: readonly BudgetLine[]): Budget[] {
  const keys = [...new Set(lines.map(keyOf))]
  return keys
    .flatMap((key): Budget[] => {
      const own = lines.filter((line) => keyOf(line) === key)
      const [first] = own
      return first ? [{ bureau: first.bureau, year: first.year, status: first.status, lines: own }] : []
    })
    .sort(
      (a, b) => b.year - a.year || a.bureau.name.localeCompare(b.bureau.name, 'nl') || a.status.localeCompare(b.status),
    )
}

const keyOf = ({ bureau, year, status }: BudgetLine) => `${bureau.code} ${year} ${status}`

/** Printed totals of what comes in and goes out; null where the source does not print them. */
export function totalsOf({ lines }: Budget): { income: Money | null; expense: Money | null; fte: number | null } {
  const total = (direction: string) =>
    lines.find((line) => line.direction === direction && (line.stream === null || line.stream === whole))
  const expense = total('totaal lasten')
  return { income: total('totaal baten')?.amount ?? null, expense: expense?.amount ?? null, fte: expense?.fte ?? null }
}

/** The blocks of the expenses in the order of print, each with the name its total gives it. */
export function blocksOf({ lines }: Budget): { block: string; name: string }[] {
  const blocks = new Set(lines.filter(({ direction }) => direction === 'lasten').flatMap(({ block }) => block ?? []))
  return [...blocks].map((block) => {
    const total = lines.find((line) => line.direction === 'bloktotaal' && line.block === block)
    return { block, name: total?.line.replace(/^totaal /i, '') ?? words(block) }
  })
}

/** A post or block with its amount per stream: what it spends of each, and the whole. Null is unknown; absent is nothing. */
export type StreamRow = {
  readonly name: string
  readonly whole: Money | null
  readonly perStream: ReadonlyMap<string, Money | null>
  readonly fte: number | null
  /** The source prints no total here: these are our sums. */
  readonly isOurs: boolean
  readonly kind: 'part' | 'total'
}

/** The expenses of a budget with streams: a row per block and the printed total. */
export function expensesPerStream(budget: Budget, streams: readonly string[]): StreamRow[] {
  const { lines } = budget
  const blocks = blocksOf(budget).map(({ block, name }): StreamRow => {
    const own = inBlock(lines, block)
    const totals = own.filter(({ direction }) => direction === 'bloktotaal')
    if (totals.length > 0) return printedRow(name, totals, streams, 'part')
    const spent = own.filter(({ direction }) => direction === 'lasten')
    const ofStream = (stream: string) => spent.filter((line) => line.stream === stream).map(({ amount }) => amount)
    const perStream = new Map(
      streams.filter((one) => ofStream(one).length > 0).map((one) => [one, sumOrUnknown(ofStream(one))]),
    )
    const posts = spent.flatMap(({ fte }) => fte ?? [])
    return {
      name,
      whole: sumOrUnknown([...perStream.values()]),
      perStream,
      fte: posts.length > 0 ? posts.reduce((total, fte) => total + fte, 0) : null,
      isOurs: true,
      kind: 'part',
    }
  })
  return [...blocks, ...totalRow(lines, 'totaal lasten', streams)]
}

/** What comes in, per stream: a row per post and the printed total. */
export function incomePerStream({ lines }: Budget, streams: readonly string[]): StreamRow[] {
  const income = lines.filter(({ direction }) => direction === 'baten')
  const posts = [...new Set(income.map(({ line }) => line))]
  return [
    ...posts.map((post) =>
      printedRow(
        post,
        income.filter(({ line }) => line === post),
        streams,
        'part',
      ),
    ),
    ...totalRow(lines, 'totaal baten', streams),
  ]
}

function totalRow(lines: readonly BudgetLine[], direction: string, streams: readonly string[]): StreamRow[] {
  const own = lines.filter((line) => line.direction === direction)
  const name = own.find(({ stream }) => stream === whole)?.line
  return name === undefined ? [] : [printedRow(name, own, streams, 'total')]
}

function printedRow(
  name: string,
  lines: readonly BudgetLine[],
  streams: readonly string[],
  kind: StreamRow['kind'],
): StreamRow {
  const of = (stream: string) => lines.find((line) => line.stream === stream)
  const total = of(whole)
  return {
    name,
    whole: total?.amount ?? null,
    perStream: new Map(streams.flatMap((stream) => (of(stream) ? [[stream, of(stream)?.amount ?? null]] : []))),
    fte: total?.fte ?? null,
    isOurs: false,
    kind,
  }
}

/** The streams that totals are split into, in the order of print. */
export function streamsOf(lines: readonly BudgetLine[]): string[] {
  const totals = lines.filter(({ direction }) => direction === 'bloktotaal' || direction.startsWith('totaal '))
  return [...new Set(totals.flatMap(({ stream }) => (stream === null || stream === whole ? [] : [stream])))]
}

/** Whether the amounts of a budget are split over streams, with rows that repeat them as a whole. */
export const isSplit = ({ lines }: Budget) => lines.some(({ stream }) => stream === whole)

/** A code as words: `regionale_versterking` → regionale versterking. */
export function words(code: string): string {
  return code.replaceAll('_', ' ')
}

export function inBlock(lines: readonly BudgetLine[], block: string): BudgetLine[] {
  return lines.filter((line) => line.block === block)
}

/** Adds amounts; null when one of them is unknown. */
export function sumOrUnknown(amounts: readonly (Money | null)[]): Money | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === amounts.length ? sum(known) : null
}
