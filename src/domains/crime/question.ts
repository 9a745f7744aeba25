import type { Day } from '../../kernel/day'
import type { Verdict } from './change'

/** What the answer to an open question says: the last twelve months against the twelve before. */
export type Answer = 'meer' | 'minder' | 'geen' | 'te-weinig' | 'onbekend'

/** An answer as it is kept, from what the comparison says. */
export const answerOf: Readonly<Record<Verdict, Answer>> = {
  more: 'meer',
  less: 'minder',
  none: 'geen',
  few: 'te-weinig',
  unknown: 'onbekend',
}

/** A question that stays open: whoever asks it hears when its answer changes. */
export type Question = {
  readonly id: string
  readonly area: string
  readonly areaName: string
  readonly type: string
  readonly typeName: string
  readonly askedAt: string
  /** Null until it is answered for the first time. */
  readonly answer: Answer | null
  readonly answeredAt: string | null
  readonly stoppedAt: string | null
}

/** A mail about a question, and why it was sent. */
export type QuestionMail = {
  readonly question: string
  readonly mailedAt: string
  readonly before: Answer
  readonly after: Answer
  /** The sentence that was mailed. */
  readonly words: string
  /** The day the figures behind it were published. */
  readonly knownOn: Day
}

/** What is to be done with an answer: mail it, note it without a mail, or nothing. */
export type Step = 'mail' | 'note' | 'nothing'

/**
 * A mail goes out only when the answer changed. The first answer is what somebody saw when he asked; example figures and an
 * answer that became unknown are no news; and from example figures to real ones is another question.
 */
export function stepFor(
  last: { readonly answer: Answer | null; readonly release: number | null; readonly wasExample: boolean },
  now: { readonly answer: Answer; readonly release: number; readonly isExample: boolean },
): Step {
  if (last.release === now.release) return 'nothing'
  if (last.answer === null || last.release === null || last.wasExample !== now.isExample) return 'note'
  if (last.answer === now.answer) return 'note'
  return now.answer === 'onbekend' || now.isExample ? 'note' : 'mail'
}
