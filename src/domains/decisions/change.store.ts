import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Change, ChangeableField, WantedChange } from './change'

/** Changes of an action or of all actions of a plan, the newest first. `since` is ISO: only what came after. */
export async function changesOf(
  tx: Reader,
  of: { readonly action?: string; readonly plan?: string; readonly since?: string },
): Promise<Change[]> {
  let query = tx
    .selectFrom('decisions.action_changes as c')
    .innerJoin('strategy.actions as a', 'a.code', 'c.action')
    .select(['c.action', 'a.title as actionTitle', 'c.version', 'c.field', 'c.before', 'c.after', 'c.reason'])
    .select(['c.decision', 'c.at', 'c.acted_as as actedAs'])
  if (of.action) query = query.where('c.action', '=', of.action)
  if (of.plan) query = query.where('a.plan', '=', of.plan)
  if (of.since) query = query.where(sql<SqlBool>`c.at > ${of.since}::timestamptz`)
  const rows = await query.orderBy('c.at', 'desc').orderBy('c.action').orderBy('c.version', 'desc').execute()
  return rows.map((row) => ({ ...row, field: row.field as ChangeableField }))
}

/** Whether this form changed the action before. */
export async function isChangedBy(tx: Reader, action: string, formKey: string): Promise<boolean> {
  const { rows } = await sql`select from decisions.action_changes
    where action = ${action} and form_key = ${formKey} limit 1`.execute(tx)
  return rows.length > 0
}

/** Changes one field of an action: the database does it while it writes it down. */
export async function addChange(
  tx: Writer,
  action: string,
  { field, before, after }: WantedChange,
  said: { readonly reason: string; readonly formKey: string },
): Promise<void> {
  await sql`insert into decisions.action_changes (action, field, before, after, reason, form_key)
    values (${action}, ${field}, ${before}, ${after}, ${said.reason}, ${said.formKey})`.execute(tx)
}

/** Mails the secretaries of the bodies what was changed in this transaction. Gives how many. */
export async function tellSecretaries(
  tx: Writer,
  action: string,
  mail: { readonly subject: string; readonly body: string },
): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select decisions.tell_secretaries(${action}, ${mail.subject}, ${mail.body}) as told`.execute(tx)
  return rows[0]?.told ?? 0
}
