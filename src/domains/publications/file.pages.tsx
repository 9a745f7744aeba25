import { Zip, ZipPassThrough } from 'fflate'
import { webPageStyle } from '../../platform/documents/web-page'
import type { Ask } from '../../platform/web/ask'
import { newestCheckpoint, sha256 } from './entry.verbs'
import { contentTypes, editionOf, rendered } from './rendering.parts'
import { type Format, findReport, keptFile } from './report.store'
import { listRuns, reportsOfRun } from './run.store'

/** A report as a file: what was published byte for byte as it is kept, a draft as it would be now. */
export const reportFile = (format: Format) => (ask: Ask) => fileAnswer(ask, format)

async function fileAnswer(ask: Ask, format: Format): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const stored = await findReport(tx, code)
    return stored && { stored, kept: await keptFile(tx, code, format) }
  })
  if (!found) return ask.notFound()
  const { stored, kept } = found
  const shows = format === 'html' || format === 'pdf' ? 'inline' : 'attachment'
  const headers = { 'content-disposition': `${shows}; filename="${code}.${format}"` }
  if (kept) {
    return ask.file(kept.content, contentTypes[format], {
      ...headers,
      etag: `"${kept.hash}"`,
      'repr-digest': `sha-256=:${Buffer.from(kept.hash, 'hex').toString('base64')}:`,
    })
  }
  const content = await rendered(format, editionOf(ask, stored, null, await newestCheckpoint(ask)), stored, ask.now)
  return ask.file(content, contentTypes[format], { ...headers, 'cache-control': 'no-store' })
}

/** The stylesheet of the kept web pages, beside them. */
export const styleFile = async (ask: Ask) => ask.file(webPageStyle, 'text/css; charset=utf-8')

const archived = ['html', 'pdf', 'docx', 'xlsx'] as const

/** Every report of a run as one archive, made while it is being sent: a folder per report, and the hash of every file. */
export async function runArchive(ask: Ask): Promise<Response> {
  const id = ask.params.run ?? ''
  const found = await ask.read(async (tx) => {
    const [run] = await listRuns(tx, id)
    return run && { run, codes: await reportsOfRun(tx, run.id) }
  })
  if (!found) return ask.notFound()
  const { codes, run } = found
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const zip = new Zip((fault, chunk, isLast) => {
        if (fault) return controller.error(fault)
        controller.enqueue(chunk)
        if (isLast) controller.close()
      })
      const sums: string[] = []
      const add = (name: string, content: Uint8Array) => {
        // A PDF and a workbook are already as small as they get.
        const file = new ZipPassThrough(name)
        file.mtime = ask.now
        zip.add(file)
        file.push(content, true)
        sums.push(`${sha256(content)}  ${name}`)
      }
      try {
        // While the files of one are made, those of the next are read.
        let making: Promise<Made> = Promise.resolve([])
        const keep = async () => {
          for (const [name, content] of await making) add(name, content)
        }
        for (const code of codes) {
          const next = await foundFor(ask, code)
          await keep()
          making = filesOf(ask, next)
        }
        await keep()
        add('opmaak.css', new TextEncoder().encode(webPageStyle))
        add('SHA256SUMS', new TextEncoder().encode(`${sums.join('\n')}\n`))
        zip.end()
      } catch (fault) {
        controller.error(fault)
      }
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="rapportages-${run.period}.zip"`,
      'cache-control': 'no-store',
    },
  })
}

type Made = readonly (readonly [name: string, content: Uint8Array])[]
type Found = Awaited<ReturnType<typeof foundFor>>

/** A report with the files that are kept of it: none of a draft. */
const foundFor = (ask: Ask, code: string) =>
  ask.read(async (tx) => {
    const stored = await findReport(tx, code)
    const kept = new Map<Format, Uint8Array>()
    for (const format of archived) {
      const file = stored?.signature ? await keptFile(tx, code, format) : null
      if (file) kept.set(format, file.content)
    }
    return stored && { stored, kept }
  })

async function filesOf(ask: Ask, found: Found): Promise<Made> {
  if (!found) return []
  const { stored, kept } = found
  const edition = editionOf(ask, stored, null, await newestCheckpoint(ask))
  return Promise.all(
    archived.map(
      async (format) =>
        [
          `${stored.code}/rapport.${format}`,
          kept.get(format) ?? (await rendered(format, edition, stored, ask.now)),
        ] as const,
    ),
  )
}
