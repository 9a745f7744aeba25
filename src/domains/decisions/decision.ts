import type { Json } from '../../kernel/canonical'
import type { Day } from '../../kernel/day'

export const effectKinds = [
  'stelt-plan-vast',
  'trekt-vaststelling-in',
  'wijzigt-actie',
  'zet-doel',
  'zet-prioriteit',
  'benoemt',
  'verleent-decharge',
  'heft-op',
  'kent-geld-toe',
  'vraagt',
] as const
export type EffectKind = (typeof effectKinds)[number]

export type SubjectKind = 'plan' | 'actie' | 'indicator' | 'prioriteit'
/** What of the chain an effect is done to; null for what is not in it. */
export const subjectKind: Readonly<Record<EffectKind, SubjectKind | null>> = {
  'stelt-plan-vast': 'plan',
  'trekt-vaststelling-in': 'plan',
  'wijzigt-actie': 'actie',
  'zet-doel': 'indicator',
  'zet-prioriteit': 'prioriteit',
  benoemt: null,
  'verleent-decharge': null,
  'heft-op': null,
  'kent-geld-toe': null,
  vraagt: null,
}

export type Values = { readonly [name: string]: Json }

/** What a decision is to do: the code of the plan, action, indicator, priority, instance, seat, body, receiver or who is asked, and what it becomes. */
export type Wanted = { readonly kind: EffectKind; readonly subject: string; readonly after: Values }

/** What a decision did, with what was before. `hash` is that of the plan as it was adopted. */
export type Effect = Wanted & {
  readonly seq: number
  readonly before: Values
  readonly hash: string | null
  /** Whether the subject is a working group. */
  readonly isGroup: boolean
  /** What the subject is called today. */
  readonly subjectTitle: string
  /** What the leads it names are called today, by code. */
  readonly names: Readonly<Record<string, string>>
}

/** What somebody had written down with his agreement. */
export type Note = { readonly party: string; readonly words: string }

/** A decision as it is to be recorded. */
export type Draft = {
  readonly body: string
  readonly area: string | null
  readonly takenOn: Day
  readonly title: string
  readonly text: string
  readonly ground: string
  /** Functions, never names. */
  readonly adoptedBy: readonly string[]
  readonly attended: readonly string[]
  readonly remarks: string | null
  /** Who agreed with a note of his own, by function or organisation, and what it says. */
  readonly notes: readonly Note[]
  /** On what ground the regional mayor decided when no agreement came; null as nearly always. */
  readonly knotGround: string | null
  readonly conditions: string | null
  readonly isPublic: boolean
  /** The instance that sits behind closed doors: the decision exists for who has a seat in it. */
  readonly closedTo: string | null
  readonly reverses: string | null
}

/** Where a decision is taken: a meeting, and the id of an item of its agenda. */
export type Occasion = { readonly meeting: string; readonly item: string | null }

export type Decision = Draft & {
  readonly code: string
  readonly bodyName: string
  readonly areaName: string | null
  readonly recordedAt: string
  readonly actedAs: string
  /** The decision that turned this one back. */
  readonly reversedBy: string | null
  /** The meeting it was taken at, and the item as it is called there; for who may read those. */
  readonly takenAt: { readonly meeting: string; readonly item: string | null } | null
  readonly effects: readonly Effect[]
}

/** Why a decision or a change was not kept. What refuses names it so. */
export const refusals = [
  'dag-in-de-toekomst',
  'gremium-bestond-niet',
  'onbekend',
  'draait-al-terug',
  'ander-gremium',
  'voor-het-besluit',
  'vertrouwelijk',
  'geen-mandaat',
  'geen-mandaat-meer',
  'ander-overleg',
  'intussen-veranderd',
  'niets-veranderd',
  'stand-van-later',
  'zelfde-stand',
  'plan-leeg',
  'al-teruggedraaid',
  'geen-secretaris',
  'andere-vergadering',
  'andere-dag',
  'besloten-punt',
  'geen-regio',
  'niemand-gevraagd',
  'al-beantwoord',
] as const
export type Refusal = (typeof refusals)[number]

/** Thrown to leave the transaction: nothing of a refused decision is kept. */
export class Refused extends Error {
  constructor(readonly reason: Refusal) {
    super(reason)
  }
}

/** The refusal in a fault of the database, or null when it is another fault. */
export function refusalIn(fault: unknown): Refusal | null {
  if (fault instanceof Refused) return fault.reason
  const { code, message } = (fault ?? {}) as { code?: unknown; message?: unknown }
  return code === 'SV001' ? (refusals.find((reason) => reason === message) ?? null) : null
}

/**
 * What the code of a decision begins with: `B-2026-` for everybody, `V-2026-` for professionals, `V-DVC-WU-2026-` for who sits there.
 * Each series is numbered apart, so that no gap tells of another.
 */
export const seriesOf = ({ isPublic, closedTo, takenOn }: Pick<Draft, 'isPublic' | 'closedTo' | 'takenOn'>) =>
  `${isPublic ? 'B' : 'V'}-${closedTo ? `${closedTo}-` : ''}${takenOn.slice(0, 4)}-`

// A plan is frozen as the other effects left it.
const order: readonly EffectKind[] = [
  'wijzigt-actie',
  'zet-doel',
  'zet-prioriteit',
  'benoemt',
  'verleent-decharge',
  'heft-op',
  'kent-geld-toe',
  'vraagt',
  'trekt-vaststelling-in',
  'stelt-plan-vast',
]
export const inOrder = (wanted: readonly Wanted[]) =>
  [...wanted].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))

/** What undoes an effect. Where the database knows what was there before, it says so itself. */
function inverseOf({ kind, subject, before, after }: Effect, of: string): Wanted {
  switch (kind) {
    case 'stelt-plan-vast':
      return { kind: 'trekt-vaststelling-in', subject, after: {} }
    case 'wijzigt-actie':
      return { kind, subject, after: before }
    case 'zet-doel':
      return { kind, subject, after: { ...after, waarde: null, hersteld: before.metingen ?? [] } }
    case 'benoemt':
    case 'verleent-decharge':
    case 'heft-op':
    case 'kent-geld-toe':
    case 'vraagt':
      return { kind, subject, after }
    default:
      return { kind, subject, after: { stand: before.stand ?? null, reden: `Besluit ${of} is teruggedraaid` } }
  }
}

/** Everything a decision did, turned back, the last first. */
export const reversalOf = ({ code, effects }: Pick<Decision, 'code' | 'effects'>): Wanted[] =>
  effects.map((effect) => inverseOf(effect, code)).reverse()

/** A decision as one file: what its entry in the log of publications holds the hash of. */
export function decisionRecord(decision: Decision): Json {
  return {
    formaat: 'slagvaardig-besluit-1',
    code: decision.code,
    gremium: decision.body,
    gebied: decision.area,
    genomenOp: decision.takenOn,
    titel: decision.title,
    tekst: decision.text,
    grond: decision.ground,
    vaststellers: decision.adoptedBy,
    aanwezigen: decision.attended,
    aantekening: decision.remarks,
    // Left out where there is none: the hash of what was recorded before stays what it was.
    ...(decision.notes.length > 0
      ? { aantekeningen: decision.notes.map(({ party, words }) => ({ van: party, tekst: words })) }
      : {}),
    ...(decision.knotGround ? { regioburgemeesterBesliste: decision.knotGround } : {}),
    voorwaarden: decision.conditions,
    draaitTerug: decision.reverses,
    vastgelegdOp: decision.recordedAt,
    vastgelegdDoor: decision.actedAs,
    gevolgen: decision.effects.map(({ seq, kind, subject, before, after, hash }) => ({
      volgnummer: seq,
      soort: kind,
      onderwerp: subject,
      was: before,
      wordt: after,
      kenmerk: hash,
    })),
  }
}
