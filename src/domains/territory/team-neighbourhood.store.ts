import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { PlacementChanges, TeamNeighbourhood } from './team-neighbourhood'

/** The wijken and buurten that belong to basisteams, over all time; of one municipality, or of all. */
export async function teamNeighbourhoods(tx: Reader, municipality?: string): Promise<TeamNeighbourhood[]> {
  const rows = await tx
    .selectFrom('territory.team_neighbourhoods')
    .select(['id', 'team', 'code', 'name', 'wijk', 'municipality', 'valid_from', 'valid_to'])
    .where('withdrawn_on', 'is', null)
    .$if(municipality !== undefined, (query) => query.where('municipality', '=', municipality ?? ''))
    .orderBy('name')
    .orderBy('code')
    .execute()
  return rows.map(({ valid_from, valid_to, ...row }) => ({ ...row, validity: { from: valid_from, until: valid_to } }))
}

/** Writes changes from a day on. Faults with SQLSTATE 23P01 when a wijk or buurt would belong to two teams at once. */
export async function writeNeighbourhoods(
  tx: Writer,
  municipality: string,
  from: Day,
  changes: PlacementChanges,
): Promise<void> {
  const update = async (ids: readonly string[], what: ReturnType<typeof sql>) => {
    if (ids.length > 0)
      await sql`update territory.team_neighbourhoods set ${what} where id = any (${[...ids]}::uuid[])`.execute(tx)
  }
  await update(changes.withdrawn, sql`withdrawn_on = platform.today()`)
  await update(changes.ended, sql`valid_to = ${from}`)
  await update(changes.continued, sql`valid_to = null`)
  if (changes.added.length > 0)
    await sql`insert into territory.team_neighbourhoods (team, code, name, wijk, municipality, valid_from)
      select team, code, name, wijk, ${municipality}, ${from}::date
        from jsonb_to_recordset(${JSON.stringify(changes.added)}::jsonb) as p (team text, code text, name text, wijk text)`.execute(
      tx,
    )
  await sql`set constraints territory.one_team_at_a_time immediate`.execute(tx)
}

/** One person at a time divides a municipality, or gives it to a team as a whole: either rule looks at the other's rows. */
export async function lockTeams(tx: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('territory.teams'))`.execute(tx)
}
