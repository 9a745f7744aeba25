import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

/** Somebody who advises at the organisation of a seat. */
export type AdviserChoice = {
  readonly seat: string
  readonly post: string
  /** The function, and for the programme manager the name. */
  readonly label: string
  readonly isNamed: boolean
  /** Also without being named: a municipality with one function has its own advisers. */
  readonly serves: boolean
}

/** Who could advise each seat of an instance, for the programme manager. */
export async function adviserChoices(tx: Reader, instance: string): Promise<AdviserChoice[]> {
  const { rows } = await sql<AdviserChoice>`
    select c.seat, c.post, c.label, c.is_named as "isNamed", c.serves from meetings.adviser_choices(${instance}) c`.execute(
    tx,
  )
  return rows
}

/** Names an adviser for a seat, or takes that back; false when the asker may not. */
export async function nameAdviser(
  tx: Writer,
  of: { readonly instance: string; readonly seat: string; readonly post: string },
  isNamed: boolean,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select meetings.name_adviser(${of.instance}, ${of.seat}::uuid, ${of.post}::uuid, ${isNamed}, ${requestId}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}
