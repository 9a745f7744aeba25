import { type Document, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const properties = 'docProps/core.xml'
// The first moment that a zip file can name, in the zone of the machine, for so the library writes it.
const first = new Date(1980, 0, 1)

/** A file for Word as bytes, that says when its text was made and not when somebody asked for it. The same text gives the same bytes. */
export async function wordFile(file: Document, madeAt: Date): Promise<Uint8Array> {
  const parts = unzipSync(await Packer.toBuffer(file))
  const said = strFromU8(parts[properties] ?? new Uint8Array())
  const at = `${madeAt.toISOString().slice(0, 19)}Z`
  const dated = said.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${at}`)
  return zipSync({ ...parts, [properties]: strToU8(dated) }, { mtime: first })
}
