import { dayInAmsterdam } from '../../kernel/day'
import { type Database, owning, type Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import type { Task } from './answer.verbs'
import { byHolder, type Call, daysUntil, isAsked } from './call'
import { listCalls, standingOf } from './call.store'
import { openLines } from './mailed'
import { listMailings, mailList, mailReminder } from './mailed.store'

/** Words the mail with a list. */
export type WordList = (
  task: Task,
  kind: 'lijst' | 'herinnering',
) => { readonly subject: string; readonly body: string }

/** How a list is mailed from here; `domain` is where answers are taken, null when they are not. */
export type ListPost = { readonly word: WordList; readonly domain: string | null }

/** The holders of a call that still have a line to answer, each with all the lines he is asked. */
export function unanswered(call: Call): Task[] {
  return byHolder(call.lines.filter(isAsked))
    .filter(({ lines }) => openLines(lines).length > 0)
    .map(({ holder, lines }) => ({ call, holder, lines }))
}

const listOf = (task: Task, kind: 'lijst' | 'herinnering', { word, domain }: ListPost) => ({
  ...word(task, kind),
  call: task.call.code,
  holder: task.holder.code,
  lines: task.lines.map(({ code }) => code),
  domain,
})

/**
 * Mails each holder with open lines his list, for a programme manager of whoever asks. Gives to how many people; null when there
 * is no such call, or it is not his.
 */
export async function sendLists(tx: Writer, code: string, post: ListPost, requestId: string): Promise<number | null> {
  const [call] = await listCalls(tx, code)
  const { manages } = await standingOf(tx)
  if (!call || !manages.includes(call.askedBy.code)) return null
  let mailed = 0
  const holders: string[] = []
  for (const task of unanswered(call)) {
    const receivers = await mailList(tx, listOf(task, 'lijst', post))
    mailed += receivers
    if (receivers > 0) holders.push(`${task.holder.code} (${receivers})`)
  }
  if (mailed > 0)
    await noteDeed(tx, { event: 'uitvraag gemaild', object: `${call.code}: ${holders.join(';')}`, requestId })
  return mailed
}

const remindsBefore = 7

/** Reminds, once in the last week, every holder who was mailed his list and left lines open. Gives how many people. */
export async function remindHolders(db: Database, post: ListPost, isOver: () => boolean): Promise<number> {
  const today = dayInAmsterdam(db.clock())
  const calls = await owning(db, (tx) => listCalls(tx))
  let reminded = 0
  for (const { code, due } of calls) {
    const days = due ? daysUntil(due, today) : -1
    if (days < 0 || days > remindsBefore || isOver()) continue
    // Read again in the transaction that mails: who answered meanwhile is not reminded.
    reminded += await owning(db, async (tx) => {
      const [call] = await listCalls(tx, code)
      const mailings = await listMailings(tx, code)
      let mailed = 0
      for (const task of call ? unanswered(call) : []) {
        const own = mailings.filter(({ holder }) => holder.code === task.holder.code)
        if (own.length === 0 || own.some(({ kind }) => kind === 'herinnering')) continue
        mailed += await mailReminder(tx, listOf(task, 'herinnering', post))
      }
      return mailed
    })
  }
  return reminded
}
