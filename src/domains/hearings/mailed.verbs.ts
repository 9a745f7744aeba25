import type { Fault } from '../../kernel/typed'
import type { Writer } from '../../platform/db/database'
import type { MailAnswer } from '../../platform/mail/answer'
import { readEntry } from './entry'
import { highestNumber, keepEntry } from './entry.store'
import type { Entry, Hearing, Party, Said } from './hearing'
import { entriesOf, functionFor, listHearings, partiesOf } from './hearing.store'
import { isOvertaken, isSilent, type MailedFault, readMailedEntry, withMailed } from './mailed'
import { todayOf } from './mailed.store'

/** What a mail about a party did. */
export type EntryOutcome =
  | { readonly is: 'gone' }
  | ({ readonly hearing: Hearing; readonly party: Party } & (
      | { readonly is: 'nothing' }
      | { readonly is: 'unclear'; readonly lines: readonly MailedFault[] }
      /** It was read, and by the rules of the form it cannot be. */
      | { readonly is: 'refused'; readonly faults: readonly Fault[] }
      | { readonly is: 'overtaken'; readonly theirs: Entry }
      | { readonly is: 'kept' | 'same'; readonly said: Said }
    ))

/** Keeps what somebody answers to the mail of a hearing, as a version of exactly that row, through the verb of the form. */
export async function takeEntryAnswer(tx: Writer, answer: MailAnswer): Promise<EntryOutcome> {
  const about = answer.about as { readonly hearing: string; readonly party: string }
  const [hearing] = await listHearings(tx, { code: about.hearing })
  const party = hearing && (await partiesOf(tx, hearing.code)).find(({ code }) => code === about.party)
  const actsAs = party && (await functionFor(tx, hearing.code, party.code))
  if (!party || !actsAs || hearing.closedAt) return { is: 'gone' }
  const { said, faults } = readMailedEntry(answer.text)
  if (faults.length > 0) return { is: 'unclear', hearing, party, lines: faults }
  if (isSilent(said)) return { is: 'nothing', hearing, party }

  const entries = await entriesOf(tx, hearing.code, party.code)
  const asked = Date.parse(answer.askedAt)
  const before = entries.find(({ at }) => Date.parse(at) <= asked) ?? null
  // What the same function wrote since is no surprise to it.
  const theirs = party.entry && party.entry.actedAs !== actsAs ? party.entry : null
  if (theirs && isOvertaken(before, theirs, said)) return { is: 'overtaken', hearing, party, theirs }

  const highest = await highestNumber(tx, hearing.code, party.code)
  const read = readEntry(withMailed(party.entry, highest, said), party.kind, await todayOf(tx))
  if ('faults' in read) return { is: 'refused', hearing, party, faults: read.faults }
  const over = { hearing: hearing.code, party: party.code, seen: party.entry?.version ?? 0 }
  const kept = await keepEntry(tx, over, read, answer.requestId)
  // Between reading and keeping somebody else was first: a fault makes the mail server bring it once more.
  if (kept === 'botst') throw new Error('a row changed while a mail about it was read')
  if (kept === null) return { is: 'gone' }
  return { is: kept === 'bewaard' ? 'kept' : 'same', hearing, party, said: read }
}
