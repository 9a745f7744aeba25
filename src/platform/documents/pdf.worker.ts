import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { typstTemplate } from './typst'

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

// The fonts of the screens are WOFF2, which Typst does not read; these are the same faces as TrueType.
const faces = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
]
const require = createRequire(import.meta.url)
const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/${face}`))) }],
})

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

const messageOf = (fault: unknown) => String((fault as { message?: unknown } | undefined)?.message ?? fault)
