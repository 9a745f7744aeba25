import type { Reader } from '../../platform/db/database'
import { type Line, listCalls } from '../datacalls'
import { findMeasurement, type Measurement } from '../figures'
import { compared, type Figure, type Recomputed, recompute } from '../publications'
import type { BoundFigure } from './bound'

/** A figure that was asked again, and what it is of; `closed` when whoever asks may not see what was answered. */
export type AskedAgain = {
  readonly figure: BoundFigure
  readonly outcome: Recomputed | { readonly is: 'closed' }
  readonly measurement: Measurement | null
  readonly line: Line | null
}

const isCount = (figure: BoundFigure): figure is Figure => figure.question.resource === 'misdrijfcijfers'

/** Asks every figure again, each as its question says, and tells of each whether it is equal. */
export async function askAgain(tx: Reader, figures: readonly BoundFigure[]): Promise<AskedAgain[]> {
  const counts = figures.filter(isCount)
  const outcomes = await recompute(tx, counts)
  const isAsked = figures.some(({ question }) => question.resource === 'uitvraag')
  const lines = isAsked ? (await listCalls(tx)).flatMap((call) => call.lines) : []
  const again: AskedAgain[] = []
  for (const figure of figures) {
    if (isCount(figure)) {
      const outcome = outcomes[counts.indexOf(figure)] ?? { is: 'gone' }
      again.push({ figure, outcome, measurement: null, line: null })
      continue
    }
    const { question } = figure
    if (question.resource === 'metingen') {
      const measurement = await findMeasurement(tx, question.code)
      const outcome: Recomputed = measurement ? compared(figure, measurement.value) : { is: 'gone' }
      again.push({ figure, outcome, measurement, line: null })
      continue
    }
    const line = lines.find(({ code }) => code === question.line) ?? null
    again.push({ figure, outcome: answeredAgain(question.answer, figure.value, line), measurement: null, line })
  }
  return again
}

// What was signed never changes; what nobody had answered was not known, and stays so.
function answeredAgain(id: string | null, value: number | null, line: Line | null): AskedAgain['outcome'] {
  if (id === null) return { is: 'equal' }
  if (line === null) return { is: 'closed' }
  const answer = line.answers.find((one) => one.id === id)
  return answer ? compared({ value }, answer.content.kind === 'getal' ? answer.content.value : null) : { is: 'gone' }
}
