import { addDays, type Day, day } from '../../kernel/day'
import { type Fault, neededText } from '../../kernel/typed'
import type { Instance } from './meeting'

/** When a subject comes: a month, a quarter, or a meeting with its day. */
export type When =
  | { readonly period: string; readonly meeting: null }
  | { readonly period: null; readonly meeting: { readonly code: string; readonly heldOn: Day } }

/** A subject as one version says it. */
export type ForeseenVersion = When & {
  readonly version: number
  readonly title: string
  readonly byWhom: string
  readonly isDropped: boolean
  readonly reason: string | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
}

/** Something a body will speak of later. */
export type Foreseen = {
  readonly id: string
  readonly instance: Pick<Instance, 'code' | 'body' | 'area'>
  /** Then it exists for who prepares the meetings only. */
  readonly isClosed: boolean
  /** The newest first; never empty. */
  readonly versions: readonly [ForeseenVersion, ...ForeseenVersion[]]
  /** The item it became, when the reader may read that. */
  readonly item: { readonly meeting: string; readonly heldOn: Day; readonly label: string } | null
}

/** The first day after it. */
export function endOf(when: When): Day {
  if (when.meeting) return addDays(when.meeting.heldOn, 1)
  const [year = '', part = ''] = when.period.split('-')
  const last = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  return last === 12 ? day(`${Number(year) + 1}-01-01`) : day(`${year}-${String(last + 1).padStart(2, '0')}-01`)
}

/** The year in which it falls. */
export const yearOf = (when: When): number => Number((when.meeting?.heldOn ?? when.period ?? '').slice(0, 4))

/** Whether it waits for an agenda still: not dropped, and no item that the reader knows of. */
export const isAwaited = ({ versions: [now], item }: Foreseen) => !now.isDropped && item === null

/** Whether its time passed while it stands on no agenda. */
export const isOverdue = (subject: Foreseen, today: Day) => isAwaited(subject) && endOf(subject.versions[0]) <= today

/** Those that come first, first; on one moment by title. */
export const byWhen = (a: Foreseen, b: Foreseen) =>
  endOf(a.versions[0]).localeCompare(endOf(b.versions[0])) || a.versions[0].title.localeCompare(b.versions[0].title)

/** The quarters and months one can choose, from this one on. */
export function periodsAhead(today: Day): { readonly quarters: string[]; readonly months: string[] } {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const months = Array.from({ length: 18 }, (_, index) => at + index)
  const quarters = Array.from({ length: 8 }, (_, index) => Math.floor(at / 3) + index)
  return {
    months: months.map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`),
    quarters: quarters.map((quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`),
  }
}

export type TypedForeseen = {
  readonly title: string
  readonly byWhom: string
  /** A period, or the code of a meeting. */
  readonly when: string
  readonly isClosed: boolean
  readonly isDropped: boolean
  readonly reason: string
}

export const emptyForeseen: TypedForeseen = {
  title: '',
  byWhom: '',
  when: '',
  isClosed: false,
  isDropped: false,
  reason: '',
}

export const whenValue = (when: When): string => when.meeting?.code ?? when.period ?? ''

export const asTypedForeseen = ({ versions: [now], isClosed }: Foreseen): TypedForeseen => ({
  title: now.title,
  byWhom: now.byWhom,
  when: whenValue(now),
  isClosed,
  isDropped: now.isDropped,
  reason: '',
})

export type ForeseenDraft = {
  readonly title: string
  readonly byWhom: string
  readonly period: string | null
  readonly meeting: string | null
  readonly isDropped: boolean
  readonly reason: string | null
}

/** Reads what was typed of a subject, or says at which field it is wrong. What moves, is dropped or comes back says why. */
export function readForeseen(
  typed: TypedForeseen,
  before: ForeseenVersion | null,
  choices: { readonly periods: ReadonlySet<string>; readonly meetings: ReadonlySet<string> },
): ForeseenDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const title = neededText(typed.title, 'titel', 150, 'Schrijf waar het over gaat.', faults)
  const byWhom = neededText(typed.byWhom, 'door', 120, 'Schrijf wie het inbrengt, als functie of organisatie.', faults)
  const isMeeting = choices.meetings.has(typed.when)
  const stays = before !== null && typed.when === whenValue(before)
  if (!isMeeting && !stays && !choices.periods.has(typed.when))
    faults.push({ field: 'wanneer', message: 'Kies wanneer het aan de orde komt.' })
  const moved = before !== null && (!stays || typed.isDropped !== before.isDropped)
  const reason = typed.reason.trim()
  if (moved && (reason === '' || reason.length > 300))
    faults.push({ field: 'reden', message: 'Schrijf waarom het verschuift of vervalt, in ten hoogste 300 tekens.' })
  if (faults.length > 0) return { faults }
  const asBefore = stays ? { period: before.period, meeting: before.meeting?.code ?? null } : null
  return {
    title,
    byWhom,
    ...(asBefore ?? { period: isMeeting ? null : typed.when, meeting: isMeeting ? typed.when : null }),
    isDropped: before !== null && typed.isDropped,
    reason: moved ? reason : null,
  }
}
