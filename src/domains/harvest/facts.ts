import type { Day } from '../../kernel/day'

/** A moment as ISO text in UTC. */
export type Moment = string

/** What is public of the meetings, as the database says it to a visitor without a session. */
export type Facts = {
  readonly bodies: readonly BodyFact[]
  readonly instances: readonly InstanceFact[]
  readonly meetings: readonly MeetingFact[]
  readonly items: readonly ItemFact[]
  readonly files: readonly FileFact[]
  readonly agreements: readonly AgreementFact[]
  readonly proposals: readonly ProposalFact[]
  readonly decisions: readonly DecisionFact[]
  readonly categories: ReadonlyMap<string, CategoryFact>
}

export type CategoryFact = { readonly label: string; readonly uri: string; readonly article: string }

export type BodyFact = {
  readonly code: string
  /** In ten characters, as the standard wants it: a longer code is the begin of its hash, always the same. */
  readonly short: string
  readonly name: string
  readonly level: string
  readonly from: Day | null
  readonly until: Day | null
}

export type InstanceFact = {
  readonly code: string
  readonly short: string
  readonly body: string
  readonly area: string
  readonly areaName: string
  readonly isExample: boolean
}

export type MeetingFact = {
  readonly code: string
  readonly instance: string
  readonly heldOn: Day
  readonly endsOn: Day | null
  readonly state: string
  readonly reason: string | null
  /** When its day was last said. */
  readonly saidAt: Moment
  readonly agendaAt: Moment | null
  readonly fixedAt: Moment | null
  readonly listAt: Moment | null
  readonly minutesAt: Moment | null
  readonly approvedIn: string | null
  /** When something public was last taken off it. */
  readonly takenOffAt: Moment | null
}

export type ItemFact = {
  readonly code: string
  readonly meeting: string
  readonly number: number
  readonly title: string
  readonly kind: string
  readonly version: number
  /** What its note says, part by part. */
  readonly asked: string
  readonly note: readonly string[]
  readonly publishedAt: Moment
  readonly changedAt: Moment
  readonly outcome: { readonly kind: string; readonly words: string | null; readonly heldTo: string | null } | null
  readonly minutes: string | null
}

export type FileFact = {
  /** The code of the item. */
  readonly item: string
  readonly hash: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly at: Moment
}

export type AgreementFact = {
  readonly meeting: string
  readonly item: string
  readonly number: number
  readonly kind: string
  readonly text: string
  readonly title: string
  readonly organisation: string
  readonly organisationName: string
}

export type ProposalFact = {
  readonly code: string
  readonly title: string
  readonly body: string
  readonly version: number
  readonly broughtBy: string
  readonly publishedAt: Moment
  readonly items: readonly string[]
  readonly isExample: boolean
}

export type DecisionFact = {
  readonly code: string
  readonly body: string
  readonly area: string | null
  readonly takenOn: Day
  readonly title: string
  readonly text: string
  readonly ground: string
  readonly adoptedBy: readonly string[]
  readonly attended: readonly string[]
  readonly notes: readonly { readonly party: string; readonly words: string }[]
  readonly remarks: string | null
  readonly conditions: string | null
  readonly reverses: string | null
  readonly reversedBy: string | null
  readonly recordedAt: Moment
  readonly takenAt: { readonly meeting: string; readonly item: string | null } | null
  readonly isExample: boolean
  /** Its file: the document to read where one was kept, else the record. The SHA-256 is that of the log of publications. */
  readonly file: { readonly name: 'besluit.html' | 'besluit.json'; readonly hash: string; readonly size: number }
}
