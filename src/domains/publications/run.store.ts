import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import { type Report, reportCode } from './report'

/** One time that drafts are made for all areas, and how far it is. */
export type Run = {
  readonly id: string
  readonly period: string
  readonly askedAt: string
  readonly actedAs: string
  readonly state: 'wacht' | 'bezig' | 'klaar' | 'afgebroken'
  readonly stoppedBecause: string | null
  readonly made: number
  /** Null until it has begun. */
  readonly total: number | null
  readonly finishedAt: string | null
}

/** The runs, the newest first; of one when given. Only for who has drafts made. */
export async function listRuns(tx: Reader, id?: string): Promise<Run[]> {
  const { rows } = await sql<Run>`
    select r.id, r.period, r.asked_at as "askedAt", r.acted_as as "actedAs", r.state, r.stopped_because as "stoppedBecause",
           count(a.report)::integer as made, nullif(count(a.area), 0)::integer as total, r.finished_at as "finishedAt"
      from publications.runs r left join publications.run_areas a on a.run = r.id
     where ${id ?? null}::text is null or r.id::text = ${id ?? null}
     group by r.id order by r.asked_at desc, r.id`.execute(tx)
  return rows
}

/** The codes of the reports of a run, in its order. */
export async function reportsOfRun(tx: Reader, run: string): Promise<string[]> {
  const { rows } = await sql<{ report: string }>`
    select report from publications.run_areas where run = ${run} and report is not null order by seq`.execute(tx)
  return rows.map(({ report }) => report)
}

/** Asks for a run. Faults with SQLSTATE 23505 when one for this period has not ended. */
export async function addRun(tx: Writer, period: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into publications.runs (id, period) values (${id}, ${period})`.execute(tx)
  return id
}

/** A run that has not ended, held by this transaction: no other program takes it meanwhile. */
export type TakenRun = { readonly id: string; readonly period: string; readonly release: number | null }

export async function takeRun(tx: Owner): Promise<TakenRun | null> {
  const { rows } = await sql<TakenRun>`
    select id, period, release from publications.runs where state in ('wacht', 'bezig')
     order by asked_at, id limit 1 for update skip locked`.execute(tx)
  return rows[0] ?? null
}

/** Begins a run: on this release, for these areas in this order. */
export async function beginRun(tx: Owner, run: string, release: number, areas: readonly string[]): Promise<void> {
  await sql`insert into publications.run_areas (run, area, seq)
    select ${run}::uuid, a.code, g.seq from unnest(${[...areas]}::text[]) with ordinality as g (code, seq)
      join territory.areas a on a.code = g.code`.execute(tx)
  await sql`update publications.runs set state = 'bezig', release = ${release} where id = ${run}`.execute(tx)
}

/** The next area of a run that has no report yet; null when all have. */
export async function nextArea(tx: Owner, run: string): Promise<string | null> {
  const { rows } = await sql<{ area: string }>`
    select area from publications.run_areas where run = ${run} and report is null order by seq limit 1`.execute(tx)
  return rows[0]?.area ?? null
}

/** Keeps a draft in the place of the unsigned one of that area and period, or as the next one, and notes it with its run. */
export async function keepDraft(
  tx: Owner,
  run: string,
  { area, period, isExample, source }: Report,
  kept: { readonly model: string; readonly release: number },
): Promise<void> {
  const { rows } = await sql<{ version: number; is_signed: boolean }>`
    select r.version, publications.is_signed(r.code) as is_signed from publications.reports r
     where r.area = ${area.code} and r.period = ${period.text} order by r.version desc limit 1`.execute(tx)
  const [last] = rows
  const version = !last ? 1 : last.is_signed ? last.version + 1 : last.version
  const code = reportCode(area.code, period.text, version)
  await sql`insert into publications.reports (code, area, period, version, release, is_example, known_on, model)
    values (${code}, ${area.code}, ${period.text}, ${version}, ${kept.release}, ${isExample}, ${source.knownOn}, ${kept.model})
    on conflict (code) do update set release = excluded.release, is_example = excluded.is_example,
      known_on = excluded.known_on, model = excluded.model, made_at = platform.moment()`.execute(tx)
  await sql`update publications.run_areas set report = ${code}, made_at = platform.moment()
    where run = ${run} and area = ${area.code}`.execute(tx)
}

/** An area of a run gets no report: the release has none of it. */
export async function leaveOut(tx: Owner, run: string, area: string): Promise<void> {
  await sql`delete from publications.run_areas where run = ${run} and area = ${area}`.execute(tx)
}

/** Ends a run: all is made, or it was broken off for a reason. */
export async function endRun(tx: Owner, run: string, stoppedBecause: string | null): Promise<void> {
  await sql`update publications.runs set state = ${stoppedBecause === null ? 'klaar' : 'afgebroken'},
      stopped_because = ${stoppedBecause}, finished_at = platform.moment() where id = ${run}`.execute(tx)
}
