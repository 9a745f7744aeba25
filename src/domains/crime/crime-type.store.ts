import type { Reader } from '../../platform/db/database'
import { hasCode } from '../../platform/db/list'
import { byTypeCode, type CrimeType, type IndicatorMatch } from './crime-type'

/** Every crime type, by code. */
export async function crimeTypes(tx: Reader): Promise<CrimeType[]> {
  const rows = await tx
    .selectFrom('crime.types as t')
    .select(['t.code', 't.name', 't.explanation', 't.is_published_monthly', 't.follows_police_effort'])
    .where('t.withdrawn_on', 'is', null)
    .execute()
  return rows
    .map((row) => ({
      code: row.code,
      name: row.name,
      explanation: row.explanation,
      isPublishedMonthly: row.is_published_monthly,
      followsPoliceEffort: row.follows_police_effort,
    }))
    .sort(byTypeCode)
}

/** The indicators of the coalition that count what this type counts. */
export async function matchesOf(tx: Reader, type: string): Promise<IndicatorMatch[]> {
  const rows = await tx
    .selectFrom('crime.type_indicators as m')
    .innerJoin('figures.indicators as i', 'i.code', 'm.indicator')
    .select(['m.type', 'i.code', 'i.title', 'm.difference'])
    .where('m.type', '=', type)
    .where('m.withdrawn_on', 'is', null)
    .orderBy('i.title')
    .execute()
  return rows.map(({ type, code, title, difference }) => ({ type, indicator: { code, title }, difference }))
}

/** Whether there is a crime type with this code, also a withdrawn one. */
export const crimeTypeExists = (tx: Reader, code: string) => hasCode(tx, 'crime.types', code)
