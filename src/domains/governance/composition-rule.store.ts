import type { Reader } from '../../platform/db/database'
import type { CompositionRule, RuleParty, RulePer } from './composition-rule'

/** The rules of who sits in a body, of all times; of every body without one. */
export async function compositionRules(tx: Reader, body?: string): Promise<CompositionRule[]> {
  let query = tx
    .selectFrom('governance.composition_rules')
    .select(['code', 'body', 'role', 'party', 'per', 'seat_count', 'valid_from', 'valid_to', 'note', 'sources'])
    .where('withdrawn_on', 'is', null)
  if (body !== undefined) query = query.where('body', '=', body)
  const rows = await query.orderBy('body').orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    body: row.body,
    role: row.role,
    party: row.party as RuleParty,
    per: row.per as RulePer,
    count: row.seat_count,
    validity: { from: row.valid_from, until: row.valid_to },
    note: row.note,
    sources: row.sources,
  }))
}
