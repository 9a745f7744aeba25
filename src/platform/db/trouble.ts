/**
 * What is wrong with the database itself, apart from what was asked of it: it cannot be reached, it does not let us in,
 * its rights are not enough, or its disk is full.
 */
export type Trouble =
  | 'unreachable'
  | 'wrong-login'
  | 'no-such-database'
  | 'too-many-connections'
  | 'no-rights'
  | 'disk-full'

const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])

const states: Record<string, Trouble> = {
  '28000': 'wrong-login',
  '28P01': 'wrong-login',
  '3D000': 'no-such-database',
  '42501': 'no-rights',
  '53100': 'disk-full',
  '53300': 'too-many-connections',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
}

/** Reads the trouble from a fault of a driver; null when the fault is of another kind. */
export function troubleOf(fault: unknown): Trouble | null {
  if (!(fault instanceof Error)) return null
  const code = String((fault as { code?: unknown }).code ?? '')
  if (network.has(code) || code.startsWith('08')) return 'unreachable'
  if (states[code]) return states[code]
  // The driver gives these no code.
  return /timeout exceeded when trying to connect|connection timeout|Connection terminated/i.test(fault.message)
    ? 'unreachable'
    : null
}
