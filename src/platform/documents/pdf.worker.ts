import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { typstTemplate } from './typst'
import { messageOf, typstCompiler } from './typst-compiler'

const port = parentPort
if (!port) throw new Error('pdf.worker runs as a worker thread only')

export type PdfCall = {
  readonly id: number
  readonly document: string
  readonly madeAt: number
  readonly pictures: readonly { readonly path: string; readonly content: Uint8Array }[]
  readonly mostPages: number | null
}
/** `pages` is given when there are more than asked. */
export type PdfAnswer = {
  readonly id: number
  readonly pdf?: Uint8Array
  readonly fault?: string
  readonly pages?: number
}

const compiler = typstCompiler()

// Typst looks for a file where the program runs; nothing is written there.
const inRoot = (path: string) => join(process.cwd(), path)

port.on('message', ({ id, document, madeAt, pictures, mostPages }: PdfCall) => {
  try {
    for (const { path, content } of pictures) compiler.mapShadow(inRoot(path), Buffer.from(content))
    const compiled = compiler.compile({ mainFileContent: typstTemplate, inputs: { document }, resetRead: true })
    const warning = compiled.takeWarnings()?.shortDiagnostics[0]
    if (warning) throw new Error(`a document with a warning: ${messageOf(warning)}`)
    if (!compiled.result) throw new Error(messageOf(compiled.takeError()?.shortDiagnostics[0]))
    const pages = compiled.result.numOfPages
    if (mostPages !== null && pages > mostPages) {
      port.postMessage({ id, pages } satisfies PdfAnswer)
      return
    }
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: madeAt })
    compiler.evictCache(2)
    port.postMessage({ id, pdf } satisfies PdfAnswer)
  } catch (fault) {
    port.postMessage({ id, fault: messageOf(fault) } satisfies PdfAnswer)
  } finally {
    for (const { path } of pictures) compiler.unmapShadow(inRoot(path))
  }
})
