/** A piece of text; `isHit` where it is what the reader looked for. Text, never markup: the page escapes it. */
export type Piece = { readonly text: string; readonly isHit: boolean }

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

// What a word and its other forms begin with: "inbraken" and "inbraak" share "inbra".
const beginning = (word: string) => (word.length < 4 ? word : word.slice(0, Math.max(4, Math.ceil(word.length * 0.7))))

/**
 * The part of a text around the first word that was looked for, cut at words, with each such word marked.
 * At most about `length` characters; empty when the text is.
 */
export function snippet(text: string, question: string, length = 180): Piece[] {
  const wanted = (plain(question).match(/[a-z0-9]+/g) ?? []).map(beginning)
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isHit: isWanted(plain(match[0]), wanted),
  }))
  const first = words.find(({ isHit }) => isHit)?.start ?? 0
  const start = text.length <= length ? 0 : wordStart(words, Math.max(0, first - Math.floor(length / 3)))
  const end = Math.min(text.length, wordEnd(words, start + length, text.length))

  const pieces: Piece[] = start > 0 ? [{ text: '… ', isHit: false }] : []
  let at = start
  for (const word of words.filter((one) => one.isHit && one.start >= start && one.end <= end)) {
    if (word.start > at) pieces.push({ text: text.slice(at, word.start), isHit: false })
    pieces.push({ text: text.slice(word.start, word.end), isHit: true })
    at = word.end
  }
  if (at < end) pieces.push({ text: text.slice(at, end), isHit: false })
  if (end < text.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}

// Short words only whole: "om" is not in "omgeving".
const isWanted = (word: string, wanted: readonly string[]) =>
  wanted.some((one) => (one.length < 4 ? word === one : word.includes(one)))

type Span = { readonly start: number; readonly end: number }
const wordStart = (words: readonly Span[], from: number) => words.find(({ start }) => start >= from)?.start ?? from
const wordEnd = (words: readonly Span[], until: number, last: number) =>
  until >= last ? last : (words.findLast(({ end }) => end <= until)?.end ?? until)
