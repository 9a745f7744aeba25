import { addMonths, type Month, monthRange } from '../../kernel/month'
import { DataTable, type FilterField, ListLink, Notice, Quantity, TextLink } from '../../platform/ui'
import { count, day as dayInWords, number, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import {
  type CountedArea,
  type CrimeType,
  type Difference,
  isProvisional,
  type KnownRelease,
  type LongSums,
  type YearOnYear,
} from '../crime'
import { typeField } from './picture.parts'

export const kindWord: Readonly<Record<CountedArea['kind'], string>> = {
  regio: 'Regio',
  district: 'District',
  basisteam: 'Basisteam',
  gemeente: 'Gemeente',
  wijk: 'Wijk',
  buurt: 'Buurt',
}

/** What an area is divided in. */
export const partsWord: Partial<Record<CountedArea['kind'], { readonly one: string; readonly many: string }>> = {
  regio: { one: 'District', many: 'Districten' },
  district: { one: 'Gemeente', many: 'Gemeenten' },
  basisteam: { one: 'Gemeente, wijk of buurt', many: 'Gemeenten, wijken en buurten' },
  gemeente: { one: 'Wijk', many: 'Wijken' },
  wijk: { one: 'Buurt', many: 'Buurten' },
}

/** Whoever looks at the past is told so, with the way back. */
export function PastNotice({ ask, release, address }: { ask: Ask; release: KnownRelease; address: string }) {
  const { knownOn, today } = ask
  if (knownOn === null || knownOn === today) return null
  return (
    <Notice kind="attention" title={`U kijkt terug: dit zijn de cijfers zoals bekend op ${dayInWords(knownOn)}.`}>
      De levering is van {dayInWords(release.knownOn)}. <TextLink href={address}>Toon de cijfers van nu</TextLink>
    </Notice>
  )
}

/** What a reader may choose: type, last month, and the day of knowledge. */
export function pictureFilters(props: {
  type: string
  types: readonly CrimeType[]
  last: Month
  release: KnownRelease
  knownOn: string
}): FilterField[] {
  const { type, types, last, release, knownOn } = props
  return [
    typeField(types, type),
    {
      kind: 'select',
      name: 'tot',
      label: 'Tot en met',
      value: last === release.lastMonth ? '' : last,
      options: monthRange(addMonths(release.lastMonth, -24), release.lastMonth)
        .filter((month) => month >= release.firstMonth)
        .reverse()
        .map((month) => ({ value: month === release.lastMonth ? '' : month, label: period(month) })),
    },
    { kind: 'date', name: 'bekendOp', label: 'Zoals bekend op', value: knownOn },
  ]
}

/** An area where little happens, with the sums of more years and the larger areas it lies in. */
export function LongerTime(props: {
  rows: readonly (YearOnYear & { readonly area: CountedArea; readonly sums: LongSums })[]
  release: KnownRelease
  last: Month
  address: (area: string) => string
}) {
  const { rows, release, last, address } = props
  const [own] = rows
  return (
    <DataTable
      caption="Sommen over meer jaren"
      hiddenCaption
      rows={rows}
      rowKind={(row) => (row === own ? 'here' : undefined)}
      columns={[
        {
          head: 'Gebied',
          rowHead: true,
          cell: (row) =>
            row === own ? row.area.name : <ListLink href={address(row.area.code)}>{row.area.name}</ListLink>,
        },
        {
          head: 'Laatste 12 maanden',
          align: 'number',
          cell: ({ now }) => <Quantity value={now} provisional={isProvisional(last, release)} />,
        },
        ...([3, 5] as const).map((years) => ({
          head: `Laatste ${years} jaar`,
          align: 'number' as const,
          cell: ({ sums }: { readonly sums: LongSums }) => {
            const sum = sums.find((one) => one.years === years)?.sum ?? null
            return <Quantity value={sum} provisional={isProvisional(last, release)} />
          },
        })),
      ]}
    />
  )
}

/** Where a total of the source is not the sum of its parts. */
export function DifferenceTable(props: {
  caption: string
  differences: readonly Difference[]
  types: readonly CrimeType[]
}) {
  const names = new Map(props.types.map(({ code, name }) => [code, name]))
  return (
    <DataTable
      caption={props.caption}
      note={`${count(props.differences.length, 'verschil', 'verschillen')} in deze 24 maanden.`}
      rows={props.differences}
      columns={[
        { head: 'Maand', rowHead: true, cell: ({ month }) => period(month) },
        { head: 'Soort', cell: ({ type }) => names.get(type) ?? type },
        { head: 'Geheel', align: 'number', cell: ({ whole }) => number(whole) },
        { head: 'Delen samen', align: 'number', cell: ({ parts, partsKind }) => `${number(parts)} (${partsKind})` },
      ]}
    />
  )
}
