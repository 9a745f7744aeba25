import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { listAreas } from './area.store'
import { type EntryFault, membershipChanges, readEntry, type Surroundings, type TypedEntry } from './basisteam'
import { basisteams, teamMemberships, writeBasisteam } from './basisteam.store'

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
  }
}

/** Fills in a basisteam as typed, with a line in the audit log; or says per field what is wrong. */
export async function fillBasisteam(
  tx: Writer,
  typed: TypedEntry,
  around: Surroundings,
  requestId: string,
): Promise<{ readonly faults: readonly EntryFault[] } | null> {
  const entry = readEntry(typed, around)
  if ('faults' in entry) return entry
  const own = around.memberships.filter(({ team }) => team === around.team)
  await writeBasisteam(tx, around.team, entry, membershipChanges(own, entry))
  const what = `${around.team}: ${entry.name}, vanaf ${entry.from} ${entry.municipalities.join(';') || 'geen gemeenten'}`
  await noteDeed(tx, { event: 'basisteam ingevuld', object: what, requestId })
  return null
}
