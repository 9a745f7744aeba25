import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { typstTemplate } from './typst'

const port = parentPort
if (!port) throw new Error('pdf.worker runs as a worker thread only')

export type PdfCall = { readonly id: number; readonly document: string; readonly madeAt: number }
export type PdfAnswer = { readonly id: number; readonly pdf?: Uint8Array; readonly fault?: string }

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

port.on('message', ({ id, document, madeAt }: PdfCall) => {
  try {
    const compiled = compiler.compile({ mainFileContent: typstTemplate, inputs: { document }, resetRead: true })
    const warning = compiled.takeWarnings()?.shortDiagnostics[0]
    if (warning) throw new Error(`a document with a warning: ${messageOf(warning)}`)
    if (!compiled.result) throw new Error(messageOf(compiled.takeError()?.shortDiagnostics[0]))
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: madeAt })
    compiler.evictCache(2)
    port.postMessage({ id, pdf } satisfies PdfAnswer)
  } catch (fault) {
    port.postMessage({ id, fault: messageOf(fault) } satisfies PdfAnswer)
  }
})

const messageOf = (fault: unknown) => String((fault as { message?: unknown } | undefined)?.message ?? fault)
