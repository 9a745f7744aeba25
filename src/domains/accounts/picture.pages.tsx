import { documentFile } from '../../platform/documents/file'
import { type NoPicture, type Picture, readPicture } from '../../platform/images/picture'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import { sha256 } from '../publications'
import { addPicture, findPicture } from './picture.store'

/** Bytes of the largest form with a picture, and of the largest picture. */
export const largestPictureForm = 3_400_000
const largest = 3 * 1024 * 1024

const refusals: Readonly<Record<NoPicture, string>> = {
  'no-picture': 'Dit is geen PNG of JPEG. Kies een ander bestand.',
  broken: 'Dit beeld is niet heel. Bewaar het opnieuw en kies het nog eens.',
  turned: 'Deze foto is op zijn kant opgeslagen. Draai hem rechtop, bewaar hem opnieuw en kies hem nog eens.',
  size: 'Dit beeld is te klein of te groot. Kies een beeld van 100 tot en met 6.000 punten breed en hoog.',
}

/** Keeps a picture that came along, at once, so that it is not lost when something else in the form is wrong. */
export async function keepPicture(
  ask: Ask,
  account: string,
  file: File,
): Promise<{ readonly hash: string } | { readonly refused: string }> {
  if (file.size > largest) return { refused: 'Dit beeld is groter dan 3 MB. Maak het kleiner en kies het nog eens.' }
  const read = readPicture(new Uint8Array(await file.arrayBuffer()))
  if (typeof read === 'string') return { refused: refusals[read] }
  const hash = sha256(read.content)
  if (!(await canBePrinted(read, hash, ask.now))) return { refused: refusals.broken }
  await ask.write(async (tx) => {
    await addPicture(tx, account, { ...read, hash })
    await noteDeed(tx, {
      event: 'beeld bij verantwoordingsstuk gezet',
      object: `${account} ${hash}`,
      requestId: ask.requestId,
    })
  })
  return { hash }
}

// What looks whole can still be broken inside: a release must not find that out.
async function canBePrinted({ content, ...of }: Picture, hash: string, madeAt: Date): Promise<boolean> {
  const block = { kind: 'image', hash, ...of, alt: 'x', caption: 'x', credit: 'x' } as const
  const trial = { title: 'x', kind: 'x', author: 'x', marks: [], footer: 'x', blocks: [block] }
  return documentFile('pdf', trial, madeAt, { pictures: new Map([[hash, content]]) }).then(
    () => true,
    () => false,
  )
}

/** A picture of an account: of a released one for everybody, of a draft for who works on it. */
export async function pictureFile(ask: Ask): Promise<Response> {
  const { code = '', file: hash = '' } = ask.params
  const found = await ask.read((tx) => findPicture(tx, code, hash))
  if (!found) return ask.notFound()
  return ask.file(found.content, found.media, { etag: `"${hash}"`, 'content-disposition': 'inline' })
}
