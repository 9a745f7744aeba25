import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { Account, Clearance, Content, Part, Version } from './account'

type AccountRow = Omit<Account, 'released'> & {
  releasedAt: string | null
  releasedAs: string | null
  isExample: boolean | null
}

/** The accounts that exist for whoever asks, the newest year first; of one code when given. */
export async function listAccounts(tx: Reader, code?: string): Promise<Account[]> {
  const { rows } = await sql<AccountRow>`
    select a.code, a.kind, a.year, a.title, a.owner, o.name as "ownerName",
           r.at as "releasedAt", r.acted_as as "releasedAs", r.is_example as "isExample"
      from accounts.accounts a join identity.organisations o on o.code = a.owner
      left join accounts.releases r on r.account = a.code
     where ${code ?? null}::text is null or a.code = ${code ?? null}
     order by a.year desc, a.kind, a.title, a.code`.execute(tx)
  return rows.map(({ releasedAt, releasedAs, isExample, ...account }) => ({
    ...account,
    released: releasedAt === null ? null : { at: releasedAt, actedAs: releasedAs ?? '', isExample: isExample ?? false },
  }))
}

/** What the person who asks may do: the bureaus he begins accounts for, with their names. */
export async function bureausOf(tx: Reader): Promise<{ readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select o.code, o.name from identity.organisations o
     where o.code = any ((select accounts.begins_for())::text[]) order by o.name`.execute(tx)
  return rows
}

/** What the person who asks has in an account: the parts he clears, and whether he wrote the last version. */
export type Standing = {
  readonly parts: readonly Part[]
  readonly wroteLast: boolean
  /** As what he would release it; null when that is not his to do. */
  readonly releasesAs: string | null
}

/** What was promised of the moment of a release, and still is to come. */
export type Embargo = { readonly windowUntil: Day | null; readonly announcedAt: string | null }

export async function embargoOf(tx: Reader, code: string): Promise<Embargo> {
  const { rows } = await sql<Embargo>`
    select window_until as "windowUntil",
           to_char(announced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "announcedAt"
      from accounts.embargo(${code})`.execute(tx)
  return rows[0] ?? { windowUntil: null, announcedAt: null }
}

export async function standingOf(tx: Reader, code: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select accounts.own_parts(${code}) as parts, accounts.wrote_last(${code}) as "wroteLast",
           accounts.releases_as(${code}) as "releasesAs"`.execute(tx)
  return rows[0] ?? { parts: [], wroteLast: false, releasesAs: null }
}

/** How many people today have each part of an account; a part nobody has is not there. */
export async function peopleOfParts(tx: Reader, code: string): Promise<ReadonlyMap<Part, number>> {
  const { rows } = await sql<{ part: Part; people: number }>`
    select part, people from accounts.people_of_parts(${code})`.execute(tx)
  return new Map(rows.map(({ part, people }) => [part, people]))
}

type VersionRow = Omit<Version, 'picture'> & { picture: string | null; alt: string | null; credit: string | null }

export async function versionsOf(tx: Reader, code: string): Promise<Version[]> {
  const { rows } = await sql<VersionRow>`
    select entry, block, version, part, kind, seq, title, body, origin, consent_until as "consentUntil", picture, alt, credit,
           place, is_removed as "isRemoved", at, acted_as as "actedAs"
      from accounts.versions where account = ${code} order by entry`.execute(tx)
  return rows.map(({ picture, alt, credit, ...version }) => ({
    ...version,
    picture: picture === null ? null : { hash: picture, alt: alt ?? '', credit: credit ?? '' },
  }))
}

export async function clearancesOf(tx: Reader, code: string): Promise<Clearance[]> {
  const { rows } = await sql<Clearance>`
    select part, upto, hash, at, acted_as as "actedAs" from accounts.clearances
     where account = ${code} order by at, part, upto`.execute(tx)
  return rows
}

/** Begins an account; the same twice is once. */
export async function addAccount(
  tx: Writer,
  { code, kind, year, title, owner }: Pick<Account, 'code' | 'kind' | 'year' | 'title' | 'owner'>,
): Promise<void> {
  await sql`insert into accounts.accounts (code, kind, year, title, owner)
    values (${code}, ${kind}, ${year}, ${title}, ${owner}) on conflict do nothing`.execute(tx)
}

/** Adds a version. Faults with SQLSTATE 23505 when somebody else added one just now, 42501 when it may not be. */
export async function addVersion(
  tx: Writer,
  account: string,
  { block, version, part, kind, ...content }: Pick<Version, 'block' | 'version' | 'part' | 'kind'> & Content,
): Promise<void> {
  const { seq, title, body, origin, consentUntil, picture, place, isRemoved } = content
  await sql`insert into accounts.versions
      (block, account, version, part, kind, seq, title, body, origin, consent_until, picture, alt, credit, place, is_removed)
    values (${block}, ${account}, ${version}, ${part}, ${kind}, ${seq}, ${title}, ${body}, ${origin}, ${consentUntil},
            ${picture?.hash ?? null}, ${picture?.alt ?? null}, ${picture?.credit ?? null}, ${place}, ${isRemoved})`.execute(
    tx,
  )
}

/** Clears a part as it was seen; the same twice is once. Faults with SQLSTATE 42501 when there is a newer version. */
export async function addClearance(
  tx: Writer,
  account: string,
  { part, upto, hash }: Pick<Clearance, 'part' | 'upto' | 'hash'>,
): Promise<void> {
  await sql`insert into accounts.clearances (account, part, upto, hash)
    values (${account}, ${part}, ${upto}, ${hash}) on conflict do nothing`.execute(tx)
}

export const formats = ['html', 'pdf', 'docx', 'json'] as const
export type Format = (typeof formats)[number]
export type NewFile = { readonly format: Format; readonly content: Uint8Array; readonly hash: string }

/** Releases an account with exactly these files. Faults with SQLSTATE 42501 when it may not be, 23505 when it was. */
export async function release(
  tx: Writer,
  account: string,
  isExample: boolean,
  files: readonly NewFile[],
): Promise<void> {
  await sql`insert into accounts.releases (account, is_example) values (${account}, ${isExample})`.execute(tx)
  for (const { format, content, hash } of files) {
    await sql`insert into accounts.files (account, format, content, hash)
      values (${account}, ${format}, decode(${Buffer.from(content).toString('base64')}, 'base64'), ${hash})`.execute(tx)
  }
}

/** A file as it was released, byte for byte; null of a draft. */
export async function keptFile(
  tx: Reader,
  account: string,
  format: Format,
): Promise<{ readonly content: Uint8Array; readonly hash: string } | null> {
  const { rows } = await sql<{ content: string; hash: string }>`
    select encode(content, 'base64') as content, hash from accounts.files
     where account = ${account} and format = ${format}`.execute(tx)
  const [row] = rows
  return row ? { content: new Uint8Array(Buffer.from(row.content, 'base64')), hash: row.hash } : null
}

/** The hashes of the kept files as they were kept with them, by the name each has in the log. */
export async function hashesOfFiles(tx: Reader, account: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<NamedHash>`
    select 'stuk.' || format as name, hash from accounts.files where account = ${account}
    union all
    select 'gebieden/' || area || '.' || format, hash from accounts.area_files where account = ${account}`.execute(tx)
  return byName(rows)
}

/** The same as they are computed now from what is kept, which reads every file. */
export async function recomputedHashesOf(tx: Reader, account: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<NamedHash>`
    select 'stuk.' || format as name, encode(sha256(content), 'hex') as hash from accounts.files
     where account = ${account}
    union all
    select 'gebieden/' || area || '.' || format, encode(sha256(content), 'hex') from accounts.area_files
     where account = ${account}`.execute(tx)
  return byName(rows)
}

type NamedHash = { readonly name: string; readonly hash: string }
const byName = (rows: readonly NamedHash[]) => Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
