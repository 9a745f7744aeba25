import { type Fault, tidy } from '../../kernel/typed'

/** The place in a row, from 1. */
export function readSeq(typed: string, faults: Fault[]): number {
  const seq = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  if (seq < 1) faults.push({ field: 'plaats', message: 'Vul bij plaats een getal in van 1 tot en met 9999.' })
  return seq
}

/**
 * Lines with a code or a name each, as codes, each once; what is not known is a fault. `among` are names by code.
 */
export function readCodes(typed: string, field: string, among: ReadonlyMap<string, string>, faults: Fault[]): string[] {
  const byName = new Map([...among].map(([code, name]) => [name.toLowerCase(), code]))
  const lines = tidy(typed)
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const unknown = lines.filter((line) => !among.has(line) && !byName.has(line.toLowerCase()))
  if (unknown.length > 0) faults.push({ field, message: `Dit kennen wij niet: ${unknown.join(', ')}.` })
  return [...new Set(lines.flatMap((line) => (among.has(line) ? line : (byName.get(line.toLowerCase()) ?? []))))]
}
