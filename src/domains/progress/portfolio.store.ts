import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Stand } from './portfolio'
import type { Status } from './status'

/** Every promise of the plans that were not withdrawn, or of one of them, with the last word about it. */
export async function standsOf(tx: Reader, plan?: string): Promise<Stand[]> {
  const { rows } = await sql<Stand>`
    select a.code as action, a.title, a.plan, a.programme, g.title as "programmeTitle", a.due, u.status, u.sentence,
           u.at as "saidAt"
      from strategy.actions a join strategy.programmes g on g.code = a.programme
      left join (select distinct on (action) * from progress.updates order by action, version desc) u on u.action = a.code
     where a.withdrawn_on is null and (a.promise is null or a.promise = a.code)
       and ${plan === undefined ? sql`true` : sql`a.plan = ${plan}`}
     order by g.title, a.code`.execute(tx)
  return rows
}

/** What somebody who leads it said of a programme. */
export type Judgement = {
  readonly programme: string
  readonly status: Status
  readonly sentence: string
  readonly at: string
  readonly actedAs: string
}

/** The newest judgement of each programme of a plan that has one. */
export async function judgementsOf(tx: Reader, plan: string): Promise<ReadonlyMap<string, Judgement>> {
  const { rows } = await sql<Judgement>`
    select distinct on (j.programme) j.programme, j.status, j.sentence, j.at, j.acted_as as "actedAs"
      from progress.judgements j join strategy.programmes g on g.code = j.programme
     where g.plan = ${plan} order by j.programme, j.version desc`.execute(tx)
  return new Map(rows.map((row) => [row.programme, row]))
}

/** Everything that was said of one programme, the newest first. */
export async function judgementHistory(tx: Reader, programme: string): Promise<Judgement[]> {
  const { rows } = await sql<Judgement>`
    select programme, status, sentence, at, acted_as as "actedAs" from progress.judgements
     where programme = ${programme} order by version desc`.execute(tx)
  return rows
}

/** Whether the signed-in person may judge a programme. */
export async function mayJudge(tx: Reader, programme: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select progress.judge_of(${programme}) is not null as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** Judges a programme as the signed-in person; false when he may not. The same form twice is one judgement. */
export async function keepJudgement(
  tx: Writer,
  { programme, status, sentence }: Pick<Judgement, 'programme' | 'status' | 'sentence'>,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select progress.judge(${programme}, ${status}, ${sentence}, ${formKey}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
