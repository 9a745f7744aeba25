import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Look, Preview, Question, Window } from './window'

/** The window of an account that was opened last, for its bureau; null when there is none. */
export async function lastWindow(tx: Reader, account: string): Promise<Window | null> {
  const { rows } = await sql<Window>`
    select version, until, at, acted_as as "actedAs" from accounts.windows
     where account = ${account} order by version desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Who looked in a window, the first look of each function at each page. */
export async function looksIn(tx: Reader, account: string, version: number): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select area, min(at) as at, acted_as as "actedAs" from accounts.looks
     where account = ${account} and version = ${version} group by area, acted_as order by area, min(at)`.execute(tx)
  return rows
}

/** Opens a window with a page per municipality. Gives its version, 0 when the same form came in before; null when it may not be. */
export async function openWindow(
  tx: Writer,
  account: string,
  {
    until,
    pages,
    formKey,
    requestId,
  }: {
    readonly until: Day
    readonly pages: Readonly<Record<string, string>>
    readonly formKey: string
    readonly requestId: string
  },
): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`
    select accounts.open_window(${account}, ${until}, ${JSON.stringify(pages)}::jsonb, ${formKey},
                                ${requestId}) as version`.execute(tx)
  return rows[0]?.version ?? null
}

export async function mailWindow(
  tx: Writer,
  account: string,
  area: string,
  mail: { readonly subject: string; readonly body: string },
): Promise<void> {
  await sql`select accounts.mail_window(${account}, ${area}, ${mail.subject}, ${mail.body})`.execute(tx)
}

/** The pages that whoever asks sees first, now. */
export async function ownPreviews(tx: Reader): Promise<Preview[]> {
  const { rows } = await sql<Preview>`
    select account, title, year, owner_name as "ownerName", area, area_name as "areaName", until
      from accounts.own_previews() order by until, title, area_name`.execute(tx)
  return rows
}

/** The page of an area as it was worded, and keeps that he looked; null when it is not for him. */
export async function look(tx: Writer, account: string, area: string, requestId: string): Promise<string | null> {
  const { rows } = await sql<{ content: string | null }>`
    select accounts.look(${account}, ${area}, ${requestId}) as content`.execute(tx)
  return rows[0]?.content ?? null
}

/** What can be asked about an account, for who sees a page of it first. */
export async function previewedQuestions(tx: Reader, account: string): Promise<Pick<Question, 'asked' | 'answered'>[]> {
  const { rows } = await sql<Pick<Question, 'asked' | 'answered'>>`
    select asked, answered from accounts.previewed_questions(${account})`.execute(tx)
  return rows
}

/** The questions of an account as they stand, for its bureau, also those that were removed. */
export async function questionsOf(tx: Reader, account: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select question, version, asked, answered, is_removed as "isRemoved" from (
      select distinct on (question) *, min(at) over (partition by question) as first_at from accounts.questions
       where account = ${account} order by question, version desc) last
     order by first_at, question`.execute(tx)
  return rows
}

/** Keeps a question as its next version. False when somebody else kept one just now, or the same form came in twice. */
export async function addQuestion(tx: Writer, account: string, of: Question): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into accounts.questions (account, question, version, asked, answered, is_removed)
    values (${account}, ${of.question}, ${of.version}, ${of.asked}, ${of.answered}, ${of.isRemoved})
    on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
