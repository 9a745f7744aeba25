import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Writer } from '../../platform/db/database'
import type { Content } from './entry'

/** A version of an answer to be kept. */
export type NewAnswer = {
  readonly line: string
  readonly version: number
  readonly content: Content
  readonly importId?: string | undefined
  readonly undoes?: string | undefined
}

/** Adds versions of answers. Faults with SQLSTATE 23505 when somebody else added the same version just now. */
export async function addAnswers(tx: Writer, answers: readonly NewAnswer[]): Promise<void> {
  for (const { line, version, content, importId, undoes } of answers) {
    const value = content.kind === 'getal' ? content.value : null
    const note = content.kind === 'leeg' ? null : content.note
    await sql`insert into datacalls.answers (line, version, kind, value, note, import, undoes)
      values (${line}, ${version}, ${content.kind}, ${value}, ${note}, ${importId ?? null}, ${undoes ?? null})`.execute(
      tx,
    )
  }
}

/** Notes that a file was read in; gives its id. */
export async function addImport(tx: Writer, call: string, holder: string, fileName: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into datacalls.imports (id, call, holder, file_name)
    values (${id}, ${call}, ${holder}, ${fileName})`.execute(tx)
  return id
}

/** Signs versions of answers, by their ids. Faults with SQLSTATE 23505 when somebody else signed one just now. */
export async function addSignatures(tx: Writer, answers: readonly string[]): Promise<void> {
  for (const answer of answers) await sql`insert into datacalls.signatures (answer) values (${answer})`.execute(tx)
}
