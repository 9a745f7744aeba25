import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { listAreas } from './area.store'
import { type EntryFault, membershipChanges, readEntry, type Surroundings, type TypedEntry } from './basisteam'
import { basisteams, teamMemberships, writeBasisteam } from './basisteam.store'
import { lockTeams, teamNeighbourhoods } from './team-neighbourhood.store'

/** Everything a form about one team is checked against; null when there is no such team. */
export async function surroundings(tx: Reader, team: string, region: string, on: Day): Promise<Surroundings | null> {
  const teams = await basisteams(tx, on)
  if (!teams.some(({ code }) => code === team)) return null
  const municipalities = (await listAreas(tx, { validOn: on, kind: 'gemeente', within: region })).items
  return {
    team,
    teamNames: new Map(teams.map(({ code, name }) => [code, name])),
    municipalityNames: new Map(municipalities.map(({ code, name }) => [code, name])),
    memberships: await teamMemberships(tx),
    divided: await teamNeighbourhoods(tx),
  }
}

/** Where a form about a team was filled in: the region, the day typed or else today, and the request. */
type Filling = { readonly team: string; readonly region: string; readonly on: Day; readonly requestId: string }

/**
 * Fills in a basisteam as typed, with a line in the audit log; or says per field what is wrong, with what it was checked against.
 * Null when there is no such team.
 */
export async function fillBasisteam(
  tx: Writer,
  typed: TypedEntry,
  { team, region, on, requestId }: Filling,
): Promise<{ readonly faults: readonly EntryFault[]; readonly around: Surroundings } | null> {
  await lockTeams(tx)
  const around = await surroundings(tx, team, region, on)
  if (!around) return null
  const entry = readEntry(typed, around)
  if ('faults' in entry) return { faults: entry.faults, around }
  const own = around.memberships.filter((one) => one.team === team)
  await writeBasisteam(tx, around.team, entry, membershipChanges(own, entry))
  const what = `${around.team}: ${entry.name}, vanaf ${entry.from} ${entry.municipalities.join(';') || 'geen gemeenten'}`
  await noteDeed(tx, { event: 'basisteam ingevuld', object: what, requestId })
  return { faults: [], around }
}
