import { dayInAmsterdam } from '../../kernel/day'
/** Numbers, dates and periods in Dutch words. Pure: the same input gives the same words, whatever the machine's locale. */

/** How exact a source is about a value, as in the data. */
export type Qualifier = 'exact' | 'approx' | 'almost' | 'more_than' | 'less_than' | 'min' | 'max'

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]
const weekdays = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag']

/** The minus of a printed number, wider than a hyphen. */
const minus = '−'
/** Keeps a number and its unit on one line. */
const joined = ' '

/** `1234.5` → `1.234,5`. Without `decimals` as many as the value has, at most three. */
export function number(value: number, decimals?: number): string {
  const fixed = decimals === undefined ? trimmed(Math.abs(value)) : Math.abs(value).toFixed(decimals)
  const [whole = '0', fraction] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const isZero = Number(fixed) === 0
  return `${value < 0 && !isZero ? minus : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(3)))
}

/** A value with its unit: `7,8%`, `€ 1.413.000`, `6 weken`. A plain count has no unit; an unknown unit is written out. */
export function quantity(value: number, unit?: string, decimals?: number): string {
  switch (unit) {
    case undefined:
    case '':
    case 'aantal':
      return number(value, decimals)
    case 'procent':
      return `${number(value, decimals)}%`
    case 'euro':
      return euro(value, decimals)
    case 'duizend euro':
      return `€${joined}${number(value, decimals)}${joined}duizend`
    case 'euro per inwoner':
      return `${euro(value, decimals)} per inwoner`
    case 'procent inwoners':
      return `${number(value, decimals)}% van de inwoners`
    case 'aantal per jaar':
      return `${number(value, decimals)} per jaar`
    case 'procentpunt':
      return `${number(value, decimals)}${joined}procentpunt`
    case 'rapportcijfer':
      return `een${joined}${number(value, decimals)}`
    case 'deel':
      return `${number(value, decimals)}${joined}van het geheel`
    case 'factor':
      return `${number(value, decimals)}${joined}keer`
    case 'aantal gemeenten':
    case 'aantal zaken': {
      const [one, many] = unit === 'aantal zaken' ? ['zaak', 'zaken'] : ['gemeente', 'gemeenten']
      return `${number(value, decimals)}${joined}${value === 1 ? one : many}`
    }
    default:
      return `${number(value, decimals)}${joined}${unit}`
  }
}

/** Euros, with cents only when there are any: `€ 16.390.666`, `€ 75.107,36`. */
export function euro(value: number, decimals?: number): string {
  const shown = decimals ?? (Number.isInteger(value) ? 0 : 2)
  const amount = number(Math.abs(value), shown)
  return `${value < 0 ? minus : ''}€${joined}${amount}`
}

const qualifierWords: Record<Exclude<Qualifier, 'exact'>, string> = {
  approx: 'ongeveer',
  almost: 'bijna',
  more_than: 'meer dan',
  less_than: 'minder dan',
  min: 'ten minste',
  max: 'ten hoogste',
}

/** A count per so many people: one decimal, or two when it is below one, for then the second tells most. */
export function rate(value: number): string {
  return number(value, value === 0 ? 0 : value < 1 ? 2 : 1)
}

/** Puts the word of a qualifier before a value already worded: `ten minste 62`. */
export function qualified(qualifier: Qualifier | undefined, worded: string): string {
  return qualifier === undefined || qualifier === 'exact' ? worded : `${qualifierWords[qualifier]} ${worded}`
}

/** The limits of a margin: `17% tot 19%`. Twice the long words of a unit is hard to read. */
export function marginText({ low, high }: { readonly low: number; readonly high: number }, unit?: string): string {
  const short = unit?.startsWith('procent ') ? 'procent' : unit
  return `${quantity(low, short)} tot ${quantity(high, short)}`
}

/** A target in words: `ten minste 62`, `ten hoogste 10%`, `60 tot en met 70`, or null when there is none. */
export function target(limits: { min?: number | null; max?: number | null; unit?: string }): string | null {
  const { min = null, max = null, unit } = limits
  if (min !== null && max !== null) {
    return min === max ? quantity(min, unit) : `${number(min)} tot en met ${quantity(max, unit)}`
  }
  if (min !== null) return qualified('min', quantity(min, unit))
  if (max !== null) return qualified('max', quantity(max, unit))
  return null
}

/** `1 actie`, `608 acties`, `geen acties`. */
export function count(amount: number, one: string, many: string): string {
  return amount === 0 ? `geen ${many}` : `${number(amount)} ${amount === 1 ? one : many}`
}

/** `['a', 'b', 'c']` → `a, b en c`. */
export function sentenceList(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`
}

/** `2023-04-12` → `12 april 2023`. Text that is no day comes back unchanged. */
export function day(iso: string): string {
  const parts = dayParts(iso)
  return parts ? `${parts.day} ${months[parts.month - 1]} ${parts.year}` : iso
}

/** `2026-12-14` → `maandag 14 december 2026`. */
export function weekday(iso: string): string {
  const parts = dayParts(iso)
  if (!parts) return iso
  const index = new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay()
  return `${weekdays[index]} ${day(iso)}`
}

const clockTime = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })

/** A moment in ISO as day and time in the Netherlands: `24 november 2026, 10.15 uur`. */
export function moment(iso: string): string {
  const at = new Date(iso)
  return `${day(dayInAmsterdam(at))}, ${clockTime.format(at).replace(':', '.')} uur`
}

function dayParts(iso: string): { year: number; month: number; day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!found) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 ? { year, month, day: date } : null
}

const quarters = ['eerste', 'tweede', 'derde', 'vierde']

/**
 * A period as the data writes it, in words: `2016` → 2016, `2017/2018` → 2017 en 2018 (further apart: tot en met),
 * `2016-H2` → tweede helft van 2016, `2022-Q3` → derde kwartaal van 2022, `2022-11` → november 2022, a day → day().
 * Any other text comes back unchanged.
 */
export function period(text: string): string {
  const [first = '', second, ...rest] = text.split('/')
  if (second === undefined) return singlePeriod(first)
  if (rest.length > 0) return text
  const years = /^\d{4}$/
  const neighbours = years.test(first) && years.test(second) && Number(second) === Number(first) + 1
  return `${singlePeriod(first)} ${neighbours ? 'en' : 'tot en met'} ${singlePeriod(second)}`
}

function singlePeriod(text: string): string {
  const found = /^(\d{4})-(?:H([12])|Q([1-4])|(\d{2}))$/.exec(text)
  if (!found) return day(text)
  const [, year, half, quarter, month] = found
  if (half) return `${quarters[Number(half) - 1]} helft van ${year}`
  if (quarter) return `${quarters[Number(quarter) - 1]} kwartaal van ${year}`
  const name = months[Number(month) - 1]
  return name ? `${name} ${year}` : text
}

/** `1` → `januari`. */
export const monthName = (month: number): string => months[month - 1] ?? String(month)

/** For a label in little room: `2016`, `’16` (short), `2e helft ’16`, `nov ’22`. */
export function shortPeriod(text: string): string {
  const found = /^\d{2}(\d{2})-(?:H([12])|Q([1-4])|(\d{2}))$/.exec(text)
  if (!found) return text.replace(/^(\d{4})\/\d{2}(\d{2})$/, '$1/$2')
  const [, year, half, quarter, month] = found
  if (half) return `${half}e helft ’${year}`
  if (quarter) return `${quarter}e kw. ’${year}`
  const name = months[Number(month) - 1]
  return name ? `${name.slice(0, 3)} ’${year}` : text
}

/** The same words with a capital first: the beginning of a sentence. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
