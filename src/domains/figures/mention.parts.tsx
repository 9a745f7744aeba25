import {
  type Column,
  DataTable,
  type FilterField,
  FilterForm,
  ListLink,
  Notice,
  Paragraph,
  TextLink,
} from '../../platform/ui'
import { capital, count, day as dayInWords, period as periodInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { areaAddress } from '../territory'
import type { DocumentTitles } from './document'
import { kindWord, numberWords, SourceLinks, sentence } from './figure.parts'
import { byPeriod, type Measurement, type MeasurementKind } from './measurement'

const kindOrder: Readonly<Record<MeasurementKind, number>> = { realisatie: 0, doel: 1, nulmeting: 2, verandering: 3 }

/** Newest period first; in a period the main area first, outcomes before targets, and a leading number before its repeats. */
function byPeriodGroup(
  measurements: readonly Measurement[],
  mainArea: string,
): { title: string; rows: Measurement[] }[] {
  const groups = Map.groupBy(
    measurements.toSorted((one, other) => byPeriod(other, one)),
    ({ period }) => period,
  )
  const rank = (one: Measurement) =>
    [
      one.area === mainArea ? 0 : 1,
      one.areaName,
      kindOrder[one.kind],
      one.basePeriod ?? '',
      one.leads ? 0 : 1,
      one.code,
    ].join(' ')
  return [...groups].map(([period, rows]) => ({
    title: periodInWords(period),
    rows: rows.toSorted((one, other) => rank(one).localeCompare(rank(other))),
  }))
}

/** Mentions of numbers with how each counts and where it stands, per period. */
export function MentionTable(props: {
  caption: string
  measurements: readonly Measurement[]
  documents: DocumentTitles
  /** Its numbers come first, and when there are no others the column of areas is left out. */
  mainArea: string
  hiddenCaption?: boolean
}) {
  const { measurements, documents, mainArea } = props
  const columns: (Column<Measurement> | false)[] = [
    {
      head: 'Getal',
      rowHead: true,
      cell: (one) => (
        <>
          <ListLink href={`/metingen/${one.code}`}>{numberWords(one)}</ListLink>
          {one.basePeriod === null ? '' : ` tegen ${periodInWords(one.basePeriod)}`}
        </>
      ),
    },
    { head: 'Soort', cell: (one) => kindWord(one) },
    measurements.some(({ area }) => area !== mainArea) && {
      head: 'Gebied',
      cell: (one) => <TextLink href={areaAddress({ code: one.area, kind: one.areaKind })}>{one.areaName}</TextLink>,
    },
    { head: 'Telt mee', cell: (one) => <Counts measurement={one} /> },
    { head: 'Waar het staat', cell: (one) => <SourceLinks of={one.sources} documents={documents} /> },
  ]
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption={props.hiddenCaption}
      groups={byPeriodGroup(measurements, mainArea)}
      columns={columns.filter((column) => column !== false)}
    />
  )
}

/** Whether a mention counts, and why or why not. */
function Counts({ measurement }: { measurement: Measurement }) {
  const { leads, leadsBecause, note } = measurement
  const why = [leadsBecause, note && `Let op: ${note}`].filter(Boolean).join('. ')
  return (
    <>
      {leads ? 'ja' : 'nee'}
      {why && (
        <Paragraph small quiet>
          {sentence(why)}
        </Paragraph>
      )}
    </>
  )
}

/** A visible word when figures are shown as of another day than today; `now` is the address without that day. */
export function KnownOnNotice(props: { ask: Ask; now: string; hiddenCount: number }) {
  const { ask, now, hiddenCount } = props
  if (ask.knownOn === null || ask.knownOn === ask.today) return null
  const [were, stand] = hiddenCount === 1 ? ['werd', 'staat'] : ['werden', 'staan']
  return (
    <Notice kind="attention" title={`Zoals bekend op ${dayInWords(ask.knownOn)}.`}>
      {hiddenCount > 0
        ? `${capital(count(hiddenCount, 'getal', 'getallen'))} ${were} pas later bekend en ${stand} hier niet. `
        : 'Later werd er niets meer bekend. '}
      <TextLink href={now}>Toon wat nu bekend is</TextLink>.
    </Notice>
  )
}

/** The field of a filter that sets that day. */
export function knownOnField(ask: Ask): FilterField {
  const isAsked = ask.knownOn !== null && ask.knownOn !== ask.today
  return { kind: 'date', name: 'bekendOp', label: 'Zoals bekend op', value: isAsked ? (ask.knownOn ?? '') : '' }
}

/** The notice and the form with that field alone. */
export function KnownOnForm(props: { ask: Ask; action: string; hiddenCount: number }) {
  const { ask, action, hiddenCount } = props
  return (
    <>
      <KnownOnNotice ask={ask} now={action} hiddenCount={hiddenCount} />
      <FilterForm action={action} label="Kijk terug in de tijd" fields={[knownOnField(ask)]} submit="Toon" />
    </>
  )
}

/** What a reader hears when the day in the address is none. */
export const dayMistake = 'De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2020-01-01.'
