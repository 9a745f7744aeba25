import { ColumnList, DataTable, EmptyState, ListLink, Paragraph, Section } from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import { type DocumentTitles, Sources } from '../figures'
import { type Area, areaAddress } from '../territory'
import { compareSeats, type Seat, type SeatComparison, seatsPerDistrict } from './composition'
import type { WorkingGroup } from './working-group'

type Composed = {
  group: WorkingGroup
  sameGroups: readonly WorkingGroup[]
  seats: ReadonlyMap<string, readonly Seat[]>
  districts: readonly Area[]
  documents: DocumentTitles
}

/** Who sits in a group, beside what was agreed where a source agrees on seats. */
export function Composition({ group, sameGroups, seats, districts, documents }: Composed) {
  const codes = [group.code, ...sameGroups.map(({ code }) => code)]
  const all = codes.flatMap((code) => seats.get(code) ?? [])
  const agreed = all.filter(({ ground }) => ground === 'vereist')
  const actual = all.filter(({ ground }) => ground === 'werkelijk')
  const sources = [...new Set(all.flatMap((seat) => seat.sources))]
  if (all.length === 0)
    return (
      <Section id="zetels" title="Wie erin zit">
        <EmptyState title="Onze bronnen noemen geen zetels.">Wij vullen ze niet zelf in.</EmptyState>
      </Section>
    )
  if (agreed.length === 0)
    return (
      <>
        <Section
          id="zetels"
          title="Wie erin zat"
          intro="Functies, geen namen. Een regel per zetel geven onze bronnen niet."
        >
          <SeatTable seats={actual} />
          <Sources of={sources} documents={documents} />
        </Section>
        <Section id="districten" title="Per district" intro="Zetels van gemeenten.">
          <ColumnList
            groups={[
              {
                items: seatsPerDistrict(actual, districts).map(({ district, count: amount }) => ({
                  label: district.name,
                  href: areaAddress(district),
                  value: amount === 0 ? 'geen zetel' : number(amount),
                })),
              },
            ]}
          />
          <Paragraph small quiet>
            Geen zetel is geen fout: dat elk district er een heeft, is pas sinds 2023 afgesproken.
          </Paragraph>
        </Section>
      </>
    )
  const rows = compareSeats(agreed, actual)
  return (
    <Section
      id="zetels"
      title="Afgesproken en werkelijk"
      intro={
        actual.length === 0
          ? 'Wie er zitten, noemen onze bronnen niet.'
          : 'Een afwijking is geen fout: de partners mogen anders kiezen.'
      }
    >
      <DataTable
        caption="Zetels, zoals afgesproken en zoals bezet"
        hiddenCaption
        rows={rows}
        columns={[
          { head: 'Voor', rowHead: true, cell: ({ place }) => place },
          { head: 'Afgesproken', align: 'number', cell: (row) => number(row.agreed) },
          {
            head: 'Werkelijk',
            align: 'number',
            cell: (row) => (row.actual === null ? 'onbekend' : number(row.actual)),
          },
          { head: 'Beeld', cell: verdictText },
          { head: 'Hoe het is ingevuld', cell: (row) => <FilledIn row={row} /> },
        ]}
      />
      <Sources of={sources} documents={documents} />
    </Section>
  )
}

/** How what was filled stands beside what was agreed, in words. */
export function verdictText({ verdict, agreed, actual }: SeatComparison): string {
  const difference = Math.abs((actual ?? 0) - agreed)
  switch (verdict) {
    case 'as-agreed':
      return 'zoals afgesproken'
    case 'more':
      return `${count(difference, 'zetel', 'zetels')} meer`
    case 'fewer':
      return `${count(difference, 'zetel', 'zetels')} minder`
    case 'not-agreed':
      return 'niet voorgeschreven'
    case 'unknown':
      return 'onbekend'
  }
}

function FilledIn({ row: { seats, verdict } }: { row: SeatComparison }) {
  const deviates = verdict === 'more' || verdict === 'fewer' || verdict === 'not-agreed'
  const reasons = seats.flatMap(({ note }) => (note ? [note] : []))
  return (
    <>
      {seats.map(({ role }) => role).join('; ')}
      {reasons.length > 0 && `. ${reasons.join('. ')}`}
      {deviates && reasons.length === 0 && '. Een reden geeft de bron niet'}.
    </>
  )
}

function SeatTable({ seats }: { seats: readonly Seat[] }) {
  return (
    <DataTable
      caption="De zetels"
      hiddenCaption
      rows={seats}
      columns={[
        { head: 'Functie', rowHead: true, cell: ({ role }) => role },
        { head: 'Namens', cell: (seat) => <OnBehalfOf seat={seat} /> },
        {
          head: 'District',
          cell: ({ district }) => (district?.kind === 'district' ? district.name : ''),
          narrow: 'District',
        },
        { head: 'Let op', cell: ({ note }) => note ?? '', narrow: '' },
      ]}
    />
  )
}

function OnBehalfOf({ seat: { municipality, organisation } }: { seat: Seat }) {
  if (municipality) return <ListLink href={`/gemeenten/${municipality.code}`}>{municipality.name}</ListLink>
  return organisation ? (
    <ListLink href={`/organisaties/${organisation.code}`}>{organisation.name}</ListLink>
  ) : (
    <>niet genoemd</>
  )
}
