import { day, period } from '../../platform/ui/wording'
import type { AnnouncedKind, AnnouncedMoment } from './announcement'

export const calendarAddress = '/publicatiekalender'

/** Where something is announced, with what is known of it filled in. */
export const announceAddress = (of: {
  readonly kind: AnnouncedKind
  readonly subject: string
  readonly title: string
  readonly period: string
}) =>
  `${calendarAddress}/nieuw?${new URLSearchParams({ soort: of.kind, kenmerk: of.subject, titel: of.title, over: of.period })}`

export const announcedKindWords: Readonly<Record<AnnouncedKind, string>> = {
  rapportage: 'Rapportage',
  verantwoording: 'Verantwoordingsstuk',
  nota: 'Nota van beantwoording',
  besluit: 'Besluit',
  anders: 'Anders',
}

export const momentWords = ({ on, time }: Pick<AnnouncedMoment, 'on' | 'time'>) =>
  `${day(on)}, ${time.replace(':', '.')} uur`

/** What period it is about: `2026`, or from one month to another. */
export function announcedPeriodWords(text: string | null): string {
  if (text === null) return 'geen periode'
  const [from = '', until] = text.split('..')
  return until === undefined ? period(from) : `${period(from)} tot en met ${period(until)}`
}
