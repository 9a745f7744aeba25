import type { Day } from '../../kernel/day'
import type { Validity } from '../../kernel/period'

export const workingGroupKinds = ['taskforce', 'bestuurlijke werkgroep', 'ambtelijke werkgroep'] as const
export type WorkingGroupKind = (typeof workingGroupKinds)[number]

/** A taskforce (until 2022) or a working group (since). */
export type WorkingGroup = {
  readonly code: string
  readonly name: string
  readonly kind: WorkingGroupKind
  readonly priority: { readonly code: string; readonly title: string } | null
  readonly validity: Validity
  /** Who belongs in it, in words. */
  readonly composition: string | null
  readonly alsoActsAs: string | null
  readonly reportsTo: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
}

/**
 * Whether two groups are one under two names: administrators on the same priority in the same years. The strategy of 2023
 * calls "bestuurlijke werkgroep" what the execution plan of that year still calls "taskforce".
 */
export function isSameGroup(one: WorkingGroup, other: WorkingGroup): boolean {
  const administrative = (group: WorkingGroup) => group.kind !== 'ambtelijke werkgroep'
  return (
    one.code !== other.code &&
    administrative(one) &&
    administrative(other) &&
    one.priority !== null &&
    one.priority.code === other.priority?.code &&
    overlap(one.validity, other.validity)
  )
}

function overlap(one: Validity, other: Validity): boolean {
  const begins = (a: Validity, b: Validity) => a.from === null || b.until === null || a.from < b.until
  return begins(one, other) && begins(other, one)
}
