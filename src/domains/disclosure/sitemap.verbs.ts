import type { Reader } from '../../platform/db/database'
import { isTooiOrganisation } from '../../platform/opendata/publication'
import type { RegionName } from '../../platform/web/ask'
import { wooNumber } from '../publications'
import type { Disclosed } from './disclosure'
import { type KeptFile, keptFiles, takenDecisions } from './disclosure.store'
import { listDisclosed } from './disclosure.verbs'
import { type Handling, type Indexed, type LeftReason, type Publishing, readable } from './diwoo'

/** Who publishes, when the region named an organisation of TOOI; null when it did not: then nothing is offered to the index. */
export function publishingOf({ publication, coalition }: RegionName): Publishing | null {
  const { naam, tooi } = publication.uitgever ?? {}
  return naam && tooi && isTooiOrganisation(tooi) ? { publisher: { name: naam, uri: tooi }, maker: coalition } : null
}

export type WooIndex = {
  /**
   * The documents of each category that has any, by its number, the oldest first: what is added changes the last sitemap only. The
   * schema of sitemaps knows no empty one.
   */
  readonly categories: ReadonlyMap<string, readonly Indexed[]>
  readonly left: readonly { readonly one: Disclosed; readonly reason: LeftReason }[]
}

/** What the index of the Woo may read: files that are public, and are byte for byte what the log of publications says. */
export async function forIndex(tx: Reader, baseUrl: string): Promise<WooIndex> {
  const files = new Map<string, KeptFile[]>()
  for (const file of await keptFiles(tx)) {
    const key = `${file.kind} ${file.code}`
    files.set(key, [...(files.get(key) ?? []), file])
  }
  const taken = await takenDecisions(tx)
  const categories = new Map<string, Indexed[]>()
  const left: { one: Disclosed; reason: LeftReason }[] = []
  for (const one of (await listDisclosed(tx)).reverse()) {
    const { category, kind, code } = one
    const number = category && wooNumber(category.uri)
    const kept = (files.get(`${kind} ${code}`) ?? []).filter(({ name, hash }) => one.files[name] === hash)
    const found = readable(kept)
    if (one.isExample) left.push({ one, reason: 'voorbeeld' })
    else if (!category || !number) left.push({ one, reason: 'categorie' })
    else if (found.length === 0) left.push({ one, reason: 'vorm' })
    else {
      const decided = kind === 'besluit' ? taken.get(code) : undefined
      const into = categories.get(number) ?? []
      categories.set(number, into)
      for (const file of found)
        into.push({
          identifier: `${code}/${file.name}`,
          url: `${baseUrl}${fileAddress(one, file.name)}`,
          at: one.at,
          title: file.area ? `${one.title}: ${file.area}` : one.title,
          createdOn: decided?.on ?? one.on,
          format: file.format,
          category,
          handling: handlingOf(one, decided),
        })
    }
  }
  return { categories, left }
}

/** Where a file of something that was published stands. */
export function fileAddress({ kind, code, address }: Disclosed, name: string): string {
  const folder = kind === 'nota' ? `${address}/${code.replace(/^.*-nota-/, '')}` : address
  return `${folder}/${name}`
}

// Of a decision the day is known and not the hour.
const handlingOf = ({ kind, at }: Disclosed, decided: { on: string; by: string } | undefined): Handling =>
  decided
    ? { kind: 'vaststelling', at: `${decided.on}T00:00:00`, by: decided.by }
    : { kind: kind === 'rapportage' ? 'ondertekening' : 'vaststelling', at, by: null }
