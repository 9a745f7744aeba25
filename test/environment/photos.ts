import { crc32 } from 'node:zlib'

// A drawing of 24 by 16 dots, as a browser writes it.
const small = {
  jpeg: `/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/
2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAQABgDASIAAhEBAxEB/8QA
FQABAQAAAAAAAAAAAAAAAAAAAwD/xAAVEAEBAAAAAAAAAAAAAAAAAAAAAv/EABYBAQEBAAAAAAAAAAAAAAAAAAQBAv/EABcRAQADAAAAAAAAAAAAAAAAAAAC
AzH/2gAMAwEAAhEDEQA/AAg8Ag8JaxWaEoQEtMjj/9k=`,
  png: `iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAmUlEQVR4nOySsQ6DMAxEz407tPQ/+0X91wKDcXwQEjHAwoDEElvPl+R0sj6/v07H96P/pOHl
pw7eB/l3KbhWPAXXiqdZr4DATADzLrdrcZZbdl6ickoJb2UCU86KWqrirKgz4JsxpYS3+KvOPxRH2DiyBdSO0Doyd2StI2wcLW81jtA6ErlARnYsI9nNSI5lZBfM6N6j
8/ZoAgAA//9j3kjyAAAABklEQVQDAIR7MPdwYpz/AAAAAElFTkSuQmCC`,
}

/** A photo with nothing beside it, of 24 by 16 dots. */
export const plainPhoto = (kind: keyof typeof small) => new Uint8Array(Buffer.from(small[kind], 'base64'))

/** A JPEG as a phone writes it: with how it was held, `words` in its Exif data, its comment and a second picture after its end. */
export function phonePhoto(words: string, turn = 6): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(plainPhoto('jpeg'))
  const segment = (marker: number, body: Buffer) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(body.byteLength + 2)
    return Buffer.concat([Buffer.of(0xff, marker), length, body])
  }
  const text = Buffer.from(words, 'latin1')
  // One directory of two entries, as iPhones do it the other way round: the make of the camera, and how it was held.
  const directory = Buffer.from(
    `49492a0008000000020012010300010000000${turn}0000000f010200${'02000000'}4142000000000000`,
    'hex',
  )
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), directory, text])
  return new Uint8Array(
    Buffer.concat([
      plain.subarray(0, 2),
      segment(0xe1, exif),
      segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), text])),
      segment(0xed, text),
      segment(0xfe, text),
      plain.subarray(2),
      plain.subarray(0, 40),
      text,
    ]),
  )
}

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.byteLength)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of few bytes that says it is 60,000 by 60,000 dots. */
export function hugePng(): Buffer {
  const plain = Buffer.from(plainPhoto('png'))
  const header = Buffer.from(plain.subarray(16, 29))
  header.writeUInt32BE(60_000, 0)
  header.writeUInt32BE(60_000, 4)
  return Buffer.concat([plain.subarray(0, 8), chunk('IHDR', header), plain.subarray(33)])
}

/** A PNG with `words` in its text, its time and after its end. */
export function talkingPng(words: string): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(plainPhoto('png'))
  const text = Buffer.from(words, 'latin1')
  const beside = ['tEXt', 'iTXt', 'eXIf', 'tIME'].map((name) => chunk(name, text))
  return new Uint8Array(Buffer.concat([plain.subarray(0, 33), ...beside, plain.subarray(33), text]))
}
