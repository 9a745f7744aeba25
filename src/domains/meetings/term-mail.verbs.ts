import { dayInAmsterdam } from '../../kernel/day'
import { type Database, owning } from '../../platform/db/database'
import { listQuietTimes, quietOn } from '../progress'
import { tellEndingTerms } from './term-mail.store'

/** Tells who sits somewhere and its secretaries that a term ends within 90 days, once; not when it is quiet. Gives how many mails. */
export async function tellTerms(db: Database, baseUrl: string): Promise<number> {
  return owning(db, async (tx) =>
    quietOn(await listQuietTimes(tx), dayInAmsterdam(db.clock())) ? 0 : tellEndingTerms(tx, baseUrl),
  )
}
