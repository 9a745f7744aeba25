import { period } from '../ui/wording'
import type { CodeOf, GroupOf } from './cube'

/**
 * A period as CBS codes it: `2016JJ00`, `2022KW03`, `2022MM11`, `20221024`; a row of years is its first year with how many,
 * `2017MJ02`. What CBS has no code for keeps its own text.
 */
export function periodCode(text: string): string {
  const [year = '', rest] = [text.slice(0, 4), text.slice(4)]
  if (rest === '') return `${year}JJ00`
  const [, kind, number] = /^-([HQ])(\d)$/.exec(rest) ?? []
  if (kind) return `${year}${kind === 'Q' ? 'KW' : 'HJ'}0${number}`
  if (/^-\d\d$/.test(rest)) return `${year}MM${rest.slice(1)}`
  if (/^-\d\d-\d\d$/.test(rest)) return text.replaceAll('-', '')
  const [, until] = /^\/(\d{4})$/.exec(rest) ?? []
  if (until) return `${year}MJ${String(Number(until) - Number(year) + 1).padStart(2, '0')}`
  return text.replace('/', '_')
}

export const periodGroups: readonly GroupOf[] = [
  { id: 'jaren', title: 'Jaren' },
  { id: 'maanden', title: 'Maanden' },
  { id: 'andere', title: 'Andere perioden' },
]

/** A period as a code of the time dimension. */
export function periodAsCode(text: string, status: string): CodeOf {
  const group = /^\d{4}$/.test(text) ? 'jaren' : /^\d{4}-\d\d$/.test(text) ? 'maanden' : 'andere'
  // CBS writes the year first: such titles sort in time.
  const title = group === 'maanden' ? `${text.slice(0, 4)} ${period(text).replace(/ \d{4}$/, '')}` : period(text)
  return { identifier: periodCode(text), title, group, status }
}
