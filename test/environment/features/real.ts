import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from '../odata/real'
import type { GeoFeature } from './server'

export const hasRealBoundaries = existsSync(join(folder, 'grenzen-gemeenten'))

const read = (file: string): GeoFeature[] => JSON.parse(readFileSync(join(folder, file), 'utf8')).features

/** The 342 municipalities of the Netherlands in the division of 2025; of another year they are called so. */
export const realMunicipalities = (year = 2025): GeoFeature[] =>
  read('grenzen-gemeenten/nederland_gemeenten_2025_vereenvoudigd.geojson').map((feature) => ({
    ...feature,
    properties: { ...feature.properties, jrstatcode: `${year}${feature.properties.statcode}` },
  }))

/** The municipalities of the region in the division of 2022, with Weesp. */
export const realMunicipalitiesOf2022 = (): GeoFeature[] =>
  read('grenzen-gemeenten/midden-nederland_gemeenten_2022.geojson')

const inside = (file: string, code: string, name: string, year: number): GeoFeature[] =>
  read(`woonikveilig-47022ned/${file}`).map((feature) => ({
    ...feature,
    properties: {
      statcode: feature.properties[code],
      statnaam: feature.properties[name],
      jrstatcode: `${year}${feature.properties[code]}`,
      gm_code: feature.properties.gm_code,
    },
  }))

/** The wijken and buurten of the region in the division of 2024; of another year they are called so. */
export const realWijken = (year: number) => inside('midden-nederland_wijken_2024.geojson', 'wk_code', 'wk_naam', year)
export const realBuurten = (year: number) => inside('midden-nederland_buurten_2024.geojson', 'bu_code', 'bu_naam', year)
