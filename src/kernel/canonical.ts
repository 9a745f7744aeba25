export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * A value as canonical JSON (RFC 8785): names in the order of their UTF-16 code units, numbers as ECMAScript writes them, no
 * spaces. Equal values are equal texts. Throws on a number that JSON cannot hold and on half a character.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`no number in JSON: ${value}`)
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half a character is no text in JSON')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join()}]`
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${canonicalJson(name)}:${canonicalJson(value[name] as Json)}`).join()}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
