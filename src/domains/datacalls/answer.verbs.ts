import type { Reader, Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { addAnswers, addImport, addSignatures } from './answer.store'
import {
  type Answer,
  type Call,
  isAsked,
  type Line,
  latestAnswer,
  refusalToSign,
  type SigningRefusal,
  toSign,
  undoing,
} from './call'
import { listCalls, standingOf } from './call.store'
import { type Content, type EntryFault, readAnswer, settle, type TypedAnswer } from './entry'

/** A holder's part of a call, for somebody who answers for him. `lines` are those he is asked. */
export type Task = {
  readonly call: Call
  readonly holder: { readonly code: string; readonly name: string }
  readonly lines: readonly Line[]
}

/** The task of a holder in a call; null when there is none, or the person who asks does not answer for him. */
export async function findTask(tx: Reader, code: string, holder: string): Promise<Task | null> {
  const { answersFor } = await standingOf(tx)
  const [call] = answersFor.includes(holder) ? await listCalls(tx, code) : []
  const own = call?.lines.filter((line) => line.holder.code === holder) ?? []
  const [first] = own
  return call && first ? { call, holder: first.holder, lines: own.filter(isAsked) } : null
}

/** What was typed for a line, and the version it was typed over (0: there was none). */
export type Typed = { readonly answer: TypedAnswer; readonly seen: number }

/** A field of a line that is wrong, or an answer that somebody else gave meanwhile. */
export type LineFault = { readonly line: string } & (
  | ({ readonly is: 'fault' } & EntryFault)
  | { readonly is: 'conflict'; readonly theirs: Answer }
)

export type FillOutcome = { readonly faults: readonly LineFault[] } | { readonly changed: number }

const nothing: Content = { kind: 'leeg' }

/**
 * Keeps what was typed for the lines of a task, each change as a new version with one line in the audit log. All or nothing: a
 * fault or a conflict keeps nothing. With a file name it is an import, which can be taken back.
 */
export async function fillIn(
  tx: Writer,
  task: Task,
  typed: ReadonlyMap<string, Typed>,
  requestId: string,
  { fileName, isMailed = false }: { readonly fileName?: string | undefined; readonly isMailed?: boolean } = {},
): Promise<FillOutcome> {
  const faults: LineFault[] = []
  const changes: { line: string; version: number; content: Content }[] = []
  for (const line of task.lines) {
    const entry = typed.get(line.code)
    if (!entry) continue
    const content = readAnswer(entry.answer, line.unit)
    if ('faults' in content) {
      faults.push(...content.faults.map((fault) => ({ line: line.code, is: 'fault' as const, ...fault })))
      continue
    }
    const latest = latestAnswer(line)
    const seen = line.answers.find(({ version }) => version === entry.seen)?.content ?? nothing
    const becomes = settle(seen, latest?.content ?? nothing, content)
    if (becomes === 'conflict' && latest) faults.push({ line: line.code, is: 'conflict', theirs: latest })
    if (becomes === 'change') changes.push({ line: line.code, version: (latest?.version ?? 0) + 1, content })
  }
  if (faults.length > 0) return { faults }
  if (changes.length === 0) return { changed: 0 }
  const { call, holder } = task
  const importId = fileName === undefined ? undefined : await addImport(tx, call.code, holder.code, fileName)
  await addAnswers(
    tx,
    changes.map((change) => ({ ...change, importId })),
  )
  const event = `${fileName === undefined ? 'uitvraag ingevuld' : 'uitvraag ingelezen'}${isMailed ? ' per mail' : ''}`
  const object = `${call.code}, ${holder.code}: ${changes.map(({ line }) => line).join(';')}`
  await noteDeed(tx, { event, object, requestId })
  return { changed: changes.length }
}

/** Signs, for the holder, exactly the versions that were shown; or says why not. */
export async function sign(
  tx: Writer,
  task: Task,
  signing: { readonly seen: readonly string[]; readonly isConfirmed: boolean },
  requestId: string,
): Promise<{ readonly refused: SigningRefusal } | { readonly signed: number }> {
  const refused = refusalToSign(task.call.lines, task.holder.code, signing)
  if (refused) return { refused }
  const waiting = toSign(task.lines)
  await addSignatures(
    tx,
    waiting.map(({ answer }) => answer.id),
  )
  const object = `${task.call.code}, ${task.holder.code}: ${waiting.map(({ line, answer }) => `${line.code} versie ${answer.version}`).join(';')}`
  await noteDeed(tx, { event: 'uitvraag ondertekend', object, requestId })
  return { signed: waiting.length }
}

/** Takes an import back where that still can be done: each line gets its earlier answer again, as a new version. */
export async function undoImport(tx: Writer, task: Task, importId: string, requestId: string): Promise<number> {
  const { back } = undoing(task.lines, importId)
  if (back.length === 0) return 0
  await addAnswers(
    tx,
    back.map(({ line, content }) => ({
      line: line.code,
      version: (latestAnswer(line)?.version ?? 0) + 1,
      content,
      undoes: importId,
    })),
  )
  const object = `${task.call.code}, ${task.holder.code}: ${back.map(({ line }) => line.code).join(';')}`
  await noteDeed(tx, { event: 'inlezen van uitvraag teruggedraaid', object, requestId })
  return back.length
}

/** What the organisations of the person who asks still owe: the open and the unsigned lines of each call. */
export async function ownTasks(tx: Reader): Promise<Task[]> {
  const { answersFor } = await standingOf(tx)
  if (answersFor.length === 0) return []
  const calls = await listCalls(tx)
  return calls.flatMap((call) =>
    answersFor.flatMap((holder) => {
      const lines = call.lines.filter((line) => line.holder.code === holder && isAsked(line))
      return lines[0] ? [{ call, holder: lines[0].holder, lines }] : []
    }),
  )
}
