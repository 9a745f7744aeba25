import type { Reader } from '../../platform/db/database'
import { documentTypes } from '../../platform/documents/file'
import { webPageStyle } from '../../platform/documents/web-page'
import { type Packed, zipStream } from '../../platform/opendata/archive-stream'
import type { Ask } from '../../platform/web/ask'
import { findDecision } from '../decisions'
import { contentTypes, sha256 } from '../publications'
import { type Disclosed, isArchived } from './disclosure'
import { filesOf, findDisclosed, listDisclosed } from './disclosure.verbs'
import { type ArchivedObject, fileMetadata, objectMetadata } from './mdto'

const mediaTypes: Readonly<Record<string, string>> = { ...documentTypes, ...contentTypes }
const mediaOf = (name: string) =>
  (mediaTypes[name.replace(/^.*\./, '')] ?? 'application/octet-stream').replace(/;.*$/, '')

/** What the archive is told of something that was published, with the bytes of its files. */
async function archivedOf(tx: Reader, one: Disclosed, ask: Ask) {
  const files = await filesOf(tx, one)
  const decision = one.kind === 'besluit' ? await findDecision(tx, one.code) : null
  const url = `${ask.installation.baseUrl}${one.address}`
  const { uitgever } = ask.region.publication
  const object: ArchivedObject = {
    code: one.code,
    title: one.title,
    description: decision
      ? `Besluit van ${decision.bodyName}${decision.areaName ? `, ${decision.areaName}` : ''}.`
      : `${one.kind === 'rapportage' ? 'Rapportage' : 'Verantwoordingsstuk'} van de ${ask.region.coalition}.${one.isExample ? ' Met voorbeeldcijfers, die verzonnen zijn.' : ''}`,
    url,
    takenOn: decision?.takenOn ?? null,
    publishedAt: one.at,
    category: one.category,
    maker: { name: uitgever?.naam ?? ask.region.coalition, tooi: uitgever?.tooi ?? null },
    system: `Slagvaardig, ${ask.region.coalition}`,
    files: files.map(({ name, content }) => ({
      name,
      media: mediaOf(name),
      bytes: content.length,
      hash: sha256(content),
      url: urlOf(decision ? `${ask.installation.baseUrl}/plannen` : url, url, name, one.files[name] ?? ''),
    })),
  }
  return { object, files }
}

// A plan as it was adopted stands with the plan, under its hash.
const urlOf = (plans: string, url: string, name: string, hash: string) => {
  const plan = /^plan-(.+)\.json$/.exec(name)?.[1]
  return plan ? `${plans}/${encodeURIComponent(plan)}/vastgesteld/${hash}/plan.json` : `${url}/${name}`
}

/** The archive metadata of one thing that was published: of itself, or of one of its files. */
export async function metadataFile(ask: Ask): Promise<Response> {
  const { soort = '', code = '', file } = ask.params
  const found = await ask.read(async (tx) => {
    const one = await findDisclosed(tx, soort, code)
    return one && isArchived(one) ? archivedOf(tx, one, ask) : null
  })
  if (!found) return ask.notFound()
  const { object } = found
  const named = file === undefined ? null : object.files.find(({ name }) => `${name}.mdto.xml` === file)
  if (file !== undefined && !named) return ask.notFound()
  const content = named ? fileMetadata(object, named) : objectMetadata(object)
  return ask.file(content, 'application/xml; charset=utf-8', {
    'content-disposition': `attachment; filename="${code}${named ? `-${named.name.replaceAll('/', '-')}` : ''}.mdto.xml"`,
  })
}

/** Everything the archive takes in one file: what was published, each with its metadata. */
export async function archiveFile(ask: Ask): Promise<Response> {
  return new Response(zipStream(packed(ask), ask.now), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="archief-${ask.region.code.toLowerCase()}-${ask.today}.zip"`,
      'cache-control': 'no-store',
    },
  })
}

// One thing in one transaction: a reader who is slow holds none open.
async function* packed(ask: Ask): AsyncGenerator<Packed> {
  const all = (await ask.read(listDisclosed)).filter(isArchived)
  const missing: string[] = []
  const styled = new Set<string>()
  for (const one of all) {
    const { object, files } = await ask.read((tx) => archivedOf(tx, one, ask))
    const folder = `${one.kind}/${one.code}`
    yield { name: `${folder}/${one.code}.mdto.xml`, content: objectMetadata(object) }
    for (const [at, { name, content }] of files.entries()) {
      yield { name: `${folder}/${name}`, content }
      const described = object.files[at]
      if (described) yield { name: `${folder}/${name}.mdto.xml`, content: fileMetadata(object, described) }
    }
    if (files.some(({ name }) => name.endsWith('.html'))) styled.add(one.kind)
    const absent = Object.keys(one.files).filter((name) => !files.some((file) => file.name === name))
    missing.push(...absent.map((name) => `${folder}/${name}`))
  }
  // Where each web page finds it, as on this website.
  for (const kind of styled) yield { name: `${kind}/opmaak.css`, content: webPageStyle }
  const words = [
    `Uitvoer voor het archief, ${ask.region.coalition}, ${ask.today}.`,
    `${all.length} stukken: besluiten, rapportages en verantwoordingsstukken die openbaar zijn. Agenda's en nota's zitten er niet in.`,
    'Elk stuk en elk bestand heeft metagegevens volgens MDTO 1.0.1 (Nationaal Archief). Zij zijn niet met een e-depot beproefd.',
    'Waar "Nog niet gewaardeerd" staat, koos de regio nog geen waardering uit een selectielijst.',
    "Bij elke soort met webpagina's zit opmaak.css: hoe zij eruitzien. Dat is geen stuk.",
    ...(missing.length > 0 ? ['Niet meegegeven, want anders dan of elders dan het logboek zegt:', ...missing] : []),
  ]
  yield { name: 'LEESMIJ.txt', content: words.join('\r\n') }
}
