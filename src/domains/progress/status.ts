/** How an action stands, as its carrier judges it. A judgement of a person, beside whatever figure there is. */
export const statuses = [
  'nog-niet-begonnen',
  'op-koers',
  'loopt-achter',
  'geblokkeerd',
  'afgerond',
  'gestopt',
  'overgedragen',
] as const
export type Status = (typeof statuses)[number]

export const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text)

/** Whether a status is worth nothing without the reason. "Op koers" may stand alone: a required field is one too many in December. */
export const needsReason = (status: Status) =>
  status === 'loopt-achter' || status === 'geblokkeerd' || status === 'gestopt' || status === 'overgedragen'

/** A picture as evidence, checked and without what a camera wrote beside it, with what is on it. */
export type SaidPhoto = {
  readonly kind: 'jpeg' | 'png'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text: string
}

/** What somebody says of an action. */
export type Said = {
  readonly action: string
  readonly status: Status
  readonly sentence: string | null
  readonly evidence: string | null
  readonly photo: SaidPhoto | null
}
/** An action said to stand as it stood. */
export type Unchanged = { readonly action: string; readonly unchanged: true }
export type Saying = Said | Unchanged

/** An action somebody is asked about, with what was last said of it. */
export type Item = {
  readonly action: string
  readonly title: string
  readonly programme: string
  readonly plan: string
  readonly due: string
  readonly status: Status | null
  readonly sentence: string | null
  readonly saidAt: string | null
  /** Of a plan that was made here and is not adopted yet; known only to whoever is signed in. */
  readonly isConcept?: boolean
}

/** One thing that was said of an action, with who said it then and how. */
export type Update = Omit<Said, 'photo'> & {
  readonly photo: { readonly hash: string; readonly text: string } | null
  readonly isUnchanged: boolean
  readonly way: 'scherm' | 'link' | 'mail'
  readonly at: string
  readonly actedAs: string
}

/** Who sees how much is said per programme: who steers, and never the public. */
export const seesFreshness = (roles: readonly string[]) =>
  ['bestuurder', 'programmamanager', 'functioneel-beheerder'].some((role) => roles.includes(role))

export const longestSentence = 500
/** Of the words to a photo: what it shows, not a story. */
export const longestPhotoText = 200
