import { parentPort } from 'node:worker_threads'
import type { Bundle, BundlePages, InBundle } from './bundle'
import { drawBundle } from './bundle-drawing'
import { type Merged, PdfMerge } from './pdf-merge'

const port = parentPort
if (!port) throw new Error('bundle.worker runs as a worker thread only')

export type BundleCall =
  | { readonly id: number; readonly kind: 'add'; readonly file: string; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'finish'; readonly bundle: Bundle; readonly madeAt: number }
export type BundleAnswer = { readonly id: number } & (
  | { readonly kind: 'added'; readonly file: InBundle }
  | { readonly kind: 'finished'; readonly pdf: Uint8Array; readonly pages: BundlePages }
  | { readonly kind: 'fault'; readonly fault: string }
)

const merge = new PdfMerge()
const files = new Map<string, { readonly at: number; readonly merged: Merged }>()

async function answer(call: BundleCall): Promise<BundleAnswer> {
  const { id } = call
  if (call.kind === 'add') {
    const merged = await merge.add(call.bytes)
    if ('refused' in merged) return { id, kind: 'added', file: merged }
    files.set(call.file, { at: files.size, merged })
    return { id, kind: 'added', file: { pages: merged.pages.length, isTagged: merged.isTagged } }
  }
  const drawn = drawBundle(call.bundle, files, call.madeAt)
  const pdf = await merge.finish(drawn.own, drawn.stamps, drawn.order, drawn.bookmarks)
  return { id, kind: 'finished', pdf, pages: drawn.pages }
}

// One after the other: files get their numbers in the order in which they come.
let before: Promise<unknown> = Promise.resolve()
port.on('message', (call: BundleCall) => {
  before = before.then(async () => {
    try {
      const answered = await answer(call)
      // Handed over and not copied: the server goes on answering others.
      port.postMessage(answered, answered.kind === 'finished' ? [answered.pdf.buffer as ArrayBuffer] : [])
    } catch (fault) {
      port.postMessage({ id: call.id, kind: 'fault', fault: String(fault) } satisfies BundleAnswer)
    }
  })
})
