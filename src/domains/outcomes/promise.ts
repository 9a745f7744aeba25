import type { Day } from '../../kernel/day'
import { dayFault, evidenceText, type Fault, neededText, readDay } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'

export const promiseKinds = ['afspraak', 'toezegging'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** A function of an organisation that can carry an agreement. */
export type Carrier = {
  readonly organisation: string
  readonly name: string
  readonly title: string
  /** Sits in this instance. */
  readonly hasSeat: boolean
}

/** What was agreed or promised in a meeting, with what became of it for who may know. */
export type Agreement = {
  readonly id: string
  readonly meeting: string
  /** The day of the meeting as it stands now. */
  readonly heldOn: Day
  readonly instanceName: string
  /** `2`, and `b1` in the closed series. */
  readonly label: string
  readonly isClosed: boolean
  /** The item, as it is called in its meeting. */
  readonly item: string
  readonly kind: PromiseKind
  readonly text: string
  /** The function with its organisation. */
  readonly carrier: string
  readonly due: Day | null
  /** Whether the asker carries it. */
  readonly isOwn: boolean
  readonly proof: Proof | null
  readonly closed: { readonly words: string | null; readonly at: string; readonly actedAs: string } | null
}

export type Proof = {
  readonly version: number
  readonly sentence: string
  readonly evidence: string | null
  /** ISO text. */
  readonly at: string
  readonly actedAs: string
}

export type TypedPromise = {
  readonly kind: string
  readonly text: string
  /** `organisation|title`. */
  readonly carrier: string
  readonly due: TypedDay
}

export type PromiseDraft = {
  readonly kind: PromiseKind
  readonly text: string
  readonly organisation: string
  readonly title: string
  readonly due: Day | null
}

export const carrierKey = ({ organisation, title }: Pick<Carrier, 'organisation' | 'title'>) =>
  `${organisation}|${title}`

/** Reads an agreement, or says at which field it is wrong; `at` follows the name of each field. */
export function readPromise(
  typed: TypedPromise,
  carriers: readonly Carrier[],
  at: string,
): PromiseDraft | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const kind = promiseKinds.find((one) => one === typed.kind)
  if (!kind) faults.push({ field: `soort-${at}`, message: 'Kies of het een afspraak of een toezegging is.' })
  const text = neededText(typed.text, `afspraak-${at}`, 1000, 'Schrijf wat er is afgesproken of toegezegd.', faults)
  const carrier = carriers.find((one) => carrierKey(one) === typed.carrier)
  if (!carrier) faults.push({ field: `trekker-${at}`, message: 'Kies welke functie dit doet.' })
  const due = readDay(typed.due)
  if (due === 'fault') faults.push({ field: `klaar-${at}`, message: dayFault })
  if (faults.length > 0 || !kind || !carrier || due === 'fault') return { faults }
  return { kind, text, organisation: carrier.organisation, title: carrier.title, due }
}

/** Reads what was done and where it can be seen: a web address, a page of here, or the SHA-256 of a file. */
export function readProof(typed: {
  readonly sentence: string
  readonly evidence: string
}): { readonly sentence: string; readonly evidence: string | null } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const sentence = neededText(typed.sentence, 'zin', 1000, 'Schrijf in één zin wat er is gedaan.', faults)
  const evidence = evidenceText(typed.evidence, 'bewijs', faults)
  return faults.length > 0 ? { faults } : { sentence, evidence }
}

/** Whether an agreement is past its day and still open: for who sits there and who carries it only. */
export const isLate = ({ due, closed }: Pick<Agreement, 'due' | 'closed'>, today: Day) =>
  closed === null && due !== null && due < today
