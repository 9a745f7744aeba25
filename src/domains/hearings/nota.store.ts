import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

export const formats = ['html', 'pdf', 'docx'] as const
export type Format = (typeof formats)[number]

/** A released nota, without its bytes. `model` is all it says, as canonical JSON. */
export type Released = {
  readonly version: number
  readonly model: string
  readonly at: string
  readonly actedAs: string
  readonly files: readonly { readonly format: Format; readonly hash: string }[]
}

/** The released notas of a hearing, the newest first. */
export async function notasOf(tx: Reader, hearing: string): Promise<Released[]> {
  const { rows } = await sql<Released>`
    select n.version, n.model, n.at, n.acted_as as "actedAs",
           (select jsonb_agg(jsonb_build_object('format', f.format, 'hash', f.hash)
                     order by array_position(array['html', 'pdf', 'docx'], f.format))
              from hearings.nota_files f where f.hearing = n.hearing and f.version = n.version) as files
      from hearings.notas n where n.hearing = ${hearing} order by n.version desc`.execute(tx)
  return rows
}

/** The bytes of a released file with their hash; null when there is none. */
export async function keptFile(
  tx: Reader,
  hearing: string,
  version: number,
  format: Format,
): Promise<{ readonly content: Uint8Array; readonly hash: string } | null> {
  const { rows } = await sql<{ content: string; hash: string }>`
    select encode(content, 'base64') as content, hash from hearings.nota_files
     where hearing = ${hearing} and version = ${version} and format = ${format}`.execute(tx)
  const [row] = rows
  return row ? { content: new Uint8Array(Buffer.from(row.content, 'base64')), hash: row.hash } : null
}

export type NewFile = { readonly format: Format; readonly content: Uint8Array; readonly hash: string }

/** Keeps a nota with its files. Gives its version; null when he may not, or it says the same as the one before. */
export async function releaseNota(
  tx: Writer,
  hearing: string,
  nota: { readonly model: string; readonly files: readonly NewFile[] },
  requestId: string,
): Promise<number | null> {
  const files = nota.files.map(({ format, content, hash }) => ({
    format,
    content: Buffer.from(content).toString('base64'),
    hash,
  }))
  const { rows } = await sql<{ version: number | null }>`
    select hearings.release(${hearing}, ${nota.model}, ${JSON.stringify(files)}::jsonb, ${requestId}) as version`.execute(
    tx,
  )
  return rows[0]?.version ?? null
}
