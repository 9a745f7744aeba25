import type { Month } from '../../kernel/month'
import type { ODataTrouble } from '../odata/fault'

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

/** Who follows a load, and may end it. */
export type Watch = { told?(progress: LoadProgress): void; isOver?(): boolean }

/** Why something of a source cannot be taken: in Dutch, as the administrator reads it. */
export type Unusable = { readonly because: string }

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

/** What the source has now: its own date of change, when it gives one, and what of it should be loaded, when that is not here yet. */
export type Look = { readonly modifiedAt: string | null; readonly wanted: { readonly from: Month | null } | null }

/** Something that is loaded from a source elsewhere, as its domain gives it. */
export type Loader = {
  /** The table of the source, or a name of ours. */
  readonly id: string
  /** Loaders that are asked for together. */
  readonly group: 'politie' | 'inwoners' | 'kerncijfers' | 'grenzen'
  /** What it holds, in Dutch. */
  readonly holds: string
  /** The address of the source. */
  readonly source: string
  /** Asks the source whether it has something new. Throws an ODataFault when it does not answer. */
  look(): Promise<Look>
  load(wish: LoadWish, watch: Watch): Promise<LoadOutcome>
}

/** The loaders that a word asks for: one by its name, or a group. */
export function loadersFor(word: string, loaders: readonly Loader[]): readonly Loader[] {
  const lower = word.toLowerCase()
  return loaders.filter(({ id, group }) => id.toLowerCase() === lower || group === lower)
}

/** Whether a load ended as it should: nothing is left to do. */
export const isDone = ({ outcome }: LoadOutcome): boolean => ['whole', 'same', 'unchanged'].includes(outcome)

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
export const troubleTexts: Readonly<Record<ODataTrouble, string>> = {
  unreachable: 'De bron antwoordt niet.',
  failing: 'De bron geeft steeds een fout.',
  refused: 'De bron weigert onze vraag. Misschien bestaat de tabel niet meer, of zijn de kolommen veranderd.',
  unreadable: 'Het antwoord van de bron is niet te lezen.',
  'too-large': 'De bron geeft veel meer dan er hoort te zijn.',
  elsewhere: 'De bron verwijst naar een ander adres. Dat volgen wij niet.',
  stopped: 'Het laden is gestopt.',
}
