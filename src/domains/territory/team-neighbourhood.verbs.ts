import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { basisteams, teamMemberships } from './basisteam.store'
import { holdsFrom, type Neighbourhood, placementChanges, placementsOf } from './team-neighbourhood'
import { lockTeams, teamNeighbourhoods, writeNeighbourhoods } from './team-neighbourhood.store'

/** What is chosen per wijk and buurt of a municipality, from a day on. */
export type TypedDivision = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly chosen: ReadonlyMap<string, string>
  readonly from: Day
}

/** The basisteams a municipality can be divided over on a day, with names. */
export async function teamsOn(
  tx: Reader,
  on: Day,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return (await basisteams(tx, on)).map(({ code, name }) => ({ code, name }))
}

/**
 * Divides a municipality over basisteams by wijk and buurt, with a line in the audit log. Refuses with the team that has it as a
 * whole on or after that day. What was chosen for a team or neighbourhood that does not exist is not kept.
 */
export async function divideOverTeams(
  tx: Writer,
  { municipality, neighbourhoods, chosen, from }: TypedDivision,
  requestId: string,
): Promise<{ readonly isWithWhole: string } | null> {
  await lockTeams(tx)
  const teams = await teamsOn(tx, from)
  const whole = (await teamMemberships(tx)).find(
    (one) => one.municipality === municipality.code && holdsFrom(one.validity, from),
  )
  if (whole) return { isWithWhole: teams.find(({ code }) => code === whole.team)?.name ?? whole.team }
  const known = new Set(teams.map(({ code }) => code))
  const placements = placementsOf(neighbourhoods, chosen).filter(({ team }) => known.has(team))
  const changes = placementChanges(await teamNeighbourhoods(tx, municipality.code), placements, from)
  await writeNeighbourhoods(tx, municipality.code, from, changes)
  const what = `${municipality.name}: ${changes.added.length} erbij, ${changes.ended.length + changes.withdrawn.length} eraf, vanaf ${from}`
  await noteDeed(tx, { event: 'gemeente verdeeld over basisteams', object: what, requestId })
  return null
}
