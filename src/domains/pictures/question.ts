import type { Day } from '../../kernel/day'
import type { Verdict, WatchedKind } from '../crime'
import type { Standing } from './comparison'

/** The views a question can be about, as they are kept. */
export const questionViews = ['beeld', 'vergelijking', 'regio', 'attenderingen'] as const
export type QuestionView = (typeof questionViews)[number]

/** What is asked: an area for the views of one area, a type for all but the attenderingen, a level for those. */
export type Asked = {
  readonly view: QuestionView
  readonly area: string | null
  readonly type: string | null
  readonly level: WatchedKind | null
}

/**
 * The answer to a question, as statements in order. Of one area it is a single word; of the region every municipality that
 * changed with its word (`GM0327 meer`), and of the attenderingen every area and type (`GM0327 1.4.1`).
 */
export type Answer = readonly string[]

export const unknownAnswer: Answer = ['onbekend']
export const isUnknown = (answer: Answer) => answer.length === 1 && answer[0] === 'onbekend'

/** A verdict as it is kept. */
export const verdictCode = {
  more: 'meer',
  less: 'minder',
  none: 'geen',
  few: 'te-weinig',
  unknown: 'onbekend',
} as const satisfies Record<Verdict, string>

/** A standing beside what is expected, as it is kept. */
export const standingCode = {
  higher: 'hoger',
  usual: 'vergelijkbaar',
  lower: 'lager',
  tooFew: 'te-weinig',
  unknown: 'onbekend',
} as const satisfies Record<Standing, string>

/** What figures say: the answer, and whether they say anything about a statement that was kept before. */
export type Says = {
  readonly answer: Answer
  /** `gone`: the area of the statement is not in the division any more. */
  readonly knows: (statement: string) => 'known' | 'unknown' | 'gone'
}

/** A question that stays open: whoever asks it hears when its answer changes. */
export type Question = Asked & {
  readonly id: string
  readonly areaName: string | null
  readonly typeName: string | null
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
  /** What was mailed, without what stands in every mail. */
  readonly words: string
  /** The day the figures behind it were published. */
  readonly knownOn: Day
}

/** What was kept last, and from which figures. */
export type Last = {
  readonly answer: Answer | null
  readonly release: number | null
  readonly wasExample: boolean
}

/** The statements that are new and those that went. */
export type Change = { readonly joined: Answer; readonly left: Answer }

/** What is to be done with an answer: mail it, note it without a mail, or nothing; and what to keep of it. */
export type Step = Change & { readonly step: 'mail' | 'note' | 'nothing'; readonly kept: Answer }

/**
 * A mail goes out only when the answer changed. The first answer is what somebody saw when he asked; example figures and what
 * became unknown are no news, and unknown changes nothing of what was kept; what left the division did not change; and from
 * example figures to real ones is another question.
 */
export function stepFor(last: Last, now: Says & { readonly release: number; readonly isExample: boolean }): Step {
  const still = (step: 'note' | 'nothing', kept: Answer): Step => ({ step, kept, joined: [], left: [] })
  if (last.release === now.release) return still('nothing', last.answer ?? now.answer)
  if (last.answer === null || last.release === null || last.wasExample !== now.isExample)
    return still('note', now.answer)
  const before = last.answer
  if (isUnknown(now.answer)) return still('note', before)
  const joined = now.answer.filter((one) => !before.includes(one))
  const left = before.filter((one) => now.knows(one) === 'known' && !now.answer.includes(one))
  // What is unknown now stays as it was known last, so that the next known answer is compared with that.
  const silent = before.filter((one) => now.knows(one) === 'unknown' && !now.answer.includes(one))
  const kept = [...now.answer, ...silent].toSorted()
  const isNews = !now.isExample && joined.length + left.length > 0
  return isNews ? { step: 'mail', kept, joined, left } : still('note', kept)
}
