import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

export const areaFormats = ['html', 'pdf'] as const
export type AreaFormat = (typeof areaFormats)[number]
export type NewAreaFile = {
  readonly area: string
  readonly format: AreaFormat
  readonly content: Uint8Array
  readonly hash: string
}

/** The name of the page of an area, under the address of its account. */
export const areaFileName = (area: string, format: AreaFormat) => `gebieden/${area}.${format}`

export async function addAreaFiles(tx: Writer, account: string, files: readonly NewAreaFile[]): Promise<void> {
  for (const { area, format, content, hash } of files)
    await sql`insert into accounts.area_files (account, area, format, content, hash)
      values (${account}, ${area}, ${format}, decode(${Buffer.from(content).toString('base64')}, 'base64'), ${hash})`.execute(
      tx,
    )
}

/** The page of an area as it was released, byte for byte; null when there is none. */
export async function keptAreaFile(
  tx: Reader,
  account: string,
  area: string,
  format: AreaFormat,
): Promise<{ readonly content: Uint8Array; readonly hash: string } | null> {
  const { rows } = await sql<{ content: string; hash: string }>`
    select encode(content, 'base64') as content, hash from accounts.area_files
     where account = ${account} and area = ${area} and format = ${format}`.execute(tx)
  const [row] = rows
  return row ? { content: new Uint8Array(Buffer.from(row.content, 'base64')), hash: row.hash } : null
}

/** The areas that have a page with a released account, districts first. */
export async function areasWithPage(
  tx: Reader,
  account: string,
): Promise<readonly { readonly code: string; readonly name: string; readonly kind: string }[]> {
  const { rows } = await sql<{ code: string; name: string; kind: string }>`
    select distinct a.code, a.name, a.kind from accounts.area_files f join territory.areas a on a.code = f.area
     where f.account = ${account} order by a.kind, a.name`.execute(tx)
  return rows
}

/** The released accounts that have a page about an area, the newest year first. */
export async function pagesAbout(
  tx: Reader,
  area: string,
): Promise<
  readonly { readonly code: string; readonly title: string; readonly year: number; readonly isExample: boolean }[]
> {
  const { rows } = await sql<{ code: string; title: string; year: number; isExample: boolean }>`
    select a.code, a.title, a.year, r.is_example as "isExample"
      from accounts.accounts a join accounts.releases r on r.account = a.code
     where accounts.is_public(a.code)
       and exists (select from accounts.area_files f where f.account = a.code and f.area = ${area} and f.format = 'html')
     order by a.year desc, r.at desc, a.code`.execute(tx)
  return rows
}
