import { areaMapFile, funnelFile, tileMapFile } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Drawn } from '../../platform/web/drawing'
import { allCrimes } from '../crime'
import { boundariesOn, tilesOn } from '../territory'
import { nameOf, sheetOf } from './chart.pages'
import { comparisonFinding, typeWords } from './comparison.parts'
import type { RegionComparison } from './comparison.verbs'
import { funnelShown } from './comparison-funnel.parts'
import { twelveMonths } from './picture.parts'
import { viewOf } from './view.pages'

/** The funnel of the region as a file; with a municipality in the address it has a ring. */
export async function funnelDrawing(ask: Ask): Promise<Response | Drawn> {
  const comparison = await comparisonAsked(ask)
  if (comparison instanceof Response) return comparison
  const here = ask.params.code
  if (here !== undefined && !comparison.municipalities.some(({ area }) => area.code === here)) return ask.notFound()
  const shown = funnelShown(comparison, here)
  if (!shown) return ask.notFound()
  const { type, last, release } = comparison
  return {
    svg: await funnelFile({
      ...shown,
      ...sheetOf(ask, release, {
        title: comparisonFinding(comparison),
        measure: `Omhoog: ${typeWords(type)} per 1.000 inwoners. Naar rechts: inwoners; elke verdubbeling is even breed.`,
        footer: [`${twelveMonths(last)}. ${inhabitantsLine(comparison)}`],
      }),
    }),
    name: nameOf(`trechter-${here === undefined ? '' : `${here}-`}${type.code}-${last}`, release),
  }
}

/** The map of the region as a file: by outline where boundaries are loaded, else as squares. */
export async function mapDrawing(ask: Ask): Promise<Response | Drawn> {
  const comparison = await comparisonAsked(ask)
  if (comparison instanceof Response) return comparison
  const { type, last, release, municipalities } = comparison
  const on = ask.validOn ?? ask.today
  const standings = new Map(municipalities.map(({ area, standing }) => [area.code, standing]))
  const { tiles, boundaries } = await ask.read(async (tx) => ({
    tiles: await tilesOn(tx, ask.region.code, on),
    boundaries: await boundariesOn(tx, [...standings.keys()], on),
  }))
  if (!boundaries && tiles.length === 0) return ask.notFound()
  const sheet = sheetOf(ask, release, {
    title: comparisonFinding(comparison),
    measure: `${type.name} per gemeente, naast wat verwacht wordt bij zoveel inwoners`,
    footer: [
      `${twelveMonths(last)}. ${inhabitantsLine(comparison)}`,
      boundaries
        ? `Grenzen: ${boundaries.title}, indeling van ${dayInWords(boundaries.validFrom)}, vereenvoudigd.`
        : 'Elke gemeente is even groot.',
    ],
  })
  const svg = boundaries
    ? await areaMapFile(
        sheet,
        boundaries.outlines.map((one) => ({ ...one, sign: standings.get(one.code) ?? 'unknown' })),
      )
    : await tileMapFile(
        sheet,
        tiles.map(({ area, shortName, column, row }) => ({
          short: shortName,
          column,
          row,
          sign: standings.get(area) ?? 'unknown',
        })),
      )
  return { svg, name: nameOf(`kaart-${type.code}-${last}`, release) }
}

async function comparisonAsked(ask: Ask): Promise<Response | RegionComparison> {
  const view = await viewOf(ask, ask.query.get('soort') || allCrimes, ask.params.code)
  if (view === 'none') return ask.notFound()
  return view instanceof Response ? view : view.comparison
}

const inhabitantsLine = ({ residents: { on, sourceTable, isExample } }: RegionComparison) =>
  on === null || sourceTable === null
    ? 'Inwoners: onbekend.'
    : isExample
      ? `Inwoners op ${dayInWords(on)}: ook verzonnen.`
      : `Inwoners op ${dayInWords(on)}: CBS, tabel ${sourceTable}.`
