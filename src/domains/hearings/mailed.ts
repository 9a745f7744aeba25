import type { Day } from '../../kernel/day'
import { tidy } from '../../kernel/typed'
import { asTypedDay, writtenDay } from '../../kernel/typed-day'
import { asTyped, type TypedEntry } from './entry'
import type { Entry, Party, View } from './hearing'

/** What a mail says of a party: only what it names. Points are what it brings up, in its own order. */
export type MailedEntry = {
  readonly sentOn?: Day
  readonly onAgendaOn?: Day
  readonly heardOn?: Day
  readonly inPrivate?: true
  readonly view?: View
  readonly paper?: string
  readonly points: readonly string[]
}

/** A line that begins as one of ours and cannot be followed. */
export type MailedFault = { readonly line: string; readonly fault: 'no-day' | 'no-view' | 'twice' | 'in-private' }

type Draft = { -readonly [K in keyof MailedEntry]: MailedEntry[K] } & { points: string[] }

const dayFields = [
  [/^(?:verzonden|verstuurd)(?: op)?\s*:?\s*/i, 'sentOn'],
  [/^(?:op de )?agenda(?: van| op)?\s*:?\s*/i, 'onAgendaOn'],
  [/^(?:gehoord|behandeld|reactie)(?: op| van)?\s*:?\s*/i, 'heardOn'],
] as const
const noView = /^(?:geen (?:zienswijzen?|wensen|bedenkingen)(?: (?:of|en) bedenkingen)?|geen)\s*[.!]?$/i
const views: readonly (readonly [RegExp, View])[] = [
  [/^wens(?:en)?\b\s*:?\s*/i, 'wensen'],
  [/^bedenking(?:en)?\b\s*:?\s*/i, 'bedenkingen'],
]
const longestLine = 5000

/**
 * Reads an answer in plain text, a line each: "gehoord op 12 maart 2026, geen zienswijze", "wensen: noem ook het buitengebied",
 * "verzonden: 3-2-2026", "besloten". A line behind "wensen:" goes on with it, one behind a dash is a point of its own, until a blank
 * line. All other lines are talk. All or nothing is for the caller.
 */
export function readMailedEntry(text: string): { readonly said: MailedEntry; readonly faults: readonly MailedFault[] } {
  const said: Draft = { points: [] }
  const faults: MailedFault[] = []
  /** Whether lines that say nothing of their own belong to the points. */
  let isListing = false
  for (const raw of text.split('\n')) {
    const line = raw.slice(0, longestLine).replace(/\s+/g, ' ').trim()
    if (line === '') {
      if (said.points.length > 0) isListing = false
      continue
    }
    const dashed = isListing ? /^(?:[-*•–]\s*|\d{1,2}[.)]\s+)/.exec(line) : null
    if (dashed) {
      said.points.push(line.slice(dashed[0].length))
      continue
    }
    const fault = readLine(line, said, () => {
      isListing = true
    })
    if (fault === 'talk') {
      if (isListing) goOn(said.points, line)
      // What was heard in private must never become public because it was said in other words.
      else if (/\bbesloten\b/i.test(line)) faults.push({ line, fault: 'in-private' })
    } else if (fault) faults.push({ line, fault })
  }
  return { said: { ...said, points: said.points.map(tidy).filter((point) => point !== '') }, faults }
}

function goOn(points: string[], line: string): void {
  const last = points.pop()
  points.push(last === undefined ? line : `${last} ${line}`)
}

function readLine(line: string, said: Draft, listPoints: () => void): MailedFault['fault'] | 'talk' | null {
  const dated = dayFields.find(([word]) => word.test(line))
  if (dated) {
    const [word, field] = dated
    const written = writtenDay(line.replace(word, ''))
    if (!written) return 'no-day'
    if (said[field] && said[field] !== written.day) return 'twice'
    said[field] = written.day
    const rest = written.rest.replace(/^[\s,;.:–-]+/, '')
    if (rest === '') return null
    const became = readView(rest, said, listPoints)
    return became === 'talk' ? 'no-view' : became
  }
  const paper = /^(?:stuk|brief)\s*:\s*(\S+)$/i.exec(line)
  if (paper) {
    said.paper = paper[1] ?? ''
    return null
  }
  if (/^besloten(?: vergadering)?\s*(?::\s*ja)?\s*\.?$/i.test(line)) {
    said.inPrivate = true
    return null
  }
  return readView(line.replace(/^zienswijze\s*:?\s*/i, ''), said, listPoints)
}

/** "wensen: …", "geen zienswijze"; of wishes and objections together, objections stand. */
function readView(text: string, said: Draft, listPoints: () => void): 'twice' | 'talk' | null {
  if (noView.test(text)) {
    if (said.view && said.view !== 'geen') return 'twice'
    said.view = 'geen'
    return null
  }
  const found = views.find(([word]) => word.test(text))
  // "Wensen u fijne dagen" is talk; "wensen" alone, or with a colon behind it, is not.
  if (!found || !/^\w+\s*(?::|$)/.test(text)) return 'talk'
  if (said.view === 'geen') return 'twice'
  const [word, view] = found
  said.view = said.view === 'bedenkingen' ? said.view : view
  const point = text.replace(word, '')
  if (point !== '') said.points.push(point)
  listPoints()
  return null
}

/** Whether a mail says anything of a party. */
export const isSilent = ({ points, ...said }: MailedEntry) => points.length === 0 && Object.keys(said).length === 0

/** What stands, with what a mail says over it. A point that stood already keeps its number; a new one gets a new number. */
export function withMailed(entry: Entry | null, highestNumber: number, said: MailedEntry): TypedEntry {
  const stands = asTyped(entry, highestNumber)
  const known = entry?.points ?? []
  const fresh = said.points.filter((text) => !known.some((point) => point.text === text))
  return {
    sent: said.sentOn ? asTypedDay(said.sentOn) : stands.sent,
    onAgenda: said.onAgendaOn ? asTypedDay(said.onAgendaOn) : stands.onAgenda,
    heard: said.heardOn ? asTypedDay(said.heardOn) : stands.heard,
    inPrivate: said.inPrivate ?? stands.inPrivate,
    view: said.view ?? stands.view,
    paper: said.paper ?? stands.paper,
    points: [...known, ...fresh.map((text, at) => ({ number: highestNumber + at + 1, text }))],
  }
}

const compared = ['sentOn', 'onAgendaOn', 'heardOn', 'view', 'paper'] as const

/**
 * Whether somebody else wrote, after the mail that is answered went out, what this answer says otherwise: then neither is kept over the
 * other unseen. `before` is what stood when it went out.
 */
export function isOvertaken(before: Entry | null, now: Entry | null, said: MailedEntry): boolean {
  if (!now || now.version === before?.version) return false
  return compared.some(
    (field) =>
      said[field] !== undefined &&
      now[field] !== (before?.[field] ?? null) &&
      now[field] !== null &&
      now[field] !== said[field],
  )
}

/** What a mail of ours shows as an example of an answer. */
export const answerExample: Readonly<Record<Party['kind'], readonly string[]>> = {
  raad: ['gehoord op 12 maart 2026, geen zienswijze'],
  partner: ['reactie van 12 maart 2026', 'wensen: noem ook het buitengebied'],
}
