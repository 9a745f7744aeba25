import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Month } from '../../kernel/month'
import type { Owner, Reader } from '../../platform/db/database'
import type { Later } from './later'

/** A night on which the figures of an account were asked again. */
export type Recomputation = {
  readonly at: string
  readonly equal: number
  readonly different: number
  readonly gone: number
  readonly isSame: boolean
}

/** Public accounts of which the figures were not asked again on this day. */
export async function accountsToRecompute(tx: Owner, today: Day): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select r.account as code from accounts.releases r
     where accounts.is_public(r.account) and not exists (
       select from accounts.recomputations c
        where c.account = r.account and (c.at at time zone 'Europe/Amsterdam')::date >= ${today})
     order by r.account`.execute(tx)
  return rows.map(({ code }) => code)
}

export async function noteRecomputation(tx: Owner, account: string, found: Omit<Recomputation, 'at'>): Promise<void> {
  await sql`insert into accounts.recomputations (account, equal, different, gone, is_same)
    values (${account}, ${found.equal}, ${found.different}, ${found.gone}, ${found.isSame})
    on conflict do nothing`.execute(tx)
}

/** Accounts of which the last recomputation was not the same. */
export async function differingAccounts(tx: Reader): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from (
      select distinct on (account) account, is_same from accounts.recomputations order by account, at desc) last
     where not is_same order by account`.execute(tx)
  return rows.map(({ account }) => account)
}

/** The last time that the figures of an account were asked again; null before the first night. */
export async function lastRecomputation(tx: Reader, account: string): Promise<Recomputation | null> {
  const { rows } = await sql<Recomputation>`
    select at, equal, different, gone, is_same as "isSame" from accounts.recomputations
     where account = ${account} order by at desc limit 1`.execute(tx)
  return rows[0] ?? null
}

type Seen = Later & { readonly at: string }

/** What of an account would be said otherwise now, as last seen; null when nothing ever was. */
export async function lastDifference(tx: Reader, account: string): Promise<Seen | null> {
  const { rows } = await sql<Seen>`
    select at, sentences, figures from accounts.differences
     where account = ${account} order by at desc limit 1`.execute(tx)
  return rows[0] ?? null
}

export async function noteDifference(tx: Owner, account: string, { sentences, figures }: Later): Promise<void> {
  await sql`insert into accounts.differences (account, sentences, figures)
    values (${account}, ${JSON.stringify(sentences)}::jsonb, ${JSON.stringify(figures)}::jsonb)
    on conflict do nothing`.execute(tx)
}

/** Every released account with what of it would be said otherwise now. */
export async function lastDifferences(
  tx: Reader,
): Promise<readonly (Seen & { readonly code: string; readonly title: string; readonly isExample: boolean })[]> {
  const { rows } = await sql<Seen & { code: string; title: string; isExample: boolean }>`
    select distinct on (d.account) d.account as code, a.title, r.is_example as "isExample", d.at, d.sentences, d.figures
      from accounts.differences d join accounts.accounts a on a.code = d.account
      join accounts.releases r on r.account = d.account
     order by d.account, d.at desc`.execute(tx)
  return rows
}

/** A released account that carries a figure, with the number it carries. */
export type Carrying = {
  readonly code: string
  readonly title: string
  readonly isExample: boolean
  readonly at: string
  readonly value: number | null
}

const figuresOfReleased = sql`accounts.releases r join accounts.accounts a on a.code = r.account
  join accounts.files f on f.account = r.account and f.format = 'json'
  cross join lateral jsonb_array_elements(convert_from(f.content, 'UTF8')::jsonb -> 'figures') as b (figure)`

/** The released accounts that carry a measurement. */
export async function carryingMeasurement(tx: Reader, code: string): Promise<readonly Carrying[]> {
  const { rows } = await sql<Carrying>`
    select distinct a.code, a.title, r.is_example as "isExample", r.at, (b.figure ->> 'value')::float8 as value
      from ${figuresOfReleased}
     where accounts.is_public(a.code) and b.figure #>> '{question,resource}' = 'metingen'
       and b.figure #>> '{question,code}' = ${code}
     order by r.at desc, a.code`.execute(tx)
  return rows
}

/** The released accounts that carry a count that one month of one area is part of, also by a whole that the area lies in. */
export async function carryingCount(
  tx: Reader,
  { area, type, month }: { readonly area: string; readonly type: string; readonly month: Month },
): Promise<readonly (Carrying & { readonly from: Month; readonly until: Month; readonly knownOn: Day })[]> {
  const { rows } = await sql<Carrying & { from: Month; until: Month; knownOn: Day }>`
    select distinct a.code, a.title, r.is_example as "isExample", r.at, (b.figure ->> 'value')::float8 as value,
           q ->> 'from' as "from", q ->> 'until' as until, q #>> '{release,knownOn}' as "knownOn"
      from ${figuresOfReleased} cross join lateral (select b.figure -> 'question') as asked (q)
     where accounts.is_public(a.code) and q ->> 'resource' = 'misdrijfcijfers' and q ->> 'type' = ${type}
       and q ->> 'from' <= ${month} and ${month} <= q ->> 'until'
       and (q ->> 'area' = ${area}
         or ${area} in (select w.code from territory.within(q ->> 'area', 'bestuurlijk', (q ->> 'divisionOn')::date) as w (code)))
     order by r.at desc, a.code`.execute(tx)
  return rows
}
