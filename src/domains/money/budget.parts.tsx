import { euros, type Money } from '../../kernel/money'
import { parseSourceRef } from '../../kernel/source'
import { DataTable, EmptyState, Fold, KeyFigures, ListLink } from '../../platform/ui'
import { capital, count, euro, number } from '../../platform/ui/wording'
import { type DocumentTitles, documentAddress } from '../figures'
import { type Budget, type BudgetLine, type StreamRow, totalsOf, words } from './budget'
import { type BudgetCheck, checkBudget, type Verdict } from './budget-check'

/** How a budget stood the check, in a sentence. */
export function checkSummary(budget: Budget): string {
  const checks = checkBudget(budget)
  if (checks.length === 0) return 'geen totaal om na te rekenen'
  const of = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length
  const parts = [
    [of('equal'), 'klopt', 'kloppen'],
    [of('rounding'), 'verschil door afronding', 'verschillen door afronding'],
    [of('different'), 'verschil zonder verklaring', 'verschillen zonder verklaring'],
    [of('unreadable'), 'totaal niet na te rekenen', 'totalen niet na te rekenen'],
  ] as const
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, one, many]) => `${amount} ${amount === 1 ? one : many}`)
    .join(', ')
}

/** The printed totals as the figures that carry the page. */
export function Totals({ budget }: { budget: Budget }) {
  const { income, expense, fte } = totalsOf(budget)
  if (income === null || expense === null) return null
  const about = `${budget.status} ${budget.year}`
  return (
    <KeyFigures
      items={[
        { label: 'Baten', value: moneyText(income), note: about },
        { label: 'Lasten', value: moneyText(expense), note: about },
        { label: 'Verschil', value: moneyText((income - expense) as Money), note: 'baten min lasten' },
        ...(fte === null ? [] : [{ label: 'Formatie', value: `${number(fte / 100, 2)} fte`, note: about }]),
      ]}
    />
  )
}

/** Parts of a budget in rows, streams of money in columns. */
export function StreamTable(props: { caption: string; rows: readonly StreamRow[]; streams: readonly string[] }) {
  const hasFte = props.rows.some(({ fte }) => fte !== null)
  const amount = (row: StreamRow, stream: string) => {
    const found = row.perStream.get(stream)
    return found === undefined ? '' : moneyText(found)
  }
  return (
    <DataTable<StreamRow>
      caption={props.caption}
      hiddenCaption
      rows={props.rows}
      rowKind={({ kind }) => (kind === 'total' ? 'sum' : undefined)}
      columns={[
        { head: 'Onderdeel', rowHead: true, cell: (row) => `${capital(row.name)}${row.isOurs ? ' (onze som)' : ''}` },
        ...props.streams.map((stream) => ({
          head: capital(words(stream)),
          align: 'number' as const,
          cell: (row: StreamRow) => amount(row, stream),
        })),
        { head: 'Totaal', align: 'number', cell: (row) => moneyText(row.whole) },
        ...(hasFte
          ? [
              {
                head: 'Fte',
                align: 'number' as const,
                cell: ({ fte }: StreamRow) => (fte === null ? '' : number(fte / 100, 2)),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Lines as printed, each with its place in the source. */
export function LineTable(props: {
  caption: string
  note?: string
  lines: readonly BudgetLine[]
  documents: DocumentTitles
}) {
  const { lines } = props
  const hasStreams = lines.some(({ stream }) => stream !== null)
  const hasFte = lines.some(({ fte }) => fte !== null)
  return (
    <DataTable<BudgetLine>
      caption={props.caption}
      hiddenCaption={props.note === undefined}
      note={props.note}
      rows={lines}
      rowId={({ code }) => code}
      rowKind={({ direction }) => (direction.includes('totaal') ? 'sum' : undefined)}
      columns={[
        { head: 'Post', rowHead: true, cell: ({ line }) => line },
        ...(hasStreams ? [{ head: 'Stroom', cell: ({ stream }: BudgetLine) => (stream ? words(stream) : '') }] : []),
        { head: 'Bedrag', align: 'number' as const, cell: AmountCell },
        ...(hasFte
          ? [
              {
                head: 'Fte',
                align: 'number' as const,
                cell: ({ fte }: BudgetLine) => (fte === null ? '' : number(fte / 100)),
              },
            ]
          : []),
        { head: 'Let op', cell: remark, narrow: '' },
        { head: 'Bron', cell: (line) => <LineSource line={line} documents={props.documents} /> },
      ]}
    />
  )
}

function AmountCell({ amount, readable }: BudgetLine) {
  if (amount !== null) return <>{euro(euros(amount))}</>
  return <>{readable === 'nee' ? 'onleesbaar in de bron' : 'onbekend'}</>
}

function remark({ readable, printed, note }: BudgetLine): string {
  const shown = readable !== 'ja' && printed ? `gedrukt: “${printed}”` : null
  return [note, shown].filter((part) => part !== null).join('; ')
}

function LineSource({ line, documents }: { line: BudgetLine; documents: DocumentTitles }) {
  const ref = line.sources.map(parseSourceRef).find((one) => one !== null)
  if (!ref) return <>niet vastgelegd</>
  const { document, lines } = ref
  const place = lines.includes('-') ? `regels ${lines}` : `regel ${lines}`
  return (
    <ListLink
      href={documentAddress(document, lines)}
    >{`${documents.get(document)?.short ?? document}, ${place}`}</ListLink>
  )
}

/** More totals than this: those that are right are folded, so that the others are seen. */
const manyChecks = 6

export function Checks({ checks }: { checks: readonly BudgetCheck[] }) {
  if (checks.length === 0)
    return (
      <EmptyState title="Er is niets om na te rekenen.">
        De totalen staan niet in onze bron. Wij vullen ze niet zelf in.
      </EmptyState>
    )
  const right = checks.filter(({ verdict }) => verdict === 'equal')
  const other = checks.filter(({ verdict }) => verdict !== 'equal')
  if (checks.length <= manyChecks || other.length === 0)
    return <CheckTable caption="Totalen, nagerekend" checks={checks} />
  return (
    <>
      <CheckTable caption="Totalen die niet kloppen of niet na te rekenen zijn" checks={other} />
      <Fold label={`${count(right.length, 'totaal klopt', 'totalen kloppen')}`}>
        <CheckTable caption="Totalen die kloppen" checks={right} />
      </Fold>
    </>
  )
}

function CheckTable({ caption, checks }: { caption: string; checks: readonly BudgetCheck[] }) {
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={checks}
      columns={[
        { head: 'Totaal', rowHead: true, cell: ({ what }) => capital(what) },
        { head: 'Onze som', align: 'number', cell: ({ ours, unit }) => checkText(ours, unit) },
        { head: 'Volgens de bron', align: 'number', cell: ({ printed, unit }) => checkText(printed, unit) },
        { head: 'Verschil', align: 'number', cell: ({ difference, unit }) => checkText(difference, unit) },
        { head: 'Oordeel', cell: verdictText },
      ]}
    />
  )
}

function checkText(value: number | null, unit: BudgetCheck['unit']): string {
  if (value === null) return 'onbekend'
  return unit === 'fte' ? number(value / 100, 2) : euro(value / 100)
}

const verdicts: Readonly<Record<Verdict, string>> = {
  equal: 'klopt',
  rounding: 'verschil door afronding',
  different: 'verschil zonder verklaring in de bron',
  unreadable: 'niet na te rekenen: regels onleesbaar in de bron',
}

function verdictText({ verdict, isMended }: BudgetCheck): string {
  const said = verdicts[verdict]
  return isMended && verdict !== 'unreadable' ? `${said}; een regel is maar deels leesbaar` : said
}

export const moneyText = (amount: Money | null) => (amount === null ? 'onbekend' : euro(euros(amount)))
