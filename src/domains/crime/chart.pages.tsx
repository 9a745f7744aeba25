import { addMonths, parseMonth } from '../../kernel/month'
import { pngOf } from '../../platform/images/raster'
import { lineChartFile } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { isProvisional, noCounts, seriesOf } from './count'
import { countsOf } from './count.store'
import { breaksOf } from './counting-break'
import { allCrimes } from './crime-type'
import { crimeTypes } from './crime-type.store'
import { monthShown } from './picture'
import { dayMistake, monthsFinding, twentyFourMonths, yearsAt } from './picture.parts'
import { placeArea } from './picture.verbs'

/** The drawing of the months of an area as a file that stands alone. */
export async function chartSvg(ask: Ask): Promise<Response> {
  const drawn = await drawingOf(ask)
  return drawn instanceof Response
    ? drawn
    : ask.file(drawn.svg, 'image/svg+xml; charset=utf-8', named(drawn.name, 'svg'))
}

/** The same as a picture of dots. */
export async function chartPng(ask: Ask): Promise<Response> {
  const drawn = await drawingOf(ask)
  return drawn instanceof Response ? drawn : ask.file(await pngOf(drawn.svg), 'image/png', named(drawn.name, 'png'))
}

const named = (name: string, end: string) => ({ 'content-disposition': `inline; filename="${name}.${end}"` })

async function drawingOf(ask: Ask): Promise<Response | { readonly svg: string; readonly name: string }> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const askedMonth = ask.query.get('tot') ?? ''
  if (askedMonth && !parseMonth(askedMonth))
    return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const type = ask.query.get('soort') || allCrimes
  const found = await ask.read(async (tx) => {
    const placed = await placeArea(tx, { code, region: ask.region.code, on, knownOn })
    if (!placed || 'former' in placed) return null
    const { release, area } = placed
    const last = monthShown(parseMonth(askedMonth), release)
    const counts = await countsOf(tx, release, [area], { first: addMonths(last, -23), last })
    return { release, area, last, counts: counts.get(code) ?? noCounts, types: await crimeTypes(tx) }
  })
  if (!found) return ask.notFound()
  const { release, area, last, counts, types } = found
  const shown = types.find((one) => one.code === type)
  if (!shown) return ask.badRequest(`De misdrijfsoort ${type} bestaat niet.`)
  const series = seriesOf(counts, type, addMonths(last, -23), last)
  const what = type === allCrimes ? 'Alle misdrijven samen' : shown.name
  const svg = await lineChartFile({
    title: `${what} in ${area.name}. ${monthsFinding(series)}`,
    measure: 'Geregistreerde misdrijven per maand, aantal',
    unit: 'aantal',
    from: yearsAt(addMonths(last, -23)),
    to: yearsAt(addMonths(last, 1)),
    breaks: release.isExample ? [] : breaksOf(type, addMonths(last, -23), last),
    points: series.map(({ month, count: value }) => ({
      period: month,
      value,
      provisional: isProvisional(month, release),
    })),
    warning: release.isExample ? 'Voorbeeldcijfers: verzonnen, geen cijfers van de politie.' : undefined,
    footer: [
      `${twentyFourMonths(last)}. Open punten en een streeplijn: voorlopig.`,
      release.isExample
        ? 'Verzonnen, in de vorm van tabel 47022NED van de politie.'
        : `Bron: Politie, via data.politie.nl, tabel ${release.sourceTable}, zoals bekend op ${dayInWords(release.knownOn)}.`,
      new URL(`${ask.path.replace(/\/grafiek\.\w+$/, '')}${ask.url.search}`, ask.installation.baseUrl).href,
    ],
  })
  return {
    svg,
    name: `${area.code}-${type.replaceAll('.', '-')}-${last}${release.isExample ? '-voorbeeldcijfers' : ''}`,
  }
}
