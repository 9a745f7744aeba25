import { areaMapFile } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import type { Drawn } from '../../platform/web/drawing'
import { countsOf } from '../crime'
import { boundariesOn, lightOutlines } from '../territory'
import { verdictWords } from './change.parts'
import { drawnArea, nameOf, sheetOf } from './chart.pages'
import { hasPartsMap } from './parts-map'
import { boundariesNote, partsFinding, signOf } from './parts-map.parts'
import { twelveMonths } from './picture.parts'
import { shownPart } from './picture.verbs'

const legend = `Driehoek omhoog: ${verdictWords.more}. Driehoek omlaag: ${verdictWords.less}. Rondje: ${verdictWords.none}. Open rondje: te weinig voorvallen. Vraagteken: onbekend.`

/** The parts of an area by their outline as a file; absent where not all of their outlines are here. */
export async function partsMapDrawing(ask: Ask): Promise<Response | Drawn> {
  const found = await drawnArea(ask, null)
  if (found instanceof Response) return found
  const { placed, last, type, what } = found
  const { release, area, below } = placed
  if (!hasPartsMap(area) || below.length === 0) return ask.notFound()
  const { boundaries, counts } = await ask.read(async (tx) => ({
    boundaries: await boundariesOn(
      tx,
      below.map(({ code }) => code),
      placed.on,
    ),
    counts: await countsOf(tx, release, below, { first: release.firstMonth, last, type }),
  }))
  const outlines = boundaries && lightOutlines(boundaries.outlines)
  if (!boundaries || !outlines) return ask.notFound()
  const parts = below.map((part) => shownPart(part, counts, { type, last, release }))
  const signs = new Map(parts.map(({ area: { code }, verdict }) => [code, signOf[verdict]]))
  return {
    svg: await areaMapFile(
      sheetOf(ask, release, {
        title: `${what} in ${area.name}. ${partsFinding(area, parts)}`,
        measure: 'Geregistreerde misdrijven in 12 maanden, naast de 12 maanden ervoor',
        footer: [`${twelveMonths(last)}.`, `Bron: ${boundaries.title}. ${boundariesNote(boundaries)}`],
      }),
      outlines.map((one) => ({ ...one, sign: signs.get(one.code) ?? 'unknown' })),
      legend,
    ),
    name: nameOf(`delen-${area.code}-${type}-${last}`, release),
  }
}
