import { describe, expect, test } from 'vitest'
import { phonePhoto, plainPhoto, talkingPng } from '../../../test/environment/photos'
import { largestPhoto, type Photo, type PhotoFault, readPhoto } from './photo'

const words = 'N 52.0907 E 5.1214, van de telefoon van iemand'
const read = (bytes: Uint8Array): Photo => {
  const photo = readPhoto(bytes)
  if (typeof photo === 'string') throw new Error(photo)
  return photo
}
const text = ({ bytes }: Photo) => Buffer.from(bytes).toString('latin1')

describe('a photo that is kept', () => {
  test('has its kind and its size in dots', () => {
    expect(read(plainPhoto('jpeg'))).toMatchObject({ kind: 'jpeg', width: 24, height: 16 })
    expect(read(plainPhoto('png'))).toMatchObject({ kind: 'png', width: 24, height: 16 })
  })
  test('with nothing beside the picture is kept to the byte', () => {
    expect(read(plainPhoto('jpeg')).bytes).toEqual(plainPhoto('jpeg'))
    expect(read(plainPhoto('png')).bytes).toEqual(plainPhoto('png'))
  })
  test('from a phone loses place, maker, words, comment and whatever follows its end', () => {
    expect(Buffer.from(phonePhoto(words)).toString('latin1').split(words)).toHaveLength(6)
    const kept = text(read(phonePhoto(words)))
    expect(kept).not.toContain('52.0907')
    expect(kept).not.toContain('AB')
    expect(kept).not.toContain('adobe.com')
    expect(read(phonePhoto(words, 1)).bytes).toEqual(plainPhoto('jpeg'))
  })
  test('keeps how the phone was held, or it would lie on its side', () => {
    const { bytes } = read(phonePhoto(words, 6))
    expect(Buffer.from(bytes.subarray(2, 38)).toString('hex')).toBe(
      'ffe1002245786966' + '00004d4d002a00000008' + '0001011200030000000100060000' + '00000000',
    )
    expect(bytes.byteLength).toBe(plainPhoto('jpeg').byteLength + 36)
  })
  test('as PNG loses its texts, its time and what follows its end', () => {
    expect(read(talkingPng(words)).bytes).toEqual(plainPhoto('png'))
  })
  test('read again is the same', () => {
    for (const one of [read(phonePhoto(words)), read(talkingPng(words))]) expect(read(one.bytes)).toEqual(one)
  })
})

describe('what is refused', () => {
  const jpeg = plainPhoto('jpeg')
  const png = plainPhoto('png')
  const changed = (bytes: Uint8Array, at: number, ...to: number[]) => {
    const copy = bytes.slice()
    copy.set(to, at)
    return copy
  }
  const frame = Buffer.from(jpeg).indexOf(Buffer.of(0xff, 0xc0))
  const cases: readonly (readonly [string, Uint8Array, PhotoFault])[] = [
    ['nothing', new Uint8Array(), 'no-photo'],
    ['a text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-photo'],
    ['a photo as an iPhone keeps it', Buffer.from('0000001866747970686569630000', 'hex'), 'heic'],
    ['more bytes than the largest', new Uint8Array(largestPhoto + 1), 'too-large'],
    ['a JPEG that is cut off', jpeg.subarray(0, -2), 'damaged'],
    ['a JPEG that is cut off before its dots', jpeg.subarray(0, 200), 'damaged'],
    ['a JPEG of two bytes', jpeg.subarray(0, 2), 'damaged'],
    ['a JPEG of no width', changed(jpeg, frame + 7, 0, 0), 'damaged'],
    ['a JPEG of very many dots', changed(jpeg, frame + 5, 255, 255, 255, 255), 'too-many-dots'],
    ['a PNG that is cut off', png.subarray(0, -1), 'damaged'],
    ['a PNG with one bit changed', changed(png, 60, (png[60] ?? 0) ^ 1), 'damaged'],
    ['a PNG of its first bytes only', png.subarray(0, 8), 'damaged'],
  ]
  test.each(cases)('%s', (_, bytes, fault) => expect(readPhoto(bytes)).toBe(fault))

  test('any piece of a photo gives an answer, never a fault', () => {
    const whole = [phonePhoto(words), talkingPng(words)]
    for (const bytes of whole) {
      for (let end = 0; end < bytes.byteLength; end += 1) readPhoto(bytes.subarray(0, end))
      for (let at = 2; at < bytes.byteLength - 1; at += 1) readPhoto(changed(bytes, at, 0xff, 0xff))
    }
  })
})
