import { randomFillSync } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ParseSpeeds, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { getDocumentProxy } from 'unpdf'
import type { Bundle, BundlePart } from '../src/platform/documents/bundle'
import { makeBundle } from '../src/platform/documents/bundle-maker'
import { compare } from './harness'

// Promise of issue 5: the papers of a meeting of 300 pages as one file in seconds, against the library alone that puts the same files
// one after the other, without agenda, notes, numbers, bookmarks or looking at what is in them. And the server answers meanwhile.
const items = 12
const filesPerItem = 2
const pagesPerFile = 12
const mostSeconds = 10
const mostDelay = 100

/** A file as somebody sends it: text, and a picture that does not compress. */
async function received(of: string): Promise<Uint8Array> {
  const file = await PDFDocument.create({ updateMetadata: false })
  const font = await file.embedFont(StandardFonts.TimesRoman)
  const dots = file.context.register(
    file.context.stream(randomFillSync(new Uint8Array(400 * 400 * 3)), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 400,
      Height: 400,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
    }),
  )
  for (let at = 1; at <= pagesPerFile; at++) {
    const page = file.addPage([595, 842])
    for (let line = 0; line < 45; line++)
      page.drawText(`${of}, bladzijde ${at}, regel ${line}: wat er staat over de veiligheid in de regio.`, {
        x: 60,
        y: 780 - line * 16,
        size: 10,
        font,
      })
    page.node.setXObject(page.node.newXObjectKey('Dots'), dots)
  }
  return file.save()
}

const files = new Map<string, Uint8Array>()
for (let item = 1; item <= items; item++)
  for (let at = 1; at <= filesPerItem; at++) files.set(`f${item}-${at}`, await received(`Bijlage ${item}.${at}`))

const said = 'Wat er speelt, wat wij vragen en wat het kost, in gewone woorden. '.repeat(6)
const note = (item: number): BundlePart => ({
  kind: 'own',
  id: `p${item}`,
  title: `${item}. Onderwerp ${item}`,
  depth: 0,
  head: `Punt ${item}`,
  above: 'Oplegnotitie',
  blocks: ['Gevraagd besluit', 'Kern', 'Kanttekening', 'Aanleiding', 'Middelen', 'Vervolg'].flatMap((text) => [
    { kind: 'heading' as const, text },
    { kind: 'paragraph' as const, text: said, tone: 'plain' as const },
  ]),
})
const numbers = Array.from({ length: items }, (_, at) => at + 1)
const file = (item: number, at: number): BundlePart => ({
  kind: 'file',
  id: `f${item}-${at}`,
  title: `Bijlage ${item}.${at}`,
  depth: 1,
  head: `Punt ${item}, bijlage ${at}`,
})
const parts = numbers.flatMap((item) => [
  note(item),
  ...Array.from({ length: filesPerItem }, (_, at) => file(item, at + 1)),
])
const bundle: Bundle = {
  title: 'Stukken',
  author: 'Coalitie',
  marks: [],
  footer: 'Overleg',
  pagePrefix: '',
  parts: [
    {
      kind: 'own',
      id: 'agenda',
      title: 'Agenda',
      depth: 0,
      head: '',
      above: 'Vergaderstukken',
      blocks: [
        {
          kind: 'contents',
          caption: 'Punten',
          heads: ['Punt', 'Wat', 'Bladzijde'],
          rows: parts.map(({ id, title }) => ({ label: id, text: title, part: id })),
        },
      ],
    },
    ...parts,
  ],
}

async function timed(work: () => Promise<Uint8Array>) {
  const cpu = process.cpuUsage()
  const since = performance.now()
  last = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - since) / 1000, cpu: (user + system) / 1e6 }
}
let last = new Uint8Array() as Uint8Array
let pages = 0
let slowest = 0
const delay = monitorEventLoopDelay({ resolution: 5 })

const ours = {
  name: 'the bundle',
  async round() {
    delay.reset()
    delay.enable()
    const round = await timed(async () => {
      const made = await makeBundle(
        [...files.keys()].map((id) => ({ id, hash: id })),
        async (hash) => files.get(hash) ?? null,
        () => bundle,
        new Date('2026-11-27T09:00:00Z'),
        'lezer',
      )
      pages = made.pages.total
      return made.pdf
    })
    delay.disable()
    slowest = Math.max(slowest, delay.max / 1e6)
    const opened = await getDocumentProxy(last.slice())
    const shown = await opened.getOutline()
    if (opened.numPages !== pages || shown.length !== items + 1) throw new Error('a plain reader finds something else')
    return round
  },
}
const library = {
  name: 'the library alone',
  round: () =>
    timed(async () => {
      const whole = await PDFDocument.create({ updateMetadata: false })
      for (const bytes of files.values()) {
        const one = await PDFDocument.load(bytes, { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false })
        for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
      }
      return whole.save({ objectsPerTick: Number.POSITIVE_INFINITY })
    }),
}

const bytes = [...files.values()].reduce((sum, one) => sum + one.length, 0)
console.log(`${files.size} files, ${(bytes / 1e6).toFixed(1)} MB`)
const first = await ours.round()
console.log(`the first: ${first.seconds.toFixed(2)} s, ${pages} pages, ${(last.length / 1e6).toFixed(1)} MB`)
const { verdict, isWithin } = await compare(ours, library, { atMost: 10 })
const isQuick = first.seconds <= mostSeconds
const isFree = slowest <= mostDelay
console.log(`the first within ${mostSeconds} s: ${isQuick ? 'kept' : 'MISSED'}`)
console.log(`the server waited at most ${slowest.toFixed(0)} ms (at most ${mostDelay}): ${isFree ? 'kept' : 'MISSED'}`)
console.log(`memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, files and thread included`)
console.log(verdict)
process.exit(isWithin && isQuick && isFree ? 0 : 1)
