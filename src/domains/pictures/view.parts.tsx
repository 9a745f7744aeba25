import type { Child } from 'hono/jsx'
import { withQuery } from '../../kernel/address'
import { addMonths, type Month, monthRange } from '../../kernel/month'
import { Bookmarks, FilterForm, Notice, SourceLine, Tabs, Tag } from '../../platform/ui'
import { day as dayInWords, period, rate } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { allCrimes, type CountedArea, type CrimeType, type KnownRelease } from '../crime'
import type { Population } from '../population'
import { attenderingenAddress, methodAddress } from './change.parts'
import { MergerNotices } from './merger.parts'
import type { ShownMerger } from './merger.verbs'
import { typeField } from './picture.parts'
import { PastNotice } from './picture-sections.parts'
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

/** The day of the division goes along with what is chosen. */
export const divisionField = ({ geldigOp }: AskedView) => (geldigOp ? [{ name: 'geldigOp', value: geldigOp }] : [])

/** That the past is shown, and what the division does to the figures, each with the way to the other. */
export function ViewNotices(props: {
  ask: Ask
  release: KnownRelease
  mergers: readonly ShownMerger[]
  asked: AskedView
  /** The area that is looked at; the region when none is given. */
  area?: string
  address: (asked: AskedView, area?: string) => string
}) {
  const { ask, asked, address } = props
  return (
    <>
      <PastNotice ask={ask} release={props.release} address={address({ ...asked, bekendOp: '' })} />
      <MergerNotices
        area={props.area ?? ask.region.code}
        mergers={props.mergers}
        address={({ area, ...division }) => address({ ...asked, ...division }, area)}
      />
    </>
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
  asked: AskedView
}) {
  const { types, release, last, type } = props
  const oldest = addMonths(release.firstMonth, 11)
  return (
    <FilterForm
      action={props.action}
      label="Wat u ziet"
      live
      hidden={divisionField(props.asked)}
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
export function RegionViews({ asked }: { asked: AskedView }) {
  return (
    <Bookmarks
      label="Andere manieren om te kijken"
      items={[
        { label: 'Gemeenten vergelijken', href: comparisonAddress(asked) },
        { label: 'Kaart', href: mapAddress(asked) },
        { label: 'Per 1.000 inwoners', href: typeAddress(allCrimes, asked) },
        { label: 'Attenderingen', href: withQuery(attenderingenAddress, asked) },
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
