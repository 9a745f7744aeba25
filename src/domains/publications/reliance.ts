import type { Month } from '../../kernel/month'
import { type Figure, figuresOf, type Report } from './report'

/** The figures of a report that a count of one type in one month is part of, each with what it is about. */
export function figuresWith(
  report: Report,
  { type, month }: { readonly type: string; readonly month: Month },
): { readonly about: string; readonly figure: Figure }[] {
  return figuresOf(report).filter(
    ({ figure: { question } }) => question.type === type && question.from <= month && month <= question.until,
  )
}
