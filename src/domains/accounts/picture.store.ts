import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

/** A picture of an account, without its bytes. */
export type StoredPicture = {
  readonly hash: string
  readonly media: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

/** The pictures of an account that are there for whoever asks, by their hash. */
export async function picturesOf(tx: Reader, account: string): Promise<ReadonlyMap<string, StoredPicture>> {
  const { rows } = await sql<StoredPicture>`
    select hash, media, width, height from accounts.pictures where account = ${account} order by hash`.execute(tx)
  return new Map(rows.map((row) => [row.hash, row]))
}

/** The bytes of a picture with what they are; null when it is not there for whoever asks. */
export async function findPicture(
  tx: Reader,
  account: string,
  hash: string,
): Promise<{ readonly media: StoredPicture['media']; readonly content: Uint8Array } | null> {
  const { rows } = await sql<{ media: StoredPicture['media']; content: string }>`
    select media, encode(content, 'base64') as content from accounts.pictures
     where account = ${account} and hash = ${hash}`.execute(tx)
  const [row] = rows
  return row ? { media: row.media, content: new Uint8Array(Buffer.from(row.content, 'base64')) } : null
}

/** Keeps a picture; the same one twice is one. Faults with SQLSTATE 42501 when it may not be. */
export async function addPicture(
  tx: Writer,
  account: string,
  { hash, media, width, height, content }: StoredPicture & { readonly content: Uint8Array },
): Promise<void> {
  await sql`insert into accounts.pictures (account, hash, media, width, height, content)
    values (${account}, ${hash}, ${media}, ${width}, ${height}, decode(${Buffer.from(content).toString('base64')}, 'base64'))
    on conflict do nothing`.execute(tx)
}
