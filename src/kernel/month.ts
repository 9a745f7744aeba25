/** A calendar month, as `2026-10`. */
export type Month = string & { readonly month: true }

/** Reads `2026-10`; null for any other text. */
export function parseMonth(text: string): Month | null {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null
}

const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** The month so many months later, or earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  const at = index(month) + count
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}` as Month
}

/** How many months from one to another: 1 from January to February. */
export const monthsBetween = (from: Month, to: Month): number => index(to) - index(from)

/** All months from the first up to and including the last. */
export function monthRange(first: Month, last: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, at) => addMonths(first, at))
}
