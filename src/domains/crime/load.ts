import type { Month } from '../../kernel/month'
import type { SourceType } from './part'
import type { AreaGroup, SourceArea } from './source-area'
import type { Period, SourcePeriod } from './source-table'

/** A release that was loaded before, or is being loaded. */
export type LoadedRelease = {
  readonly id: number
  /** The source's own date of change, in ISO. */
  readonly modifiedAt: string
  readonly types: readonly string[]
  readonly firstPeriod: Period
  readonly lastPeriod: Period
  readonly state: 'bezig' | 'volledig' | 'geweigerd' | 'afgebroken'
  readonly contentHash: string | null
  readonly askedFrom: Period | null
}

/** What a load is going to ask: every group in every period, oldest first. */
export type LoadPlan = {
  readonly types: readonly SourceType[]
  readonly areas: readonly SourceArea[]
  readonly groups: readonly AreaGroup[]
  /** What is asked; the release may begin earlier, with what it takes over from the release before. */
  readonly periods: readonly SourcePeriod[]
  readonly firstPeriod: Period
  readonly lastPeriod: Period
  /** The first period that is asked, when the release takes over what lies before it. */
  readonly askedFrom: Period | null
}

/** What whoever starts a load may want. */
export type LoadWish = {
  /** The first month to ask; without it all. */
  readonly from?: Month | undefined
  /** Also what the source has not changed since. */
  readonly again?: boolean | undefined
}

export type LoadProgress = {
  readonly table: string
  readonly done: number
  readonly total: number
  readonly at: string
}

/** How a load ended. `because` is in Dutch, as the administrator reads it. */
export type LoadOutcome =
  | { readonly outcome: 'whole'; readonly release: number; readonly parts: number; readonly differences: number }
  /** The source has not changed since the newest release; nothing was asked but that. */
  | { readonly outcome: 'unchanged'; readonly modifiedAt: string }
  /** All was read again, and it was the same. */
  | { readonly outcome: 'same'; readonly modifiedAt: string }
  | { readonly outcome: 'refused'; readonly because: string }
  | { readonly outcome: 'unusable'; readonly because: string }
  /** The source did not answer; what was loaded stays, and a next load goes on after it. */
  | { readonly outcome: 'interrupted'; readonly because: string }
  | { readonly outcome: 'broken-off' }
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'busy' }

const parts = (count: number) => `${count} ${count === 1 ? 'deel' : 'delen'}`

/** The outcome in a sentence, in Dutch. */
export function outcomeText(outcome: LoadOutcome): string {
  switch (outcome.outcome) {
    case 'whole': {
      const { differences } = outcome
      const differ =
        differences === 0 ? 'Alles telt op.' : `Op ${differences} plekken telt de bron niet op; dat is bewaard.`
      return `Volledig geladen: ${parts(outcome.parts)}. ${differ}`
    }
    case 'unchanged':
      return 'De bron is niet veranderd sinds de laatste levering. Er is niets geladen.'
    case 'same':
      return 'Alles is opnieuw gelezen en gelijk gebleven. Er is niets veranderd.'
    case 'refused':
      return `De levering is geweigerd. ${outcome.because}`
    case 'unusable':
      return `Er is niets geladen. ${outcome.because}`
    case 'interrupted':
      return `Het laden is onderbroken. ${outcome.because} Wat geladen is, blijft staan; opnieuw starten gaat daarna verder.`
    case 'broken-off':
      return 'Het laden is afgebroken. Wat geladen is, blijft staan; opnieuw starten gaat daarna verder.'
    case 'stopped':
      return 'Het laden is gestopt met het programma. Opnieuw starten gaat verder waar het was.'
    case 'busy':
      return 'Een ander programma laadt deze tabel op dit moment.'
  }
}

/** What a trouble with the source means, in Dutch. */
export const troubleTexts = {
  unreachable: 'De bron antwoordt niet.',
  failing: 'De bron geeft steeds een fout.',
  refused: 'De bron weigert onze vraag. Misschien bestaat de tabel niet meer, of zijn de kolommen veranderd.',
  unreadable: 'Het antwoord van de bron is niet te lezen.',
  'too-large': 'De bron geeft veel meer dan er hoort te zijn.',
  elsewhere: 'De bron verwijst naar een ander adres. Dat volgen wij niet.',
  stopped: 'Het laden is gestopt.',
} as const

/** Whether what lies before `from` may be taken over from the release before: only of the same areas and types. */
export function mayTakeOver(
  before: { readonly types: readonly string[]; readonly areas: readonly string[] },
  now: { readonly types: readonly string[]; readonly areas: readonly string[] },
): boolean {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((one, at) => one === b[at])
  return same(before.types, now.types) && same([...before.areas].sort(), [...now.areas].sort())
}
