import { Unzip, UnzipInflate } from 'fflate'

/**
 * Whether a zip file unpacks to more than a limit. What it says about its own sizes may be a lie, so it is unpacked and counted; and
 * what it says counts too, for the library takes that much memory. One part that cannot be unpacked makes it unreadable: who reads on
 * might unpack it all the same.
 */
export function unpacked(bytes: Uint8Array, limit: number): 'within' | 'beyond' | 'unreadable' {
  let total = 0
  let isFaulty = false
  const unzip = new Unzip((file) => {
    total += file.originalSize ?? 0
    let counted = -(file.originalSize ?? 0)
    file.ondata = (fault, chunk) => {
      if (fault) isFaulty = true
      else {
        counted += chunk.length
        // What was announced is counted already.
        if (counted > 0) {
          total += counted
          counted = 0
        }
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    // In small pieces, so that no piece alone unpacks to more than the memory holds.
    for (let at = 0; at < bytes.length && total <= limit; at += 4096) {
      unzip.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length)
    }
  } catch {
    return 'unreadable'
  }
  if (total > limit) return 'beyond'
  return isFaulty ? 'unreadable' : 'within'
}
