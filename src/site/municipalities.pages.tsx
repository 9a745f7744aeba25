import { municipalitiesOn, tilesOn } from '../domains/territory'
import { ColumnList, Figure, FilterForm, Front, Notice, Section, TileMap } from '../platform/ui'
import { count, day as dayInWords } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { asColumns, asTiles } from './region-map'

/** Every municipality of the region on a day: the map, and the same as a list per district. */
export async function municipalitiesPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const { groups, tiles } = await ask.read(async (tx) => ({
    groups: await municipalitiesOn(tx, ask.region.code, on),
    tiles: await tilesOn(tx, ask.region.code, on),
  }))
  const total = groups.reduce((sum, { municipalities }) => sum + municipalities.length, 0)
  const title = `De ${count(total, 'gemeente', 'gemeenten')} van ${ask.region.name}`
  return ask.page(
    {
      title: 'Gemeenten',
      description: `De gemeenten van ${ask.region.name}.`,
      breadcrumbs: [{ label: 'Gemeenten', href: '/gemeenten' }],
    },
    <>
      <Front
        title={title}
        lead="Kies uw gemeente en zie wat haar bindt: wat is afgesproken, wat is gedaan en wat de cijfers zeggen."
        figure={
          <Figure id="kaart" title="Buren staan naast elkaar" measure="Een lijn sluit een district in">
            <TileMap label={`Tegelkaart van ${ask.region.name}`} tiles={asTiles(tiles)} />
          </Figure>
        }
      >
        <FilterForm
          action="/gemeenten"
          label="Kies een dag"
          fields={[{ kind: 'date', name: 'geldigOp', label: 'Indeling op', value: on }]}
          submit="Toon"
        />
        {on !== ask.today && (
          <Notice title="Indeling van toen">
            Deze pagina laat de gemeenten zien zoals ze op {dayInWords(on)} waren.
          </Notice>
        )}
      </Front>
      <Section id="lijst" title="Per district" intro="De kaart als lijst.">
        <ColumnList groups={asColumns(groups, true)} />
      </Section>
    </>,
  )
}
