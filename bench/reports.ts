import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { releaseKnownOn } from '../src/domains/crime'
import {
  documentOf,
  makeReport,
  periodsOf,
  type ReportPeriod,
  reportedAreas,
  sheetOf,
} from '../src/domains/publications'
import { dayInAmsterdam } from '../src/kernel/day'
import { overseeing } from '../src/platform/db/database'
import type { Document } from '../src/platform/documents/document'
import { pdfOf } from '../src/platform/documents/pdf'
import { webPageOf } from '../src/platform/documents/web-page'
import { xlsx } from '../src/platform/sheets/table-file'
import { compare } from './harness'
import { exampleRegion } from './region'

// Promise 7: the reports of all municipalities from their figures to web page, PDF/UA and workbook, against the PDF engine
// alone on the same documents. Each round takes another period, and what the engine remembers is thrown away before each side.
const region = 'MNL'
const db = await exampleRegion()
const today = dayInAmsterdam(db.clock())
const forgetting = NodeCompiler.create({})

const { release, codes } = await overseeing(db, async (tx) => {
  const release = await releaseKnownOn(tx, today)
  if (!release) throw new Error('there are no figures')
  const areas = await reportedAreas(tx, region, { release, divisionOn: today })
  return { release, codes: areas.filter(({ kind }) => kind === 'gemeente').map(({ code }) => code) }
})
const periods = periodsOf(release)

async function editionOf(area: string, period: ReportPeriod) {
  const report = await overseeing(db, (tx) => makeReport(tx, { release, divisionOn: today, area, period }))
  if (!report) throw new Error(`no report of ${area}`)
  const code = `${area}-${period.text}-1`
  return {
    code,
    report,
    context: null,
    signed: null,
    address: `http://localhost/rapportages/${code}`,
    coalition: 'De coalitie',
    checkpoint: null,
  }
}

let made: { files: number; bytes: number } = { files: 0, bytes: 0 }
const turn = { ours: 0, theirs: 0 }
const periodOf = (side: keyof typeof turn): ReportPeriod => {
  const period = periods[turn[side]++ % periods.length]
  if (!period) throw new Error('no period')
  return period
}

async function timed(work: () => Promise<void>) {
  forgetting.evictCache(0)
  const cpu = process.cpuUsage()
  const since = performance.now()
  await work()
  const seconds = (performance.now() - since) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { seconds, cpu: (user + system) / 1e6 }
}

const everything = {
  name: `${codes.length} reports as web page, PDF/UA and workbook`,
  async round() {
    const period = periodOf('ours')
    made = { files: 0, bytes: 0 }
    return timed(async () => {
      // As the archive of a run does: while the engine draws one, the figures of the next are read.
      let drawing: Promise<readonly (Uint8Array | string)[]> = Promise.resolve([])
      const keep = async () => {
        const files = await drawing
        made.files += files.length
        made.bytes += files.reduce((sum, file) => sum + file.length, 0)
      }
      for (const code of codes) {
        const edition = await editionOf(code, period)
        const document = documentOf(edition)
        await keep()
        drawing = Promise.all([pdfOf(document, db.clock()), webPageOf(document), xlsx(sheetOf(edition))])
      }
      await keep()
    })
  },
}

const engine = {
  name: 'the PDF engine alone',
  async round() {
    const period = periodOf('theirs')
    const documents: Document[] = []
    for (const code of codes) documents.push(documentOf(await editionOf(code, period)))
    return timed(async () => {
      for (const document of documents) await pdfOf(document, db.clock())
    })
  },
}

// The first document starts the thread and reads the fonts: that is told apart.
const [someCode = ''] = codes
const [somePeriod] = periods
if (somePeriod) {
  const first = documentOf(await editionOf(someCode, somePeriod))
  const cold = await timed(async () => void (await pdfOf(first, db.clock())))
  console.log(`the first PDF, with the start of its thread: ${cold.seconds.toFixed(2)} s`)
}
const { verdict, isWithin } = await compare(everything, engine, { atMost: 1.5 })
console.log(`${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB in the last round`)
console.log(verdict)
await db.close()
process.exit(isWithin ? 0 : 1)
