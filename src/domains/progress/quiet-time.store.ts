import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { QuietTime } from './calendar'

/** A quiet time as it stands; version 0 is that of the region pack. */
export type StandingQuietTime = QuietTime & { readonly code: string; readonly version: number }

export async function listQuietTimes(tx: Reader): Promise<StandingQuietTime[]> {
  const { rows } = await sql<StandingQuietTime>`
    select code, version, name, begins_on as "beginsOn", ends_on as "endsOn", ground from progress.quiet_days()
     order by begins_on, code`.execute(tx)
  return rows
}

/** One change of the calendar: what a quiet time became, why and by which function. */
export type QuietChange = Omit<QuietTime, 'ground'> & {
  readonly code: string
  readonly version: number
  readonly isEnded: boolean
  readonly reason: string
  readonly at: string
  readonly actedAs: string
}

/** Every change that was made on screen, the newest first. */
export async function listQuietChanges(tx: Reader): Promise<QuietChange[]> {
  const { rows } = await sql<QuietChange>`
    select code, version, name, begins_on as "beginsOn", ends_on as "endsOn", is_ended as "isEnded", reason, at, acted_as as "actedAs"
      from progress.quiet_time_changes order by at desc, code, version desc`.execute(tx)
  return rows
}

/** As what the signed-in person changes quiet times; null when he does not. */
export async function keepsCalendar(tx: Reader): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select progress.keeps_calendar() as as`.execute(tx)
  return rows[0]?.as ?? null
}

/** Adds (`code` null), changes or ends a quiet time over the version that was seen. Null when that cannot be. */
export async function changeQuietTime(
  tx: Writer,
  over: { readonly code: string | null; readonly seen: number },
  said: Omit<QuietTime, 'ground'> & { readonly reason: string; readonly isEnded: boolean },
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<'bewaard' | 'botst' | null> {
  const { rows } = await sql<{ kept: 'bewaard' | 'botst' | null }>`
    select progress.change_quiet_time(${over.code}, ${over.seen}::integer, ${said.name}, ${said.beginsOn}::date, ${said.endsOn}::date,
      ${said.isEnded}, ${said.reason}, ${formKey}, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}
