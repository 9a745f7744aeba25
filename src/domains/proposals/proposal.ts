import type { Day } from '../../kernel/day'
import type { Direction, Mode, Place } from './route'

export const stances = ['instemmen', 'voorwaarde', 'aanhouden', 'niet'] as const
/** What an instance says of a proposal; `antwoord` to a question, which is not agreed with or refused. */
export type Stance = (typeof stances)[number] | 'antwoord'

export const verdicts = ['overgenomen', 'deels', 'niet'] as const
/** What was done with a view. */
export type Verdict = (typeof verdicts)[number]

export const results = ['aangenomen', 'gewijzigd aangenomen', 'niet aangenomen', 'beantwoord', 'ingetrokken'] as const
export type Result = (typeof results)[number]

/** What was done with a view, told back to who said it. Moments are ISO text. */
export type Told = {
  readonly verdict: Verdict
  readonly why: string
  readonly at: string
  readonly actedAs: string
}

export type View = {
  readonly version: number
  /** How often the draft was kept. */
  readonly edits: number
  readonly textVersion: number
  readonly stance: Stance
  readonly said: string | null
  readonly condition: string | null
  /** Why it followed a released one. */
  readonly reason: string | null
  readonly actedAs: string
  readonly releasedAt: string | null
  readonly releasedAs: string | null
  /** The newest first. */
  readonly told: readonly Told[]
}

export type Addressee = {
  readonly id: string
  /** Of the instance or the organisation. */
  readonly code: string
  readonly name: string
  readonly isInstance: boolean
  readonly round: { readonly closedAt: string; readonly result: 'akkoord' | 'bespreken' } | null
  /** The newest first; a draft only for who writes or releases it. */
  readonly views: readonly View[]
}

export type Step = {
  readonly seq: number
  readonly mode: Mode
  readonly place: Place
  readonly who: string
  readonly openedAt: string | null
  readonly term: Day | null
  readonly closedAt: string | null
  readonly outcome: string | null
  readonly addressees: readonly Addressee[]
}

export type Text = {
  readonly version: number
  readonly title: string
  readonly body: string
  readonly changeNote: string | null
  /** Whose view it was changed for. */
  readonly becauseOf: string | null
  readonly at: string
  readonly actedAs: string
}

export type Proposal = {
  readonly code: string
  readonly routeName: string
  readonly direction: Direction
  readonly broughtBy: string
  readonly decision: string | null
  readonly isExample: boolean
  readonly at: string
  readonly actedAs: string
  readonly finishedAt: string | null
  readonly result: Result | null
  readonly resultNote: string | null
  readonly publishedAt: string | null
  /** The newest first; never empty. */
  readonly texts: readonly [Text, ...Text[]]
  readonly steps: readonly Step[]
}

/** The step a proposal lies at; null before the first and after the last. */
export const currentStep = ({ steps }: Pick<Proposal, 'steps'>): Step | null =>
  steps.find(({ openedAt, closedAt }) => openedAt !== null && closedAt === null) ?? null

/** The step that comes next, when none runs. */
export const nextStep = (proposal: Pick<Proposal, 'steps'>): Step | null =>
  currentStep(proposal) ? null : (proposal.steps.find(({ openedAt }) => openedAt === null) ?? null)

/** The released view that counts. */
export const viewOf = ({ views }: Addressee): View | null => views.find(({ releasedAt }) => releasedAt !== null) ?? null

/** What is written and not released, for who may see that. */
export const draftOf = ({ views }: Addressee): View | null => {
  const [newest] = views
  return newest && newest.releasedAt === null ? newest : null
}

/** The version and how often it was kept, as a form carries it. */
export const seenOf = (view: View | undefined): string => (view ? `${view.version}-${view.edits}` : '0-0')

export type Standing = 'later' | 'niet vrijgegeven' | 'geen antwoord' | 'vrijgegeven'

/** Where an addressee is, as everybody may know it: whether anything was written before its release changes nothing here. */
export function standingOf(step: Step, addressee: Addressee, today: Day): Standing {
  if (viewOf(addressee)) return 'vrijgegeven'
  if (step.openedAt === null || step.term === null) return 'later'
  return today <= step.term && step.closedAt === null ? 'niet vrijgegeven' : 'geen antwoord'
}

/** Whether something is to be told back: of everything but a plain agreement. */
export const asksAnswer = (view: View) => view.stance !== 'instemmen' || view.said !== null

/** The views of which nobody told yet what was done with them. */
export const untold = ({ steps }: Pick<Proposal, 'steps'>) =>
  steps.flatMap((step) =>
    step.addressees.flatMap((addressee) => {
      const view = viewOf(addressee)
      return view && asksAnswer(view) && view.told.length === 0 ? [{ step, addressee, view }] : []
    }),
  )

/** Why a route cannot end this way yet; null when it can. */
export function hindranceOf(proposal: Proposal, result: Result): 'loopt' | 'terugmelden' | null {
  if (result !== 'ingetrokken' && proposal.steps.some(({ closedAt }) => closedAt === null)) return 'loopt'
  return untold(proposal).length > 0 ? 'terugmelden' : null
}

export const words = ['akkoord', 'opmerking', 'niet'] as const
/** What a seat says in a written round. */
export type Word = (typeof words)[number]

/** What a seat said last in a written round; null when it said nothing. */
export type Spoken = {
  readonly seat: string
  readonly title: string
  readonly word: Word | null
  readonly remark: string | null
}
