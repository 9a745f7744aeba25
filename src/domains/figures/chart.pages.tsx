import { barFile, lineChartFile } from '../../platform/ui'
import { day as dayInWords, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Drawn, pageOfDrawing } from '../../platform/web/drawing'
import { listAreas } from '../territory'
import { areaSumsOf } from './change'
import { areaBars } from './derivation.parts'
import { documentTitles } from './document.store'
import { sentence, sourceTitles } from './figure.parts'
import { hasYears, yearsChart } from './indicator.parts'
import { findIndicator } from './indicator.store'
import { measurementsOf } from './measurement.store'
import { dayMistake } from './mention.parts'
import { mainAreaOf } from './standing'

/** The years of an indicator, as on its page. */
export async function yearsDrawing(ask: Ask): Promise<Response | Drawn> {
  const { knownOn } = ask
  if (!knownOn) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const indicator = await findIndicator(tx, code)
    if (!indicator) return null
    const measurements = await measurementsOf(tx, { indicator: code, knownOn })
    return { indicator, measurements, documents: await documentTitles(tx) }
  })
  if (!found) return ask.notFound()
  const { indicator, measurements, documents } = found
  const main = mainAreaOf(measurements, ask.region.code)
  const here = measurements.filter(({ area }) => area === main)
  if (!hasYears(here)) return ask.notFound()
  const { sources, areaName, ...chart } = yearsChart(here, indicator)
  const svg = await lineChartFile({
    ...chart,
    footer: [
      `${areaName}. Een gat is een jaar zonder getal.`,
      ...(indicator.caveats ? [`Let op: ${sentence(indicator.caveats)}`] : []),
      `Bron: ${sentenceList(sourceTitles(sources, documents))}, zoals bekend op ${dayInWords(knownOn)}.`,
      pageOfDrawing(ask, ['bekendOp']),
    ],
  })
  return { svg, name: `${code}-${main}` }
}

/** The districts beside each other in the newest year of an indicator, as on its page. */
export async function districtsDrawing(ask: Ask): Promise<Response | Drawn> {
  const { knownOn, validOn } = ask
  if (!knownOn || !validOn) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const indicator = await findIndicator(tx, code)
    if (!indicator) return null
    return {
      indicator,
      measurements: await measurementsOf(tx, { indicator: code, knownOn }),
      districts: (await listAreas(tx, { validOn, kind: 'district', within: ask.region.code })).items,
      documents: await documentTitles(tx),
    }
  })
  if (!found) return ask.notFound()
  const { indicator, measurements, districts, documents } = found
  const areas = districts.map((district) => district.code)
  const bars = areaBars(areaSumsOf(measurements, ask.region.code, areas).reverse(), districts, indicator)
  if (!bars) return ask.notFound()
  const { sources, ...chart } = bars
  const svg = await barFile({
    ...chart,
    footer: [
      ...(indicator.caveats ? [`Let op: ${sentence(indicator.caveats)}`] : []),
      `Bron: ${sentenceList(sourceTitles(sources, documents))}, zoals bekend op ${dayInWords(knownOn)}.`,
      pageOfDrawing(ask, ['bekendOp', 'geldigOp']),
    ],
  })
  return { svg, name: `${code}-districten` }
}
