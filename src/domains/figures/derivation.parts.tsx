import type { Child } from 'hono/jsx'
import { BarComparison, type Column, DataTable, Hidden, Paragraph, Stack, Status, TextLink } from '../../platform/ui'
import { number, period as periodInWords, quantity } from '../../platform/ui/wording'
import { type Area, areaAddress } from '../territory'
import { type AreaSum, type Change, type FormulaCheck, formulaChecksOf } from './change'
import type { Comparison, Derived, Input, Underived, UnderivedReason } from './derivation'
import type { DocumentTitles } from './document'
import { numberWords, periodPhrase, Sources } from './figure.parts'
import type { Formula as IndicatorFormula } from './formula'
import { type Indicator, labelOf } from './indicator'
import { MeasurementDownloads } from './indicator.parts'
import type { Measurement } from './measurement'

const reasonWords: Readonly<Record<UnderivedReason, string>> = {
  unknown: 'een van de getallen is onbekend, en onbekend is geen nul',
  inexact: 'een van de getallen is niet precies',
  'not-summable': 'percentages, gemiddelden en verhoudingen kun je niet optellen',
  'other-unit': 'de getallen hebben niet dezelfde eenheid',
  'other-period': 'de getallen gaan niet over dezelfde periode',
  'other-area': 'de getallen gaan niet over hetzelfde gebied',
  'other-indicator': 'de getallen gaan niet over hetzelfde',
  'counted-otherwise': 'er is tussendoor anders geteld',
  'from-zero': 'delen door nul kan niet',
  change: 'een van de getallen is een verandering',
}

/** A computed value as it is shown: percentages with one decimal, others with at most three. */
export function derivedWords({ value, unit, operation }: Derived): string {
  const isRounded = operation === 'percentage-change' || unit === 'procent' || unit === 'per 100 misdrijven'
  const shown = isRounded ? Number(value.toFixed(1)) : value
  const isRise = (operation === 'percentage-change' || operation === 'difference') && value > 0
  return `${isRise ? '+' : ''}${quantity(shown, unit, isRounded ? 1 : undefined)}`
}

/** The formula with its inputs, each a link to where it comes from: "20.494 + 12.354 = 32.848". */
function Formula({ derived }: { derived: Derived }) {
  const [first, second] = derived.inputs
  return (
    <>
      {derived.operation === 'sum' && joined(derived.inputs)}
      {derived.operation === 'difference' && first && second && (
        <>
          <Term input={second} /> − <Term input={first} />
        </>
      )}
      {derived.operation === 'percentage-change' && first && second && (
        <>
          (<Term input={second} /> − <Term input={first} />) ÷ <Term input={first} /> × 100
        </>
      )}
      {derived.operation === 'ratio' && first && (
        <>
          <Term input={first} />
          {second && (
            <>
              {' '}
              ÷ <Term input={second} />
            </>
          )}
          {derived.factor === 1 ? '' : ` × ${number(derived.factor)}`}
        </>
      )}{' '}
      = <strong>{derivedWords(derived)}</strong>
    </>
  )
}

function joined(inputs: readonly Input[]): Child {
  return inputs.map((input, index) => (
    <>
      {index > 0 ? ' + ' : ''}
      <Term input={input} />
    </>
  ))
}

function Term({ input }: { input: Input }) {
  return (
    <TextLink href={`/metingen/${input.code}`}>
      {input.value === null ? 'onbekend' : number(input.value)}
      <Hidden>
        {' '}
        ({input.indicatorTitle}, {input.areaName}, {periodInWords(input.period)})
      </Hidden>
    </TextLink>
  )
}

/** The formula, or why there is none. */
function FormulaOrReason({ derived }: { derived: Derived | Underived }) {
  if (derived.is === 'derived') return <Formula derived={derived} />
  return <>Niet na te rekenen: {reasonWords[derived.because]}.</>
}

/** How a computed number stands beside the printed one, in words. */
function ComparisonText({ comparison }: { comparison: Comparison | null }) {
  if (!comparison) return null
  if (comparison.agrees === 'exactly') return <Status is="complete" label="gelijk aan de bron" />
  if (comparison.agrees === 'rounded') return <Status is="complete" label="gelijk na afronding" />
  return <Status is="partial" label={`verschilt ${number(Math.abs(comparison.difference))} van de bron`} />
}

/** Changes between two periods: the formula, and what the source prints beside it. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const columns: (Column<Change> | false)[] = [
    {
      head: 'Van en naar',
      rowHead: true,
      cell: ({ from, to }) => `Van ${periodInWords(from)} naar ${periodInWords(to)}`,
    },
    { head: 'Verschil', cell: ({ difference }) => <FormulaOrReason derived={difference} /> },
    changes.some(({ percentage }) => percentage.is === 'derived') && {
      head: 'In procenten',
      // One reason is enough: without a difference there is no percentage either.
      cell: ({ difference, percentage }) => difference.is === 'derived' && <FormulaOrReason derived={percentage} />,
    },
    changes.some(({ printed }) => printed) && {
      head: 'In de bron',
      cell: ({ printed }) =>
        printed ? <TextLink href={`/metingen/${printed.code}`}>{numberWords(printed)}</TextLink> : 'staat er niet',
    },
    changes.some(({ comparison }) => comparison) && {
      head: 'Klopt het?',
      cell: ({ comparison }) => <ComparisonText comparison={comparison} />,
      narrow: '',
    },
  ]
  return <DataTable caption="Veranderingen" rows={changes} columns={columns.filter((column) => column !== false)} />
}

/** Districts beside each other for the newest period with the one before, and what they stand on; null without one. */
export function areaBars(sums: readonly AreaSum[], areas: readonly Area[], indicator: Indicator) {
  const [latest, earlier] = sums
  if (!latest) return null
  const rows = areas.map((area, index) => ({
    name: area.name,
    href: areaAddress(area),
    value: latest.parts[index]?.value ?? null,
    ...(earlier ? { was: earlier.parts[index]?.value ?? null } : {}),
  }))
  return {
    latest,
    title: `${indicator.title} per district ${periodPhrase(latest.period)}`,
    measure: indicator.unit,
    unit: latest.whole.unit,
    wasPeriod: earlier ? periodInWords(earlier.period) : null,
    rows,
    total: {
      name: latest.whole.areaName,
      value: latest.whole.value,
      ...(earlier ? { was: earlier.whole.value } : {}),
    },
    sources: [...new Set([latest, ...(earlier ? [earlier] : [])].flatMap(({ whole }) => whole.sources))],
  }
}

type AreaSumsProps = {
  sums: readonly AreaSum[]
  areas: readonly Area[]
  indicator: Indicator
  documents: DocumentTitles
  query: string
  /** The drawing as a file. */
  drawing: (kind: 'svg' | 'png') => string
}

/** Districts beside each other for the newest period with the one before, and whether they add up to the region. */
export function AreaSums({ sums, areas, indicator, documents, query, drawing }: AreaSumsProps) {
  const bars = areaBars(sums, areas, indicator)
  if (!bars) return null
  const { latest, sources, wasPeriod, ...chart } = bars
  return (
    <Stack>
      <BarComparison
        id="districten-naast-elkaar"
        {...chart}
        period={periodInWords(latest.period)}
        {...(wasPeriod ? { wasPeriod } : {})}
        source={<Sources of={sources} documents={documents} />}
        downloads={
          <MeasurementDownloads
            query={`${query}&periode=${encodeURIComponent(latest.period)}&leidend=true`}
            drawing={drawing}
          />
        }
      />
      <DataTable
        caption="Tellen de districten op tot de regio?"
        rows={sums}
        columns={[
          { head: 'Periode', rowHead: true, cell: ({ period }) => periodInWords(period) },
          { head: 'Som van de districten', cell: ({ sum }) => <FormulaOrReason derived={sum} /> },
          {
            head: 'De regio in de bron',
            align: 'number',
            cell: ({ whole }) => <TextLink href={`/metingen/${whole.code}`}>{numberWords(whole)}</TextLink>,
          },
          {
            head: 'Klopt het?',
            cell: ({ comparison }) => <ComparisonText comparison={comparison} />,
            narrow: '',
          },
        ]}
      />
    </Stack>
  )
}

type FormulaProps = {
  /** Every indicator that plays a part, for its title. */
  indicators: readonly Indicator[]
  /** Those with a formula, this one or ones that use it. */
  formulas: readonly Indicator[]
  measurements: readonly Measurement[]
  area: string
}

/** Printed numbers checked with the numbers they are made of, per period. */
export function FormulaChecks({ indicators, formulas, measurements, area }: FormulaProps) {
  const titleOf = (code: string) => {
    const found = indicators.find((one) => one.code === code)
    return found ? labelOf(found, indicators) : code
  }
  const checks = formulas
    .flatMap((made) => formulaChecksOf(made, measurements, area))
    .filter(({ derived, printed }) => derived.is === 'derived' || printed)
  if (formulas.length === 0) return null
  const columns: (Column<FormulaCheck> | false)[] = [
    {
      head: 'Cijfer',
      rowHead: true,
      cell: ({ indicator, period }) => `${titleOf(indicator)}, ${periodInWords(period)}`,
    },
    { head: 'Berekening', cell: ({ derived }) => <FormulaOrReason derived={derived} /> },
    {
      head: 'In de bron',
      cell: ({ printed }) =>
        printed ? <TextLink href={`/metingen/${printed.code}`}>{numberWords(printed)}</TextLink> : 'staat er niet',
    },
    checks.some(({ comparison }) => comparison) && {
      head: 'Klopt het?',
      cell: ({ comparison }) => <ComparisonText comparison={comparison} />,
      narrow: '',
    },
  ]
  return (
    <Stack>
      {formulas.map(({ code, formula }) => (
        <Paragraph>
          <TextLink href={`/indicatoren/${code}`}>{titleOf(code)}</TextLink> ={' '}
          {formula && formulaWords(formula, titleOf)}
        </Paragraph>
      ))}
      {checks.length > 0 ? (
        <DataTable
          caption="De berekening per periode"
          rows={checks}
          columns={columns.filter((column) => column !== false)}
        />
      ) : (
        <Paragraph small quiet>
          Van deze delen kennen wij geen getallen over dezelfde periode.
        </Paragraph>
      )}
    </Stack>
  )
}

function formulaWords(formula: IndicatorFormula, titleOf: (code: string) => string): Child {
  const link = (code: string) => <TextLink href={`/indicatoren/${code}`}>{titleOf(code)}</TextLink>
  if (formula.kind === 'sum') {
    return formula.parts.map((part, index) => (
      <>
        {index > 0 ? ' + ' : ''}
        {link(part)}
      </>
    ))
  }
  return (
    <>
      {link(formula.numerator)}
      {formula.denominator === null ? '' : <> ÷ {link(formula.denominator)}</>}
      {formula.factor === 1 ? '' : ` × ${number(formula.factor)}`}
    </>
  )
}
