import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { bytesOf, type Document, type Pictures } from './document'
import { drawing } from './drawing'
import type { PdfAnswer, PdfCall } from './pdf.worker'

/** A document that should be one page and is more. */
export class TooLong extends Error {}

// Typst knows a picture by the end of its name.
const pathOf = ({ hash, media }: { readonly hash: string; readonly media: string }) =>
  `/${hash}.${media === 'image/png' ? 'png' : 'jpg'}`

type Thread = { readonly worker: Worker; made: number }

// What Typst remembers grows with each document: after so many it starts afresh.
const documentsPerThread = 200
const idleMs = 60_000

let thread: Thread | null = null
let idle: NodeJS.Timeout | undefined
let lastId = 0
const waiting = new Map<number, { resolve: (pdf: Uint8Array) => void; reject: (fault: Error) => void; of: Thread }>()

/**
 * A document as PDF/UA-1: tagged, in Dutch, with headers and descriptions. Made in a thread of its own, which begins with
 * the first document and ends when there is nothing to do. Rejects when the document breaks a rule of PDF/UA-1, and
 * with `TooLong` when it should be one page and is more.
 */
export function pdfOf(document: Document, madeAt: Date, pictures: Pictures = new Map()): Promise<Uint8Array> {
  clearTimeout(idle)
  const at = threadToUse()
  at.made += 1
  const id = ++lastId
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'chart') return { ...block, drawing: drawing(block) }
    return block.kind === 'image' ? { ...block, path: pathOf(block) } : block
  })
  const call: PdfCall = {
    id,
    document: JSON.stringify({ ...document, blocks }),
    madeAt: Math.floor(madeAt.getTime() / 1000),
    pictures: document.blocks.flatMap((block) =>
      block.kind === 'image' ? [{ path: pathOf(block), content: bytesOf(block, pictures) }] : [],
    ),
    mostPages: document.isOnePage ? 1 : null,
  }
  return new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(id, { resolve, reject, of: at })
    at.worker.postMessage(call)
  }).finally(() => {
    if (waiting.size === 0) idle = setTimeout(endThread, idleMs).unref()
  })
}

function threadToUse(): Thread {
  if (thread && thread.made < documentsPerThread) return thread
  // The old one finishes what it has; then it goes by itself.
  const old = thread
  const worker = new Worker(pathToFileURL(join(process.cwd(), 'dist/pdf.worker.js')))
  const mine: Thread = { worker, made: 0 }
  worker.unref()
  worker.on('message', ({ id, pdf, fault, pages }: PdfAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (pdf) asked?.resolve(pdf)
    else asked?.reject(pages === undefined ? new Error(fault) : new TooLong(`${pages} pages`))
    if (thread !== mine && !isBusy(mine)) worker.terminate()
  })
  const end = (fault: Error) => {
    for (const [id, { reject, of }] of waiting) {
      if (of !== mine) continue
      waiting.delete(id)
      reject(fault)
    }
    if (thread === mine) thread = null
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the thread for PDF has ended')))
  thread = mine
  if (old && !isBusy(old)) old.worker.terminate()
  return mine
}

const isBusy = (one: Thread) => [...waiting.values()].some(({ of }) => of === one)

function endThread() {
  const ending = thread
  thread = null
  ending?.worker.terminate()
}
