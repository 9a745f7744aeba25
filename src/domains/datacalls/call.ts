import type { Day } from '../../kernel/day'
import { type Content, isSame } from './entry'

/** Who did something for a holder and when; `actedAs` is the function he had then, never a name. `at` is ISO text. */
export type Deed = { readonly at: string; readonly actedAs: string }

/** One version of an answer. The first is 1; a later one never replaces it. */
export type Answer = Deed & {
  readonly id: string
  readonly line: string
  readonly version: number
  readonly content: Content
  readonly signature: Deed | null
  readonly importId: string | null
  /** The import this version takes back. */
  readonly undoes: string | null
  /** The address whose mail brought it; null when it was given here. */
  readonly byMail: string | null
}

/** What came by mail after somebody else answered. `against` is the version that stood then. */
export type MailedConflict = {
  readonly against: number
  readonly content: Content
  readonly at: string
  readonly actedAs: string
}

type Named = { readonly code: string; readonly name: string }

/** One figure that is asked, of one holder. */
export type Line = {
  readonly code: string
  readonly block: string
  readonly title: string
  readonly unit: string
  readonly definition: string
  readonly countingRule: string | null
  readonly holder: Named
  readonly due: Day | null
  readonly indicator: string | null
  /** The answer a source document printed already: then nobody is asked. */
  readonly measurement: { readonly code: string; readonly value: number | null } | null
  /** The place a source document left empty, and what it printed there. */
  readonly leftEmpty: { readonly code: string; readonly printed: string | null } | null
  /** The lines that together must be this one. */
  readonly parts: readonly string[]
  readonly note: string | null
  readonly sources: readonly string[]
  /** The versions that exist for whoever asks, the first one first. */
  readonly answers: readonly Answer[]
  /** What came by mail beside an answer of somebody else and was not applied, the first one first. */
  readonly conflicts: readonly MailedConflict[]
}

/** A list of figures over one year. */
export type Call = {
  readonly code: string
  readonly title: string
  readonly year: number
  readonly askedBy: Named
  readonly area: Named
  readonly due: Day | null
  readonly purpose: string
  readonly note: string | null
  readonly sources: readonly string[]
  readonly lines: readonly Line[]
}

type Answered = Pick<Line, 'measurement' | 'answers'>

/**
 * Where a line stands, for whoever asks: what nobody signed yet is `open` for those who may not see it. `changed` is a signed
 * number that stands until a newer answer is signed. `cannot` is that the holder says it cannot be given: an answer, no figure.
 */
export type LineState = 'published' | 'open' | 'filled' | 'signed' | 'changed' | 'cannot' | 'cannot-signed'

export const latestAnswer = ({ answers }: Pick<Line, 'answers'>): Answer | null => answers.at(-1) ?? null

const lastSigned = ({ answers }: Pick<Line, 'answers'>): Answer | null =>
  answers.findLast(({ signature }) => signature) ?? null

/** An answer that says again what was signed last, needs no other signature. */
function isSigned(line: Pick<Line, 'answers'>): boolean {
  const [latest, signed] = [latestAnswer(line), lastSigned(line)]
  return latest !== null && signed !== null && isSame(latest.content, signed.content)
}

export function stateOf(line: Answered): LineState {
  if (line.measurement && line.measurement.value !== null) return 'published'
  const latest = latestAnswer(line)
  if (!latest) return 'open'
  if (!isSigned(line) && lastSigned(line)?.content.kind === 'getal') return 'changed'
  if (latest.content.kind === 'leeg') return 'open'
  if (latest.content.kind === 'kan-niet') return isSigned(line) ? 'cannot-signed' : 'cannot'
  return isSigned(line) ? 'signed' : 'filled'
}

const numberIn = (content: Content | undefined) => (content?.kind === 'getal' ? content.value : null)

/** The number a line was last given, signed or not; null is unknown, and never zero. */
export function numberOf(line: Answered): number | null {
  return line.measurement?.value ?? numberIn(latestAnswer(line)?.content)
}

/** The number to show: what is signed stands until something else is signed. */
export function standingNumber(line: Answered): number | null {
  return stateOf(line) === 'changed' ? numberIn(lastSigned(line)?.content) : numberOf(line)
}

/** Without a number that somebody stands for a line may not be printed. */
export function isHole(line: Answered): boolean {
  return !['published', 'signed', 'changed'].includes(stateOf(line))
}

/** Whether the holder is asked: a line that a source document answered is not. */
export const isAsked = (line: Pick<Line, 'measurement'>): boolean => line.measurement === null

export type Tally = {
  readonly total: number
  readonly present: number
  readonly waiting: number
  readonly missing: number
}

/** How many figures stand (published or signed), how many answers wait for a signature, and how many nobody answered with a number. */
export function tally(lines: readonly Answered[]): Tally {
  const among = (...wanted: LineState[]) => lines.filter((line) => wanted.includes(stateOf(line))).length
  return {
    total: lines.length,
    present: among('published', 'signed', 'changed'),
    waiting: among('filled', 'changed', 'cannot'),
    missing: among('open', 'cannot', 'cannot-signed'),
  }
}

/** A holder in a call, with his lines in order and the first day one of them is due. */
export type HolderShare = { readonly holder: Named; readonly lines: readonly Line[]; readonly due: Day | null }

export function byHolder(lines: readonly Line[]): HolderShare[] {
  const shares = new Map<string, Line[]>()
  for (const line of lines) shares.set(line.holder.code, [...(shares.get(line.holder.code) ?? []), line])
  return [...shares.values()].flatMap((own) => {
    const [first] = own
    const days = own.flatMap(({ due }) => due ?? []).sort()
    return first ? [{ holder: first.holder, lines: own, due: days[0] ?? null }] : []
  })
}

/** A printed or typed total beside its parts. Unknown when one of them is: unknown is never zero. */
export type SumCheck = {
  readonly line: Line
  /** The number of each part, in order. */
  readonly terms: readonly (number | null)[]
  readonly total: number | null
  readonly sum: number | null
  /** Total minus sum; null when that cannot be told. */
  readonly difference: number | null
}

// Euros with cents are no exact binary numbers: 0.1 + 0.2 is 0.3.
const rounded = (value: number) => Number(value.toFixed(6))

/** What every line with parts adds up to, by the numbers they stand with or were last given. A part in another unit, or of another call, makes the sum unknown. */
export function sumChecks(lines: readonly Line[], by: (line: Line) => number | null): SumCheck[] {
  const byCode = new Map(lines.map((line) => [line.code, line]))
  return lines.flatMap((line) => {
    if (line.parts.length === 0) return []
    const parts = line.parts.flatMap((code) => byCode.get(code) ?? [])
    const values = parts.map((part) => (part.unit === line.unit ? by(part) : null))
    const isKnown = parts.length === line.parts.length && values.every((value) => value !== null)
    const sum = isKnown ? rounded(values.reduce<number>((all, value) => all + (value ?? 0), 0)) : null
    const total = by(line)
    const difference = sum === null || total === null ? null : rounded(total - sum)
    return [{ line, terms: parts.map(by), total, sum, difference }]
  })
}

/** Whole days from a day to another; negative when that is past. */
export function daysUntil(due: Day, today: Day): number {
  return Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000)
}

/** The versions that wait for a signature: an answer, or that a signed answer is taken back. */
export function toSign(lines: readonly Line[]): { readonly line: Line; readonly answer: Answer }[] {
  return lines.flatMap((line) => {
    const answer = latestAnswer(line)
    if (!isAsked(line) || !answer || isSigned(line)) return []
    return answer.content.kind !== 'leeg' || lastSigned(line) ? [{ line, answer }] : []
  })
}

export type SigningRefusal =
  | { readonly because: 'nothing' | 'changed' | 'not-confirmed' }
  | { readonly because: 'sums'; readonly sums: readonly SumCheck[] }

/**
 * Whether somebody may sign now: he confirmed, sees exactly what waits (`seen` are ids of versions), and no sum of this holder
 * is wrong. `lines` are all lines of the call.
 */
export function refusalToSign(
  lines: readonly Line[],
  holder: string,
  signing: { readonly seen: readonly string[]; readonly isConfirmed: boolean },
): SigningRefusal | null {
  const waiting = toSign(lines.filter((line) => line.holder.code === holder)).map(({ answer }) => answer.id)
  if (waiting.length === 0) return { because: 'nothing' }
  if ([...waiting].sort().join() !== [...signing.seen].sort().join()) return { because: 'changed' }
  const sums = wrongSums(lines, holder)
  if (sums.length > 0) return { because: 'sums', sums }
  return signing.isConfirmed ? null : { because: 'not-confirmed' }
}

/** The sums of this holder that are known and do not add up. */
function wrongSums(lines: readonly Line[], holder: string): SumCheck[] {
  return sumChecks(lines, numberOf).filter(
    ({ line, difference }) => line.holder.code === holder && (difference ?? 0) !== 0,
  )
}

/** What taking back an import would do: lines that get their earlier answer again, and lines that stay, with the reason. */
export type Undoing = {
  readonly back: readonly { readonly line: Line; readonly content: Content }[]
  readonly stays: readonly { readonly line: Line; readonly because: 'signed' | 'changed' }[]
}

/** A line goes back only while nobody signed it or gave another answer since. */
export function undoing(lines: readonly Line[], importId: string): Undoing {
  const back: { line: Line; content: Content }[] = []
  const stays: { line: Line; because: 'signed' | 'changed' }[] = []
  for (const line of lines) {
    const at = line.answers.findIndex((answer) => answer.importId === importId)
    if (at < 0 || line.answers.some(({ undoes }) => undoes === importId)) continue
    if (at < line.answers.length - 1) stays.push({ line, because: 'changed' })
    else if (line.answers[at]?.signature) stays.push({ line, because: 'signed' })
    else back.push({ line, content: line.answers[at - 1]?.content ?? { kind: 'leeg' } })
  }
  return { back, stays }
}
