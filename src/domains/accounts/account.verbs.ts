import type { Day } from '../../kernel/day'
import type { Writer } from '../../platform/db/database'
import { type Account, type Content, isSameContent, type Version } from './account'
import { addVersion, versionsOf } from './account.store'

/** What became of a version that somebody wanted to keep. `clash` is what a colleague wrote meanwhile. */
export type Keeping = { readonly is: 'kept' | 'same' } | { readonly is: 'clash'; readonly theirs: Version }

/**
 * Keeps a block as its next version, when the writer saw the one before it. The same form that comes in twice is kept once.
 * Nothing is overwritten: of two writers the second one is told what the first one wrote.
 */
export async function keepBlock(
  tx: Writer,
  account: string,
  block: Pick<Version, 'block' | 'part' | 'kind'>,
  seen: number,
  content: Content,
): Promise<Keeping> {
  const last = (await versionsOf(tx, account)).filter((one) => one.block === block.block).at(-1)
  if (last && isSameContent(last, content)) return { is: 'same' }
  if (last && last.version !== seen) return { is: 'clash', theirs: last }
  await addVersion(tx, account, { ...block, ...content, version: (last?.version ?? 0) + 1 })
  return { is: 'kept' }
}

/** The code of an account: the same kind, year, bureau and title is the same account, so a form that comes in twice is one. */
export const codeOf = ({ kind, year }: Pick<Account, 'kind' | 'year'>, hash: string): string =>
  `${kind}-${year}-${hash.slice(0, 8)}`

/** A year somebody can account for: past or running, or null. */
export function parseYear(text: string, today: Day): number | null {
  const year = Number(/^\d{4}$/.exec(text.trim())?.[0] ?? Number.NaN)
  return year >= 2000 && year <= Number(today.slice(0, 4)) ? year : null
}
