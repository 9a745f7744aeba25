import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

export async function addDocument(
  tx: Writer,
  decision: string,
  { content, hash }: { readonly content: string; readonly hash: string },
): Promise<void> {
  await sql`insert into decisions.documents (decision, content, hash) values (${decision}, ${content}, ${hash})`.execute(
    tx,
  )
}

/** A public decision as it was written down to be read, byte for byte; null when it has no document. */
export async function keptDocument(
  tx: Reader,
  decision: string,
): Promise<{ readonly content: string; readonly hash: string } | null> {
  const { rows } = await sql<{ content: string; hash: string }>`
    select content, hash from decisions.documents where decision = ${decision}`.execute(tx)
  return rows[0] ?? null
}
