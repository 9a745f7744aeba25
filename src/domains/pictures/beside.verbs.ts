import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { type IndicatorMatch, isProvisional, type Series } from '../crime'
import { type DocumentTitles, documentTitles, measurementsOf, surveyQuestions } from '../figures'
import type { Deed, DeedsAsked } from './deed'
import { heardIn, type Survey } from './perception'
import type { Placed } from './picture.verbs'
import { type YearTarget, yearTargets } from './year-target'

/** Whoever knows the plans of the coalition: they come after the pictures, so the product hands them in. */
export type FindDeeds = (tx: Reader, asked: DeedsAsked) => Promise<readonly Deed[]>

type About = { readonly matches: readonly IndicatorMatch[]; readonly knownOn: Day }

export async function deedsOf(
  tx: Reader,
  { area, municipality, above, on }: Placed,
  matches: readonly IndicatorMatch[],
  findDeeds: FindDeeds,
): Promise<readonly Deed[]> {
  if (matches.length === 0) return []
  return findDeeds(tx, {
    area: municipality?.code ?? area.code,
    wholes: above.map(({ code }) => code),
    on,
    indicators: matches.map(({ indicator }) => indicator.code),
  })
}

/** What was agreed for years of this area. Beside invented counts nothing: a real limit would be judged by them. */
export async function targetsOf(
  tx: Reader,
  { area, release }: Placed,
  { matches, knownOn, type, series }: About & { readonly type: string; readonly series: Series },
): Promise<readonly YearTarget[]> {
  if (matches.length === 0 || release.isExample) return []
  const indicators = matches.map(({ indicator }) => indicator.code)
  const settled = series.filter(({ month }) => !isProvisional(month, release))
  return yearTargets(await measurementsOf(tx, { indicators, area: area.code, knownOn }), type, settled)
}

/** What people answered, of this area or of the nearest it lies in. */
export async function surveysOf(tx: Reader, placed: Placed, knownOn: Day): Promise<Heard> {
  const questions = await surveyQuestions(tx)
  const { area, municipality, above } = placed
  const areas = [
    area,
    ...(municipality && municipality.code !== area.code ? [municipality] : []),
    ...above.toReversed(),
  ]
  const said = await measurementsOf(tx, {
    indicators: questions.map(({ indicator }) => indicator),
    areas: areas.map(({ code }) => code),
    knownOn,
  })
  return {
    surveys: questions.flatMap((question) => heardIn(question, areas, said) ?? []),
    asked: questions.map(({ survey }) => survey),
    documents: await documentTitles(tx),
  }
}

export type Heard = {
  readonly surveys: readonly Survey[]
  /** The surveys that could be read in, whether or not anything was. */
  readonly asked: readonly string[]
  readonly documents: DocumentTitles
}
