import type { Day } from '../../kernel/day'

/** A sentence that was published, and what would stand there with later figures. */
export type Difference = { readonly about: string; readonly published: string; readonly now: string }

/** What a later release says where a report says something else. */
export type LaterWord = {
  readonly knownOn: Day
  readonly at: string
  readonly sentences: readonly Difference[]
  /** How many figures are another number. */
  readonly figures: number
}

/** A night on which the figures of a report were asked again. */
export type Recomputation = {
  readonly at: string
  readonly equal: number
  readonly different: number
  readonly gone: number
  /** Byte for byte what the log says. */
  readonly isSame: boolean
}

/** Something is wrong when what was published is not what was entered in the log, or another answer comes to its questions. */
export const isAlarm = ({ isSame }: Recomputation) => !isSame
