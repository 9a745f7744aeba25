import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '../../kernel/canonical'
import { type Database, owning, type Reader, type Writer } from '../../platform/db/database'
import type { Seal } from '../../platform/proof/seal'
import type { Ask } from '../../platform/web/ask'
import {
  boundFigures,
  type Checkpoint,
  checkpointOf,
  contentOf,
  type Entry,
  entryOf,
  firstBreach,
  type StoredEntry,
} from './entry'
import { addEntry, holdLedger, listEntries, listUnentered } from './entry.store'
import { figuresOf, type Report } from './report'

/** SHA-256 in hexadecimal digits, of bytes or of a text in UTF-8. */
export const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
export const hashOfJson = (value: Json) => sha256(canonicalJson(value))

/** What of a publication is entered; number, moment and the row before follow from the log. */
export type Published = Pick<
  Entry,
  'soort' | 'onderwerp' | 'adres' | 'bestanden' | 'getallen' | 'programma' | 'controlepunt'
> & {
  /** When it was published, of what was entered later; null of what is published now. */
  readonly earlier: string | null
}

type PublishedReport = Pick<Published, 'earlier' | 'bestanden' | 'programma' | 'controlepunt'> & {
  readonly code: string
  readonly report: Report
}

/** Enters a report in the log, in the transaction that publishes it. */
export const enterReport = (tx: Writer, { code, report, ...published }: PublishedReport): Promise<void> =>
  enter(tx, {
    ...published,
    soort: 'rapportage',
    onderwerp: code,
    adres: `/rapportages/${encodeURIComponent(code)}`,
    getallen: hashOfJson(boundFigures(figuresOf(report).map(({ figure }) => figure))),
  })

/** Enters a decision in the log, in the transaction that records it. `bestanden` has the SHA-256 of each of its files. */
export const enterDecision = (
  tx: Writer,
  { code, bestanden, programma }: Pick<Entry, 'bestanden' | 'programma'> & { readonly code: string },
): Promise<void> =>
  enter(tx, {
    soort: 'besluit',
    onderwerp: code,
    adres: `/besluiten/${encodeURIComponent(code)}`,
    earlier: null,
    bestanden,
    getallen: null,
    programma,
    controlepunt: null,
  })

/** Enters what is published in the log, in the transaction that publishes it. */
export async function enter(tx: Writer, { earlier, ...published }: Published): Promise<void> {
  const last = await holdLedger(tx)
  const entry: Entry = {
    ...published,
    regel: last.seq + 1,
    moment: last.moment,
    gepubliceerdOp: earlier ?? last.moment,
    laterOpgenomen: earlier !== null,
    vorige: last.hash,
  }
  const body = canonicalJson(entry as unknown as Json)
  await addEntry(tx, {
    seq: entry.regel,
    kind: entry.soort,
    subject: entry.onderwerp,
    body,
    previous: entry.vorige,
    hash: sha256(body),
  })
}

/** Enters what was published before there was a log, in its order and marked so. Gives how many. */
export function enterEarlier(db: Database, programma: string): Promise<number> {
  return owning(db, async (tx) => {
    await holdLedger(tx)
    const waiting = await listUnentered(tx)
    for (const { code, model, signedAt, files } of waiting) {
      const report = JSON.parse(model) as Report
      await enterReport(tx, { code, report, earlier: signedAt, bestanden: files, programma, controlepunt: null })
    }
    return waiting.length
  })
}

/** The checkpoints in the file, the oldest first. A line that was cut off does not count. */
export const checkpointsOf = async (seal: Seal): Promise<Checkpoint[]> =>
  (await seal.lines()).flatMap((line) => checkpointOf(line) ?? [])

/** The hashes of the rows as they are computed now. */
export const hashesOf = (entries: readonly StoredEntry[]): ReadonlyMap<number, string> =>
  new Map(entries.map(({ seq, body }) => [seq, sha256(body)]))

/** The checkpoint that a publication of now prints; null when there is none. */
export async function newestCheckpoint({ installation: { seal } }: Pick<Ask, 'installation'>) {
  const last = seal ? (await checkpointsOf(seal)).at(-1) : undefined
  return last ? { regel: last.regel, kenmerk: last.kenmerk, moment: last.moment } : null
}

/** What became of the wish to sign the newest rows: so many were, or the log is no longer what was signed. */
export type Sealed = { readonly signed: number } | { readonly brokenAt: number }

/**
 * Signs the rows after the last checkpoint, one by one, and adds them to the file outside the database. When a row is not
 * what was signed before, or does not follow on, nothing is signed: what comes after it would vouch for it.
 */
export async function sealNewest(
  read: <T>(work: (tx: Reader) => Promise<T>) => Promise<T>,
  seal: Seal,
  now: Date,
): Promise<Sealed> {
  const [entries, checkpoints] = [await read((tx) => listEntries(tx)), await checkpointsOf(seal)]
  const brokenAt = firstBreach(checkpoints, entries, hashesOf(entries))
  if (brokenAt !== null) return { brokenAt }
  const last = checkpoints.reduce((most, { regel }) => Math.max(most, regel), 0)
  const lines = entries
    .filter(({ seq }) => seq > last)
    .flatMap((stored) => {
      const entry = entryOf(stored)
      if (!entry) return []
      const point = {
        regel: entry.regel,
        kenmerk: stored.hash,
        inhoud: hashOfJson(contentOf(entry)),
        moment: now.toISOString(),
        sleutel: seal.key,
      }
      return [canonicalJson({ ...point, handtekening: seal.sign(canonicalJson(point)) })]
    })
  seal.add(lines)
  return { signed: lines.length }
}

/** Signs what was just entered. When the disk refuses, the round of every quarter of an hour does it after all, and says what is wrong. */
export async function sealLedger({ installation: { seal }, read, now }: Pick<Ask, 'installation' | 'read' | 'now'>) {
  if (seal) await sealNewest(read, seal, now).catch(() => null)
}
