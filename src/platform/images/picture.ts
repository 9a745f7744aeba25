import { isJpeg, readJpeg } from './jpeg'
import { isPng, readPng } from './png'

/** A picture without anything in it that says where, when or by whom it was made. */
export type Picture = {
  readonly media: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly content: Uint8Array
}

/** Why bytes are not taken as a picture. */
export type NoPicture = 'no-picture' | 'broken' | 'turned' | 'size'

/** What a picture may measure, in points of light a side. */
const pictureSides = { least: 100, most: 6000 } as const

/**
 * A picture for print: read as a photo is, by what is in it, with nothing kept beside the picture. One that is stored on its side is
 * refused: without that remark it would lie on its side.
 */
export function readPicture(bytes: Uint8Array): Picture | NoPicture {
  if (!isPng(bytes) && !isJpeg(bytes)) return 'no-picture'
  const media = isPng(bytes) ? 'image/png' : 'image/jpeg'
  const read = isPng(bytes) ? readPng(bytes) : readJpeg(bytes)
  if (!read) return 'broken'
  if (read.turn !== 1) return 'turned'
  const { width, height, bytes: content } = read
  const isFit = [width, height].every((side) => side >= pictureSides.least && side <= pictureSides.most)
  return isFit ? { media, width, height, content } : 'size'
}
