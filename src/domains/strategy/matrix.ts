import type { Day } from '../../kernel/day'
import type { PartyRef, PlaceRef } from './named'

/** Whether a partner takes part in a theme. Marks that the document lost are "onbekend"; "nee" exists for professionals only. */
export const participations = ['ja', 'nee', 'onbekend'] as const
export type Participation = (typeof participations)[number]

/** One cell of the district × theme × partner matrix of a plan. */
export type MatrixCell = {
  readonly code: string
  readonly district: PlaceRef
  readonly theme: string
  /** A party, or the district itself where the source speaks of all its partners together. */
  readonly partner: { readonly code: string; readonly name: string; readonly kind: PartyRef['kind'] | 'gebied' }
  readonly participates: Participation
  readonly startPosition: string | null
  /** How we know: `proza`, `proza-allen`, `matrix-verloren` or `district`. */
  readonly ground: string
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/** The themes in the order of the plan. */
export function themesOf(cells: readonly MatrixCell[]): string[] {
  return [...new Set(cells.map(({ theme }) => theme))]
}

/** The partners that are named, in the order of the plan; a district as a whole is none. */
export function namedPartners(cells: readonly MatrixCell[]): MatrixCell['partner'][] {
  const named = cells.filter(({ partner, district }) => partner.code !== district.code)
  return [...new Map(named.map(({ partner }) => [partner.code, partner])).values()]
}

/** What the source says of all partners of the district together. */
export function districtWide(cells: readonly MatrixCell[]): MatrixCell[] {
  return cells.filter(({ partner, district }) => partner.code === district.code)
}

export function answerOf(cells: readonly MatrixCell[], theme: string, partner: string): MatrixCell | null {
  return cells.find((cell) => cell.theme === theme && cell.partner.code === partner) ?? null
}

/** How often each answer is given; unknown is counted as unknown, never as no. */
export function tally(cells: readonly MatrixCell[]): Readonly<Record<Participation, number>> {
  const of = (answer: Participation) => cells.filter(({ participates }) => participates === answer).length
  return { ja: of('ja'), nee: of('nee'), onbekend: of('onbekend') }
}
