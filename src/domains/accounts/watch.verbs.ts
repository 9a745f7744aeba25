import { canonicalJson, type Json } from '../../kernel/canonical'
import { type Day, dayInAmsterdam } from '../../kernel/day'
import { type Database, type Owner, overseeing, owning } from '../../platform/db/database'
import type { Log } from '../../platform/log/log'
import { type DocumentTitles, documentTitles } from '../figures'
import { entryOf, findEntry, hashOfJson } from '../publications'
import { inAccount, standing } from './account'
import { keptFile, listAccounts, recomputedHashesOf, versionsOf } from './account.store'
import { accountsToRecompute, lastDifference, noteDifference, noteRecomputation } from './afterwards.store'
import type { Found } from './bound'
import { lookUpLater } from './bound.verbs'
import { type Kept, readKept } from './kept.verbs'
import { laterOf, type Said } from './later'
import { askAgain } from './recompute.verbs'

/** What a reference says in words: the page layer knows them. */
export type Word = (reference: string, found: Found, documents: DocumentTitles) => Said

/**
 * Asks every figure of every public account again that was not asked today, and lays what it would say now beside what was
 * published. One account at a time; ends when `isOver` says so.
 */
export async function watchAccounts(
  db: Database,
  { log, word }: { readonly log: Log; readonly word: Word },
  isOver: () => boolean,
): Promise<void> {
  const today = dayInAmsterdam(db.clock())
  for (const code of await overseeing(db, (tx) => accountsToRecompute(tx, today))) {
    if (isOver()) return
    const isSame = await owning(db, (tx) => recomputeAccount(tx, code))
    await owning(db, (tx) => compareAccount(tx, code, word, today))
    if (!isSame) log.error('published figures', new Error('recomputed otherwise'), { account: code })
  }
}

async function recomputeAccount(tx: Owner, code: string): Promise<boolean> {
  const file = await keptFile(tx, code, 'json')
  const kept: Kept | null = file && readKept(file.content)
  const outcomes = await askAgain(tx, kept?.figures ?? [])
  const of = (...kinds: readonly string[]) => outcomes.filter(({ outcome }) => kinds.includes(outcome.is)).length
  const row = await findEntry(tx, code, 'verantwoording')
  const entry = row && entryOf(row)
  const isKept =
    kept !== null &&
    hashOfJson(kept.figures as unknown as Json) === entry?.getallen &&
    canonicalJson(await recomputedHashesOf(tx, code)) === canonicalJson(entry.bestanden as Json)
  const counted = { equal: of('equal'), different: of('different'), gone: of('gone', 'closed') }
  const isSame = isKept && counted.different === 0 && (counted.gone === 0 || kept.isExample)
  await noteRecomputation(tx, code, { ...counted, isSame })
  return isSame
}

async function compareAccount(tx: Owner, code: string, word: Word, today: Day): Promise<void> {
  const [account] = await listAccounts(tx, code)
  const file = await keptFile(tx, code, 'json')
  const kept = file && readKept(file.content)
  if (!account?.released || !kept?.said) return
  const { at } = account.released
  const then = new Map(kept.said.map((said) => [said.reference, said]))
  const found = await lookUpLater(tx, [...then.keys()], { at, on: dayInAmsterdam(new Date(at)) }, today)
  const documents = await documentTitles(tx)
  const now = new Map([...found].flatMap(([text, one]) => (one ? [[text, word(text, one, documents)] as const] : [])))
  const later = laterOf(standing(await versionsOf(tx, code)).filter(inAccount), then, now)
  const last = await lastDifference(tx, code)
  const same = { sentences: last?.sentences ?? [], figures: last?.figures ?? [] }
  if (canonicalJson(later as unknown as Json) !== canonicalJson(same as unknown as Json))
    await noteDifference(tx, code, later)
}
