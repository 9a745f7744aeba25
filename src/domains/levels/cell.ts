import type { Day } from '../../kernel/day'
import { dayFault, type Fault, readDay, tidy } from '../../kernel/typed'
import { asTypedDay, type TypedDay } from '../../kernel/typed-day'

/** What a partner chose in a theme of the execution plan of a district. Unknown is never "not chosen". */
export const answers = ['gekozen', 'startpositie', 'niet-gekozen', 'onbekend'] as const
export type CellAnswer = (typeof answers)[number]

export type SaidCell = {
  readonly answer: CellAnswer
  /** Where the partner begins, in a few words; only with `startpositie`. */
  readonly startPosition: string | null
  /** For professionals only, as is the rest of a version. */
  readonly reason: string
  readonly decidedOn: Day
}

/** What was said in the product of a cell; the first version is 1, and what the documents had comes before it. */
export type CellVersion = SaidCell & {
  readonly theme: string
  readonly partner: string
  readonly version: number
  readonly before: CellAnswer
  readonly at: string
  readonly actedAs: string
}

/** A cell as the matrix has it, in the words of the plan. */
export function answerOf(
  cell: { readonly participates: 'ja' | 'nee' | 'onbekend'; readonly startPosition: string | null } | null | undefined,
): CellAnswer {
  if (!cell || cell.participates === 'onbekend') return 'onbekend'
  if (cell.participates === 'nee') return 'niet-gekozen'
  return cell.startPosition === null ? 'gekozen' : 'startpositie'
}

export type TypedCell = {
  readonly answer: string
  readonly startPosition: string
  readonly reason: string
  readonly decidedOn: TypedDay
}

/** What stands in the fields when the form is opened: the cell as it is, and why is asked again each time. */
export const asTypedCell = (answer: CellAnswer, startPosition: string | null, today: Day): TypedCell => ({
  answer,
  startPosition: startPosition ?? '',
  reason: '',
  decidedOn: asTypedDay(today),
})

/** Reads what was typed of a cell, or says at which field it is wrong. */
export function readCell(typed: TypedCell, today: Day): SaidCell | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (field: string, message: string) => faults.push({ field, message })
  const answer = answers.find((one) => one === typed.answer)
  if (!answer) fault('antwoord', 'Kies wat de partner in dit plan doet.')
  const start = tidy(typed.startPosition)
  if (answer === 'startpositie' && start === '') fault('start', 'Schrijf waar de partner begint.')
  if (start.length > 200) fault('start', 'Maak dit korter: ten hoogste 200 tekens.')
  const reason = tidy(typed.reason)
  if (reason === '') fault('reden', 'Schrijf waarom. Alleen professionals lezen dit.')
  if (reason.length > 1000) fault('reden', 'Maak dit korter: ten hoogste 1.000 tekens.')
  const decidedOn = readDay(typed.decidedOn)
  if (decidedOn === 'fault' || decidedOn === null) fault('datum', dayFault)
  else if (decidedOn > today) fault('datum', 'Deze dag komt nog.')
  if (!answer || decidedOn === 'fault' || decidedOn === null || faults.length > 0) return { faults }
  return { answer, startPosition: answer === 'startpositie' ? start : null, reason, decidedOn }
}
