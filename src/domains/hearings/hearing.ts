import type { Day } from '../../kernel/day'

export const views = ['geen', 'wensen', 'bedenkingen'] as const
/** What a council or partner says of the draft. Not known is null, and never `geen`. */
export type View = (typeof views)[number]

export type Point = { readonly number: number; readonly text: string }

/** How far a party is. What is empty is not known. */
export type Said = {
  readonly sentOn: Day | null
  readonly onAgendaOn: Day | null
  /** The day of the council meeting; of a partner the day of the reaction. */
  readonly heardOn: Day | null
  readonly inPrivate: boolean
  readonly view: View | null
  /** Where the paper of the council or the letter stands. */
  readonly paper: string | null
  readonly points: readonly Point[]
}

/** One version of what is known of a party. The first is 1; a later one replaces nothing. */
export type Entry = Said & {
  readonly id: string
  readonly version: number
  /** ISO text. */
  readonly at: string
  /** The function somebody had then, never a name. */
  readonly actedAs: string
}

export type Party = {
  readonly code: string
  readonly kind: 'raad' | 'partner'
  /** The municipality, or the partner. */
  readonly name: string
  /** The newest that exists for whoever asks. */
  readonly entry: Entry | null
}

export const effects = ['geen wijziging', 'aangepast'] as const

/** What we answer to a point and what it changed in the text. */
export type Reply = {
  readonly text: string
  readonly effect: (typeof effects)[number]
  /** Where in the text; only where something changed, as the words then and now. */
  readonly place: string | null
  readonly before: string | null
  readonly after: string | null
}

export type Answer = Reply & {
  readonly version: number
  readonly at: string
  readonly actedAs: string
  /** The point as it was answered. */
  readonly pointText: string
}

/** The answers to each point of each party, the newest of each. */
export type Answers = ReadonlyMap<string, Answer>
export const answerKey = (party: string, point: number) => `${party} ${point}`

export type Hearing = {
  readonly code: string
  readonly subject: { readonly kind: 'strategie' | 'plan'; readonly code: string; readonly title: string }
  /** The text that was put to them. */
  readonly text: { readonly name: string; readonly on: Day; readonly address: string | null }
  readonly termEndsOn: Day
  readonly askedBy: { readonly code: string; readonly name: string }
  readonly openedAt: string
  readonly closedAt: string | null
  /** Opened by an example person: all that follows is invented. */
  readonly isExample: boolean
}

/** Where a party is: nothing known, sent to it, on an agenda, or heard. */
export type PartyState = 'onbekend' | 'verzonden' | 'geagendeerd' | 'gehoord'

export function stateOf({ entry }: Pick<Party, 'entry'>): PartyState {
  if (entry?.heardOn) return 'gehoord'
  if (entry?.onAgendaOn) return 'geagendeerd'
  return entry?.sentOn ? 'verzonden' : 'onbekend'
}

/** What a point waits for: an answer, or another one because it changed after it was answered. */
export function pointState(point: Point, answer: Answer | undefined): 'open' | 'veranderd' | 'beantwoord' {
  if (!answer) return 'open'
  return answer.pointText === point.text ? 'beantwoord' : 'veranderd'
}

export type Tally = {
  readonly total: number
  readonly heard: number
  readonly views: Readonly<Record<View, number>>
  /** Heard, and what it says is not known. */
  readonly heardOnly: number
  readonly notHeard: number
}

export function tally(parties: readonly Pick<Party, 'entry'>[]): Tally {
  const heard = parties.filter((party) => stateOf(party) === 'gehoord')
  const among = (view: View | null) => heard.filter(({ entry }) => entry?.view === view).length
  return {
    total: parties.length,
    heard: heard.length,
    views: { geen: among('geen'), wensen: among('wensen'), bedenkingen: among('bedenkingen') },
    heardOnly: among(null),
    notHeard: parties.length - heard.length,
  }
}

/** What keeps the nota from being released, or makes it incomplete. */
export type Missing = {
  /** Points without an answer to how they read now. */
  readonly unanswered: readonly { readonly party: Party; readonly point: Point; readonly state: 'open' | 'veranderd' }[]
  /** Wishes or objections that nobody wrote down. */
  readonly withoutPoints: readonly Party[]
}

export function missing(parties: readonly Party[], answers: Answers): Missing {
  return {
    unanswered: parties.flatMap((party) =>
      (party.entry?.points ?? []).flatMap((point) => {
        const state = pointState(point, answers.get(answerKey(party.code, point.number)))
        return state === 'beantwoord' ? [] : [{ party, point, state }]
      }),
    ),
    withoutPoints: parties.filter(({ entry }) => entry?.view && entry.view !== 'geen' && entry.points.length === 0),
  }
}

/** Whether a party still has to say what it says: who did is not reminded. */
export const isAwaited = ({ entry }: Pick<Party, 'entry'>): boolean => !entry?.view
