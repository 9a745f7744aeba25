import type { Reader } from '../../platform/db/database'
import type { Party, PartyKind } from './party'

/** The parties of these codes, by code; without codes all of them. A code nobody has is simply not in the answer. */
export async function partyNames(tx: Reader, codes?: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  if (codes?.length === 0) return new Map()
  let query = tx.selectFrom('identity.parties').select(['code', 'kind', 'name'])
  if (codes) query = query.where('code', 'in', [...new Set(codes)])
  const rows = await query.execute()
  return new Map(rows.map(({ code, kind, name }) => [code, { code, kind: kind as PartyKind, name }]))
}

export async function partyExists(tx: Reader, code: string): Promise<boolean> {
  const found = await tx.selectFrom('identity.parties').select('code').where('code', '=', code).executeTakeFirst()
  return found !== undefined
}
