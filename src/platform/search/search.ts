/** Something a reader can find: what it is, its code, and the page it stands on. */
export type Entry = {
  readonly kind: string
  readonly code: string
  readonly title: string
  /** The words beside the title: of which plan, in which year. */
  readonly context: string
  readonly body: string
  readonly href: string
}

/** One kind among the answers, with how many there are of it. */
export type Facet = { readonly kind: string; readonly count: number }

export type Hit = Entry & {
  /** Found because a typing error was forgiven. */
  readonly isClose: boolean
}

/** What was found: all kinds with their counts, the best first, and the answers that were asked for. */
export type Found = {
  readonly total: number
  readonly facets: readonly Facet[]
  readonly hits: readonly Hit[]
  /** Nothing was found as it was typed: the same question in words that do stand here, or null. */
  readonly suggestion: string | null
}

/** Which answers: the best few of each kind, or a page of one kind. */
export type Wanted =
  | { readonly perKind: number }
  | { readonly kind: string; readonly limit: number; readonly offset: number }

/** Longer questions are cut off: nobody types them. */
export const longestQuestion = 200
