import type { Day } from '../../kernel/day'
import type { Line } from '../datacalls'
import type { JudgedTarget, Measurement } from '../figures'
import type { Figure } from '../publications'

/** What a number of a source was on a day. */
export type MeasurementQuestion = { readonly resource: 'metingen'; readonly code: string; readonly knownOn: Day }

/** What was signed as the answer to a line of a data call; null while nothing was. An answer never changes. */
export type AnswerQuestion = { readonly resource: 'uitvraag'; readonly line: string; readonly answer: string | null }

/** A number with the question it answers. Null is not known. */
export type BoundFigure =
  | Figure
  | { readonly question: MeasurementQuestion | AnswerQuestion; readonly value: number | null }

/** The answer of a line that somebody signed; null while the line is open. */
export type SignedAnswer = {
  readonly id: string
  readonly value: number | null
  readonly actedAs: string
  readonly at: string
}

/** What a reference leads to, with all that must be said with it. */
export type Found =
  /** `breaks`: from which years the indicator was counted otherwise; a figure that was not looked up by itself has none. */
  | { readonly kind: 'meting'; readonly measurement: Measurement; readonly breaks?: readonly string[] }
  | { readonly kind: 'doel'; readonly judged: JudgedTarget }
  | {
      readonly kind: 'uitvraag'
      readonly line: Pick<Line, 'code' | 'title' | 'unit' | 'holder' | 'due'>
      readonly year: number
      readonly areaName: string
      readonly answer: SignedAnswer | null
      /** Its number when a source document printed it. */
      readonly measurement: Measurement | null
    }
  | {
      readonly kind: 'misdrijf'
      readonly figure: Figure
      readonly areaName: string
      readonly typeName: string
      readonly isProvisional: boolean
      readonly isExample: boolean
    }

/** The figures that what was found consists of, each with its question. */
export function figuresIn(found: Found, knownOn: Day): BoundFigure[] {
  const measured = (one: Measurement | null): BoundFigure[] =>
    one ? [{ question: { resource: 'metingen', code: one.code, knownOn }, value: one.value }] : []
  switch (found.kind) {
    case 'meting':
      return measured(found.measurement)
    case 'doel':
      return [...measured(found.judged.target), ...measured(found.judged.outcome)]
    case 'uitvraag':
      if (found.measurement) return measured(found.measurement)
      return [
        {
          question: { resource: 'uitvraag', line: found.line.code, answer: found.answer?.id ?? null },
          value: found.answer?.value ?? null,
        },
      ]
    case 'misdrijf':
      return [found.figure]
  }
}
