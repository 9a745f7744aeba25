/** Something a national agenda asks, as far as our documents name it. */
export type NationalItem = {
  readonly code: string
  readonly agenda: string
  readonly plan: string | null
  readonly title: string
  /** With unit and term, as the document has it. */
  readonly goal: string | null
  readonly from: number | null
  readonly to: number | null
  readonly sources: readonly string[]
  /** The regional priorities that answer it, on the newest word. */
  readonly links: readonly NationalLink[]
}

export type NationalLink = {
  readonly priority: { readonly code: string; readonly title: string }
  /** Whether it answers: somebody may say that it does not, or no longer does. */
  readonly linked: boolean
  readonly reason: string
  /** `bron` or `afgeleid` of the region pack; `opgave` when somebody of the bureau said it. */
  readonly ground: 'bron' | 'afgeleid' | 'opgave'
  /** Who and when; null where a document says it. */
  readonly saidBy: { readonly actedAs: string; readonly at: string } | null
}

/** The priorities that answer an item. */
export const answering = ({ links }: Pick<NationalItem, 'links'>) => links.filter(({ linked }) => linked)
/** Whether an item is of a period that has not ended in a year; of an unknown period it is. */
export const isCurrent = ({ to }: { readonly to: number | null }, year: number) => to === null || to >= year
