import { tidy } from './entry'
import { type Item, longestSentence, needsReason, type Saying, type Status } from './status'

/** A line of an answer that cannot be followed, with why. */
export type AnswerFault = {
  readonly line: string
  readonly fault: 'unclear' | 'no-such-number' | 'no-reason' | 'too-long' | 'nothing-to-repeat' | 'twice'
}

/** What a mail says of the items that were asked, numbered from 1 in the order of the mail. */
export type ReadAnswer = {
  readonly sayings: readonly Saying[]
  readonly faults: readonly AnswerFault[]
  /** What is on a photo, and of which action it is; null when the mail does not say. */
  readonly photoTexts: readonly { readonly action: string | null; readonly text: string }[]
}

// The longer ones first: "nog niet begonnen" holds no other, but "niet gestopt" must never read as "gestopt".
const words: readonly (readonly [RegExp, Status | 'ongewijzigd'])[] = [
  [/^nog niet begonnen\b/i, 'nog-niet-begonnen'],
  [/^(ongewijzigd|onveranderd|geen verandering)(?![a-z])/i, 'ongewijzigd'],
  [/^op koers\b/i, 'op-koers'],
  [/^(loopt )?achter\b/i, 'loopt-achter'],
  [/^(geblokkeerd|ligt stil)\b/i, 'geblokkeerd'],
  [/^(afgerond|klaar)\b/i, 'afgerond'],
  [/^gestopt\b/i, 'gestopt'],
  [/^overgedragen\b/i, 'overgedragen'],
]

const all = /^(allemaal|alles|alle)\s+(ongewijzigd|onveranderd)\s*[.!]?$/i
// Spaces are single here: more ways to read the same spaces make a short mail take hours.
const numbered = /^#?(\d{1,3})(?: ?[.):] ?| )(.*)$/
// "foto: een hek langs het spoor" under an action, or "foto 2: …" anywhere.
const ofPhoto = /^foto(?: (\d{1,3}))? ?: ?(.+)$/i
// Much longer than a sentence that is kept.
const longestLine = 2000

/**
 * Reads an answer in plain text: "1 op koers: zin", "2 ongewijzigd", "allemaal ongewijzigd". With one item the number may be left
 * out. A line without a number goes on with the sentence before it; greetings before the first number and everything after a blank
 * line that no number follows are nobody's sentence. "foto: …" is what is on the photo of the action above. All or nothing is for
 * the caller: what is unclear comes back as it was.
 */
export function readAnswerText(
  items: readonly Pick<Item, 'action' | 'status' | 'sentence'>[],
  text: string,
): ReadAnswer {
  const found = new Map<string, Saying>()
  const faults: AnswerFault[] = []
  const { entries, photoTexts } = entriesOf(items.length, text)
  for (const { line, index, words } of entries) {
    const item = items[index]
    if (!item) faults.push({ line, fault: 'no-such-number' })
    else if (found.has(item.action)) faults.push({ line, fault: 'twice' })
    else {
      const saying = readEntry(item, words)
      if (typeof saying === 'string') faults.push({ line, fault: saying })
      else found.set(item.action, saying)
    }
  }
  return {
    sayings: [...found.values()],
    faults,
    photoTexts: photoTexts.map(({ index, words }) => ({ action: items[index]?.action ?? null, text: words })),
  }
}

type Entry = { line: string; index: number; words: string }

function entriesOf(amount: number, text: string): { entries: Entry[]; photoTexts: Entry[] } {
  const entries: Entry[] = []
  const photoTexts: Entry[] = []
  let isOpen = false
  for (const raw of text.split(/\r?\n/)) {
    const line = raw
      .slice(0, longestLine)
      .replace(/\s+/g, ' ')
      .replace(/^[ *•-]+/, '')
      .trim()
    const match = numbered.exec(line)
    const photo = ofPhoto.exec(line)
    if (all.test(line)) {
      for (let index = 0; index < amount; index += 1) entries.push({ line, index, words: 'ongewijzigd' })
      isOpen = false
    } else if (photo) {
      const above = entries.at(-1)?.index ?? (amount === 1 ? 0 : -1)
      photoTexts.push({ line, index: photo[1] ? Number(photo[1]) - 1 : above, words: photo[2] ?? '' })
      isOpen = false
    } else if (match) {
      entries.push({ line, index: Number(match[1]) - 1, words: match[2] ?? '' })
      isOpen = true
    } else if (line === '') isOpen = false
    else if (isOpen) {
      const last = entries.at(-1)
      if (last) last.words += ` ${line}`
    } else if (amount === 1 && entries.length === 0 && words.some(([word]) => word.test(line))) {
      entries.push({ line, index: 0, words: line })
      isOpen = true
    }
  }
  return { entries, photoTexts }
}

function readEntry(item: Pick<Item, 'action' | 'status' | 'sentence'>, text: string): Saying | AnswerFault['fault'] {
  const { action } = item
  const known = words.find(([word]) => word.test(text))
  if (!known) return 'unclear'
  const [word, choice] = known
  const sentence = tidy(text.replace(word, '').replace(/^[\s:;,.–-]+/, ''))
  if (choice === 'ongewijzigd' && item.status === null) return 'nothing-to-repeat'
  const status = choice === 'ongewijzigd' ? item.status : choice
  if (status === null) return 'nothing-to-repeat'
  if (choice === 'ongewijzigd' && sentence === null) return { action, unchanged: true }
  if (sentence === null && needsReason(status)) return 'no-reason'
  if (sentence !== null && sentence.length > longestSentence) return 'too-long'
  return { action, status, sentence, evidence: null, photo: null }
}
