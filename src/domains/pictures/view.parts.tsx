import type { Child } from 'hono/jsx'
import { addMonths, type Month, monthRange } from '../../kernel/month'
import { Bookmarks, FilterForm, Notice, SourceLine, Tabs, Tag } from '../../platform/ui'
import { day as dayInWords, period, rate } from '../../platform/ui/wording'
import { allCrimes, type CountedArea, type CrimeType, type KnownRelease } from '../crime'
import type { Population } from '../population'
import { attenderingenAddress, methodAddress } from './change.parts'
import { typeField } from './picture.parts'
import { type AskedView, comparisonAddress, mapAddress, ownComparisonAddress, typeAddress } from './view'

/** Where numbers of inhabitants come from, and the day they are of. */
export function PopulationLine({ residents }: { residents: Population }) {
  const { on, sourceTable, isExample } = residents
  if (on === null || sourceTable === null)
    return <p class="sv-bron">Inwoners: onbekend. Er is nog geen telling geladen van rond deze maanden.</p>
  if (isExample)
    return (
      <p class="sv-bron">
        <Tag>voorbeeldcijfers</Tag> Inwoners op {dayInWords(on)}: ook verzonnen.
      </p>
    )
  return <SourceLine sources={[{ document: `CBS, tabel ${sourceTable}` }]} note={`Inwoners op ${dayInWords(on)}.`} />
}

/** Counts that follow what the police look for say little about how much happens. */
export function EffortNotice({ type }: { type: CrimeType }) {
  if (!type.followsPoliceEffort) return null
  return (
    <Notice title="Let op.">
      Dit aantal hangt vooral af van hoeveel de politie controleert. Meer hoeft niet te betekenen dat er meer gebeurt.
    </Notice>
  )
}

/** Chooses type, last month and day of knowledge; every choice has an address. */
export function ViewForm(props: {
  action: string
  types: readonly CrimeType[]
  release: KnownRelease
  type: string | null
  last: Month
  knownOn: string
}) {
  const { types, release, last, type } = props
  const oldest = addMonths(release.firstMonth, 11)
  return (
    <FilterForm
      action={props.action}
      label="Wat u ziet"
      fields={[
        ...(type === null ? [] : [typeField(types, type)]),
        {
          kind: 'select',
          name: 'tot',
          label: '12 maanden tot en met',
          value: last === release.lastMonth ? '' : last,
          options: monthRange(addMonths(release.lastMonth, -24), release.lastMonth)
            .filter((month) => month >= oldest || month === release.lastMonth)
            .reverse()
            .map((month) => ({ value: month === release.lastMonth ? '' : month, label: period(month) })),
        },
        { kind: 'date', name: 'bekendOp', label: 'Zoals bekend op', value: props.knownOn },
      ]}
    />
  )
}

/** A number per 1,000 inhabitants. */
export function Rate({ value }: { value: number | null }): Child {
  return value === null ? <span class="sv-weet-niet">onbekend</span> : <span class="sv-c">{rate(value)}</span>
}

/** The three ways to look at one type in the whole region. */
export function ViewTabs({
  asked,
  type,
  current,
}: {
  asked: AskedView
  type: string
  current: 'words' | 'map' | 'type'
}) {
  const { soort: _, ...rest } = asked
  return (
    <Tabs
      label="Op welke manier"
      items={[
        { label: 'Vergelijken', href: comparisonAddress(asked), current: current === 'words' },
        { label: 'Kaart', href: mapAddress(asked), current: current === 'map' },
        { label: 'Alle gebieden', href: typeAddress(type, rest), current: current === 'type' },
      ]}
    />
  )
}

/** The other ways to look at the whole region. */
export function RegionViews() {
  return (
    <Bookmarks
      label="Andere manieren om te kijken"
      items={[
        { label: 'Gemeenten vergelijken', href: comparisonAddress() },
        { label: 'Kaart', href: mapAddress() },
        { label: 'Per 1.000 inwoners', href: typeAddress(allCrimes) },
        { label: 'Attenderingen', href: attenderingenAddress },
        { label: 'Hoe wij verandering beoordelen', href: methodAddress },
        { label: 'Wat we niet meten', href: '/veiligheidsbeelden/wat-we-niet-meten' },
      ]}
    />
  )
}

/** From one area to the same type in other areas. */
export function AreaViews({ area, asked }: { area: CountedArea; asked: AskedView }) {
  const { soort, ...rest } = asked
  return (
    <Bookmarks
      label="Andere manieren om te kijken"
      items={[
        ...(area.kind === 'gemeente'
          ? [{ label: 'Naast gemeenten van deze omvang', href: ownComparisonAddress(area.code, asked) }]
          : []),
        { label: 'Alle gemeenten, per 1.000 inwoners', href: typeAddress(soort ?? allCrimes, rest) },
      ]}
    />
  )
}
