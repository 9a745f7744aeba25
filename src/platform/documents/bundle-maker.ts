import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Bundle, BundleFile, BundlePages, InBundle } from './bundle'
import type { BundleAnswer, BundleCall } from './bundle.worker'
import { Turns } from './turn'

/** The files of a bundle may hold so many bytes together; what does not fit is named and not put in. */
const largestBundle = 100 * 1024 * 1024
const fileMs = 20_000
const wholeMs = 120_000

/** Reads the bytes of a file by its hash; null when it is not there. */
export type ReadFile = (hash: string) => Promise<Uint8Array | null>

export type MadeBundle = { readonly pdf: Uint8Array; readonly pages: BundlePages }

/** One at a time: two large ones together would take more memory than one may. */
export const turns = new Turns()

/**
 * Makes a bundle in a thread of its own, which ends with it. `compose` gets how each file came along, by its id, and words the
 * bundle after that. A file that cannot be read, or makes the thread end, is refused; the bundle is made all the same. Throws `TooBusy`
 * when too many wait who are not signed in, or too many of the same person. `who` is null for who is not.
 */
export function makeBundle(
  files: readonly BundleFile[],
  read: ReadFile,
  compose: (files: ReadonlyMap<string, InBundle>) => Bundle,
  madeAt: Date,
  who: string | null,
): Promise<MadeBundle> {
  return turns.take(who, () => make(files, read, compose, madeAt))
}

async function make(
  files: readonly BundleFile[],
  read: ReadFile,
  compose: (files: ReadonlyMap<string, InBundle>) => Bundle,
  madeAt: Date,
): Promise<MadeBundle> {
  const refused = new Map<string, InBundle>()
  // Files that are each too heavy do not keep others waiting one after the other.
  const until = performance.now() + wholeMs
  for (;;) {
    const thread = new Thread()
    try {
      const found = await addAll(thread, files, read, refused, until)
      // A file that ended the thread took along what came before it: once more, without that file.
      if (!found) continue
      const bundle = compose(found)
      const answer = await thread.ask({ kind: 'finish', bundle, madeAt: Math.floor(madeAt.getTime() / 1000) }, wholeMs)
      if (answer?.kind !== 'finished')
        throw new Error(answer?.kind === 'fault' ? answer.fault : 'the bundle took too long')
      return answer
    } finally {
      await thread.end()
    }
  }
}

async function addAll(
  thread: Thread,
  files: readonly BundleFile[],
  read: ReadFile,
  refused: Map<string, InBundle>,
  until: number,
): Promise<Map<string, InBundle> | null> {
  const found = new Map<string, InBundle>()
  let room = largestBundle
  for (const { id, hash } of files) {
    const known = refused.get(id)
    const bytes = known ? null : await read(hash)
    if (known || !bytes) {
      found.set(id, known ?? { refused: 'onleesbaar' })
      continue
    }
    const left = Math.min(fileMs, until - performance.now())
    if (!isPdf(bytes) || bytes.length > room || left <= 0) {
      found.set(id, { refused: isPdf(bytes) ? 'te-zwaar' : 'geen-pdf' })
      continue
    }
    room -= bytes.length
    const answer = await thread.ask({ kind: 'add', file: id, bytes }, left)
    if (answer?.kind !== 'added') {
      refused.set(id, { refused: 'te-zwaar' })
      return null
    }
    found.set(id, answer.file)
  }
  return found
}

/** The header may stand a little further on (ISO 32000-1, annex H). */
const isPdf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-')

type Unnumbered<Call> = Call extends unknown ? Omit<Call, 'id'> : never

class Thread {
  readonly #worker = new Worker(pathToFileURL(join(process.cwd(), 'dist/bundle.worker.js')), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  #last = 0
  #gone = false
  readonly #waiting = new Map<number, (answer: BundleAnswer | null) => void>()

  constructor() {
    this.#worker.unref()
    this.#worker.on('message', (answer: BundleAnswer) => this.#settle(answer.id, answer))
    const end = () => {
      this.#gone = true
      for (const id of this.#waiting.keys()) this.#settle(id, null)
    }
    this.#worker.on('error', end)
    this.#worker.on('exit', end)
  }

  /** Null when the thread ended, or took longer. */
  ask(call: Unnumbered<BundleCall>, mostMs: number): Promise<BundleAnswer | null> {
    if (this.#gone) return Promise.resolve(null)
    const id = ++this.#last
    return new Promise((resolve) => {
      const clock = setTimeout(() => this.#settle(id, null), mostMs)
      this.#waiting.set(id, (answer) => {
        clearTimeout(clock)
        resolve(answer)
      })
      this.#worker.postMessage({ ...call, id })
    })
  }

  #settle(id: number, answer: BundleAnswer | null) {
    const resolve = this.#waiting.get(id)
    this.#waiting.delete(id)
    resolve?.(answer)
  }

  async end() {
    await this.#worker.terminate()
  }
}
