import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { YearTask } from './year'
import type { YearChange, YearTaskDraft } from './year-task'

/** What returns every year, by month, as it stood at the end of a day. */
export async function listYearTasks(tx: Reader, until: Day): Promise<YearTask[]> {
  const { rows } = await sql<YearTask>`
    select code, version, month, what, by_whom as "byWhom", to_whom as "toWhom", body, is_withdrawn as "isWithdrawn"
      from meetings.year_calendar(${until}::date) where not is_withdrawn order by month, code collate "C"`.execute(tx)
  return rows
}

/** One line as it stands today, withdrawn or not. */
export async function findYearTask(tx: Reader, code: string, today: Day): Promise<YearTask | null> {
  const { rows } = await sql<YearTask>`
    select code, version, month, what, by_whom as "byWhom", to_whom as "toWhom", body, is_withdrawn as "isWithdrawn"
      from meetings.year_calendar(${today}::date) where code = ${code}`.execute(tx)
  return rows[0] ?? null
}

/** What the region pack says of a line now; null when it has none. */
export async function packYearTask(tx: Reader, code: string): Promise<YearTask | null> {
  const { rows } = await sql<YearTask>`
    select code, 0 as version, month, what, by_whom as "byWhom", to_whom as "toWhom", body, false as "isWithdrawn"
      from meetings.year_tasks where code = ${code} and withdrawn_on is null`.execute(tx)
  return rows[0] ?? null
}

/** What was changed on screen until the end of a day, of one line or of all, the newest first. */
export async function listYearChanges(tx: Reader, until: Day, code: string | null = null): Promise<YearChange[]> {
  const { rows } = await sql<YearChange>`
    with versions as (
      select v.*, lag(v.is_withdrawn) over (partition by v.code order by v.version) as was_withdrawn
        from (select code, version, month, what, by_whom, to_whom, body, is_withdrawn, reason, at, acted_as
                from meetings.year_task_versions) v)
    select code, version, month, what, by_whom as "byWhom", to_whom as "toWhom", body, is_withdrawn as "isWithdrawn", reason,
           to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, acted_as as "actedAs",
           case when version = 0 then 'regio' when is_withdrawn then 'vervallen' when was_withdrawn is null then 'toegevoegd'
                when was_withdrawn then 'teruggezet' else 'gewijzigd' end as kind
      from versions
     where (at at time zone 'Europe/Amsterdam')::date <= ${until}::date and (${code}::text is null or code = ${code})
     order by versions.at desc, code collate "C", version desc`.execute(tx)
  return rows
}

/** Adds (`code` null), changes, withdraws or puts back a line over the version that was seen. Null when that cannot be. */
export async function changeYearTask(
  tx: Writer,
  over: { readonly code: string | null; readonly seen: number },
  draft: YearTaskDraft,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<{ readonly kept: 'bewaard' | 'botst'; readonly line: string } | null> {
  const said = JSON.stringify({
    month: draft.month,
    what: draft.what,
    by_whom: draft.byWhom,
    to_whom: draft.toWhom,
    body: draft.body,
    is_withdrawn: draft.isWithdrawn,
    reason: draft.reason,
  })
  const { rows } = await sql<{ kept: 'bewaard' | 'botst' | null; line: string | null }>`
    select kept, line from meetings.change_year_task(${over.code}, ${over.seen}::integer, ${said}::jsonb, ${formKey}, ${requestId})`.execute(
    tx,
  )
  const [done] = rows
  return done?.kept && done.line ? { kept: done.kept, line: done.line } : null
}
