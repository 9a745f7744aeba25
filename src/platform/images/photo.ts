import { isJpeg, readJpeg } from './jpeg'
import { isPng, readPng } from './png'

/** A picture that may be kept: what it shows, unchanged, and nothing a camera or program wrote beside it. */
export type Photo = {
  readonly kind: 'jpeg' | 'png'
  /** In dots, as it is stored; a phone held upright is turned by whoever shows it. */
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type PhotoFault =
  | 'too-large'
  /** As an iPhone keeps them by itself: no browser but Apple's shows it. */
  | 'heic'
  /** No JPEG and no PNG. */
  | 'no-photo'
  /** Cut off, or not as its kind is made. */
  | 'damaged'
  | 'too-many-dots'

/** In bytes. What a phone makes at its usual setting fits in it. */
export const largestPhoto = 5 * 1024 * 1024
// Few bytes can open into very many dots, which costs whoever shows it its memory. Phones make up to 50 million.
const mostDots = 60_000_000

export const photoTypes = { jpeg: 'image/jpeg', png: 'image/png' } as const

/**
 * Bytes that somebody sent as a picture, without what was written beside it: place, device, maker, words, previews and whatever
 * follows its end (GDPR art. 5(1)(c) and 25: no more personal data than the purpose asks). The picture itself is not made anew.
 */
export function readPhoto(bytes: Uint8Array): Photo | PhotoFault {
  if (bytes.byteLength > largestPhoto) return 'too-large'
  const kind = isJpeg(bytes) ? 'jpeg' : isPng(bytes) ? 'png' : null
  if (kind === null) return isHeic(bytes) ? 'heic' : 'no-photo'
  const read = kind === 'jpeg' ? readJpeg(bytes) : readPng(bytes)
  if (read === null || read.width === 0 || read.height === 0) return 'damaged'
  if (read.width * read.height > mostDots) return 'too-many-dots'
  const { width, height, bytes: kept } = read
  return { kind, width, height, bytes: kept }
}

const isHeic = (bytes: Uint8Array) =>
  /^ftyp(heic|heix|hevc|heim|heis|mif1|msf1|avif)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'))
