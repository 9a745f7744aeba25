import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Owner, Reader } from '../../platform/db/database'
import type { LaterWord, Recomputation } from './difference'

/** Public reports of which the figures were not asked again on this day. */
export async function reportsToRecompute(tx: Owner, today: Day): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select r.code from publications.reports r
     where publications.is_public(r.code) and not exists (
       select from publications.recomputations c
        where c.report = r.code and (c.at at time zone 'Europe/Amsterdam')::date >= ${today})
     order by r.code`.execute(tx)
  return rows.map(({ code }) => code)
}

export async function noteRecomputation(tx: Owner, report: string, found: Omit<Recomputation, 'at'>): Promise<void> {
  await sql`insert into publications.recomputations (report, equal, different, gone, is_same)
    values (${report}, ${found.equal}, ${found.different}, ${found.gone}, ${found.isSame})
    on conflict do nothing`.execute(tx)
}

/** The last time that the figures of each report were asked again; of one when given. */
export async function lastRecomputations(tx: Reader, report?: string): Promise<ReadonlyMap<string, Recomputation>> {
  const { rows } = await sql<Recomputation & { report: string }>`
    select distinct on (report) report, at, equal, different, gone, is_same as "isSame" from publications.recomputations
     where ${report ?? null}::text is null or report = ${report ?? null}
     order by report, at desc`.execute(tx)
  return new Map(rows.map(({ report: code, ...found }) => [code, found]))
}

/** Public reports that were made of another release than this one and were not yet laid beside it. */
export async function reportsToCompare(
  tx: Owner,
  release: { readonly id: number; readonly isExample: boolean },
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select r.code from publications.reports r
     where publications.is_public(r.code) and r.release <> ${release.id} and r.is_example = ${release.isExample}
       and not exists (select from publications.differences d where d.report = r.code and d.release = ${release.id})
     order by r.code`.execute(tx)
  return rows.map(({ code }) => code)
}

export async function noteDifferences(
  tx: Owner,
  report: string,
  release: { readonly id: number; readonly knownOn: Day },
  { sentences, figures }: Pick<LaterWord, 'sentences' | 'figures'>,
): Promise<void> {
  await sql`insert into publications.differences (report, release, known_on, sentences, figures)
    values (${report}, ${release.id}, ${release.knownOn}, ${JSON.stringify(sentences)}::jsonb, ${figures})
    on conflict do nothing`.execute(tx)
}

/** What later releases say, the newest last; of one report when given. */
export async function laterWords(
  tx: Reader,
  report?: string,
): Promise<readonly (LaterWord & { readonly report: string })[]> {
  const { rows } = await sql<LaterWord & { report: string }>`
    select report, known_on as "knownOn", at, sentences, figures from publications.differences
     where ${report ?? null}::text is null or report = ${report ?? null}
     order by at, known_on, report`.execute(tx)
  return rows
}
