import { Status } from '../../platform/ui'
import { number } from '../../platform/ui/wording'
import type { Recomputed } from './report'

/** What asking every figure again came to, in one sentence. */
export function recomputedLead(outcomes: readonly Recomputed[]): string {
  const of = (is: Recomputed['is']) => outcomes.filter((one) => one.is === is).length
  if (outcomes.length === 0) return 'Er zijn hier geen getallen om na te rekenen.'
  if (of('equal') === outcomes.length) return `Alle ${number(outcomes.length)} getallen zijn gelijk.`
  if (of('gone') === outcomes.length)
    return 'De cijfers waarvan dit stuk is gemaakt, zijn er niet meer. Narekenen kan niet.'
  return `Van ${number(outcomes.length)} getallen zijn er ${number(of('equal'))} gelijk. Kijk hieronder welke niet.`
}

/** Those that are not equal stand first. */
export const unequalFirst = <Row extends { readonly outcome: Recomputed }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Number(a.outcome.is === 'equal') - Number(b.outcome.is === 'equal'))

/** Of one figure whether it is equal; `words` says a number with its unit. */
export function OutcomeStatus({ outcome, words }: { outcome: Recomputed; words: (value: number | null) => string }) {
  switch (outcome.is) {
    case 'equal':
      return <Status is="complete" label="gelijk" />
    case 'different':
      return <Status is="missing" label={`ongelijk: ${words(outcome.value)}`} />
    case 'gone':
      return <Status is="unknown" label="niet na te rekenen: deze cijfers zijn er niet meer" />
  }
}
