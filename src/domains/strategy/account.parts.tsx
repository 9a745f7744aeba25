import { DataTable, ListLink, Quantity, TextLink } from '../../platform/ui'
import { count, number, sentenceList } from '../../platform/ui/wording'
import { numberWords } from '../figures'
import type { DistrictColumn, DistrictRow, ReportedYear } from './account'
import type { Account } from './goal'

/** What became of the goals of a year, in one or two sentences. */
export function accountSentence(year: number, { met, notMet, withoutOutcome, unjudged }: Account): string {
  const judged = met.length + notMet.length
  const open = withoutOutcome.length + unjudged.length
  if (judged + open === 0) return `Over ${year} vonden wij geen doelen met een getal.`
  if (judged === 0)
    return `Voor ${year} vonden wij ${count(open, 'doel', 'doelen')} met een getal. Of ${open === 1 ? 'het gehaald is' : 'zij gehaald zijn'}, weten wij niet.`
  const verdicts = `Van ${count(judged, 'doel', 'doelen')} is te zeggen wat ervan kwam: ${number(met.length)} gehaald en ${number(notMet.length)} niet.`
  return open === 0 ? verdicts : `${verdicts} Van ${count(open, 'ander doel', 'andere doelen')} weten wij het niet.`
}

/** Where results about a year are reported, each a link. */
export function ReportLinks({ reports }: Pick<ReportedYear, 'reports'>) {
  if (reports.length === 0) return <>geen terugblik in onze bronnen</>
  return (
    <>
      {reports.map(({ code, title, results }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <TextLink href={`/plannen/${code}`}>{title}</TextLink> ({number(results)})
        </>
      ))}
    </>
  )
}

/** Outcomes of a year over the districts, the year before below each. */
export function DistrictTable(props: {
  year: number
  columns: readonly DistrictColumn[]
  rows: readonly DistrictRow[]
}) {
  const { year, columns, rows } = props
  return (
    <DataTable
      caption={`Uitkomst ${year} per district`}
      note={`daaronder ${year - 1}`}
      layout="scroll"
      rows={rows}
      columns={[
        {
          head: 'Cijfer',
          rowHead: true,
          cell: ({ indicator }) => <ListLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</ListLink>,
        },
        ...columns.map((column) => ({
          head: column.name,
          align: 'number' as const,
          cell: (row: DistrictRow) => <DistrictCell cell={row.cells.get(column.code) ?? null} />,
        })),
      ]}
    />
  )
}

function DistrictCell({ cell }: { cell: ReturnType<DistrictRow['cells']['get']> | null }) {
  if (!cell) return <Quantity value={null} />
  const { now, before } = cell
  return (
    <>
      <TextLink href={`/metingen/${now.code}`}>
        <Quantity value={now.value} unit={now.unit} qualifier={now.qualifier} />
      </TextLink>
      {before ? (
        <>
          <br />
          <span class="sv-was">was {numberWords(before)}</span>
        </>
      ) : null}
    </>
  )
}

/** The years without any report, as a sentence. */
export function silentYears(years: readonly ReportedYear[]): string {
  const silent = years
    .filter(({ results }) => results === 0)
    .map(({ year }) => String(year))
    .reverse()
  return silent.length === 0
    ? 'Over elk jaar vonden wij een terugblik.'
    : `Over ${sentenceList(silent)} vonden wij geen terugblik.`
}

/** What is missing about a year, one sentence per thing. */
export function missingWords(
  here: ReportedYear,
  withoutNumber: number,
  { withoutOutcome, unjudged }: Account,
): string[] {
  return [
    ...(here.results === 0
      ? ['Er is geen terugblik op dit jaar.']
      : [
          `${number(withoutNumber)} van de ${count(here.results, 'resultaat', 'resultaten')} ${withoutNumber === 1 ? 'noemt' : 'noemen'} geen getal.`,
        ]),
    ...(withoutOutcome.length > 0
      ? [`Van ${count(withoutOutcome.length, 'doel', 'doelen')} is de uitkomst onbekend.`]
      : []),
    ...(unjudged.length > 0
      ? [`${count(unjudged.length, 'doel is', 'doelen zijn')} niet met de uitkomst te vergelijken.`]
      : []),
    ...(here.actions > 0
      ? [
          `In dit jaar liepen ${count(here.actions, 'actie', 'acties')}. Bij elke actie staat of een bron zegt wat ervan kwam.`,
        ]
      : ['Een plan voor dit jaar zit niet in onze bronnen.']),
  ]
}
