import { type Day, dayInAmsterdam } from '../../kernel/day'
import { addMonths } from '../../kernel/month'
import { type Database, type Owner, owning, type Reader, type Writer } from '../../platform/db/database'
import { regionName } from '../../platform/pack/region.store'
import { monthsToJudge, verdictOf } from './change'
import { type CountedArea, type KnownRelease, noCounts, yearOnYear } from './count'
import { countedAreas, countsOf, municipalityOf, releaseKnownOn } from './count.store'
import { type Answer, answerOf, stepFor } from './question'
import { keepQuestion, mailAnswer, noteAnswer, type OpenQuestion, questionsToAnswer } from './question.store'

/** An answer with the numbers it rests on. */
type Answered = {
  readonly answer: Answer
  readonly area: CountedArea
  readonly now: number | null
  readonly before: number | null
}

/** The words of a mail: the page layer knows how things are called. */
export type WordMail = (
  question: OpenQuestion,
  answered: Answered,
  release: KnownRelease,
) => { readonly words: string; readonly subject: string; readonly body: string; readonly stopsAt: string }

/** Keeps a question open with today's answer; null when there are no such figures. */
export async function askQuestion(
  tx: Writer,
  asked: { readonly area: string; readonly type: string; readonly region: string; readonly on: Day },
): Promise<true | null> {
  const release = await releaseKnownOn(tx, asked.on)
  const answered = release && (await answerIn(tx, release, asked))
  if (!release || !answered) return null
  await keepQuestion(tx, { ...asked, answer: answered.answer, release: release.id })
  return true
}

/** The answer a release gives to a question; null when it has no such area or type. */
export async function answerIn(
  tx: Reader,
  release: KnownRelease,
  {
    area: code,
    type,
    region,
    on,
  }: { readonly area: string; readonly type: string; readonly region: string; readonly on: Day },
): Promise<Answered | null> {
  if (!release.types.includes(type)) return null
  const within = await municipalityOf(tx, release, code, on)
  const areas = await countedAreas(tx, release, { region, on, ...(within ? { within } : {}) })
  const wholes = within ? await countedAreas(tx, release, { region, on }) : areas
  const area = areas.find((one) => one.code === code) ?? wholes.find((one) => one.code === code)
  if (!area) return null
  const last = release.lastMonth
  const found = await countsOf(tx, release, [area], { first: addMonths(last, 1 - monthsToJudge), last })
  const counts = found.get(code) ?? noCounts
  const { now, before } = yearOnYear(counts, type, last)
  return { area, now, before, answer: answerOf[verdictOf(counts, type, last)] }
}

/**
 * Answers every open question anew when there is a release that did not answer it yet, and mails what changed. One question
 * per transaction: what is told stands, whatever happens to the next. Returns how many mails were put in the outbox.
 */
export async function answerQuestions(db: Database, word: WordMail, isOver: () => boolean): Promise<number> {
  const on = dayInAmsterdam(db.clock())
  let mailed = 0
  const found = await owning(db, async (tx) => {
    const release = await releaseKnownOn(tx, on)
    return (
      release && { release, questions: await questionsToAnswer(tx, release.id), region: (await regionName(tx)).code }
    )
  })
  if (!found) return 0
  for (const { id } of found.questions) {
    if (isOver()) break
    mailed += await owning(db, (tx) => answerOne(tx, id, found.release, { region: found.region, on }, word))
  }
  return mailed
}

async function answerOne(
  tx: Owner,
  id: string,
  release: KnownRelease,
  place: { readonly region: string; readonly on: Day },
  word: WordMail,
): Promise<0 | 1> {
  // Another process may have answered it meanwhile; the row is ours from here.
  const question = (await questionsToAnswer(tx, release.id)).find((one) => one.id === id)
  if (!question) return 0
  const answered = await answerIn(tx, release, { area: question.area, type: question.type, ...place })
  const after = answered?.answer ?? 'onbekend'
  const step = stepFor(question, { answer: after, release: release.id, isExample: release.isExample })
  if (step === 'mail' && answered) {
    await mailAnswer(tx, question, { release: release.id, after, ...word(question, answered, release) })
  }
  // Unknown is no answer: what was known last stays, so that the next known one is compared with it.
  await noteAnswer(tx, id, after === 'onbekend' ? (question.answer ?? 'onbekend') : after, release.id)
  return step === 'mail' && answered ? 1 : 0
}
