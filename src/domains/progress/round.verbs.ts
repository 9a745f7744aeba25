import { dayInAmsterdam } from '../../kernel/day'
import { type Database, type Owner, owning } from '../../platform/db/database'
import { hashOf, newSecret } from '../../platform/web/secret'
import { type MailKind, mailDue, quietOn, type Round, roundOn, roundToStart } from './calendar'
import { handOver } from './carrier.store'
import { listQuietTimes } from './quiet-time.store'
import { listRounds, type OpenItem, openItems, type Receiver, sendRequest, startByItself } from './round.store'

/** The words of a mail: the page layer knows how things are called. */
export type WordRequest = (request: {
  readonly kind: MailKind
  readonly to: Receiver
  readonly round: Round
  readonly items: readonly OpenItem[]
  readonly secret: string
}) => { readonly subject: string; readonly body: string }

/** How a round is mailed from here; `domain` is where answers are taken, null when they are not. */
export type RoundPost = { readonly word: WordRequest; readonly domain: string | null }

/**
 * What is due of the rounds: begins the one of today, hands over what ended posts kept up to date, and mails who has not answered.
 * One mail per transaction: what was sent stands, whatever happens to the next. Gives how many mails were put in the outbox.
 */
export async function keepRounds(db: Database, post: RoundPost, isOver: () => boolean): Promise<number> {
  const on = dayInAmsterdam(db.clock())
  const round = await owning(db, async (tx) => {
    const times = await listQuietTimes(tx)
    const due = roundToStart(await listRounds(tx), times, on)
    if (due) await startByItself(tx, due.code)
    await handOver(tx)
    return quietOn(times, on) ? null : roundOn(await listRounds(tx), on)
  })
  let sent = 0
  while (round && !isOver()) {
    if (!(await owning(db, (tx) => sendNext(tx, round, post, db.clock())))) break
    sent += 1
  }
  return sent
}

/** Sends the next mail that is due: one post, one kind, everything it is about. False when none is. */
async function sendNext(tx: Owner, round: Round, { word, domain }: RoundPost, now: Date): Promise<boolean> {
  const on = dayInAmsterdam(now)
  const due = (await openItems(tx, round.code)).flatMap((item) => {
    const kind = mailDue(item.mailed, on, { isQuiet: false, hasDeputy: item.deputy !== null })
    const to = kind === 'plaatsvervanger' ? item.deputy : item.receiver
    return kind && to ? [{ item, kind, to }] : []
  })
  const [first] = due
  if (!first) return false
  const { kind, to } = first
  const items = due.filter((one) => one.kind === kind && one.to.post === to.post).map(({ item }) => item)
  const secret = newSecret()
  await sendRequest(tx, {
    round: round.code,
    kind,
    to,
    tokenHash: hashOf(secret),
    actions: items.map(({ action }) => action),
    domain,
    ...word({ kind, to, round, items, secret }),
  })
  return true
}
