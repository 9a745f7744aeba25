import type { Attachment, Item } from '../meetings'

// Windows keeps these for itself, with any ending; a number before them makes them harmless. What other programs import is letters,
// digits and hyphens, and short.
const longest = 50

/** A title as part of the name of a file: small letters without signs, digits and hyphens. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, longest).replace(/-+$/, '') || 'zonder-naam'
}

const two = (number: number) => String(number).padStart(2, '0')

/** The folder of an item: `01-titel`, and `b01-titel` in the closed series. */
export const folderName = ({ closing, number, papers: [paper] }: Pick<Item, 'closing' | 'number' | 'papers'>) =>
  `${closing ? 'b' : ''}${two(number)}-${plainName(paper.title)}`

export const noteFileName = '00-oplegnotitie.pdf'

/**
 * The names of the files with an item, by hash. Closed ones with an open item are counted apart, so that the others are called the
 * same for everybody.
 */
export function fileNames(item: Pick<Item, 'closing' | 'attachments'>): ReadonlyMap<string, string> {
  const isApart = ({ closing }: Attachment) => item.closing === null && closing !== null
  const counted = { open: 0, apart: 0 }
  return new Map(
    item.attachments.map((file) => {
      const [, base = file.name, ending = ''] = /^(.*?)(?:\.([a-z0-9]{1,8}))?$/i.exec(file.name) ?? []
      const number = isApart(file) ? `b${two(++counted.apart)}` : two(++counted.open)
      return [file.hash, `${number}-${plainName(base)}${ending ? `.${ending.toLowerCase()}` : ''}`] as const
    }),
  )
}
