import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'

/** One line of the audit log. `at` is ISO text; `actedAs` the functions the person had then. */
export type AuditLine = {
  readonly id: string
  readonly at: string
  readonly actedAs: string
  readonly event: string
  readonly object: string | null
  readonly outcome: 'gelukt' | 'geweigerd'
  readonly requestId: string
}

/** Notes what the signed-in person does in this transaction: the line is kept if and only if the deed is. */
export async function noteDeed(
  tx: Writer,
  deed: { event: string; object: string | null; requestId: string },
): Promise<void> {
  await sql`select identity.note(${deed.event}, ${deed.object}, ${deed.requestId})`.execute(tx)
}

/** The log, newest first. Empty for whoever is no functional administrator. */
export async function auditLines(tx: Reader, slice: Slice): Promise<Listed<AuditLine>> {
  const lines = tx
    .selectFrom('identity.audit_log')
    .select(['id', 'at', 'acted_as', 'event', 'object', 'outcome', 'request'])
    .orderBy('at', 'desc')
    .orderBy('id')
  return listed(lines, slice, ({ acted_as, request, outcome, ...line }) => ({
    ...line,
    actedAs: acted_as,
    requestId: request,
    outcome: outcome as AuditLine['outcome'],
  }))
}
