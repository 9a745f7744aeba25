import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Import } from './import'
import type { ImportRow, Known } from './import-row'

/** What a file is read against, but for the day it was published. */
export async function knownForImport(tx: Reader): Promise<Omit<Known, 'publishedOn'>> {
  const { rows: indicators } = await sql<Known['indicators'][number]>`
    select i.code, i.title, array(
        select unit from (select i.unit, 0 as seq union
          select m.unit, 1 from figures.measurements m where m.indicator = i.code and m.withdrawn_on is null and m.unit <> i.unit) u
         order by u.seq, u.unit) as units
      from figures.indicators i where i.withdrawn_on is null order by i.code`.execute(tx)
  const areas = await tx
    .selectFrom('territory.areas')
    .select(['code', 'name'])
    .where('withdrawn_on', 'is', null)
    .orderBy('code')
    .execute()
  return { indicators, areas }
}

/** The files that were read in, newest first, with what stands on each that was not taken back. */
export async function listImports(tx: Reader): Promise<Import[]> {
  const { rows } = await sql<
    Omit<Import, 'undone' | 'at'> & { at: Date; undone_at: Date | null; undone_as: string | null }
  >`
    select i.id, i.document, d.title, i.file_name as "fileName", i.at, i.acted_as as "actedAs", i.undone_at, i.undone_as,
           (select count(*) from figures.measurements m where m.import = i.id) as "measurementCount",
           case when i.undone_at is null then coalesce((select jsonb_agg(jsonb_build_object('what', r.what, 'amount', r.amount))
             from figures.resting_on_import(i.id) r), '[]') else '[]' end as resting
      from figures.imports i join figures.documents d on d.code = i.document
     order by i.at desc, i.document`.execute(tx)
  return rows.map(({ at, undone_at, undone_as, ...one }) => ({
    ...one,
    at: new Date(at).toISOString(),
    undone: undone_at === null ? null : { at: new Date(undone_at).toISOString(), actedAs: undone_as ?? '' },
  }))
}

/** How often a file was read in before, and whether that stands. */
export async function earlierImports(tx: Reader, hash: string): Promise<{ times: number; stands: string | null }> {
  const rows = await tx
    .selectFrom('figures.imports')
    .select(['document', 'undone_at'])
    .where('file_hash', '=', hash)
    .execute()
  return { times: rows.length, stands: rows.find(({ undone_at }) => undone_at === null)?.document ?? null }
}

/** Whether a source document that stands is called so: two of one name could not be told apart. */
export async function isTitleTaken(tx: Reader, title: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select exists (select from figures.documents d
    where d.withdrawn_on is null and lower(d.title) = lower(${title})) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/** A file to be kept as source document. */
export type NewImport = {
  readonly document: string
  readonly title: string
  readonly publishedOn: Day
  readonly lineCount: number
  readonly fileName: string
  readonly hash: string
}

/** A row to be kept as measurement. */
export type NewMeasurement = ImportRow & {
  readonly newCode: string
  readonly leads: boolean
  readonly leadsBecause: string | null
}

/** Keeps a file and its numbers. Faults with SQLSTATE 23505 when somebody else read in the same file just now. */
export async function addImport(tx: Writer, made: NewImport, rows: readonly NewMeasurement[]): Promise<void> {
  const id = randomUUID()
  await sql`insert into figures.imports (id, document, file_name, file_hash)
    values (${id}, ${made.document}, ${made.fileName}, ${made.hash})`.execute(tx)
  await sql`insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count)
    values (${made.document}, ${made.title}, ${made.title}, 'ingelezen bestand', ${made.publishedOn}, false, ${made.lineCount})`.execute(
    tx,
  )
  const records = rows.map((row) => ({
    code: row.newCode,
    indicator: row.indicator,
    area: row.area,
    period: row.period,
    base_period: row.basePeriod,
    value: row.value,
    unit: row.unit,
    kind: row.kind,
    qualifier: row.qualifier,
    printed: row.printed,
    leads: row.leads,
    leads_because: row.leadsBecause,
    note: row.note,
    margin_low: row.margin?.low ?? null,
    margin_high: row.margin?.high ?? null,
    respondents: row.respondents,
    sources: [`${made.document}:${row.row}`],
    import: id,
  }))
  const columns = sql.join(Object.keys(records[0] ?? {}).map((name) => sql.ref(name)))
  await sql`insert into figures.measurements (${columns})
    select ${columns} from jsonb_populate_recordset(null::figures.measurements, ${JSON.stringify(records)}::jsonb)`.execute(
    tx,
  )
}

/** Takes back a file: it and its numbers leave the lists, and their addresses stay. */
export async function withdrawImport(tx: Writer, { id, document }: Pick<Import, 'id' | 'document'>): Promise<void> {
  await sql`update figures.measurements set withdrawn_on = platform.today()
    where import = ${id} and withdrawn_on is null`.execute(tx)
  await sql`update figures.documents set withdrawn_on = platform.today() where code = ${document}`.execute(tx)
  await sql`update figures.imports set undone_at = platform.moment() where id = ${id}`.execute(tx)
}
