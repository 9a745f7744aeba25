import { parsePeriod } from '../../kernel/period'
import type { Track } from '../strategy'
import type { Versioned } from './draft'

/** A target binds, an aim does not: two words that are kept apart. */
export const aims = ['doel', 'streven'] as const
export type Aim = (typeof aims)[number]

/** What an action says. Lists and parties are codes. */
export type ActionContent = {
  readonly seq: number
  /** The part within the chapter. */
  readonly project: string | null
  readonly track: Track
  readonly title: string
  readonly lead: string
  /** The function that carries it at the lead; never a name. */
  readonly leadPost: string | null
  readonly participants: readonly string[]
  readonly areas: readonly string[]
  /** A period as sources write one, or `planperiode` when that was chosen; null when nobody said. */
  readonly due: string | null
  readonly aim: Aim | null
  /** A number is about the first of these. */
  readonly indicators: readonly string[]
  readonly targetValue: number | null
  readonly targetUnit: string | null
  /** The period by when. */
  readonly targetBy: string | null
  /** A target without a number: what is to be seen; never beside a number. */
  readonly targetText: string | null
  /** The evidence that was agreed on beforehand. */
  readonly targetEvidence: string | null
  /** The first action that makes the same promise. */
  readonly promise: string | null
  readonly isRemoved: boolean
}

export type DraftAction = Versioned &
  ActionContent & {
    readonly code: string
    readonly chapter: string
    /** The action of an earlier plan that goes on in this one. */
    readonly cameFrom: string | null
    readonly leadName: string
    /** The lead is a name for all municipalities: one agreement with one status. */
    readonly isCollective: boolean
  }

/** What can still be made clearer in an action. None of these stands in the way. */
export type Nudge = 'datum' | 'getal' | 'eenheid' | 'indicator' | 'wanneer' | 'bewijs' | 'gebied'

/** The hints for an action: a missing date or number is named, and never refused. */
export function nudgesOf(action: ActionContent): Nudge[] {
  const nudges: Nudge[] = []
  if (action.due === null) nudges.push('datum')
  if (action.areas.length === 0) nudges.push('gebied')
  if (action.targetValue === null && action.targetText === null) nudges.push('getal')
  if (action.targetValue !== null) {
    if (action.targetUnit === null) nudges.push('eenheid')
    if (action.indicators.length === 0) nudges.push('indicator')
    if (action.targetBy === null) nudges.push('wanneer')
  }
  if (action.targetText !== null && action.targetEvidence === null) nudges.push('bewijs')
  return nudges
}

/** A date of an action as it may be kept: the word `planperiode`, or a period as sources write one. */
export const isDue = (text: string): boolean => text === 'planperiode' || parsePeriod(text) !== null
