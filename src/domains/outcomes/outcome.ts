export const outcomeKinds = ['besloten', 'geadviseerd', 'besproken', 'kennisgenomen', 'aangehouden'] as const
/** How an item ended. */
export type OutcomeKind = (typeof outcomeKinds)[number]

export type Outcome = {
  readonly item: string
  readonly version: number
  readonly kind: OutcomeKind
  readonly words: string | null
  /** The code of the later meeting an item was held over to. */
  readonly heldTo: string | null
  readonly actedAs: string
  /** How the item was called when this was written; null while it is still called so. */
  readonly writtenAt: string | null
}

export type Minutes = {
  readonly item: string
  readonly version: number
  readonly text: string
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
  /** As of an outcome. */
  readonly writtenAt: string | null
}

/** Where the list and the minutes of a meeting stand; moments as ISO text. */
export type Stage = {
  readonly fixedAt: string | null
  readonly fixedAs: string | null
  readonly listPublishedAt: string | null
  readonly approvedIn: string | null
  readonly approvedAt: string | null
  readonly minutesPublishedAt: string | null
  readonly agendaPublishedAt: string | null
}

/** What was asked of the meeting with an item. */
type ItemKind = 'informatie' | 'bespreking' | 'advisering' | 'besluitvorming'

const usual: Readonly<Record<ItemKind, OutcomeKind>> = {
  informatie: 'kennisgenomen',
  bespreking: 'besproken',
  advisering: 'geadviseerd',
  besluitvorming: 'besloten',
}

/** The outcomes in the order in which a secretary will want them for an item of this kind. */
export const outcomesFor = (kind: ItemKind): OutcomeKind[] => [
  usual[kind],
  ...outcomeKinds.filter((one) => one !== usual[kind]),
]

const speakers = [
  /^\s*(de heer|mevrouw|mevr\.?|dhr\.?|mw\.?)\s+\p{Lu}/iu,
  /\b(de heer|mevrouw|mevr\.|dhr\.|mw\.)\s+\p{Lu}[\p{L}'-]+.*\b(zegt|vraagt|stelt|meent|merkt|vindt|antwoordt|geeft|licht)\b/iu,
  /^\s*\p{Lu}[\p{L}.'-]*(\s+(van|de|der|den|ten|ter|\p{Lu}[\p{L}.'-]*)){0,4}\s*:\s+\S/u,
]

/** The lines of minutes that seem to say who spoke. */
export const linesWithSpeaker = (text: string): string[] =>
  text.split('\n').filter((line) => speakers.some((pattern) => pattern.test(line)))
