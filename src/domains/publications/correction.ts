/** A publication by its kind and code, as its entry in the ledger names it. */
export type Subject = { readonly kind: string; readonly subject: string }

/** What somebody corrected in what was published, by those who may. */
export type Correction = Subject & {
  readonly id: string
  /** What the publication is called; null of a report, of which the code says it. */
  readonly title: string | null
  /** Where it stands; null when it was never entered in the ledger. */
  readonly address: string | null
  readonly before: string
  readonly after: string
  readonly reason: string
  readonly at: string
  readonly actedAs: string
}

export type NewCorrection = Subject & Pick<Correction, 'id' | 'before' | 'after' | 'reason'>
