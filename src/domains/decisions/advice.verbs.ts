import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { period as periodInWords } from '../../platform/ui/wording'
import { adviceOnTarget, type Judgeability, type TypedTarget } from '../figures'
import type { Action } from '../strategy'
import { areaNames } from '../territory'
import type { Decision } from './decision'

/** Whether what an action is to reach, by the target it has or would get, can be told from chance; null when it names no figure or area. */
export async function adviceOnAction(
  tx: Reader,
  { indicators, areas, agreed, due }: Action,
  target: Action['target'],
  today: Day,
): Promise<Judgeability | null> {
  const [[indicator], [area]] = [indicators, areas]
  if (!indicator || !area || !target) return null
  const typed = { indicator: indicator.code, area: area.code, period: agreed?.by ?? due, qualifier: 'exact' as const }
  return adviceOnTarget(tx, { ...typed, ...target }, today)
}

/** Of every target that a decision set: which it is, and whether it can be told from chance. */
export async function adviceOnDecision(
  tx: Reader,
  { effects }: Decision,
  today: Day,
): Promise<readonly { readonly about: string; readonly advice: Judgeability }[]> {
  const targets = effects.filter(({ kind, after }) => kind === 'zet-doel' && typeof after.waarde === 'number')
  if (targets.length === 0) return []
  const areas = await areaNames(tx)
  const found = []
  for (const { subject, subjectTitle, after } of targets) {
    const [area, period] = [String(after.gebied), String(after.periode)]
    const qualifier = after.grens as TypedTarget['qualifier']
    const typed = { indicator: subject, area, period, value: Number(after.waarde), unit: null, qualifier }
    const advice = await adviceOnTarget(tx, typed, today)
    if (advice)
      found.push({ about: `${subjectTitle}, ${areas.get(area)?.name ?? area}, ${periodInWords(period)}`, advice })
  }
  return found
}
