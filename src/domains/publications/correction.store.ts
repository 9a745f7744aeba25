import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Correction, NewCorrection, Subject } from './correction'

/** What was corrected by hand, the newest first; of one publication when given. */
export async function listCorrections(tx: Reader, of?: Subject): Promise<readonly Correction[]> {
  const { rows } = await sql<Correction>`
    select c.id, c.kind, c.subject, c.title, e.body::jsonb ->> 'adres' as address, c.before, c.after, c.reason, c.at,
           c.acted_as as "actedAs"
      from publications.corrections c left join publications.ledger e on e.kind = c.kind and e.subject = c.subject
     where ${of?.kind ?? null}::text is null or (c.kind = ${of?.kind ?? null} and c.subject = ${of?.subject ?? null})
     order by c.at desc, c.id`.execute(tx)
  return rows
}

/** Adds a correction. False when the same one is there: a form that came in twice. Faults with SQLSTATE 42501 when it may not be. */
export async function addCorrection(
  tx: Writer,
  { id, kind, subject, before, after, reason }: NewCorrection,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into publications.corrections (id, kind, subject, before, after, reason)
    values (${id}, ${kind}, ${subject}, ${before}, ${after}, ${reason}) on conflict (id) do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
