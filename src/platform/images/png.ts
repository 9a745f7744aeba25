import { crc32 } from 'node:zlib'
import { ascii, joined, type Stripped } from './picture-bytes'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
// The picture and how its colours are meant. Words, times, Exif data and moving pictures are other chunks.
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'iCCP', 'cICP', 'pHYs'])

export const isPng = (bytes: Uint8Array) => signature.every((byte, index) => bytes[index] === byte)

/** Null when it is not as a PNG is made (W3C PNG, third edition, 5). */
export function readPng(bytes: Uint8Array): Stripped | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [signature]
  let size: { width: number; height: number } | null = null
  let hasDots = false
  let at = signature.length
  // A chunk: its length, its name, what is in it, and a sum over the last two.
  while (at + 12 <= bytes.byteLength) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.byteLength || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null
    const name = ascii(bytes, at + 4, at + 8)
    if ((size === null) !== (name === 'IHDR')) return null
    if (name === 'IHDR') {
      if (length !== 13) return null
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    // An unknown chunk with a capital says that the picture cannot be shown without it.
    if (!kept.has(name) && /^[A-Z]/.test(name)) return null
    if (kept.has(name)) parts.push(bytes.subarray(at, end))
    hasDots ||= name === 'IDAT'
    at = end
    if (name === 'IEND') return size && hasDots ? { ...size, turn: 1, bytes: joined(parts) } : null
  }
  return null
}
