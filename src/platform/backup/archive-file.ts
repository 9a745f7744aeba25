import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline as join } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type ArchivePiece, ArchiveReader, type ArchiveSum, DamagedArchive, type PartSum } from './archive'

/** Writes texts to a file that only its owner may read, and waits until they stand on the disk. Faults when the file is there. */
export async function writeArchive(file: string, texts: AsyncIterable<string>): Promise<void> {
  await pipeline(texts, createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
}

/**
 * The pieces of an archive in order, each checked. Throws a DamagedArchive at the first thing that is wrong; what came
 * before it may have been changed too, so then nothing of the file can be used. Faults when the file cannot be read.
 */
export async function* readArchive(file: string): AsyncGenerator<ArchivePiece> {
  const reader = new ArchiveReader()
  try {
    for await (const line of linesOf(file)) yield reader.line(line)
  } catch (fault) {
    throw zipDamage(fault, reader.where) ?? fault
  }
  reader.end()
}

/** Reads a whole archive and gives its head and sums. Throws a DamagedArchive, as `readArchive`. */
export async function sumArchive(file: string): Promise<ArchiveSum> {
  let head: ArchiveSum['head'] | null = null
  const parts: PartSum[] = []
  for await (const piece of readArchive(file)) {
    if ('head' in piece) head = piece.head
    if ('sum' in piece) parts.push(piece.sum)
  }
  if (!head) throw new DamagedArchive('no-archive', null)
  return { head, parts }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const text = join(createReadStream(file), createGunzip(), () => {}).setEncoding('utf8')
  let rest = ''
  for await (const chunk of text) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function zipDamage(fault: unknown, where: string | null): DamagedArchive | null {
  const code = (fault as { code?: unknown }).code
  if (typeof code !== 'string' || !code.startsWith('Z_')) return null
  if (where === null) return new DamagedArchive('no-archive', null)
  return new DamagedArchive(code === 'Z_BUF_ERROR' ? 'cut-off' : 'changed', where)
}
