import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 random bits, as 43 characters that fit in an address and a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: SHA-256 as 64 hexadecimal characters. A secret this random needs no salt. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}

/** The key a form was sent with, so that what arrives twice is done once; a new one when it has none that could be ours. */
export function formKeyOf(form: FormData): string {
  const sent = String(form.get('sleutel') ?? '').trim()
  return /^[\w-]{8,64}$/.test(sent) ? sent : newSecret()
}
