import type { Config } from './config'
import { saidOf, watchAccounts } from './domains/accounts'
import { makeExampleFigures, startFigureLoader } from './domains/crime'
import { listAnswers, remindHolders, wordListFrom } from './domains/datacalls'
import { hearingAnswers, hearingPostFrom, remindParties } from './domains/hearings'
import { tellTerms } from './domains/meetings'
import { answerQuestions, wordMailFrom } from './domains/pictures'
import { keepRounds, roundPostFrom, updateAnswers } from './domains/progress'
import { differencesOf, startPublicationWatch, startReportMaker } from './domains/publications'
import { loadersOf } from './loaders'
import type { Database } from './platform/db/database'
import type { Log } from './platform/log/log'
import { startMailReceiver } from './platform/mail/receiver'
import { smtpPost, startMailSender } from './platform/mail/sender'
import type { Seal } from './platform/proof/seal'
import { type Rounds, rounds } from './platform/rounds/rounds'
import { StartRefusal } from './start'

const minutes = 60_000

type Means = { readonly config: Config; readonly log: Log; readonly baseUrl: string; readonly seal: Seal | null }

/**
 * Starts everything that goes on beside the answering of requests; stopping waits for what is being done. Throws when mail cannot be
 * received where the configuration says.
 */
export async function startWorking(db: Database, { config, log, baseUrl, seal }: Means): Promise<Rounds> {
  const { answersAt } = config
  const working: Rounds[] = []
  type Work = (isOver: () => boolean) => Promise<unknown>
  const whenever = (name: string, when: { readonly pauseMs: number; readonly firstAfterMs: number }, work: Work) =>
    working.push(rounds(name, log, when, (signal) => work(() => signal.aborted)))

  if (config.mailIn && answersAt) {
    // Every kind of mail that is answered by mail, one line each.
    const purposes = [listAnswers(baseUrl), updateAnswers(baseUrl), hearingAnswers(baseUrl)]
    const receiver = startMailReceiver(db, { ...config.mailIn, domain: answersAt, purposes }, log)
    working.push(
      await receiver.catch((fault: Error) => {
        throw new StartRefusal(
          `Op het adres van MAIL_IN kan dit programma geen mail ontvangen: ${fault.message}. Kies een andere poort, of stop wat daar luistert.`,
        )
      }),
    )
  }
  if (config.MAIL_URL) working.push(startMailSender(db, smtpPost(config.MAIL_URL, config.MAIL_FROM), log))
  working.push(
    startReportMaker(db, log),
    startPublicationWatch(db, { seal, compare: differencesOf, log }),
    startFigureLoader(db, (signal) => loadersOf(db, config, signal), config.loadsFigures, log),
  )
  // Whoever just started wants to see the first page; these may come a moment later. Made once, they are not made again.
  if (config.exampleFigures)
    whenever('example figures', { firstAfterMs: 2_000, pauseMs: 24 * 60 * minutes }, (isOver) =>
      makeExampleFigures(db, isOver),
    )
  // A round begins, a post ends and a reminder is due on a day, so a quarter of an hour is soon enough.
  whenever('rounds of updates', { firstAfterMs: 15_000, pauseMs: 15 * minutes }, (isOver) =>
    keepRounds(db, roundPostFrom(baseUrl, answersAt), isOver),
  )
  // What was accounted for is asked again once a day, as reports are.
  whenever('watch of accounts', { firstAfterMs: 25_000, pauseMs: 15 * minutes }, (isOver) =>
    watchAccounts(db, { log, word: saidOf }, isOver),
  )
  // A release may come in from another process too.
  whenever('open questions', { firstAfterMs: 30_000, pauseMs: 15 * minutes }, (isOver) =>
    answerQuestions(db, wordMailFrom(baseUrl), isOver),
  )
  // These go by the day.
  const post = { word: wordListFrom(baseUrl, answersAt !== null), domain: answersAt }
  whenever('reminders of data calls', { firstAfterMs: 60_000, pauseMs: 240 * minutes }, (isOver) =>
    remindHolders(db, post, isOver),
  )
  whenever('terms that end', { firstAfterMs: 90_000, pauseMs: 240 * minutes }, () => tellTerms(db, baseUrl))
  whenever('reminders of hearings', { firstAfterMs: 75_000, pauseMs: 240 * minutes }, (isOver) =>
    remindParties(db, hearingPostFrom(baseUrl, answersAt), isOver),
  )
  return {
    async stop() {
      await Promise.all(working.map((one) => one.stop()))
    },
  }
}
