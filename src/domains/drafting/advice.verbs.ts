import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { findIndicator, measurementsOf, targetAdvice } from '../figures'
import type { ActionContent } from './draft-action'

/** Whether what an action wants to reach can be told from chance, in a sentence; null when it names no figure with a number. */
export async function adviceOn(tx: Reader, action: ActionContent, today: Day): Promise<string | null> {
  const [indicator] = action.indicators
  const [area] = action.areas
  if (!indicator || !area || action.targetValue === null || action.targetBy === null) return null
  const found = await findIndicator(tx, indicator)
  if (!found) return null
  const measurements = await measurementsOf(tx, { knownOn: today, indicator })
  return targetAdvice(
    {
      indicator,
      area,
      period: action.targetBy,
      basePeriod: null,
      value: action.targetValue,
      unit: action.targetUnit ?? found.unit,
      qualifier: 'exact',
      favourable: found.favourable,
    },
    measurements,
  )
}
