import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { type Basisteam, type Entry, type MembershipChanges, notFilledIn, type TeamMembership } from './basisteam'

/** Every basisteam, with its municipalities on a day. */
export async function basisteams(tx: Reader, on: Day): Promise<Basisteam[]> {
  const { rows } = await sql<Basisteam>`
    select t.code, t.name, t.note is distinct from ${notFilledIn} as "isFilledIn",
           coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name) order by g.name)
                       from territory.memberships m join territory.areas g on g.code = m.part
                      where m.whole = t.code and m.division = 'politie' and m.withdrawn_on is null and g.kind = 'gemeente'
                        and (m.valid_from is null or m.valid_from <= ${on}) and (m.valid_to is null or ${on} < m.valid_to)),
                    '[]') as municipalities
      from territory.areas t
     where t.kind = 'basisteam' and t.withdrawn_on is null
       and (t.valid_from is null or t.valid_from <= ${on}) and (t.valid_to is null or ${on} < t.valid_to)
     order by t.code`.execute(tx)
  return rows
}

/** Which municipality belongs to which basisteam, over all time. */
export async function teamMemberships(tx: Reader): Promise<TeamMembership[]> {
  const rows = await tx
    .selectFrom('territory.memberships as m')
    .innerJoin('territory.areas as t', 't.code', 'm.whole')
    .innerJoin('territory.areas as g', 'g.code', 'm.part')
    .select(['m.code', 'm.whole', 'm.part', 'm.valid_from', 'm.valid_to'])
    .where('m.division', '=', 'politie')
    .where('m.withdrawn_on', 'is', null)
    .where('t.kind', '=', 'basisteam')
    .where('g.kind', '=', 'gemeente')
    .orderBy('m.code')
    .execute()
  return rows.map(({ code, whole, part, valid_from, valid_to }) => ({
    code,
    team: whole,
    municipality: part,
    validity: { from: valid_from, until: valid_to },
  }))
}

/** Writes a name and changes of memberships. Faults with SQLSTATE 23P01 (or 40P01) when a municipality would belong to two teams at once. */
export async function writeBasisteam(
  tx: Writer,
  team: string,
  entry: Entry,
  changes: MembershipChanges,
): Promise<void> {
  await sql`update territory.areas set name = ${entry.name}, note = nullif(note, ${notFilledIn})
    where code = ${team} and kind = 'basisteam'`.execute(tx)
  const update = async (codes: readonly string[], what: ReturnType<typeof sql>) => {
    if (codes.length > 0)
      await sql`update territory.memberships set ${what} where code in (${sql.join([...codes])})`.execute(tx)
  }
  await update(changes.withdrawn, sql`withdrawn_on = platform.today()`)
  await update(changes.ended, sql`valid_to = ${entry.from}`)
  await update(changes.continued, sql`valid_to = null`)
  for (const municipality of changes.added) {
    // What was withdrawn before under this code holds after all.
    await sql`insert into territory.memberships (code, part, whole, division, valid_from, ground, note, sources)
      values (${`${team}-${municipality}-${entry.from}`}, ${municipality}, ${team}, 'politie', ${entry.from}, 'beheer',
              'van buiten de bronnen: ingevuld door de functioneel beheerder', '{}')
      on conflict (code) do update set withdrawn_on = null, valid_to = null`.execute(tx)
  }
  await sql`set constraints territory.one_whole_at_a_time immediate`.execute(tx)
}
