import type { Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'

/** A wijk, or a buurt with the wijk it lies in. */
export type Neighbourhood = { readonly code: string; readonly name: string; readonly wijk: string | null }

/** That a wijk or buurt belongs, belonged or will belong to a basisteam. */
export type TeamNeighbourhood = Neighbourhood & {
  readonly id: string
  readonly team: string
  readonly municipality: string
  readonly validity: Validity
}

/** Chosen for a buurt: no team, whatever its wijk has. */
export const noTeam = 'geen'

/** A wijk or buurt, and the team it goes to. */
export type Placement = Neighbourhood & { readonly team: string }

/**
 * What was chosen per wijk and per buurt as placements. A buurt without a choice goes along with its wijk; a wijk of which no buurt
 * differs goes as a whole, so that crimes of which only the wijk is known go along too.
 */
export function placementsOf(
  neighbourhoods: readonly Neighbourhood[],
  chosen: ReadonlyMap<string, string>,
): Placement[] {
  return neighbourhoods
    .filter(({ wijk }) => wijk === null)
    .flatMap((one) => {
      const team = chosen.get(one.code) ?? ''
      const parts = neighbourhoods.filter(({ wijk }) => wijk === one.code)
      const teams = parts.map(({ code }) => chosen.get(code) || team).map((of) => (of === noTeam ? '' : of))
      if (teams.every((of) => of === team)) return team === '' ? [] : [{ ...one, team }]
      return parts.flatMap((part, at) => (teams[at] ? [{ ...part, team: teams[at] }] : []))
    })
}

/** What has to change so that from a day on a municipality is divided so, and not otherwise. */
export type PlacementChanges = {
  readonly added: readonly Placement[]
  /** Ids that run up to that day. */
  readonly ended: readonly string[]
  /** Ids that would end later, and now go on. */
  readonly continued: readonly string[]
  /** Ids that would only begin on or after that day: they never held. */
  readonly withdrawn: readonly string[]
}

export function placementChanges(
  own: readonly TeamNeighbourhood[],
  placements: readonly Placement[],
  from: Day,
): PlacementChanges {
  const isSame = (one: TeamNeighbourhood) => (other: Placement) => one.code === other.code && one.team === other.team
  const running = own.filter(({ validity }) => covers(validity, from))
  const kept = running.filter((one) => placements.some(isSame(one)))
  const left = running.filter((one) => !kept.includes(one))
  const beginsHere = ({ validity }: TeamNeighbourhood) => validity.from === from
  const later = own.filter(({ validity }) => validity.from !== null && from < validity.from)
  return {
    added: placements.filter((placement) => !kept.some((one) => isSame(one)(placement))),
    ended: left.filter((one) => !beginsHere(one)).map(({ id }) => id),
    continued: kept.filter(({ validity }) => validity.until !== null).map(({ id }) => id),
    withdrawn: [...left.filter(beginsHere), ...later].map(({ id }) => id),
  }
}

/** Whether something that holds for a time still does on a day, or after it. */
export const holdsFrom = ({ until }: Validity, from: Day): boolean => until === null || from < until
