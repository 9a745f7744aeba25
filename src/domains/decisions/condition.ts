import type { Day } from '../../kernel/day'
import type { Condition } from '../proposals'

/** A condition of a decision, with of which. */
export type DecisionCondition = Condition & {
  readonly decision: string
  readonly title: string
  readonly takenOn: Day
  /** Of a decision under a closed item: its words stand with that decision only, where reading is noted. */
  readonly isClosed: boolean
  readonly bodyName: string
}
