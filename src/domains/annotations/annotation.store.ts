import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Annotation } from './annotation'
import type { Basis } from './basis'

/** The versions about some items that the asker may read, the newest first, by item. */
export async function annotationsOn(
  tx: Reader,
  items: readonly string[],
  organisation: string,
): Promise<ReadonlyMap<string, Annotation[]>> {
  const { rows } = await sql<Annotation>`
    select v.item, v.organisation, v.version, v.body, v.basis, v.acted_as as "actedAs",
           to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from annotations.versions v where v.item = any (${[...items]}::uuid[]) and v.organisation = ${organisation}
     order by v.item, v.version desc`.execute(tx)
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
