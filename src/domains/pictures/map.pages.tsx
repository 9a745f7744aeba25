import {
  AreaMap,
  ColumnList,
  Figure,
  Opening,
  Quantity,
  Section,
  SourceLine,
  TileLegend,
  TileMap,
} from '../../platform/ui'
import { count, day as dayInWords, number, rate } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { allCrimes, isProvisional } from '../crime'
import { boundariesOn, tilesOn } from '../territory'
import { type Compared, groupedByStanding } from './comparison'
import { ComparisonDownloads, comparisonFinding, standingTitle, typeWords } from './comparison.parts'
import { ExampleNotice, ReleaseLine, twelveMonths } from './picture.parts'
import { keepOpen } from './question.parts'
import { mapAddress, mapFileAddress, ownComparisonAddress } from './view'
import { noFigures, viewOf } from './view.pages'
import { EffortNotice, PopulationLine, ViewForm, ViewNotices, ViewTabs } from './view.parts'

/** The municipalities as tiles, each with how it stands beside what is expected of its size; never a map of totals. */
export async function crimeMapPage(ask: Ask): Promise<Response> {
  const view = await viewOf(ask, ask.query.get('soort') || allCrimes)
  if (view === 'none') return noFigures(ask, 'Kaart van misdrijven')
  if (view instanceof Response) return view
  const { comparison, asked, knownOn, mergers } = view
  const { type, last, release, residents, types, municipalities } = comparison
  const on = ask.validOn ?? ask.today
  const codes = municipalities.map(({ area }) => area.code)
  const { tiles, boundaries } = await ask.read(async (tx) => ({
    tiles: await tilesOn(tx, ask.region.code, on),
    boundaries: await boundariesOn(tx, codes, on),
  }))
  const byCode = new Map(municipalities.map((one) => [one.area.code, one]))
  const groups = groupedByStanding(municipalities)
  const title = `Kaart: ${typeWords(type)}`
  const sources = (
    <>
      <ReleaseLine release={release} last={last} />
      <PopulationLine residents={residents} />
    </>
  )
  return ask.page(
    {
      title,
      description: `${type.name} per gemeente op de kaart, naast wat verwacht wordt bij zoveel inwoners.`,
      breadcrumbs: [
        { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' },
        { label: 'Kaart', href: mapAddress() },
      ],
    },
    <>
      <Opening
        title={title}
        lead={comparisonFinding(comparison)}
        meta={[twelveMonths(last), ...keepOpen(ask, { view: 'regio', type: type.code }, type.isPublishedMonthly)]}
      >
        <ExampleNotice release={release} />
        <ViewNotices ask={ask} release={release} mergers={mergers} asked={asked} address={mapAddress} />
        <EffortNotice type={type} />
        <ViewTabs asked={asked} type={type.code} current="map" />
        <ViewForm
          action="/veiligheidsbeelden/kaart"
          types={types}
          release={release}
          type={type.code}
          last={last}
          knownOn={knownOn}
          asked={asked}
        />
      </Opening>
      {(boundaries || tiles.length > 0) && (
        <Section
          id="kaart"
          title="Op de kaart"
          intro={
            boundaries
              ? 'Kies een gemeente. Dezelfde gemeenten staan eronder als lijst.'
              : 'Elke gemeente is even groot. Een lijn ligt om elk district.'
          }
        >
          <Figure
            id="kaartbeeld"
            title={comparisonFinding(comparison)}
            measure={`${type.name}, ${twelveMonths(last)}.`}
            source={
              <>
                {sources}
                {boundaries && (
                  <SourceLine
                    sources={[{ document: boundaries.title }]}
                    note={`Grenzen in de indeling van ${dayInWords(boundaries.validFrom)}, vereenvoudigd.`}
                  />
                )}
              </>
            }
          >
            <TileLegend show={groups.map(({ standing }) => standing)} />
            {boundaries ? (
              <AreaMap
                id="grenzen"
                label={`Kaart van ${ask.region.name}: ${typeWords(type)}`}
                areas={boundaries.outlines.flatMap(({ code, path, box, mark }) => {
                  const one = byCode.get(code)
                  return one
                    ? [
                        {
                          name: one.area.name,
                          href: ownComparisonAddress(code, asked),
                          path,
                          box,
                          mark,
                          sign: one.standing,
                          text: `${inWords(one)}, ${standingTitle[one.standing].toLowerCase()}`,
                        },
                      ]
                    : []
                })}
              />
            ) : (
              <TileMap
                label={`Tegelkaart van ${ask.region.name}: ${typeWords(type)}`}
                tiles={tiles.map(({ area, name, shortName, column, row, districtName }) => {
                  const one = byCode.get(area)
                  return {
                    name,
                    short: shortName,
                    column,
                    row,
                    district: districtName,
                    href: ownComparisonAddress(area, asked),
                    sign: one?.standing ?? ('unknown' as const),
                    text: one ? inWords(one) : 'geen cijfers',
                  }
                })}
              />
            )}
          </Figure>
        </Section>
      )}
      <Section id="lijst" title="Dezelfde gemeenten als lijst" intro="Per groep op naam, met het aantal in 12 maanden.">
        <ColumnList
          groups={groups.map((group) => ({
            title: standingTitle[group.standing],
            note: `(${count(group.municipalities.length, 'gemeente', 'gemeenten')})`,
            items: group.municipalities.map((one) => ({
              label: one.area.name,
              href: ownComparisonAddress(one.area.code, asked),
              value: <Quantity value={one.count} provisional={isProvisional(last, release)} />,
            })),
          }))}
        />
        {sources}
        <ComparisonDownloads
          comparison={comparison}
          asked={asked}
          {...(boundaries || tiles.length > 0 ? { drawing: (kind) => mapFileAddress(kind, asked) } : {})}
        />
      </Section>
    </>,
  )
}

function inWords({ count: counted, rate: own }: Compared): string {
  if (counted === null) return 'aantal onbekend'
  return `${number(counted)} in 12 maanden${own === null ? '' : `, ${rate(own)} per 1.000 inwoners`}`
}
