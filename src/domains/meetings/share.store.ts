import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

/** An organisation for which somebody sits or advises in an instance, and as what. */
export type For = { readonly organisation: string; readonly name: string; readonly actedAs: string }

const forWhom = (tx: Reader, of: 'advised' | 'seated_for', instance: string) =>
  sql<For>`select f.organisation, o.name, f.acted_as as "actedAs"
    from ${sql.id('meetings', of)}() f join identity.organisations o on o.code = f.organisation
   where f.instance = ${instance} order by o.name`.execute(tx)

/** The organisations for which the asker advises whoever has a seat in an instance. */
export const advisedIn = async (tx: Reader, instance: string): Promise<For[]> =>
  (await forWhom(tx, 'advised', instance)).rows

/** The organisations for which the asker sits in an instance himself. */
export const seatedIn = async (tx: Reader, instance: string): Promise<For[]> =>
  (await forWhom(tx, 'seated_for', instance)).rows

/** Everywhere the asker advises whoever has a seat: the instance, with the organisation. */
export async function advisedPlaces(
  tx: Reader,
): Promise<{ readonly instance: string; readonly organisation: string }[]> {
  const { rows } = await sql<{ instance: string; organisation: string }>`
    select instance, organisation from meetings.advised() order by 1, 2`.execute(tx)
  return rows
}

/** The organisations for which the asker sits anywhere. */
export async function seatedOrganisations(tx: Reader): Promise<string[]> {
  const { rows } = await sql<{ organisation: string }>`
    select distinct organisation from meetings.seated_for() order by 1`.execute(tx)
  return rows.map(({ organisation }) => organisation)
}

/** Since when the asker shares a closed item with his advisers, as ISO text; null when he does not. */
export async function sharedSince(tx: Reader, item: string): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select to_char(max(h.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from meetings.shares h where h.item = ${item}`.execute(
    tx,
  )
  return rows[0]?.at ?? null
}

/** Shares a closed item with the advisers of the organisation the asker sits there for, or takes that back; false when he may not. */
export async function shareItem(
  tx: Writer,
  { meeting, item }: { readonly meeting: string; readonly item: string },
  isShared: boolean,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select meetings.share_item(${meeting}, ${item}::uuid, ${isShared}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
