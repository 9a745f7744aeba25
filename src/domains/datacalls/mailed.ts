import { type Line, latestAnswer, type MailedConflict } from './call'
import { isSame, type TypedAnswer } from './entry'

/** What a mail says at one number of the list, as somebody typed it. */
export type MailedLine = { readonly number: number; readonly typed: TypedAnswer }

/** A number of the list at which nothing could be read, and why. */
export type MailedFault = { readonly number: number; readonly message: string }

const cannot =
  /^(?:kan\s+)?niet(?:\s+(?:te\s+(?:geven|leveren|zeggen)|geleverd|bekend|beschikbaar)(?:\s+worden)?)?(?=$|[\s,.:;-])[\s,.:;-]*/i

/**
 * Reads the lines of a mail that begin with a number of the list: `12: 345`, `12 = 1.234,5; voorlopig` or `12: niet te geven,
 * omdat …`. All other lines are talk. A number with nothing behind it is no answer. `amount` is how many numbers the list has.
 */
export function readMailedLines(
  text: string,
  amount: number,
): { readonly lines: readonly MailedLine[]; readonly faults: readonly MailedFault[] } {
  const lines = new Map<number, MailedLine>()
  const faults = new Map<number, MailedFault>()
  for (const written of text.split('\n')) {
    const [, digits = '', said = ''] = /^\s*(\d{1,3})\s*[:=]\s*(\S.*)$/.exec(written) ?? []
    if (digits === '') continue
    const number = Number(digits)
    const typed = typedIn(said.trim())
    const earlier = lines.get(number)
    if (number < 1 || number > amount)
      faults.set(number, { number, message: `Dit nummer staat niet op de lijst. De lijst loopt van 1 tot ${amount}.` })
    else if (earlier && JSON.stringify(earlier.typed) !== JSON.stringify(typed))
      faults.set(number, { number, message: 'Dit nummer staat er twee keer, met iets anders erachter. Stuur er één.' })
    else lines.set(number, { number, typed })
  }
  return {
    lines: [...lines.values()].filter(({ number }) => !faults.has(number)),
    faults: [...faults.values()],
  }
}

function typedIn(said: string): TypedAnswer {
  const refused = cannot.exec(said)
  if (refused) return { value: '', cannot: true, note: said.slice(refused[0].length) }
  const [value = '', ...note] = said.split(';')
  return { value, cannot: false, note: note.join(';') }
}

/**
 * The version somebody answers over when he answers a mail: the last one of before that mail, or a later one that he gave by
 * answering it too. 0: there was none.
 */
export function seenInMail(
  line: Pick<Line, 'answers'>,
  mail: { readonly askedAt: string; readonly address: string },
): number {
  const asked = Date.parse(mail.askedAt)
  return line.answers.findLast(({ at, byMail }) => Date.parse(at) <= asked || byMail === mail.address)?.version ?? 0
}

/** What came by mail and is still to be decided: until somebody gives another answer, or the same. */
export function openConflicts(line: Pick<Line, 'answers' | 'conflicts'>): readonly MailedConflict[] {
  const latest = latestAnswer(line)
  return line.conflicts.filter(
    ({ against, content }, at) =>
      against === latest?.version &&
      !isSame(content, latest.content) &&
      line.conflicts.findLastIndex((other) => other.against === against && isSame(other.content, content)) === at,
  )
}

/** Lines that nobody answered yet: whoever answered is not reminded. */
export const openLines = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => (latestAnswer(line)?.content.kind ?? 'leeg') === 'leeg')
