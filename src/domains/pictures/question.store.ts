import { sql } from 'kysely'
import { dayInAmsterdam } from '../../kernel/day'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import type { Answer, Asked, Last, Question, QuestionMail } from './question'

/** The questions of whoever is signed in, the newest first, those that stopped last. */
export async function ownQuestions(tx: Reader): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select q.id, q.view, q.area, coalesce(a.name, r.name, q.area) as "areaName", q.type, t.name as "typeName", q.level,
           q.asked_at as "askedAt", q.answer, q.answered_at as "answeredAt", q.stopped_at as "stoppedAt"
      from crime.questions q
      left join crime.types t on t.code = q.type
      left join territory.areas a on a.code = q.area
      left join lateral (select ra.name from crime.release_areas ra where ra.code = q.area
                          order by ra.release desc limit 1) r on true
     order by q.stopped_at is not null, q.asked_at desc, q.id`.execute(tx)
  return rows
}

/** Every mail about the questions of whoever is signed in, the newest first. */
export async function ownQuestionMails(tx: Reader): Promise<QuestionMail[]> {
  const { rows } = await sql<Omit<QuestionMail, 'knownOn'> & { modified: string }>`
    select m.question, m.mailed_at as "mailedAt", m.answer_before as before, m.answer_after as after, m.words,
           r.modified_at as modified
      from crime.question_mails m join crime.releases r on r.id = m.release
     order by m.mailed_at desc, m.question`.execute(tx)
  return rows.map(({ modified, ...mail }) => ({ ...mail, knownOn: dayInAmsterdam(new Date(modified)) }))
}

/** Keeps a question open; asking the same twice is asking once. */
export async function keepQuestion(
  tx: Writer,
  { view, area, type, level, answer, release }: Asked & { readonly answer: Answer; readonly release: number },
): Promise<void> {
  await sql`insert into crime.questions (view, area, type, level, answer, release, answered_at)
    values (${view}, ${area}, ${type}, ${level}, ${answer}::text[], ${release}, platform.moment())
    on conflict (person, view, area, type, level) where stopped_at is null do nothing`.execute(tx)
}

/** What a question asks, for whoever holds its id; null when there is none. */
export async function questionAsked(tx: Reader, id: string): Promise<(Asked & { readonly isStopped: boolean }) | null> {
  const { rows } = await sql<{ asked: (Asked & { readonly isStopped: boolean }) | null }>`
    select crime.question_asked(${id}) as asked`.execute(tx)
  return rows[0]?.asked ?? null
}

/** Stops a question, for whoever holds its id. False when there is none. */
export async function stopQuestion(tx: Writer, id: string): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select crime.stop_question(${id}) as stopped`.execute(tx)
  return rows[0]?.stopped ?? false
}

/** A question as it was answered last, with whom to tell. */
export type OpenQuestion = Asked &
  Last & {
    readonly id: string
    readonly address: string
    readonly isExamplePerson: boolean
  }

/**
 * The questions that another release than this one answered last, or one of them. Whoever has no post any more hears nothing:
 * what he may know ended with it.
 */
export async function questionsToAnswer(tx: Owner, release: number, id?: string): Promise<OpenQuestion[]> {
  const { rows } = await sql<OpenQuestion>`
    select q.id, q.view, q.area, q.type, q.level, q.answer, q.release, coalesce(r.is_example, false) as "wasExample",
           p.email as address, p.is_example as "isExamplePerson"
      from crime.questions q
      join identity.people p on p.id = q.person
      left join crime.releases r on r.id = q.release
     where q.stopped_at is null and q.release is distinct from ${release}
       and (${id ?? null}::uuid is null or q.id = ${id ?? null})
       and exists (select from identity.posts o where o.person = p.id and o.valid_from <= platform.today()
                      and (o.valid_to is null or platform.today() < o.valid_to))
     order by q.view, q.area, q.type, q.level, q.id
       for update of q skip locked`.execute(tx)
  return rows
}

/** Notes what a question was answered with. */
export async function noteAnswer(tx: Owner, id: string, answer: Answer, release: number): Promise<void> {
  await sql`update crime.questions set answer = ${answer}::text[], release = ${release}, answered_at = platform.moment()
    where id = ${id}`.execute(tx)
}

/** Puts a mail about a question in the outbox and keeps the account of it; at most one per question and release. */
export async function mailAnswer(
  tx: Owner,
  question: OpenQuestion,
  mail: {
    readonly release: number
    readonly after: Answer
    readonly words: string
    readonly subject: string
    readonly body: string
    readonly stopsAt: string
  },
): Promise<void> {
  await sql`insert into crime.question_mails (question, release, answer_before, answer_after, words)
    values (${question.id}, ${mail.release}, ${question.answer}::text[], ${mail.after}::text[], ${mail.words})`.execute(
    tx,
  )
  await sql`insert into mail.outbox (recipient, subject, body, is_example, state, put_at, expires_at, try_at, stops_at)
    values (${question.address}, ${mail.subject}, ${mail.body}, ${question.isExamplePerson},
            ${question.isExamplePerson ? 'voorbeeld' : 'wacht'}, platform.moment(), platform.moment() + interval '7 days',
            platform.moment(), ${mail.stopsAt})`.execute(tx)
}
