import { lineChartFile } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Drawn, pageOfDrawing } from '../../platform/web/drawing'
import { monthsChart, reportTitle } from './edition.parts'
import { monthsDrawn } from './report.parts'
import { findReport } from './report.store'

/** The months of a report as a file, out of what the report holds and not of what is known now. */
export async function reportDrawing(ask: Ask): Promise<Response | Drawn> {
  const stored = await ask.read((tx) => findReport(tx, ask.params.code ?? ''))
  if (!stored) return ask.notFound()
  const { report, signature, code } = stored
  const { title, ...chart } = monthsDrawn(monthsChart(report), stored)
  const svg = await lineChartFile({
    ...chart,
    title: `${reportTitle(report)}. ${title}`,
    ...(report.isExample ? { warning: 'Voorbeeldcijfers: verzonnen, geen cijfers van de politie.' } : {}),
    footer: [
      ...(signature ? [] : ['Concept: nog niet ondertekend.']),
      'Open punten en een streeplijn: voorlopig.',
      report.isExample
        ? 'Verzonnen, in de vorm van tabel 47022NED van de politie.'
        : `Bron: Politie, zoals bekend op ${dayInWords(report.source.knownOn)}.`,
      pageOfDrawing(ask, []),
    ],
  })
  return { svg, name: code, ...(signature ? {} : { headers: { 'cache-control': 'no-store' } }) }
}
