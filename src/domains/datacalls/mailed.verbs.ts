import type { Writer } from '../../platform/db/database'
import type { MailAnswer } from '../../platform/mail/answer'
import { readTable } from '../../platform/sheets/table-in'
import { fillIn, findTask, type LineFault, type Task, type Typed } from './answer.verbs'
import { type Answer, type Line, latestAnswer } from './call'
import { asTyped, type Content, isSame, readAnswer, settle } from './entry'
import { readFile } from './exchange'
import { type MailedFault, readMailedLines, seenInMail } from './mailed'
import { addConflict } from './mailed.store'

/** A line of the list with its number in the mail that was answered. */
type Numbered = { readonly number: number; readonly line: Line }

/** What a mail did. `kept` stands now, `same` stood already, and a conflict is kept beside what somebody else answered. */
export type MailOutcome =
  | { readonly is: 'no-task' }
  | { readonly is: 'file-refused'; readonly task: Task; readonly faults: readonly string[] }
  | {
      readonly is: 'read'
      readonly task: Task
      readonly fileName: string | null
      readonly kept: readonly (Numbered & { readonly content: Content })[]
      readonly same: readonly Numbered[]
      readonly conflicts: readonly (Numbered & { readonly content: Content; readonly theirs: Answer })[]
      readonly faults: readonly MailedFault[]
    }

const nothing: Content = { kind: 'leeg' }

/** Takes an answer to a list: the lines that somebody typed, or else the file he sent along. */
export async function takeListAnswer(tx: Writer, answer: MailAnswer): Promise<MailOutcome> {
  const about = answer.about as { readonly call: string; readonly holder: string; readonly lines: readonly string[] }
  const task = await findTask(tx, about.call, about.holder)
  if (!task) return { is: 'no-task' }
  const [file, second] = answer.files
  if (second) return { is: 'file-refused', task, faults: ['Er zitten meer bestanden bij uw mail. Stuur er één.'] }
  return file ? takeFile(tx, task, about.lines, answer, file) : takeLines(tx, task, about.lines, answer)
}

async function takeFile(
  tx: Writer,
  task: Task,
  codes: readonly string[],
  { requestId }: MailAnswer,
  file: MailAnswer['files'][number],
): Promise<MailOutcome> {
  const table = await readTable(file.bytes)
  if ('refused' in table) {
    const message =
      table.refused === 'too-large' ? 'Dit bestand is te groot.' : 'Dit is geen XLSX- of CSV-bestand met een tabel.'
    return { is: 'file-refused', task, faults: [message] }
  }
  const read = readFile(table.rows, task.lines)
  if ('faults' in read) return { is: 'file-refused', task, faults: read.faults }
  const entries = read.entries.map(({ line, content, seen }) => ({ line, content, seen }))
  return keep(tx, task, codes, entries, [], requestId, file.name)
}

function takeLines(tx: Writer, task: Task, codes: readonly string[], answer: MailAnswer): Promise<MailOutcome> {
  const { lines, faults } = readMailedLines(answer.text, codes.length)
  const all: MailedFault[] = [...faults]
  const entries: Entry[] = []
  for (const { number, typed } of lines) {
    const line = task.lines.find(({ code }) => code === codes[number - 1])
    if (!line) {
      all.push({ number, message: 'Dit cijfer wordt niet meer gevraagd.' })
      continue
    }
    const content = readAnswer(typed, line.unit)
    if ('faults' in content) all.push(...content.faults.map(({ message }) => ({ number, message })))
    else entries.push({ line, content, seen: seenInMail(line, answer) })
  }
  // Whoever types a number says it: also when it is what he saw, and somebody else changed it since.
  return keep(tx, task, codes, entries, all, answer.requestId, null)
}

type Entry = { readonly line: Line; readonly content: Content; readonly seen: number }

/** Keeps by the rules of the form what can be kept; each other line is told. */
async function keep(
  tx: Writer,
  task: Task,
  codes: readonly string[],
  entries: readonly Entry[],
  faults: readonly MailedFault[],
  requestId: string,
  fileName: string | null,
): Promise<MailOutcome> {
  const numbered = (line: Line): Numbered => ({ line, number: codes.indexOf(line.code) + 1 })
  const became = entries.map((entry) => ({ ...entry, becomes: becomesOf(entry, fileName !== null) }))
  const typed = new Map<string, Typed>(
    became
      .filter(({ becomes }) => becomes === 'change')
      .map(({ line, content, seen }) => [line.code, { answer: asTyped(content), seen }]),
  )
  const outcome = await fillIn(tx, task, typed, requestId, { fileName: fileName ?? undefined, isMailed: true })
  // Every entry was read and settled already: a fault here is a mistake in the program, and nothing of the mail is kept.
  if ('faults' in outcome) throw new Error(`a mail that was settled has faults: ${outcome.faults.map(lineOf).join()}`)
  const conflicts = became.flatMap((entry) => {
    const theirs = latestAnswer(entry.line)
    return entry.becomes === 'conflict' && theirs ? [{ ...numbered(entry.line), content: entry.content, theirs }] : []
  })
  for (const { line, content, theirs } of conflicts) await addConflict(tx, line.code, theirs.version, content)
  return {
    is: 'read',
    task,
    fileName,
    kept: became
      .filter(({ becomes }) => becomes === 'change')
      .map(({ line, content }) => ({ ...numbered(line), content })),
    same: became.filter(({ becomes }) => becomes === 'unchanged').map(({ line }) => numbered(line)),
    conflicts,
    faults,
  }
}

const lineOf = ({ line }: LineFault) => line

function becomesOf({ line, content, seen }: Entry, isFromFile: boolean): 'unchanged' | 'change' | 'conflict' {
  const current = latestAnswer(line)?.content ?? nothing
  if (isSame(content, current)) return 'unchanged'
  const before = line.answers.find(({ version }) => version === seen)?.content ?? nothing
  // A cell of a file that was left as it was says nothing; a line that was typed does.
  if (!isFromFile && isSame(content, before)) return 'conflict'
  return settle(before, current, content)
}
