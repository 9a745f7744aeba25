/** A calendar day as `2026-11-24`: no time, no zone. Days sort as text. */
export type Day = string & { readonly day: true }

// Not before the year 1000: a year zero does not exist, and is a slip of the keyboard.
const shape = /^([1-9]\d{3})-(\d{2})-(\d{2})$/

/** The day a text names, or null when it names none (30 February included). */
export function parseDay(text: string): Day | null {
  const parts = shape.exec(text)
  if (!parts) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : null
}

/** The day a text names. Throws on any other text: for values our own code or database made. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`not a day: ${text}`)
  return parsed
}

export function addDays(from: Day, count: number): Day {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10) as Day
}

const amsterdam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** The calendar day in the Netherlands at a moment: at 23:30 UTC it is already tomorrow. */
export function dayInAmsterdam(moment: Date): Day {
  return amsterdam.format(moment) as Day
}
