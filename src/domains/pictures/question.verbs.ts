import { type Day, dayInAmsterdam } from '../../kernel/day'
import { type Database, type Owner, owning, type Writer } from '../../platform/db/database'
import { regionName } from '../../platform/pack/region.store'
import { type KnownRelease, releaseKnownOn } from '../crime'
import { type Asked, type Change, stepFor, unknownAnswer } from './question'
import { keepQuestion, mailAnswer, noteAnswer, type OpenQuestion, questionsToAnswer } from './question.store'
import { type Answered, type Answers, answersOf } from './question-answer.verbs'

/** The words of a mail: the page layer knows how things are called. */
export type WordMail = (
  question: OpenQuestion,
  now: { readonly answered: Answered; readonly change: Change; readonly release: KnownRelease },
) => { readonly words: string; readonly subject: string; readonly body: string; readonly stopsAt: string }

/** Keeps a question open with today's answer; null when there are no such figures. */
export async function askQuestion(
  tx: Writer,
  asked: Asked,
  place: { readonly region: string; readonly on: Day },
): Promise<true | null> {
  const release = await releaseKnownOn(tx, place.on)
  const answered = release && (await answersOf(release, place)(tx, asked))
  if (!answered) return null
  await keepQuestion(tx, { ...asked, answer: answered.answer, release: release.id })
  return true
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
  const answers = answersOf(found.release, { region: found.region, on })
  for (const { id } of found.questions) {
    if (isOver()) break
    mailed += await owning(db, (tx) => answerOne(tx, id, found.release, answers, word))
  }
  return mailed
}

async function answerOne(
  tx: Owner,
  id: string,
  release: KnownRelease,
  answers: Answers,
  word: WordMail,
): Promise<0 | 1> {
  // Another process may have answered it meanwhile; the row is ours from here.
  const [question] = await questionsToAnswer(tx, release.id, id)
  if (!question) return 0
  const answered = await answers(tx, question)
  const says = answered ?? { answer: unknownAnswer, knows: () => 'known' as const }
  const { step, kept, ...change } = stepFor(question, { ...says, release: release.id, isExample: release.isExample })
  const isNews = step === 'mail' && answered !== null
  if (isNews) {
    const worded = word(question, { answered, change, release })
    await mailAnswer(tx, question, { release: release.id, after: kept, ...worded })
  }
  await noteAnswer(tx, id, kept, release.id)
  return isNews ? 1 : 0
}
