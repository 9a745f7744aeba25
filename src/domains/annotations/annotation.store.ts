import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Annotation } from './annotation'
import type { Basis } from './basis'

/** The versions about some items, and about what they were in the other series, that the asker may read: the newest first, by item. */
export async function annotationsOn(
  tx: Reader,
  items: readonly string[],
  organisation: string,
): Promise<ReadonlyMap<string, Annotation[]>> {
  const { rows } = await sql<Annotation>`
    with recursive was as (
      select i.id as item, i.id as was, 0 as back, null::text as label from meetings.items i where i.id = any (${[...items]}::uuid[])
      union all
      select w.item, i.id, w.back + 1, case when i.is_closed then 'b' else '' end || i.number
        from was w join meetings.items i on i.went_to = w.was)
    select w.item, w.label as "writtenAt", v.organisation, v.version, v.body, v.basis, v.acted_as as "actedAs",
           to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from was w join annotations.versions v on v.item = w.was where v.organisation = ${organisation}
     order by w.item, w.back, v.version desc`.execute(tx)
  return Map.groupBy(rows, ({ item }) => item)
}

export type Kept = 'bewaard' | 'ongewijzigd' | 'botst' | null

/** Keeps what was written over the version that was seen; finished when there is a basis. Null when the asker may not. */
export async function keepAnnotation(
  tx: Writer,
  about: { readonly item: string; readonly organisation: string; readonly seen: number },
  { body, basis }: { readonly body: string; readonly basis: Basis | null },
  formKey: string,
): Promise<Kept> {
  const { rows } = await sql<{ kept: Kept }>`
    select annotations.keep(${about.item}::uuid, ${about.organisation}, ${about.seen}, ${body},
      ${basis ? JSON.stringify(basis) : null}::jsonb, ${formKey}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** A colleague who advises the asker where he sits. */
export type Adviser = { readonly name: string; readonly title: string; readonly email: string }

export async function ownAdvisers(tx: Reader): Promise<Adviser[]> {
  return (await sql<Adviser>`select name, title, email from annotations.own_advisers()`.execute(tx)).rows
}
