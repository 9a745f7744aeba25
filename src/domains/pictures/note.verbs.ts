import { randomUUID } from 'node:crypto'
import type { Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { type Note, type NoteContent, type NoteFault, readNote, type TypedNote } from './note'
import { addVersion, versionsOf } from './note.store'

export type Writing = {
  readonly area: string
  /** The explanation that is changed, and the version it was typed over; null for a new one. */
  readonly over: { readonly id: string; readonly version: number } | null
  readonly requestId: string
}

export type NoteOutcome = 'kept' | 'changed meanwhile' | 'absent' | { readonly faults: readonly NoteFault[] }

/** Keeps an explanation as a new version, with a line in the audit log. */
export async function writeNote(
  tx: Writer,
  typed: TypedNote,
  types: readonly string[],
  writing: Writing,
): Promise<NoteOutcome> {
  const content = readNote(typed, types)
  if ('faults' in content) return content
  return keep(tx, content, writing, 'duiding geschreven')
}

/** Takes an explanation back: its versions stay for whoever may write there, and nobody else sees them any more. */
export async function takeBack(tx: Writer, writing: Writing): Promise<NoteOutcome> {
  const standing = await newestVersion(tx, writing)
  if (!standing) return 'absent'
  const { type, from, until } = standing
  return keep(tx, { body: null, type, from, until }, writing, 'duiding ingetrokken')
}

async function newestVersion(tx: Writer, { area, over }: Writing): Promise<Note | null> {
  const [newest] = (await versionsOf(tx, area)).filter(({ id }) => id === over?.id)
  return newest ?? null
}

async function keep(
  tx: Writer,
  content: Omit<NoteContent, 'body'> & { readonly body: string | null },
  writing: Writing,
  event: string,
): Promise<NoteOutcome> {
  const { area, over, requestId } = writing
  const standing = await newestVersion(tx, writing)
  if (over && !standing) return 'absent'
  if (over && standing && standing.version !== over.version) return 'changed meanwhile'
  const id = over?.id ?? randomUUID()
  const version = (standing?.version ?? 0) + 1
  await addVersion(tx, { id, version, area }, content)
  await noteDeed(tx, { event, object: `${area}: ${id} versie ${version}`, requestId })
  return 'kept'
}
