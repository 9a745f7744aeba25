import { type Packed, zipStream } from '../platform/opendata/archive-stream'
import { csvMetadata, metadataFile, withCaution } from '../platform/opendata/csvw'
import { csvForMachines } from '../platform/sheets/table-file'
import type { Ask } from '../platform/web/ask'
import { publishedTable, wholeSheet } from '../platform/web/resource'
import { openDataPath, openDataTitle, publicationIn, resources } from './open-data'

/** All open tables of today in one file: each as CSV with the description of its columns. */
export async function openDataArchive(ask: Ask): Promise<Response> {
  return new Response(zipStream(filesOf(ask), ask.now), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="open-gegevens-${ask.region.code.toLowerCase()}-${ask.today}.zip"`,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  })
}

// One table in one transaction: a reader who is slow holds none open.
async function* filesOf(ask: Ask): AsyncGenerator<Packed> {
  const page = `${ask.installation.baseUrl}${openDataPath}`
  const publication = publicationIn(ask)
  const lines: string[] = []
  for (const declared of resources) {
    const { table, text, rows } = await ask.read(async (tx) => {
      const sheet = await wholeSheet(declared, tx, ask)
      return { table: await publishedTable(declared, tx, ask), text: csvForMachines(sheet), rows: sheet.rows.length }
    })
    const metadata = csvMetadata(table, { url: `${table.name}.csv`, page: `${page}/${table.name}`, publication })
    yield { name: `${table.name}.csv`, content: text }
    yield { name: metadataFile(table.name), content: JSON.stringify(metadata, null, 2) }
    lines.push(`${table.name}.csv  ${rows} rijen. ${withCaution(table)}`)
  }
  const { publisher, licence, contact } = publication
  const words = [
    `${openDataTitle(ask)}, ${ask.today}`,
    `Uitgever: ${publisher.name}. Licentie: ${licence.name} (${licence.uri}). Vragen: ${contact.email ?? contact.website}.`,
    `Wat elke kolom is, staat in het bestand met csv-metadata.json ernaast, en op ${page}.`,
    ...lines,
  ]
  yield { name: 'LEESMIJ.txt', content: words.join('\r\n') }
}
