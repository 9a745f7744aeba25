import { AreaPages, pagesAbout } from '../domains/accounts'
import { hasPicture } from '../domains/crime'
import { documentTitles, isOutcome, measurementsOf, Sources } from '../domains/figures'
import { levelsOfPlace } from '../domains/levels'
import { actionsBinding, type Binding, byWay, matrixFor, promiseCount, resultsMentioning } from '../domains/strategy'
import {
  type Area,
  ChangeTable,
  changesOf,
  findArea,
  tilesOn,
  type Whole,
  WholeList,
  wholesOf,
} from '../domains/territory'
import { addDays } from '../kernel/day'
import { Bookmarks, Code, Opening, Section, TextLink, TileLocator } from '../platform/ui'
import { count, day as dayInWords } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { Done, EndNotice, Figures, Promises, Themes, Whom } from './municipality.parts'

/** What binds a municipality, what was done, what the figures say and do not say, and whom to ask. */
export async function municipalityPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  const knownOn = ask.knownOn
  if (!on || !knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const area = await findArea(tx, code)
    if (area?.kind !== 'gemeente') return null
    const lastDay = area.validity.until && area.validity.until <= on ? addDays(area.validity.until, -1) : on
    const wholes = await wholesOf(tx, code, lastDay)
    const district = wholes.find(({ kind }) => kind === 'district') ?? null
    return {
      area,
      wholes,
      district,
      changes: await changesOf(tx, code),
      tiles: await tilesOn(tx, ask.region.code, on),
      bindings: await actionsBinding(tx, { areas: [code], on: lastDay }),
      own: (await resultsMentioning(tx, [code])).items,
      ofDistrict: district ? (await resultsMentioning(tx, [district.code])).items : [],
      cells: await matrixFor(tx, code),
      figures: district
        ? (await measurementsOf(tx, { knownOn, area: district.code, leads: true })).filter(isOutcome)
        : [],
      ownFigures: await measurementsOf(tx, { knownOn, area: code }),
      documents: await documentTitles(tx),
      pages: await pagesAbout(tx, code),
      hasPicture: await hasPicture(tx, code, ask.today),
      levels: await levelsOfPlace(tx, { code, name: area.name, kind: 'gemeente' }),
    }
  })
  if (!found) return ask.notFound()
  const { area, district, wholes, changes, tiles, bindings, own, ofDistrict, cells, figures, ownFigures, documents } =
    found
  const here = tiles.find((tile) => tile.area === code)
  return ask.page(
    {
      title: area.name,
      description: `Wat ${area.name} bindt: wat is afgesproken, wat is gedaan en wat de cijfers zeggen.`,
      breadcrumbs: [
        ...(district
          ? [{ label: district.name, href: `/districten/${district.code}` }]
          : [{ label: 'Gemeenten', href: '/gemeenten' }]),
        { label: area.name, href: `/gemeenten/${code}` },
      ],
    },
    <>
      <Opening
        title={area.name}
        lead={leadOf(area, district, bindings)}
        meta={[
          ...(district
            ? [
                <>
                  District <TextLink href={`/districten/${district.code}`}>{district.name}</TextLink>
                </>,
              ]
            : []),
          <>
            Gemeentecode <Code>{code}</Code>
          </>,
        ]}
        locator={
          here && (
            <TileLocator
              tiles={tiles.map(({ column, row, districtName }) => ({ column, row, district: districtName }))}
              here={here}
            />
          )
        }
      >
        <Bookmarks
          items={[
            { label: 'Wat is afgesproken', href: '#afgesproken' },
            { label: 'Wat is gedaan', href: '#gedaan' },
            { label: 'Wat de cijfers zeggen, en wat niet', href: '#cijfers' },
            { label: 'Wie u iets kunt vragen', href: '#vragen' },
          ]}
        />
        <EndNotice area={area} changes={changes} today={ask.today} />
      </Opening>
      <Section
        id="afgesproken"
        title="Wat is afgesproken"
        intro={`Wat ${area.name} bindt: met naam, als een van alle gemeenten, en via het district.`}
      >
        <Promises area={area} district={district} bindings={bindings} />
      </Section>
      {cells.length > 0 && (
        <Section id="themas" title="Aan welke thema’s" intro="Wat een plan van het district hierover zegt.">
          <Themes cells={cells} />
          <Sources of={[...new Set(cells.flatMap(({ sources }) => sources))].slice(0, 3)} documents={documents} />
        </Section>
      )}
      {found.levels}
      <Section id="gedaan" title="Wat is gedaan" intro="Alleen wat in een vastgesteld stuk staat.">
        <Done area={area} district={district} own={own} ofDistrict={ofDistrict} />
      </Section>
      <Section id="cijfers" title="Wat de cijfers zeggen, en wat niet">
        <Figures
          area={area}
          district={district}
          figures={figures}
          ownFigures={ownFigures}
          hasPicture={found.hasPicture}
        />
      </Section>
      <AreaPages area={code} pages={found.pages} />
      <Section id="vragen" title="Wie u iets kunt vragen" intro="Een functie, geen persoon.">
        <Whom area={area} regionName={ask.region.name} />
      </Section>
      <Section id="indeling" title="Waar het bij hoort" intro={`Op ${dayInWords(on)}.`}>
        <WholeList wholes={wholes} />
        {changes.length > 0 && <ChangeTable changes={changes} />}
      </Section>
    </>,
  )
}

function leadOf(area: Area, district: Whole | null, bindings: readonly Binding[]): string {
  const binding = bindings.filter(({ role }) => role === 'trekker')
  const ways = byWay(binding)
  const promises = (of: readonly Binding[]) => promiseCount(of.map(({ action }) => action))
  const named = byWay(bindings).naam.length
  const byName =
    named === 0
      ? `Geen afspraak noemt ${area.name} met naam.`
      : `${count(named, 'afspraak noemt', 'afspraken noemen')} ${area.name} met naam.`
  const together = promises(ways['alle-gemeenten'])
  const through = promises(ways.district)
  return `${byName} ${count(together, 'afspraak trekken', 'afspraken trekken')} alle gemeenten samen${
    district ? `, en ${count(through, 'afspraak', 'afspraken')} de gemeenten van ${district.name}` : ''
  }.`
}
