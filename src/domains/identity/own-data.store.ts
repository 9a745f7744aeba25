import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import type { ErasureRefusal, OwnData } from './own-data'

/** Everything that is known of the signed-in person; null when nobody is. */
export async function ownData(tx: Reader): Promise<OwnData | null> {
  const { rows } = await sql<{ data: OwnData | null }>`select identity.own_data() as data`.execute(tx)
  return rows[0]?.data ?? null
}

/** Erases the signed-in person; gives why not, null when it was done. */
export async function eraseOwn(tx: Writer, requestId: string): Promise<ErasureRefusal | null> {
  const { rows } = await sql<{ refused: ErasureRefusal | null }>`
    select identity.erase_own(${requestId}) as refused`.execute(tx)
  return rows[0]?.refused ?? null
}

/** Everything that is known of whoever has this address; null when nobody has. */
export async function dataOfAddress(tx: Owner, email: string): Promise<OwnData | null> {
  const { rows } = await sql<{ data: OwnData }>`
    select identity.data_of(h.id) as data from identity.people h where lower(h.email) = lower(${email})`.execute(tx)
  return rows[0]?.data ?? null
}

/** Erases whoever has this address, from the terminal. */
export async function eraseAddress(tx: Owner, email: string): Promise<ErasureRefusal | null> {
  const { rows } = await sql<{ refused: ErasureRefusal | null }>`
    select identity.erase((select h.id from identity.people h where lower(h.email) = lower(${email})),
      'persoon gewist door beheer', 'opdracht') as refused`.execute(tx)
  return rows[0]?.refused ?? null
}

/** Which of these addresses were erased, in small letters, and when. */
export async function erasedAmong(tx: Owner, emails: readonly string[]): Promise<Map<string, Day>> {
  const { rows } = await sql<{ email: string; on: Day }>`
    select lower(asked.email) as email, e.erased_on as on from unnest(${[...emails]}::text[]) as asked (email)
      join identity.erasures e on e.address_hash = identity.hash_of_address(asked.email)`.execute(tx)
  return new Map(rows.map(({ email, on }) => [email, on]))
}

/** Forgets that an address was erased: its holder has a new post. */
export async function readmit(tx: Owner, email: string): Promise<void> {
  await sql`delete from identity.erasures where address_hash = identity.hash_of_address(${email})`.execute(tx)
}
