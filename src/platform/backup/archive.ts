import { createHash } from 'node:crypto'
import { z } from 'zod'

// A backup is gzip over lines of JSON: a head; per part its name and columns, its rows, their count and hash; at the end
// the count and hash of the whole. A row is an array of texts and nulls, each value as PostgreSQL itself writes it.
const format = 'slagvaardig-reservekopie'

const headShape = z.object({
  format: z.literal(format),
  version: z.literal(1),
  madeAt: z.string(),
  from: z.enum(['pglite', 'postgresql']),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
})
const openingShape = z.object({ part: z.string(), columns: z.array(z.string()) })
const closingShape = z.object({ end: z.string(), rows: z.number(), sha256: z.string() })
const sealShape = z.object({ seal: z.object({ parts: z.number(), rows: z.number(), sha256: z.string() }) })

/** Where an archive comes from; `madeAt` is ISO text. */
export type ArchiveHead = Omit<z.infer<typeof headShape>, 'format' | 'version'>
/** A table, or the positions of all sequences: how many rows, and the hash over its lines in key order. */
export type PartSum = { readonly part: string; readonly rows: number; readonly sha256: string }
export type ArchiveSum = { readonly head: ArchiveHead; readonly parts: readonly PartSum[] }

/** One line of an archive, understood. */
export type ArchivePiece =
  | { readonly head: ArchiveHead }
  | { readonly part: string; readonly columns: readonly string[] }
  | { readonly row: string }
  | { readonly sum: PartSum }
  | { readonly sealed: true }

/** The text is no archive, ends too early, or was changed. `where` is the part in which that shows; null is the head. */
export class DamagedArchive extends Error {
  constructor(
    readonly kind: 'no-archive' | 'cut-off' | 'changed',
    readonly where: string | null,
  ) {
    super(`${kind} at ${where ?? 'head'}`)
  }
}

/** Counts the rows of one part and hashes them in the order they come. */
export class PartCounter {
  readonly #hash = createHash('sha256')
  #rows = 0

  constructor(readonly part: string) {}

  add(row: string): void {
    this.#hash.update(row).update('\n')
    this.#rows++
  }

  sum(): PartSum {
    return { part: this.part, rows: this.#rows, sha256: this.#hash.digest('hex') }
  }
}

class WholeCounter {
  readonly #hash = createHash('sha256')
  readonly sums: PartSum[] = []

  add(text: string): void {
    this.#hash.update(text)
  }

  seal(): z.infer<typeof sealShape> {
    const rows = this.sums.reduce((total, sum) => total + sum.rows, 0)
    return { seal: { parts: this.sums.length, rows, sha256: this.#hash.digest('hex') } }
  }
}

/** Makes the text of an archive, piece by piece: head, then per part `part`, `rows` and `endPart`, then `seal`. */
export class ArchiveWriter {
  readonly #whole = new WholeCounter()
  #part = new PartCounter('')

  head(head: ArchiveHead): string {
    return this.#record({ format, version: 1, ...head })
  }

  part(part: string, columns: readonly string[]): string {
    this.#part = new PartCounter(part)
    return this.#record({ part, columns })
  }

  rows(rows: readonly string[]): string {
    for (const row of rows) this.#part.add(row)
    return this.#text(rows.map((row) => `${row}\n`).join(''))
  }

  endPart(): string {
    const sum = this.#part.sum()
    this.#whole.sums.push(sum)
    return this.#record({ end: sum.part, rows: sum.rows, sha256: sum.sha256 })
  }

  seal(): string {
    return `${JSON.stringify(this.#whole.seal())}\n`
  }

  #record(value: unknown): string {
    return this.#text(`${JSON.stringify(value)}\n`)
  }

  #text(text: string): string {
    this.#whole.add(text)
    return text
  }
}

/** Understands an archive line by line and checks each count and hash. Throws a DamagedArchive at the first that is wrong. */
export class ArchiveReader {
  readonly #whole = new WholeCounter()
  #state: 'start' | 'between' | 'in-part' | 'sealed' = 'start'
  #part: PartCounter | null = null

  /** Where the reading is: the part that is being read or was read last. */
  get where(): string | null {
    return this.#part?.part ?? null
  }

  line(text: string): ArchivePiece {
    const piece = this.#understand(text)
    if (this.#state !== 'sealed') this.#whole.add(`${text}\n`)
    return piece
  }

  /** After the last line. */
  end(): void {
    if (this.#state === 'start') throw new DamagedArchive('no-archive', null)
    if (this.#state !== 'sealed') throw new DamagedArchive('cut-off', this.where)
  }

  #understand(text: string): ArchivePiece {
    if (this.#state === 'in-part' && text.startsWith('[')) {
      this.#part?.add(text)
      return { row: text }
    }
    const record = this.#parse(text)
    switch (this.#state) {
      case 'start':
        return this.#head(record)
      case 'in-part':
        return this.#closing(record)
      case 'between':
        return this.#opening(record) ?? this.#seal(record)
      case 'sealed':
        throw new DamagedArchive('changed', this.where)
    }
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw new DamagedArchive(this.#state === 'start' ? 'no-archive' : 'changed', this.where)
    }
  }

  #head(record: unknown): ArchivePiece {
    const found = headShape.safeParse(record)
    if (!found.success) throw new DamagedArchive('no-archive', null)
    this.#state = 'between'
    const { madeAt, from, migrations } = found.data
    return { head: { madeAt, from, migrations } }
  }

  #opening(record: unknown): ArchivePiece | null {
    const found = openingShape.safeParse(record)
    if (!found.success) return null
    this.#state = 'in-part'
    this.#part = new PartCounter(found.data.part)
    return found.data
  }

  #closing(record: unknown): ArchivePiece {
    const found = closingShape.safeParse(record).data
    const sum = this.#part?.sum()
    if (!sum || found?.end !== sum.part || found.rows !== sum.rows || found.sha256 !== sum.sha256) {
      throw new DamagedArchive('changed', this.where)
    }
    this.#whole.sums.push(sum)
    this.#state = 'between'
    return { sum }
  }

  // Every part was right by itself, so what differs here is the head, or a part that is gone.
  #seal(record: unknown): ArchivePiece {
    const found = sealShape.safeParse(record).data?.seal
    if (!found) throw new DamagedArchive('changed', this.where)
    const { seal } = this.#whole.seal()
    if (found.parts !== seal.parts || found.rows !== seal.rows || found.sha256 !== seal.sha256) {
      throw new DamagedArchive('changed', null)
    }
    this.#state = 'sealed'
    return { sealed: true }
  }
}
