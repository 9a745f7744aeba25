import type { SourceType } from './part'
import type { AreaGroup, SourceArea } from './source-area'
import type { Period, SourcePeriod } from './source-table'

/** A release that was loaded before, or is being loaded. */
export type LoadedRelease = {
  readonly id: number
  /** The source's own date of change, in ISO. */
  readonly modifiedAt: string
  readonly types: readonly string[]
  readonly firstPeriod: Period
  readonly lastPeriod: Period
  readonly state: 'bezig' | 'volledig' | 'geweigerd' | 'afgebroken'
  readonly contentHash: string | null
  readonly askedFrom: Period | null
}

/** What a load is going to ask: every group in every period, oldest first. */
export type LoadPlan = {
  readonly types: readonly SourceType[]
  readonly areas: readonly SourceArea[]
  readonly groups: readonly AreaGroup[]
  /** What is asked; the release may begin earlier, with what it takes over from the release before. */
  readonly periods: readonly SourcePeriod[]
  readonly firstPeriod: Period
  readonly lastPeriod: Period
  /** The first period that is asked, when the release takes over what lies before it. */
  readonly askedFrom: Period | null
}

/** Whether what lies before `from` may be taken over from the release before: only of the same areas and types. */
export function mayTakeOver(
  before: { readonly types: readonly string[]; readonly areas: readonly string[] },
  now: { readonly types: readonly string[]; readonly areas: readonly string[] },
): boolean {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((one, at) => one === b[at])
  return same(before.types, now.types) && same([...before.areas].sort(), [...now.areas].sort())
}
