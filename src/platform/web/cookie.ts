import { parse, serialize } from 'hono/utils/cookie'

/**
 * The name a cookie has on this installation. With https it gets the prefix `__Host-`: browsers then refuse it from a
 * subdomain or without https, so nobody can plant one.
 */
export function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name
}

/** The value of a cookie, or null. Only what `newSecret` makes is taken: anything else is not ours. */
export function readSecretCookie(request: Request, name: string): string | null {
  const value = parse(request.headers.get('cookie') ?? '', name)[name]
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

/** The `set-cookie` header for a secret: no script reads it, no other site sends it along with a form. */
export function secretCookie(name: string, secret: string, options: { isSecure: boolean; seconds: number }): string {
  const { isSecure, seconds } = options
  return serialize(name, secret, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure, maxAge: seconds })
}
