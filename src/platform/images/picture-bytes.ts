/** What a reader of one kind of picture found: its size in dots, how it was held (1 is upright), and its bytes without what stood beside the picture. */
export type Stripped = {
  readonly width: number
  readonly height: number
  readonly turn: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** One buffer of several. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}

export const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')
