import { addDays, type Day, day, parseDay } from './day'

/** A stretch of days from `from` up to but not including `until`; null is open. Two years that meet share no day. */
export type Validity = { readonly from: Day | null; readonly until: Day | null }

export function covers(validity: Validity, on: Day): boolean {
  return (validity.from === null || validity.from <= on) && (validity.until === null || on < validity.until)
}

/** A period as sources write it, with the days it holds. */
export type Period = { readonly text: string; readonly from: Day; readonly until: Day }

const months = (year: number, first: number, count: number) => ({
  from: day(`${year}-${String(first).padStart(2, '0')}-01`),
  until: day(first + count > 12 ? `${year + 1}-01-01` : `${year}-${String(first + count).padStart(2, '0')}-01`),
})

/**
 * Reads `2016`, `2017/2018`, `2016-H2`, `2022-Q3`, `2022-11`, `2023-04-12` or a range of two of these joined by `/`.
 * Null for any other text.
 */
export function parsePeriod(text: string): Period | null {
  const [first, second, ...rest] = text.split('/')
  if (!first || rest.length > 0) return null
  const start = parseSingle(first)
  const end = second === undefined ? start : parseSingle(second)
  return start && end && start.from < end.until ? { text, from: start.from, until: end.until } : null
}

function parseSingle(text: string): { from: Day; until: Day } | null {
  const one = parseDay(text)
  if (one) return { from: one, until: addDays(one, 1) }
  const parts = /^([1-9]\d{3})(?:-(?:([HQ])([1-4])|(\d{2})))?$/.exec(text)
  if (!parts) return null
  const year = Number(parts[1])
  // It would end on a day that cannot be written.
  if (year === 9999) return null
  if (parts[2] === 'H') return Number(parts[3]) <= 2 ? months(year, Number(parts[3]) * 6 - 5, 6) : null
  if (parts[2] === 'Q') return months(year, Number(parts[3]) * 3 - 2, 3)
  if (parts[4]) return Number(parts[4]) >= 1 && Number(parts[4]) <= 12 ? months(year, Number(parts[4]), 1) : null
  return months(year, 1, 12)
}
