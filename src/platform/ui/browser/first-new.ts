/** The first sentence of a page that was not on the page before; null when all of them were. White space and soft hyphens do not count. */
export function firstNew(before: readonly string[], after: readonly string[]): string | null {
  const known = new Set(before.map(plain))
  return after.map(plain).find((sentence) => sentence !== '' && !known.has(sentence)) ?? null
}

const plain = (text: string) =>
  text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
