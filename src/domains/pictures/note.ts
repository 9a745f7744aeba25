import type { Day } from '../../kernel/day'
import { readDay } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'

/** What an adviser says about the figures of an area (duiding), in one of its versions. */
export type Note = {
  /** Of the explanation, through all versions. */
  readonly id: string
  readonly version: number
  readonly area: string
  /** Null: about all crimes together. */
  readonly type: string | null
  /** Null: taken back. */
  readonly body: string | null
  readonly from: Day
  readonly until: Day | null
  /** ISO text. */
  readonly at: string
  /** The function of the author: never a name. */
  readonly actedAs: string
}

export type NoteContent = Pick<Note, 'type' | 'from' | 'until'> & { readonly body: string }

/** A form as typed; an empty type is all crimes together. */
export type TypedNote = {
  readonly body: string
  readonly type: string
  readonly from: TypedDay
  readonly until: TypedDay
}
export type NoteFault = { readonly field: 'tekst' | 'soort' | 'vanaf' | 'tot'; readonly message: string }

const longest = 2000

/** Reads what was typed, or says at which field it is wrong. Empty lines part paragraphs; other white space is one space. */
export function readNote(
  typed: TypedNote,
  types: readonly string[],
): NoteContent | { readonly faults: readonly NoteFault[] } {
  const body = paragraphs(typed.body).join('\n\n')
  const [from, until] = [readDay(typed.from), readDay(typed.until)]
  const faults: NoteFault[] = []
  if (body === '') faults.push({ field: 'tekst', message: 'Schrijf wat u wilt uitleggen.' })
  if (body.length > longest) faults.push({ field: 'tekst', message: `Gebruik ten hoogste ${longest} tekens.` })
  if (typed.type !== '' && !types.includes(typed.type))
    faults.push({ field: 'soort', message: 'Kies een soort uit de lijst.' })
  if (!from || from === 'fault') faults.push({ field: 'vanaf', message: 'Schrijf vanaf welke dag dit er staat.' })
  if (until === 'fault') faults.push({ field: 'tot', message: 'Deze dag bestaat niet.' })
  else if (from && from !== 'fault' && until && until <= from)
    faults.push({ field: 'tot', message: 'Deze dag moet na de eerste dag liggen.' })
  if (faults.length > 0 || !from || from === 'fault' || until === 'fault') return { faults }
  return { body, type: typed.type || null, from, until }
}

/** The paragraphs of a text. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter((one) => one !== '')
}
