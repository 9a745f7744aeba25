import { addMonths, type Month, parseMonth } from '../../kernel/month'
import { type ChartFile, lineChartFile } from '../../platform/ui'
import { day as dayInWords, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Drawn, pageOfDrawing } from '../../platform/web/drawing'
import {
  allCrimes,
  countsOf,
  crimeTypes,
  isProvisional,
  type KnownRelease,
  matchesOf,
  monthShown,
  noCounts,
  seriesOf,
} from '../crime'
import { deedsOf, type FindDeeds, type Heard, surveysOf, targetsOf } from './beside.verbs'
import { breaksOf } from './counting-break'
import { deedsWithin } from './deed'
import { deedNotes } from './deed.parts'
import type { Survey } from './perception'
import { drawnUnit, movementSentence, surveyFinding, surveyPoints } from './perception.parts'
import { dayMistake, monthsFinding, twentyFourMonths, yearsAt } from './picture.parts'
import { type Placed, placeArea } from './picture.verbs'
import { targetMarks, yearPoints, yearsFinding, yearsShown } from './year.parts'

/** The months of an area, with what was agreed for days and months among them. */
export async function monthsDrawing(ask: Ask, findDeeds: FindDeeds): Promise<Response | Drawn> {
  const found = await drawnArea(ask, 24)
  if (found instanceof Response) return found
  const { placed, last, series, type, what } = found
  const { release, area } = placed
  const first = addMonths(last, -23)
  const deeds = await ask.read(async (tx) => deedsOf(tx, placed, await matchesOf(tx, type), findDeeds))
  const { marks } = deedsWithin(deeds, { first, last })
  return fileOf(ask, release, {
    name: `${area.code}-${type}-${last}`,
    title: `${what} in ${area.name}. ${monthsFinding(series)}`,
    measure: 'Geregistreerde misdrijven per maand, aantal',
    unit: 'aantal',
    from: yearsAt(first),
    to: yearsAt(addMonths(last, 1)),
    breaks: release.isExample ? [] : breaksOf(type, first, last),
    notes: deedNotes(marks),
    points: series.map(({ month, count: value }) => ({
      period: month,
      value,
      provisional: isProvisional(month, release),
    })),
    footer: [
      ...(marks.length > 0 ? ['Een nummer laat niet zien dat een actie de aantallen veranderde.'] : []),
      `${twentyFourMonths(last)}. Open punten en een streeplijn: voorlopig.`,
    ],
  })
}

/** The whole years of an area, with what was agreed for them. */
export async function yearsDrawing(ask: Ask): Promise<Response | Drawn> {
  const found = await drawnArea(ask, null)
  if (found instanceof Response) return found
  const { placed, last, series, type, what, knownOn } = found
  const { release, area } = placed
  const targets = await ask.read(async (tx) =>
    targetsOf(tx, placed, { matches: await matchesOf(tx, type), knownOn, type, series }),
  )
  const points = yearPoints(series, release)
  const [from, to] = yearsShown(points, targets)
  const unfinished = points.find(({ drawn }) => drawn === false)
  return fileOf(ask, release, {
    name: `${area.code}-${type}-jaren-${last}`,
    title: `${what} in ${area.name}. ${yearsFinding(points)}`,
    measure: 'Geregistreerde misdrijven per jaar, aantal',
    unit: 'aantal',
    from: Number(from),
    to: Number(to) + 1,
    breaks: release.isExample ? [] : breaksOf(type, release.firstMonth, last),
    targets: targetMarks(targets, { from, to }),
    points,
    footer: unfinished ? [`Alleen hele jaren. ${unfinished.period} telt nog ${unfinished.note}.`] : [],
  })
}

/** What people answered to one question, in this area or the nearest around it. */
export async function perceptionDrawing(ask: Ask): Promise<Response | Drawn> {
  const found = await placedArea(ask)
  if (found instanceof Response) return found
  const { placed, knownOn } = found
  const { surveys, documents } = await ask.read((tx) => surveysOf(tx, placed, knownOn))
  const survey = surveys.find(({ question }) => question.indicator === ask.query.get('cijfer'))
  if (!survey) return ask.notFound()
  const years = survey.outcomes.map(({ period }) => Number(period))
  return fileOf(ask, null, {
    name: `${survey.area.code}-${survey.question.indicator}`,
    title: surveyFinding(survey),
    measure: `${survey.question.title}, ${survey.question.unit}`,
    unit: drawnUnit(survey),
    from: Math.min(...years),
    to: Math.max(...years) + 1,
    holes: false,
    points: surveyPoints(survey),
    breaks: survey.question.breaks
      .filter((before) => Number(before.slice(0, 4)) > Math.min(...years))
      .map((before) => ({ before, label: 'anders gevraagd' })),
    footer: [
      movementSentence(survey),
      `Bron: ${sentenceList(sourceTitles(survey, documents))}.`,
      `Enquête: ${survey.question.survey}. Gevraagd: ${survey.question.question}. Een streep is de marge van 95 van de 100.`,
    ],
  })
}

const sourceTitles = ({ outcomes }: Survey, documents: Heard['documents']) => [
  ...new Set(
    outcomes
      .flatMap(({ sources }) => sources.map((source) => source.split(':')[0] ?? source))
      .map((document) => documents.get(document)?.title ?? document),
  ),
]

type Found = { readonly placed: Placed; readonly knownOn: NonNullable<Ask['knownOn']> }

async function placedArea(ask: Ask): Promise<Response | Found> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest(dayMistake)
  const code = ask.params.code ?? ''
  const placed = await ask.read((tx) => placeArea(tx, { code, region: ask.region.code, on, knownOn }))
  return !placed || 'former' in placed ? ask.notFound() : { placed, knownOn }
}

/** The area, type and months that an address asks for; `months` up to the last, or all there are. */
export async function drawnArea(ask: Ask, months: number | null) {
  const found = await placedArea(ask)
  if (found instanceof Response) return found
  const { placed, knownOn } = found
  const askedMonth = ask.query.get('tot') ?? ''
  if (askedMonth && !parseMonth(askedMonth))
    return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const type = ask.query.get('soort') || allCrimes
  const { release, area } = placed
  const last: Month = monthShown(parseMonth(askedMonth), release)
  const first = months === null ? release.firstMonth : addMonths(last, 1 - months)
  const { counts, types } = await ask.read(async (tx) => ({
    counts: (await countsOf(tx, release, [area], { first, last, type })).get(area.code) ?? noCounts,
    types: await crimeTypes(tx),
  }))
  const shown = types.find((one) => one.code === type)
  if (!shown) return ask.badRequest(`De misdrijfsoort ${type} bestaat niet.`)
  const what = type === allCrimes ? 'Alle misdrijven samen' : shown.name
  return { placed, knownOn, last, type, what, series: seriesOf(counts, type, first, last) }
}

/** The drawing with where it comes from and its address beneath; invented counts say so above it and in the name. */
async function fileOf(
  ask: Ask,
  release: KnownRelease | null,
  { name, ...chart }: ChartFile & { readonly name: string },
): Promise<Drawn> {
  return { svg: await lineChartFile({ ...chart, ...sheetOf(ask, release, chart) }), name: nameOf(name, release) }
}

/** What stands around a drawing: the warning that counts are invented, the source, and the address of the page it is of. */
export function sheetOf<Of extends Pick<ChartFile, 'title' | 'measure' | 'footer'>>(
  ask: Ask,
  release: KnownRelease | null,
  { title, measure, footer }: Of,
) {
  const isExample = release?.isExample ?? false
  const source = isExample
    ? ['Verzonnen, in de vorm van tabel 47022NED van de politie.']
    : release
      ? [
          `Bron: Politie, via data.politie.nl, tabel ${release.sourceTable}, zoals bekend op ${dayInWords(release.knownOn)}.`,
        ]
      : []
  return {
    title,
    measure,
    warning: isExample ? 'Voorbeeldcijfers: verzonnen, geen cijfers van de politie.' : undefined,
    // Only what a page reads: with anything else behind it each drawing would be another one.
    footer: [...footer, ...source, pageOfDrawing(ask, ['soort', 'tot', 'bekendOp', 'geldigOp', 'cijfer'])],
  }
}

/** What the file of a drawing is called, without the end. */
export const nameOf = (name: string, release: KnownRelease | null) =>
  `${name.replaceAll('.', '-')}${release?.isExample ? '-voorbeeldcijfers' : ''}`
