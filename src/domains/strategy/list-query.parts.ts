import type { Reader } from '../../platform/db/database'

/** What a visitor asked of a list, by parameter; what was left empty is not there. */
export type Asked<Name extends string> = { readonly [N in Name]?: string | undefined }

/** Reads the parameters of a list page, or says in Dutch what cannot be understood. Empty fields of a form count as not asked. */
export function readAsked<Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): { readonly asked: Asked<Name>; readonly page: number } | { readonly refused: string } {
  const unknown = [...query.keys()].find((key) => key !== 'pagina' && !names.some((name) => name === key))
  if (unknown !== undefined) return { refused: `De keuze ${unknown} kennen wij niet. Wel: ${names.join(', ')}.` }
  const repeated = [...query.keys()].find((key, at, keys) => keys.indexOf(key) !== at)
  if (repeated !== undefined)
    return { refused: `De keuze ${repeated} staat twee keer in het adres. Laat er één staan.` }
  const page = query.get('pagina') ?? '1'
  if (!/^[1-9]\d{0,4}$/.test(page))
    return { refused: 'Het nummer van de bladzijde klopt niet. Bladzijden tellen vanaf 1.' }
  const given = names.flatMap((name) => {
    const value = query.get(name)?.trim() ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  return { asked: Object.fromEntries(given) as Asked<Name>, page: Number(page) }
}

/** Which of the codes that were asked for nobody has, in Dutch; null when all are there. */
export async function faultIn<Name extends string>(
  tx: Reader,
  asked: Asked<Name>,
  exists: { readonly [N in Name]?: (tx: Reader, code: string) => Promise<boolean> },
): Promise<string | null> {
  for (const [name, check] of Object.entries(exists) as [Name, (tx: Reader, code: string) => Promise<boolean>][]) {
    const code = asked[name]
    if (code !== undefined && !(await check(tx, code))) return `De code ${code} bij ${name} bestaat niet.`
  }
  return null
}

/** The same question as an address, for a page of it or for a download. */
export function queryOf(asked: Asked<string>, page = 1): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value)
  if (page > 1) query.set('pagina', String(page))
  return query.toString()
}
