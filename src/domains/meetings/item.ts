import type { Day } from '../../kernel/day'
import { dayFault, type Fault, noDay, tidy } from '../../kernel/typed'
import { asTypedDay, isNothingTyped, type TypedDay, typedDay } from '../../kernel/typed-day'

/** What is asked of the meeting, in the order of how much. */
export const itemKinds = ['informatie', 'bespreking', 'advisering', 'besluitvorming'] as const
export type ItemKind = (typeof itemKinds)[number]

/** The parts of the one-page note, in the order administrators read them. */
export const noteParts = ['asked', 'core', 'caveat', 'occasion', 'means', 'followUp'] as const
export type NotePart = (typeof noteParts)[number]
export type Note = Readonly<Record<NotePart, string>>

/** What fits on one A4, all parts together, in characters. */
export const noteLength = 2500

export const lengthOf = (note: Note) => noteParts.reduce((sum, part) => sum + note[part].length, 0)

/** Why something is closed, and until when at least. */
export type Closing = { readonly ground: string; readonly until: Day }

/** What an item can be about, as the chain names it. */
export const subjectKinds = ['plan', 'prioriteit', 'actie'] as const
export type Subject = { readonly kind: (typeof subjectKinds)[number]; readonly code: string }

const mostSubjects = 6

export type Paper = {
  readonly version: number
  readonly title: string
  readonly kind: ItemKind
  /** The topic of the guide it falls under. */
  readonly topic: string | null
  readonly subjects: readonly Subject[]
  readonly note: Note
  /** What changed, of what came after the agenda was sent. */
  readonly changeNote: string | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
}

export type Attachment = {
  readonly hash: string
  readonly name: string
  readonly size: number
  readonly closing: Closing | null
  readonly changeNote: string | null
  readonly at: string
}

export type Item = {
  readonly id: string
  readonly number: number
  readonly closing: Closing | null
  readonly isSent: boolean
  readonly isPublished: boolean
  /** Why it was taken off after it was sent. */
  readonly withdrawnBecause: string | null
  /** What it became in the other series, when the reader may read that. */
  readonly wentTo: string | null
  /** What it was in the other series, when the reader may read that. */
  readonly cameFrom: string | null
  /** The newest first; never empty. */
  readonly papers: readonly [Paper, ...Paper[]]
  readonly attachments: readonly Attachment[]
}

/** How an item is called in its meeting and in its address: `2`, and `b1` in the closed series. */
export const itemLabel = ({ closing, number }: Pick<Item, 'closing' | 'number'>) => `${closing ? 'b' : ''}${number}`

/**
 * Open items in one run. Where one was taken off before the reader could see it only its number is left: the same to him whether it was
 * dropped or closed.
 */
export function inRun(open: readonly Item[]): (Item | number)[] {
  const known = new Map(open.map((item) => [item.number, item]))
  return Array.from({ length: Math.max(0, ...known.keys()) }, (_, at) => known.get(at + 1) ?? at + 1)
}

/** What came or changed after the agenda was sent, of items one may read. */
export const followed = (items: readonly Item[]): Item[] =>
  items.filter(
    (item) => item.papers[0].changeNote !== null || item.attachments.some(({ changeNote }) => changeNote !== null),
  )

/** Whether what is closed passed its day: then the secretary looks again. It stays closed until he does. */
export const needsReview = (closing: Closing | null, today: Day) => closing !== null && closing.until < today

/** The topic of the guide that belongs at another level than this body's: a hint, and never a bar. */
export function levelHint<Level extends string>(
  topic: { readonly topic: string; readonly level: Level } | undefined,
  bodyLevel: string,
): { readonly topic: string; readonly level: Level } | null {
  return topic && topic.level !== bodyLevel ? topic : null
}

export type TypedItem = {
  readonly title: string
  readonly kind: string
  readonly topic: string
  /** Codes with a comma between them. */
  readonly subjects: string
  readonly note: Note
  readonly isClosed: boolean
  readonly ground: string
  readonly until: TypedDay
  readonly changeNote: string
}

export type ItemDraft = {
  readonly title: string
  readonly kind: ItemKind
  readonly topic: string | null
  readonly subjects: readonly Subject[]
  readonly note: Note
  readonly closing: Closing | null
  readonly changeNote: string | null
}

const emptyNote: Note = { asked: '', core: '', caveat: '', occasion: '', means: '', followUp: '' }

export const asTypedItem = (item: Item | null): TypedItem => ({
  title: item?.papers[0].title ?? '',
  kind: item?.papers[0].kind ?? '',
  topic: item?.papers[0].topic ?? '',
  subjects: item?.papers[0].subjects.map(({ code }) => code).join(', ') ?? '',
  note: item?.papers[0].note ?? emptyNote,
  isClosed: item?.closing != null,
  ground: item?.closing?.ground ?? '',
  until: item?.closing ? asTypedDay(item.closing.until) : noDay,
  changeNote: '',
})

export type ClosingChoices = { readonly grounds: ReadonlySet<string>; readonly today: Day }

/** Reads why something is closed and until when; null when it is open. */
export function readClosing(
  typed: Pick<TypedItem, 'isClosed' | 'ground' | 'until'>,
  { grounds, today }: ClosingChoices,
  faults: Fault[],
): Closing | null {
  if (!typed.isClosed) return null
  const until = typedDay(typed.until)
  if (!grounds.has(typed.ground)) faults.push({ field: 'grond', message: 'Kies waarom het besloten is.' })
  if (isNothingTyped(typed.until))
    faults.push({ field: 'besloten-tot', message: 'Vul in tot welke dag het ten minste besloten is.' })
  else if (!until) faults.push({ field: 'besloten-tot', message: dayFault })
  else if (until <= today)
    faults.push({ field: 'besloten-tot', message: 'Kies een dag die nog komt: dan kijkt u er opnieuw naar.' })
  return until ? { ground: typed.ground, until } : null
}

/** What changed, where that must be said. */
export function readChange(typed: string, isSent: boolean, faults: Fault[]): string | null {
  const note = typed.trim()
  if (isSent && (note === '' || note.length > 300))
    faults.push({ field: 'wijziging', message: 'Schrijf wat er nieuw of anders is, in ten hoogste 300 tekens.' })
  return isSent ? note : null
}

/** The codes in what was typed, each once. */
export const codesIn = (typed: string): string[] => [...new Set(typed.split(/[\s,;]+/).filter((code) => code !== ''))]

/** Reads what an item is about; `known`: what bears one of the codes that were typed. */
function readSubjects(typed: string, known: readonly Subject[], faults: Fault[]): Subject[] {
  const codes = codesIn(typed)
  const found = codes.flatMap((code) => known.find((one) => one.code === code) ?? [])
  const unknown = codes.filter((code) => !known.some((one) => one.code === code))
  if (unknown.length > 0)
    faults.push({
      field: 'gaat-over',
      message: `Geen plan, prioriteit of actie heeft de code ${unknown.join(', ').slice(0, 100)}. De code staat op de eigen pagina.`,
    })
  else if (found.length > mostSubjects)
    faults.push({ field: 'gaat-over', message: `Noem er ten hoogste ${mostSubjects}.` })
  return found
}

/** Reads what was typed of an item, or says at which field it is wrong. */
export function readItem(
  typed: TypedItem,
  choices: ClosingChoices & {
    readonly topics: ReadonlySet<string>
    readonly subjects: readonly Subject[]
    readonly isSent: boolean
  },
): ItemDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const title = typed.title.trim()
  if (title === '' || title.length > 150)
    faults.push({ field: 'titel', message: 'Geef het punt een titel van ten hoogste 150 tekens.' })
  const kind = itemKinds.find((one) => one === typed.kind)
  if (!kind) faults.push({ field: 'soort', message: 'Kies wat u van de vergadering vraagt.' })
  const note = Object.fromEntries(noteParts.map((part) => [part, tidy(typed.note[part])])) as Note
  if (kind === 'besluitvorming' && note.asked === '')
    faults.push({
      field: 'asked',
      message: 'Schrijf welk besluit u vraagt: zonder dat kan de vergadering niet besluiten.',
    })
  if (lengthOf(note) > noteLength)
    faults.push({
      field: 'asked',
      message: `De oplegnotitie is te lang voor één A4: haal er ${lengthOf(note) - noteLength} ${lengthOf(note) - noteLength === 1 ? 'teken' : 'tekens'} af. Wat niet past, kan in een bijlage.`,
    })
  if (typed.topic !== '' && !choices.topics.has(typed.topic))
    faults.push({ field: 'onderwerp', message: 'Kies een onderwerp uit de lijst.' })
  const subjects = readSubjects(typed.subjects, choices.subjects, faults)
  const closing = readClosing(typed, choices, faults)
  const changeNote = readChange(typed.changeNote, choices.isSent, faults)
  if (faults.length > 0 || !kind) return { faults }
  return { title, kind, topic: typed.topic || null, subjects, note, closing, changeNote }
}
