import { createHash } from 'node:crypto'
import { Zip, ZipPassThrough } from 'fflate'
import { pdfOf } from '../../platform/documents/pdf'
import { csvForMachines, harmless } from '../../platform/sheets/table-file'
import { type Ground, type Item, itemLabel, kindNames, type Meeting } from '../meetings'
import { fileNames, folderName, noteFileName } from './names'
import { noteDocument } from './note.parts'

/** One file in the archive, as its list tells it. */
type Listed = {
  readonly punt: string
  readonly titel: string
  readonly soort: string
  readonly bestand: string
  readonly pad: string
  readonly sha256: string
  readonly vertrouwelijkheid: 'openbaar' | 'nog niet openbaar' | 'besloten'
  readonly beslotenTot: string | null
  readonly datum: string
}

export type Archived = {
  readonly meeting: Meeting
  readonly items: readonly Item[]
  readonly grounds: readonly Ground[]
  readonly coalition: string
  /** Reads a file by its hash, as the asker may; null when he may no longer. */
  readonly read: (hash: string) => Promise<Uint8Array | null>
  /** Has a note made when it is its turn. */
  readonly inTurn: (make: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

type Entry = { readonly path: string; readonly bytes: Uint8Array; readonly at: Date }

/** The papers of a meeting in folders per item, one file at a time, and last a list of them for programs. */
async function* entries({ meeting, items, grounds, coalition, read, inTurn }: Archived): AsyncGenerator<Entry> {
  const list: Listed[] = []
  const standing = items.filter(({ withdrawnBecause }) => withdrawnBecause === null)
  let newest = new Date(meeting.versions[0].at)
  for (const item of standing) {
    const [paper] = item.papers
    const folder = folderName(item)
    const listed = (bestand: string, name: string, sha256: string, datum: string, closing: Item['closing']) =>
      list.push({
        punt: itemLabel(item),
        titel: paper.title,
        soort: kindNames[paper.kind],
        bestand,
        pad: `${folder}/${name}`,
        sha256,
        vertrouwelijkheid: closing ? 'besloten' : item.isPublished ? 'openbaar' : 'nog niet openbaar',
        beslotenTot: closing?.until ?? null,
        datum,
      })
    const at = new Date(paper.at)
    const note = await inTurn(() => pdfOf(noteDocument(meeting, item, grounds, coalition), at))
    listed('Oplegnotitie', noteFileName, createHash('sha256').update(note).digest('hex'), paper.at, item.closing)
    yield { path: `${folder}/${noteFileName}`, bytes: note, at }
    const names = fileNames(item)
    for (const file of item.attachments) {
      const bytes = await read(file.hash)
      const name = names.get(file.hash)
      if (!bytes || !name) continue
      listed(file.name, name, file.hash, file.at, file.closing ?? item.closing)
      yield { path: `${folder}/${name}`, bytes, at: new Date(file.at) }
    }
    newest = [newest, at, ...item.attachments.map((file) => new Date(file.at))].reduce((one, other) =>
      one > other ? one : other,
    )
  }
  const text = new TextEncoder()
  const about = {
    vergadering: meeting.code,
    gremium: meeting.instance.body.name,
    gebied: meeting.instance.area.name,
    datum: meeting.versions[0].heldOn,
    bestanden: list,
  }
  yield { path: 'lijst.json', bytes: text.encode(`${JSON.stringify(about, null, 2)}\n`), at: newest }
  const columns = [
    'punt',
    'titel',
    'soort',
    'bestand',
    'pad',
    'sha256',
    'vertrouwelijkheid',
    'beslotenTot',
    'datum',
  ] as const
  // People open it in a spreadsheet; lijst.json has every text exactly as it is.
  const rows = list.map((row) => columns.map((column) => harmless(row[column])))
  const sheet = { name: 'lijst', header: [...columns], rows }
  yield { path: 'lijst.csv', bytes: text.encode(csvForMachines(sheet)), at: newest }
}

/**
 * The archive as it is made: never more than one file of it in memory. The first is there when this gives it; throws what `inTurn` throws for
 * that one.
 */
export async function archiveOf(archived: Archived): Promise<ReadableStream<Uint8Array>> {
  const waiting: Uint8Array[] = []
  const source = entries(archived)
  let first: IteratorResult<Entry, void> | null = await source.next()
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault
    waiting.push(chunk)
  })
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (waiting.length === 0) {
        const { value, done } = first ?? (await source.next())
        first = null
        if (done) {
          zip.end()
          for (const chunk of waiting) controller.enqueue(chunk)
          return controller.close()
        }
        const entry = new ZipPassThrough(value.path)
        // A date in an archive has no zone: that of the paper, wherever this runs.
        entry.mtime = new Date(value.at.getTime() + value.at.getTimezoneOffset() * 60_000)
        zip.add(entry)
        entry.push(value.bytes, true)
      }
      for (const chunk of waiting.splice(0)) controller.enqueue(chunk)
    },
    cancel: () => source.return(undefined).then(() => undefined),
  })
}
