import { number } from '../../platform/ui/wording'
import type { Verdict } from './change'

/** What stands on the screen for each verdict: always these words. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  more: 'aantoonbaar meer',
  less: 'aantoonbaar minder',
  none: 'geen aantoonbare verandering',
  few: 'te weinig voorvallen om iets over te zeggen',
  unknown: 'onbekend',
}

/** The verdict of twelve months against the twelve before. Only a change stands out, and not by colour. */
export function VerdictText({ verdict }: { verdict: Verdict }) {
  const words = verdictWords[verdict]
  return verdict === 'more' || verdict === 'less' ? <strong>{words}</strong> : <span class="sv-stil">{words}</span>
}

export const methodAddress = '/veiligheidsbeelden/werkwijze'
export const attenderingenAddress = '/veiligheidsbeelden/attenderingen'

/** `12`, or `12 tot 30`. */
export const fromTo = ([low, high]: readonly [number, number], decimals = 0) =>
  low === high ? number(low, decimals) : `${number(low, decimals)} tot ${number(high, decimals)}`
