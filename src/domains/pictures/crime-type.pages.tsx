import { addMonths, type Month } from '../../kernel/month'
import { perThousand } from '../../kernel/statistics/rate'
import { DataTable, ListLink, Opening, Paragraph, Quantity, Section, TextLink } from '../../platform/ui'
import { number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import {
  allCrimes,
  type CountedArea,
  countsOf,
  crimeTypeExists,
  isProvisional,
  isTooFew,
  matchesOf,
  monthsToJudge,
  type YearOnYear,
  yearOnYear,
} from '../crime'
import { populationOf } from '../population'
import { ComparisonDownloads } from './comparison.parts'
import { areasBelow } from './picture'
import { ExampleNotice, finding, pictureAddress, ReleaseLine, twelveMonths } from './picture.parts'
import { keepOpen } from './question.parts'
import { RegionChangeText } from './region-change.parts'
import { regionChange } from './region-change.verbs'
import { typeAddress } from './view'
import { noFigures, type View, viewOf } from './view.pages'
import { EffortNotice, PopulationLine, Rate, ViewForm, ViewNotices, ViewTabs } from './view.parts'

type Row = YearOnYear & { readonly area: CountedArea; readonly inhabitants: number | null }

/** One kind of crime: what it is, and its numbers in every municipality and district. */
export async function crimeTypePage(ask: Ask): Promise<Response> {
  const code = ask.params.type ?? ''
  if (!(await ask.read((tx) => crimeTypeExists(tx, code)))) return ask.notFound()
  const view = await viewOf(ask, code)
  if (view === 'none') return noFigures(ask, 'Soort misdrijf')
  if (view instanceof Response) return view
  const { comparison, asked, knownOn, mergers } = view
  const { type, last, release, areas, types } = comparison
  const { counts, residents, matches } = await ask.read(async (tx) => ({
    counts: await countsOf(tx, release, areas, { first: addMonths(last, 1 - monthsToJudge), last, type: code }),
    residents: await populationOf(tx, release, areas, last, knownOn),
    matches: await matchesOf(tx, code),
  }))
  const rowOf = (area: CountedArea): Row => ({
    area,
    ...yearOnYear(counts.get(area.code) ?? { types: [], months: new Map() }, code, last),
    inhabitants: residents.of.get(area.code) ?? null,
  })
  const region = areas.find(({ kind }) => kind === 'regio')
  const districts = areas.filter(({ kind }) => kind === 'district')
  const placed = new Set(districts.flatMap(({ parts }) => parts))
  const loose = areas.filter((area) => area.kind === 'gemeente' && !placed.has(area.code))
  const { soort: _, ...rest } = asked
  const what = code === allCrimes ? 'misdrijven' : `misdrijven van de soort ${type.name.toLowerCase()}`
  const title = code === allCrimes ? 'Alle misdrijven samen, per gemeente' : `${type.name} per gemeente`
  return ask.page(
    {
      title,
      description: `${type.name}: wat het is, en hoeveel er per gemeente en district geregistreerd zijn.`,
      breadcrumbs: [
        { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' },
        { label: type.name, href: typeAddress(code) },
      ],
    },
    <>
      <Opening
        title={title}
        lead={
          type.isPublishedMonthly
            ? region
              ? finding(what, rowOf(region), last)
              : type.explanation
            : 'De politie publiceert deze soort niet apart per maand. Ze telt wel mee in alle misdrijven samen.'
        }
        meta={[twelveMonths(last), ...keepOpen(ask, { view: 'regio', type: code }, type.isPublishedMonthly)]}
      >
        <ExampleNotice release={release} />
        <ViewNotices
          ask={ask}
          release={release}
          mergers={mergers}
          asked={rest}
          address={(other) => typeAddress(code, other)}
        />
        <EffortNotice type={type} />
        <ViewTabs asked={asked} type={code} current="type" />
        <ViewForm
          action={typeAddress(code)}
          types={types}
          release={release}
          type={null}
          last={last}
          knownOn={knownOn}
          asked={asked}
        />
      </Opening>
      <Section id="wat" title="Wat dit is" intro={`Code ${code} bij de politie.`}>
        <Paragraph>{type.explanation}</Paragraph>
        {matches.map(({ indicator, difference }) => (
          <Paragraph>
            In de plannen van de coalitie telt dit bijna hetzelfde:{' '}
            <TextLink href={`/indicatoren/${encodeURIComponent(indicator.code)}`}>{indicator.title}</TextLink>.{' '}
            {difference}
          </Paragraph>
        ))}
      </Section>
      {type.isPublishedMonthly && (
        <Section id="gebieden" title="Per gemeente" intro="Per district op naam, geen volgorde van goed naar slecht.">
          <RegionChangeText change={regionChange(areas, counts, code, last)} last={last} />
          <AreaTable
            caption={`${type.name} per gemeente`}
            groups={[
              ...(region ? [{ title: 'Hele regio', rows: [region].map(rowOf) }] : []),
              ...districts.map((district) => ({
                title: district.name,
                rows: [district, ...areasBelow(district, areas).filter(({ code }) => code !== district.code)].map(
                  rowOf,
                ),
              })),
              ...(loose.length > 0 ? [{ title: 'Gemeenten', rows: loose.map(rowOf) }] : []),
            ]}
            view={view}
            last={last}
            address={(area) => pictureAddress(area, { ...rest, ...(code === allCrimes ? {} : { soort: code }) })}
          />
          <ReleaseLine release={release} last={last} />
          <PopulationLine residents={residents} />
          <ComparisonDownloads comparison={comparison} asked={asked} />
        </Section>
      )}
    </>,
  )
}

function AreaTable(props: {
  caption: string
  groups: readonly { readonly title: string; readonly rows: readonly Row[] }[]
  view: View
  last: Month
  address: (code: string) => string
}) {
  const { release } = props.view.comparison
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      groups={props.groups}
      rowKind={({ area }) => (area.kind === 'gemeente' ? undefined : 'sum')}
      columns={[
        {
          head: 'Gebied',
          rowHead: true,
          cell: ({ area }) => (
            <ListLink href={props.address(area.code)}>
              {area.kind === 'district' ? `Heel ${area.name}` : area.name}
            </ListLink>
          ),
        },
        {
          head: 'Laatste 12 maanden',
          align: 'number',
          cell: ({ now }) => <Quantity value={now} provisional={isProvisional(props.last, release)} />,
        },
        { head: '12 maanden ervoor', align: 'number', cell: ({ before }) => <Quantity value={before} /> },
        {
          head: 'Verschil',
          align: 'number',
          cell: (row) => {
            if (row.now === null || row.before === null) return <span class="sv-stil">onbekend</span>
            if (isTooFew(row)) return <span class="sv-stil">te weinig voorvallen om iets over te zeggen</span>
            const difference = row.now - row.before
            return difference > 0 ? `+${number(difference)}` : number(difference)
          },
        },
        {
          head: 'Per 1.000 inwoners',
          align: 'number',
          cell: ({ now, inhabitants }) => <Rate value={perThousand(now, inhabitants)} />,
        },
      ]}
    />
  )
}
