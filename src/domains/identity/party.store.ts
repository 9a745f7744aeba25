import type { Reader } from '../../platform/db/database'
import { hasCode } from '../../platform/db/list'
import type { Party, PartyKind } from './party'

/** The parties of these codes, by code; without codes all of them. A code nobody has is simply not in the answer. */
export async function partyNames(tx: Reader, codes?: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  if (codes?.length === 0) return new Map()
  let query = tx.selectFrom('identity.parties').select(['code', 'kind', 'name'])
  if (codes) query = query.where('code', 'in', [...new Set(codes)])
  const rows = await query.execute()
  return new Map(rows.map(({ code, kind, name }) => [code, { code, kind: kind as PartyKind, name }]))
}

/** Whether there is one with this code, also a withdrawn one. */
export const partyExists = (tx: Reader, code: string) => hasCode(tx, 'identity.parties', code)
