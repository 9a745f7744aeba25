import type { Json } from '../../kernel/canonical'
import type { Figure } from './report'

type Mark = { readonly regel: number; readonly kenmerk: string }
/** A checkpoint as it is printed: the row it signed, and when. */
export type PrintedCheckpoint = Mark & { readonly moment: string }

/** A row of the log of publications, as its text says. Its own hash, `kenmerk`, is that of the canonical JSON of all of this. */
export type Entry = {
  readonly regel: number
  /** When it was entered, in ISO. */
  readonly moment: string
  readonly soort: string
  /** The code of what was published: a report, a decision, a correction. */
  readonly onderwerp: string
  readonly adres: string
  readonly gepubliceerdOp: string
  /** It was published before there was a log. */
  readonly laterOpgenomen: boolean
  /** SHA-256 of the bytes of each file. */
  readonly bestanden: Readonly<Record<string, string>>
  /** SHA-256 of the canonical JSON of the figures, each with the question it answers; of a nota or a correction of all it says; null of what holds none. */
  readonly getallen: string | null
  /** The version of the program that entered it. */
  readonly programma: string
  /** The checkpoint that is printed in it; null when there was none yet. */
  readonly controlepunt: PrintedCheckpoint | null
  /** The hash of the row before; null of the first. */
  readonly vorige: string | null
}

/** A row as it is kept; `entry` is null when its text cannot be read. */
export type StoredEntry = { readonly seq: number; readonly body: string; readonly hash: string }

/** Reads the text of a row; null when it is not one: only who went past the rules of the database wrote it. */
export function entryOf({ body }: Pick<StoredEntry, 'body'>): Entry | null {
  try {
    return JSON.parse(body) as Entry
  } catch {
    return null
  }
}

/** What of a report is bound: every figure with its question. */
export const boundFigures = (figures: readonly Figure[]): Json => figures as unknown as Json

/** What stays of a row when it gets another place: all but its number and the row before. */
export function contentOf({ regel: _, vorige: __, ...content }: Entry): Json {
  return content as unknown as Json
}

/** A row that was signed, as it stands in the file outside the database. */
export type Checkpoint = Mark & {
  /** SHA-256 of the canonical JSON of the row without its number and the row before. */
  readonly inhoud: string
  readonly moment: string
  readonly sleutel: string
  readonly handtekening: string
}

/** Reads a line of the file of checkpoints; null when it was cut off. */
export function checkpointOf(line: string): Checkpoint | null {
  try {
    const read = JSON.parse(line) as Checkpoint
    return Number.isInteger(read.regel) && typeof read.kenmerk === 'string' ? read : null
  } catch {
    return null
  }
}

/**
 * The number of the first row that is not what was signed, or does not follow on the one before it; null when all is well.
 * `computed` has the hash of each text as it is now.
 */
export function firstBreach(
  checkpoints: readonly Mark[],
  rows: readonly StoredEntry[],
  computed: ReadonlyMap<number, string>,
): number | null {
  const signed = Map.groupBy(checkpoints, ({ regel }) => regel)
  let previous: string | null = null
  for (const [at, row] of rows.entries()) {
    const seq = at + 1
    const [entry, hash] = [entryOf(row), computed.get(row.seq)]
    const follows = row.seq === seq && row.hash === hash && entry?.regel === seq && entry.vorige === previous
    if (!follows || signed.get(seq)?.some(({ kenmerk }) => kenmerk !== hash)) return seq
    previous = row.hash
  }
  const missing = [...signed.keys()].filter((regel) => regel > rows.length)
  return missing.length === 0 ? null : Math.min(...missing)
}
