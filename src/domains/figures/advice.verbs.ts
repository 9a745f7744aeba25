import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { Indicator } from './indicator'
import { findIndicator } from './indicator.store'
import { type AskedTarget, type Judgeability, judgeabilityOfTarget } from './judgeability'
import { measurementsOf } from './measurement.store'

/** A target somebody types, with the unit as he writes it. */
export type TypedTarget = Pick<AskedTarget, 'indicator' | 'area' | 'period' | 'value' | 'qualifier'> & {
  readonly unit: string | null
}

/** Whether a target that is typed can be told from chance; null when there is no such figure or no number of it. */
export async function adviceOnTarget(tx: Reader, typed: TypedTarget, today: Day): Promise<Judgeability | null> {
  if (typed.value === null) return null
  const found = await findIndicator(tx, typed.indicator)
  if (!found) return null
  const measurements = await measurementsOf(tx, { knownOn: today, indicator: typed.indicator })
  const unit = unitOf(typed.unit, found)
  if (unit === null) return null
  return judgeabilityOfTarget({ ...typed, basePeriod: null, unit, favourable: found.favourable }, measurements)
}

/** The unit a target is in as figures write it; null when it counts something else than its figure does. */
function unitOf(typed: string | null, { title, unit }: Indicator): string | null {
  if (typed === null || typed === unit || (letters(typed) !== '' && letters(title).includes(letters(typed))))
    return unit
  return /procent|%/.test(typed) ? 'procent' : null
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '')
