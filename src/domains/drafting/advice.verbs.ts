import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { adviceOnTarget, type Judgeability } from '../figures'
import type { ActionContent } from './draft-action'

/** Whether what an action wants to reach can be told from chance; null when it names no figure with a number. */
export async function adviceOn(tx: Reader, action: ActionContent, today: Day): Promise<Judgeability | null> {
  const [indicator] = action.indicators
  const [area] = action.areas
  const { targetValue: value, targetUnit: unit, targetBy: period } = action
  if (!indicator || !area || period === null) return null
  return adviceOnTarget(tx, { indicator, area, period, value, unit, qualifier: 'exact' }, today)
}
