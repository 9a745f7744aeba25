import { type Month, parseMonth } from '../../kernel/month'
import type { Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { addOrder, breakOff } from './release.store'

/** What was typed to have a table loaded. */
export type TypedOrder = { readonly table: string; readonly from: string }
export type OrderFault = { readonly field: 'tabel' | 'vanaf'; readonly message: string }

/** Asks for one of the choices to be loaded, with a line in the audit log; or says what is wrong with what was typed. */
export async function orderLoad(
  tx: Writer,
  { table, from }: TypedOrder,
  choices: readonly string[],
  requestId: string,
): Promise<{ readonly isNew: boolean } | { readonly faults: readonly OrderFault[] }> {
  const faults: OrderFault[] = []
  if (!choices.includes(table)) faults.push({ field: 'tabel', message: 'Kies wat er geladen moet worden.' })
  const month: Month | null = from === '' ? null : parseMonth(from)
  if (from !== '' && month === null) faults.push({ field: 'vanaf', message: 'Schrijf de maand zo: 2026-10.' })
  if (faults.length > 0) return { faults }
  const isNew = await addOrder(tx, table, month)
  const object = month ? `${table} vanaf ${month}` : table
  if (isNew) await noteDeed(tx, { event: 'laden gevraagd', object, requestId })
  return { isNew }
}

/** Breaks off a load, with a line in the audit log; false when it is not loading any more. */
export async function breakOffLoad(tx: Writer, release: number, requestId: string): Promise<boolean> {
  const isBroken = await breakOff(tx, release)
  if (isBroken) await noteDeed(tx, { event: 'laden afgebroken', object: `levering ${release}`, requestId })
  return isBroken
}
