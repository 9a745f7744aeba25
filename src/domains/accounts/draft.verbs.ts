import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { type DocumentTitles, documentTitles } from '../figures'
import { type Account, type Clearance, inAccount, standing, type Version } from './account'
import {
  clearancesOf,
  type Embargo,
  embargoOf,
  listAccounts,
  type Standing,
  standingOf,
  versionsOf,
} from './account.store'
import { type BoundFigure, type Found, figuresIn } from './bound'
import { lookUp } from './bound.verbs'
import { picturesOf, type StoredPicture } from './picture.store'
import { isOfArea, namedIn } from './reference'

/** An account while it is worked on, with every figure as it is known today. */
export type Draft = {
  readonly account: Account
  readonly standing: Standing
  readonly embargo: Embargo
  readonly versions: readonly Version[]
  /** What stands, in the order of the document. */
  readonly blocks: readonly Version[]
  readonly clearances: readonly Clearance[]
  readonly found: ReadonlyMap<string, Found | null>
  readonly documents: DocumentTitles
  readonly pictures: ReadonlyMap<string, StoredPicture>
}

/** A draft by its code; null when there is none, when it was released, or when the person who asks has no part in it. */
export async function findDraft(tx: Reader, code: string, today: Day): Promise<Draft | null> {
  const [account] = await listAccounts(tx, code)
  if (!account || account.released) return null
  const own = await standingOf(tx, code)
  if (own.parts.length === 0) return null
  const versions = await versionsOf(tx, code)
  const blocks = standing(versions)
  return {
    account,
    standing: own,
    embargo: await embargoOf(tx, code),
    versions,
    blocks,
    clearances: await clearancesOf(tx, code),
    found: await lookUp(tx, blocks.flatMap(namedIn), today),
    documents: await documentTitles(tx),
    pictures: await picturesOf(tx, code),
  }
}

/** Whoever has the part of the bureau writes every part; others write their own. */
export const writes = ({ standing: { parts } }: Pick<Draft, 'standing'>, part: Version['part']): boolean =>
  parts.includes(part) || parts.includes('bureau')

/** Every figure of a draft once, with its question, in the order of the document. */
export function figuresOfDraft({ blocks, found }: Pick<Draft, 'blocks' | 'found'>, today: Day): BoundFigure[] {
  const named = new Set(blocks.filter(inAccount).flatMap(namedIn))
  return [...named].flatMap((text) => {
    const one = found.get(text)
    return one ? figuresIn(one, today) : []
  })
}

/** Blocks that name a figure nobody has. On the page of an area one that is not there says so. */
export const blocksWithUnknown = ({ blocks, found }: Pick<Draft, 'blocks' | 'found'>): Version[] =>
  blocks.filter((block) => namedIn(block).some((text) => !found.get(text) && (inAccount(block) || !isOfArea(text))))

/** Whether a figure of it is an example. */
export const holdsExamples = ({ found }: Pick<Draft, 'found'>): boolean =>
  [...found.values()].some((one) => one?.kind === 'misdrijf' && one.isExample)
