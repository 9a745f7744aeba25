import { districtsOn, tilesOn } from '../domains/territory'
import { EmptyState, ListLink, Opening, Section, TileMap } from '../platform/ui'
import { count } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { asTiles } from './region-map'

/** Every municipality of the region on a day: the map, and the same as a list per district. */
export async function municipalitiesPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
  const { districts, tiles } = await ask.read(async (tx) => ({
    districts: await districtsOn(tx, ask.region.code, on),
    tiles: await tilesOn(tx, ask.region.code, on),
  }))
  const total = districts.reduce((sum, { municipalities }) => sum + municipalities.length, 0)
  return ask.page(
    {
      title: 'Gemeenten',
      description: `De gemeenten van ${ask.region.name}.`,
      breadcrumbs: [{ label: 'Gemeenten', href: '/gemeenten' }],
    },
    <>
      <Opening
        title={`De ${count(total, 'gemeente', 'gemeenten')} van ${ask.region.name}`}
        lead="Kies uw gemeente en zie wat haar bindt: wat is afgesproken, wat is gedaan en wat de cijfers zeggen."
      >
        <TileMap label={`Tegelkaart van ${ask.region.name}`} tiles={asTiles(tiles)} />
      </Opening>
      {districts.map(({ district, municipalities }) => (
        <Section
          id={district.code}
          title={district.name}
          intro={
            <ListLink href={`/districten/${district.code}`}>
              {count(municipalities.length, 'gemeente', 'gemeenten')} in dit district
            </ListLink>
          }
        >
          {municipalities.length > 0 ? (
            <ul class="sv-namen">
              {municipalities.map((municipality) => (
                <li>
                  <ListLink href={`/gemeenten/${municipality.code}`}>{municipality.name}</ListLink>
                </li>
              ))}
            </ul>
          ) : (
            <EmptyState title="Geen gemeenten op deze dag" />
          )}
        </Section>
      ))}
    </>,
  )
}
