import type { Day } from '../../kernel/day'
import { dayFault, evidenceText, type Fault, neededText, readDay } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'

export const conditionStates = ['open', 'voldaan', 'niet voldaan', 'vervallen'] as const
export type ConditionState = (typeof conditionStates)[number]

/** What was said of a condition at one moment. `at` is ISO text. */
export type Said = {
  readonly version: number
  readonly state: ConditionState
  /** The day since which it is so. */
  readonly since: Day
  readonly sentence: string
  readonly evidence: string | null
  /** The decision that dropped it. */
  readonly droppedBy: string | null
  readonly at: string
  readonly actedAs: string
}

/** One condition of a decision or of a view, with whether it was met. */
export type Condition = {
  /** Its line in what was written, from 1. */
  readonly seq: number
  readonly words: string
  /** What holds today: also `vervallen` once what it was set with was turned back, withdrawn or not adopted. */
  readonly state: ConditionState
  /** The newest first; empty while nobody said anything. */
  readonly said: readonly Said[]
}

/** A condition that a body set in a view of a proposal, with where it stands. */
export type ViewCondition = Condition & {
  readonly proposal: string
  readonly step: number
  /** The code of the instance or organisation, and what it is called. */
  readonly who: string
  readonly whoName: string
  readonly title: string
}

export type ConditionDraft = Pick<Said, 'state' | 'since' | 'sentence' | 'evidence' | 'droppedBy'>

/** What was typed about a condition, by the name of the field without its number. */
export type TypedCondition = {
  readonly state: string
  readonly since: TypedDay
  readonly sentence: string
  readonly evidence: string
  readonly droppedBy: string
}

/** What can be said: not of before `from`; `droppers` are the decisions that can drop it, null where none is needed. */
type Bounds = { readonly from: Day | null; readonly today: Day; readonly droppers: readonly string[] | null }

/** Reads what is said of a condition, or what is wrong at which field; `at` follows the name of each. */
export function readCondition(
  typed: TypedCondition,
  { from, today, droppers }: Bounds,
  at: string,
): ConditionDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const state = conditionStates.find((one) => one === typed.state)
  if (!state) faults.push({ field: `stand-${at}`, message: 'Kies hoe de voorwaarde ervoor staat.' })
  const since = readDay(typed.since)
  const sinceAt = `sinds-${at}`
  if (since === 'fault' || since === null) faults.push({ field: sinceAt, message: dayFault })
  else if (since > today)
    faults.push({ field: sinceAt, message: 'Deze dag komt nog. Vul vandaag in, of een eerdere dag.' })
  else if (from !== null && since < from)
    faults.push({ field: sinceAt, message: 'Deze dag ligt voor het besluit. Vul een latere dag in.' })
  const sentence = neededText(typed.sentence, `zin-${at}`, 1000, 'Schrijf in één zin waar dat uit blijkt.', faults)
  const evidence = evidenceText(typed.evidence, `bewijs-${at}`, faults)
  const droppedBy = state === 'vervallen' ? (droppers?.find((code) => code === typed.droppedBy) ?? null) : null
  if (state === 'vervallen' && droppers !== null && droppedBy === null)
    faults.push({
      field: `besluit-${at}`,
      message: droppers.length > 0 ? 'Kies het besluit dat de voorwaarde laat vervallen.' : noDropper,
    })
  if (faults.length > 0 || !state || since === null || since === 'fault') return { faults }
  return { state, since, sentence, evidence, droppedBy }
}

const noDropper = 'Er is geen later besluit van dit gremium. Leg dat eerst vast, of kies een andere stand.'

/** Whether a body still has to look at it: it is open, or was not met and no decision dropped it. */
export const isUnsettled = ({ state }: Pick<Condition, 'state'>) => state === 'open' || state === 'niet voldaan'
