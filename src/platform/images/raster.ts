import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PngAnswer, PngCall } from './png.worker'

type Png = Uint8Array<ArrayBuffer>

const idleMs = 60_000
/** The same drawing is asked for again by whoever shows it: so many bytes of the newest are kept. */
const mostKept = 8 * 1024 * 1024

/** A drawing takes a tenth of a second: whoever comes after so many had better ask again. */
const mostWaiting = 50

const kept = new Map<string, Png>()
let keptBytes = 0
/** Drawings that are being made, so that two who ask at once wait for one. */
const making = new Map<string, Promise<Png>>()

/** An SVG as PNG, at twice its size: sharp on a phone and in print. Made in a thread of its own, and kept for who asks again. Null when too many wait. */
export function pngOf(svg: string): Promise<Png | null> {
  const key = createHash('sha256').update(svg).digest('base64')
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return Promise.resolve(known)
  }
  const begun = making.get(key)
  if (begun) return begun
  if (waiting.size >= mostWaiting) return Promise.resolve(null)
  const made = make(svg)
    .then((png) => {
      keep(key, png)
      return png
    })
    .finally(() => making.delete(key))
  making.set(key, made)
  return made
}

function keep(key: string, png: Png): void {
  kept.set(key, png)
  keptBytes += png.byteLength
  for (const [oldest, { byteLength }] of kept) {
    if (keptBytes <= mostKept) break
    kept.delete(oldest)
    keptBytes -= byteLength
  }
}

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, { resolve: (png: Png) => void; reject: (fault: Error) => void }>()

/** The thread begins with the first drawing and ends when there is nothing to do. */
function make(svg: string): Promise<Png> {
  clearTimeout(idle)
  thread ??= begin()
  const worker = thread
  const id = ++lastId
  return new Promise<Png>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, svg } satisfies PngCall)
  }).finally(() => {
    if (waiting.size === 0) idle = setTimeout(end, idleMs).unref()
  })
}

function begin(): Worker {
  const worker = new Worker(pathToFileURL(join(process.cwd(), 'dist/png.worker.js')))
  worker.unref()
  worker.on('message', ({ id, png, fault }: PngAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (png) asked?.resolve(png)
    else asked?.reject(new Error(fault))
  })
  const lose = (fault: Error) => {
    // A thread that was ended because it was idle is no longer ours, and its successor may be at work.
    if (thread !== worker) return
    thread = null
    for (const [id, { reject }] of waiting) {
      waiting.delete(id)
      reject(fault)
    }
  }
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('the thread for drawings has ended')))
  return worker
}

function end(): void {
  const ending = thread
  thread = null
  ending?.terminate()
}
