import { dayInAmsterdam } from '../../kernel/day'
import { type Database, owning, type Writer } from '../../platform/db/database'
import { listQuietTimes, quietOn } from '../progress'
import { type Hearing, isAwaited, type Party } from './hearing'
import { listHearings, mailOpening, mailReminder, openHearing, partiesOf } from './hearing.store'
import { type Opening, reminderDay } from './opening'

/** Words a mail to the people of a party. */
export type WordMail = (
  hearing: Hearing,
  party: Party,
  kind: 'opening' | 'herinnering',
) => { readonly subject: string; readonly body: string }

/** How the mails of a hearing go out: their words, and where answers are taken; null where they are not. */
export type HearingPost = { readonly word: WordMail; readonly domain: string | null }

/**
 * Opens a hearing and mails every party, in one transaction. The day is a choice of whoever opens it, so this mail waits for no
 * quiet time. Gives its code; null when the person who asks may not.
 */
export async function openAndMail(
  tx: Writer,
  opening: Opening,
  sending: { readonly formKey: string; readonly requestId: string },
  { word, domain }: HearingPost,
): Promise<string | null> {
  const code = await openHearing(tx, opening, sending)
  const [hearing] = code ? await listHearings(tx, { code }) : []
  if (!hearing) return null
  for (const party of await partiesOf(tx, hearing.code))
    await mailOpening(tx, hearing.code, party.code, word(hearing, party, 'opening'), domain)
  return hearing.code
}

/** Reminds, once, every party of an open hearing that did not say what it says. Gives how many people. */
export async function remindParties(
  db: Database,
  { word, domain }: HearingPost,
  isOver: () => boolean,
): Promise<number> {
  const today = dayInAmsterdam(db.clock())
  const due = await owning(db, async (tx) => {
    const times = await listQuietTimes(tx)
    if (quietOn(times, today)) return []
    return (await listHearings(tx)).filter(
      ({ closedAt, termEndsOn }) =>
        closedAt === null && today <= termEndsOn && reminderDay(termEndsOn, (on) => quietOn(times, on)) <= today,
    )
  })
  let reminded = 0
  for (const hearing of due) {
    if (isOver()) break
    reminded += await owning(db, async (tx) => {
      let mailed = 0
      for (const party of (await partiesOf(tx, hearing.code)).filter(isAwaited))
        mailed += await mailReminder(tx, hearing.code, party.code, word(hearing, party, 'herinnering'), domain)
      return mailed
    })
  }
  return reminded
}
