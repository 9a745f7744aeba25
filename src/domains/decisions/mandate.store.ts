import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import type { Mandate, SubjectOfMandate } from './mandate'

/** What the signed-in person may change of an action by its mandates. */
export async function ownMandates(tx: Reader, action: string): Promise<SubjectOfMandate[]> {
  const { rows } = await sql<{ what: SubjectOfMandate[] }>`select decisions.own_mandates(${action}) as what`.execute(tx)
  return rows[0]?.what ?? []
}

/** Who may change what, as the region agreed. */
export async function listMandates(tx: Reader): Promise<Mandate[]> {
  const rows = await tx
    .selectFrom('decisions.mandates')
    .select(['code', 'what', 'who', 'after_adoption as afterAdoption', 'ground'])
    .where('withdrawn_on', 'is', null)
    .orderBy('after_adoption', 'desc')
    .orderBy('what')
    .orderBy('who')
    .execute()
  return rows.map((row) => ({ ...row, what: row.what as SubjectOfMandate }))
}
