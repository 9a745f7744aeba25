import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPicture } from './picture'

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as never, 'latin1' as never))))
const words = (content: Uint8Array) => Buffer.from(content).toString('latin1')

const chunk = (name: string, body: Uint8Array) => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(bytes(name, body)))
  return bytes(head, name, body, sum)
}
const sides = (width: number, height: number) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return new Uint8Array(head)
}
const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const png = (width = 300, height = 200) =>
  bytes(
    pngHead,
    chunk('IHDR', sides(width, height)),
    chunk('tEXt', bytes('Author\0Jansen')),
    chunk('eXIf', bytes('gps')),
    chunk('IDAT', bytes('pixels')),
    chunk('IEND', bytes()),
    'achteraf',
  )

const segment = (marker: number, body: Uint8Array) => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xff00 + marker, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return bytes(head, body)
}
const exif = (orientation: number) =>
  segment(0xe1, bytes('Exif\0\0', 'MM\0*', [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], 'GPS'))
const jpeg = (...between: Uint8Array[]) =>
  bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...between,
    segment(0xfe, bytes('opmerking')),
    segment(0xc0, bytes([8, 0, 200, 1, 44, 3, 1, 0x11, 0])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    [0xff, 0xd9],
    'achteraf',
  )

describe('a picture', () => {
  test('of PNG keeps its points and loses its texts, its EXIF and what comes after it', () => {
    const read = readPicture(png())
    expect(read).toMatchObject({ media: 'image/png', width: 300, height: 200 })
    const kept = typeof read === 'string' ? '' : words(read.content)
    expect(kept).toContain('pixels')
    expect(kept).not.toMatch(/Jansen|gps|achteraf/)
  })

  test('of JPEG keeps its scan and loses place, remarks and what comes after it', () => {
    const read = readPicture(jpeg(exif(1)))
    expect(read).toMatchObject({ media: 'image/jpeg', width: 300, height: 200 })
    const kept = typeof read === 'string' ? '' : words(read.content)
    expect(kept).toContain('JFIF')
    expect(kept.endsWith('\x12\xff\x00\x34\xff\xd0\x56\xff\xd9')).toBe(true)
    expect(kept).not.toMatch(/Exif|GPS|opmerking|achteraf/)
  })

  test('of JPEG keeps of colours what gives them, and no words in the same place', () => {
    const icc = (length: number, sign: string) => {
      const body = Buffer.alloc(128)
      body.writeUInt32BE(length)
      body.write(sign, 36, 'latin1')
      return segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], new Uint8Array(body)))
    }
    const real = icc(128, 'acsp')
    const adobe = bytes('Adobe', [0, 100, 0, 0, 0, 0, 1])
    const read = readPicture(
      jpeg(
        real,
        icc(128, 'naam'),
        segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], 'van de telefoon van iemand')),
        segment(0xee, bytes(adobe, 'van de telefoon van iemand')),
      ),
    )
    const kept = typeof read === 'string' ? read : words(read.content)
    expect(kept).not.toMatch(/telefoon|naam/)
    expect(kept).toContain(words(real))
    expect(kept).toContain(words(segment(0xee, adobe)))
  })

  test.each([
    ['on its side', jpeg(exif(6)), 'turned'],
    ['of another kind', bytes('GIF89a'), 'no-picture'],
    ['of nothing', bytes(), 'no-picture'],
    ['that was cut off', png().subarray(0, 60), 'broken'],
    ['with one bit changed', png().map((byte, at) => (at === 20 ? byte ^ 1 : byte)), 'broken'],
    ['that was cut off in a scan', jpeg().subarray(0, -12), 'broken'],
    ['without points', bytes(pngHead, chunk('IHDR', sides(300, 200)), chunk('IEND', bytes())), 'broken'],
    ['too small', png(20, 20), 'size'],
    ['too large', png(7000, 200), 'size'],
  ])('%s is refused', (_, content, why) => expect(readPicture(content)).toBe(why))
})
