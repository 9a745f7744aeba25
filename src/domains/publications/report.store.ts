import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Report } from './report'

/** The adviser's own words of a version. */
export type Context = {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly at: string
  readonly actedAs: string
}

/** A report as it stands: a draft until it is signed, published from then on. */
export type StoredReport = {
  readonly code: string
  readonly version: number
  readonly report: Report
  /** The figures as canonical JSON. */
  readonly model: string
  readonly madeAt: string
  readonly context: Context | null
  readonly signature: { readonly at: string; readonly actedAs: string } | null
}

/** A report in a list. */
export type ListedReport = {
  readonly code: string
  readonly area: string
  readonly areaName: string
  readonly areaKind: Report['area']['kind']
  readonly period: string
  readonly version: number
  readonly isExample: boolean
  readonly knownOn: Day
  readonly madeAt: string
  readonly signedAt: string | null
}

export const formats = ['html', 'pdf', 'docx', 'xlsx', 'json'] as const
export type Format = (typeof formats)[number]

/** What the person who asks may do with reports. */
export type Standing = { readonly ownAreas: readonly string[]; readonly makes: boolean }

export async function standingOf(tx: Reader): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select publications.own_areas() as "ownAreas", publications.makes_reports() as makes`.execute(tx)
  return rows[0] ?? { ownAreas: [], makes: false }
}

/** Every report the person who asks may see, the newest period first; of one area when given. */
export async function listReports(tx: Reader, area?: string): Promise<ListedReport[]> {
  const { rows } = await sql<ListedReport>`
    select r.code, r.area, a.name as "areaName", a.kind as "areaKind", r.period, r.version, r.is_example as "isExample",
           r.known_on as "knownOn", r.made_at as "madeAt", s.at as "signedAt"
      from publications.reports r join territory.areas a on a.code = r.area
      left join publications.signatures s on s.report = r.code
     where ${area ?? null}::text is null or r.area = ${area ?? null}
     order by left(r.period, 4) desc, r.period desc,
              array_position(array['regio', 'district', 'gemeente'], a.kind), a.name, r.version desc`.execute(tx)
  return rows
}

/** A report by its code; null when it is not there, or not for the person who asks. */
export async function findReport(tx: Reader, code: string): Promise<StoredReport | null> {
  const { rows } = await sql<Omit<StoredReport, 'report' | 'context' | 'signature'> & ContextRow & SignatureRow>`
    select r.code, r.version, r.model, r.made_at as "madeAt",
           c.id as "contextId", c.version as "contextVersion", c.text, c.at as "contextAt", c.acted_as as "contextAs",
           s.at as "signedAt", s.acted_as as "signedAs"
      from publications.reports r
      left join publications.signatures s on s.report = r.code
      left join lateral (
        select * from publications.contexts c
         where c.report = r.code and (s.report is null or c.id = s.context)
         order by c.version desc limit 1) c on true
     where r.code = ${code}`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { contextId, contextVersion, text, contextAt, contextAs, signedAt, signedAs, ...own } = row
  return {
    ...own,
    report: JSON.parse(own.model) as Report,
    context:
      contextId === null
        ? null
        : {
            id: contextId,
            version: contextVersion ?? 0,
            text: text ?? '',
            at: contextAt ?? '',
            actedAs: contextAs ?? '',
          },
    signature: signedAt === null ? null : { at: signedAt, actedAs: signedAs ?? '' },
  }
}

type ContextRow = {
  contextId: string | null
  contextVersion: number | null
  text: string | null
  contextAt: string | null
  contextAs: string | null
}
type SignatureRow = { signedAt: string | null; signedAs: string | null }

/** In whose name the person who asks writes and signs for an area; null when he does not. */
export async function authorOf(tx: Reader, area: string): Promise<string | null> {
  const { rows } = await sql<{ author: string | null }>`select publications.author_of(${area}) as author`.execute(tx)
  return rows[0]?.author ?? null
}

/** A published file as it is kept, without its bytes. */
export type KeptFile = { readonly format: Format; readonly hash: string; readonly size: number }

export async function keptFiles(tx: Reader, report: string): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    select format, hash, octet_length(content) as size from publications.files
     where report = ${report}
     order by array_position(array['html', 'pdf', 'docx', 'xlsx', 'json'], format)`.execute(tx)
  return rows
}

/** SHA-256 of the bytes of each kept file, computed of what is there now. */
export async function hashesOfFiles(tx: Reader, report: string): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string; hash: string }>`
    select 'rapport.' || format as name, encode(sha256(content), 'hex') as hash from publications.files where report = ${report}`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/** The bytes of a published file with their hash; null when there is none. */
export async function keptFile(
  tx: Reader,
  report: string,
  format: Format,
): Promise<{ readonly content: Uint8Array; readonly hash: string } | null> {
  const { rows } = await sql<{ content: string; hash: string }>`
    select encode(content, 'base64') as content, hash from publications.files
     where report = ${report} and format = ${format}`.execute(tx)
  const [row] = rows
  return row ? { content: new Uint8Array(Buffer.from(row.content, 'base64')), hash: row.hash } : null
}

/** Adds a version of the adviser's words. Faults with SQLSTATE 23505 when somebody else added the same version just now. */
export async function addContext(
  tx: Writer,
  { report, version, text }: { readonly report: string; readonly version: number; readonly text: string },
): Promise<void> {
  await sql`insert into publications.contexts (report, version, text) values (${report}, ${version}, ${text})`.execute(
    tx,
  )
}

/** A file as it will be kept. */
export type NewFile = { readonly format: Format; readonly content: Uint8Array; readonly hash: string }

/** Signs a report with exactly these words, and keeps its files. Faults when there are newer words or a signature. */
export async function publish(
  tx: Writer,
  report: string,
  context: string | null,
  files: readonly NewFile[],
): Promise<void> {
  await sql`insert into publications.signatures (report, context) values (${report}, ${context})`.execute(tx)
  for (const { format, content, hash } of files) {
    await sql`insert into publications.files (report, format, content, hash)
      values (${report}, ${format}, decode(${Buffer.from(content).toString('base64')}, 'base64'), ${hash})`.execute(tx)
  }
}
