import type { Day } from '../../kernel/day'

export const accountKinds = ['jaarresultaten', 'jaarverslag', 'evaluatie', 'een-pagina'] as const
export type AccountKind = (typeof accountKinds)[number]

/** Who answers for a block, and clears it. */
export const parts = ['politie', 'om', 'gemeenten', 'bureau'] as const
export type Part = (typeof parts)[number]

export const blockKinds = ['tekst', 'cijfers', 'verhaal', 'beeld'] as const
export type BlockKind = (typeof blockKinds)[number]

/** Where a story comes from. A story of somebody who agreed to it is the last choice, and ends with his consent. */
export const origins = ['samengesteld', 'gefingeerd', 'toestemming'] as const
export type Origin = (typeof origins)[number]

/** Where a block is printed: in the account, on the page of every municipality and district, or on both. */
export const places = ['stuk', 'gebieden', 'beide'] as const
export type Place = (typeof places)[number]

/** A picture in a block, by its hash: what it shows, for who does not see it, and of whom it is. */
export type BlockPicture = { readonly hash: string; readonly alt: string; readonly credit: string }

/** What stands in a block, whoever wrote it. Of a picture the body is its caption. */
export type Content = {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly origin: Origin | null
  readonly consentUntil: Day | null
  readonly picture: BlockPicture | null
  readonly place: Place
  readonly isRemoved: boolean
}

/** One version of a block. `entry` puts the versions of all blocks in order. */
export type Version = Content & {
  readonly entry: number
  readonly block: string
  readonly version: number
  readonly part: Part
  readonly kind: BlockKind
  readonly at: string
  readonly actedAs: string
}

export type Account = {
  readonly code: string
  readonly kind: AccountKind
  readonly year: number
  readonly title: string
  readonly owner: string
  readonly ownerName: string
  /** Null while it is a draft. */
  readonly released: { readonly at: string; readonly actedAs: string; readonly isExample: boolean } | null
}

/** That somebody cleared a part, up to a version and with the hash of what it said then. */
export type Clearance = {
  readonly part: Part
  readonly upto: number
  readonly hash: string
  readonly at: string
  readonly actedAs: string
}

/** The newest version of every block, also of those that were removed, in the order of the document. */
export function newest(versions: readonly Version[]): Version[] {
  const byBlock = Map.groupBy(versions, ({ block }) => block)
  return [...byBlock.values()]
    .flatMap((of) => of.toSorted((one, other) => one.version - other.version).at(-1) ?? [])
    .sort((one, other) => one.seq - other.seq || one.block.localeCompare(other.block))
}

export const standing = (versions: readonly Version[]): Version[] =>
  newest(versions).filter(({ isRemoved }) => !isRemoved)

/** What is printed in the account itself, and what on the page of every area. */
export const inAccount = ({ place }: Pick<Content, 'place'>): boolean => place !== 'gebieden'
export const onAreaPages = ({ place }: Pick<Content, 'place'>): boolean => place !== 'stuk'

/** The newest version of a part; 0 when nothing was ever written in it. */
export const newestOf = (versions: readonly Version[], part: Part): number =>
  Math.max(0, ...versions.filter((one) => one.part === part).map(({ entry }) => entry))

/** Who had a part also agrees that it is gone; and the results of a year are the annual report of the police too. */
export function partsToClear({ kind }: Pick<Account, 'kind'>, versions: readonly Version[]): Part[] {
  const always: readonly Part[] = kind === 'jaarresultaten' ? ['politie', 'om', 'gemeenten'] : []
  return parts.filter((part) => always.includes(part) || versions.some((one) => one.part === part))
}

/**
 * Where a part stands: cleared as it is now, cleared before its words or figures changed, or never. In an empty one nothing was ever
 * written, so that there is nothing to clear; one of which all is gone is not empty.
 */
export type PartState =
  | { readonly is: 'cleared' | 'changed'; readonly clearance: Clearance }
  | { readonly is: 'open' }
  | { readonly is: 'empty' }

export function stateOfPart(part: Part, upto: number, hash: string, clearances: readonly Clearance[]): PartState {
  const own = clearances.filter((one) => one.part === part).sort((one, other) => one.at.localeCompare(other.at))
  const holds = own.findLast((one) => one.upto === upto && one.hash === hash)
  if (holds) return { is: 'cleared', clearance: holds }
  if (upto === 0) return { is: 'empty' }
  const last = own.at(-1)
  return last ? { is: 'changed', clearance: last } : { is: 'open' }
}

/** Consent that is over on this day, the last day not included. */
const consentIsOver = ({ consentUntil }: Pick<Content, 'consentUntil'>, today: Day): boolean =>
  consentUntil !== null && consentUntil <= today

/** Why an account cannot be released, each to be solved by somebody. */
export type Obstacle =
  | { readonly because: 'empty' | 'wrote-last' }
  | { readonly because: 'part' | 'empty-part'; readonly part: Part }
  | { readonly because: 'consent' | 'unknown'; readonly title: string }
  | { readonly because: 'window'; readonly until: Day }
  | { readonly because: 'announced'; readonly at: string }

export function obstacles(of: {
  readonly blocks: readonly Version[]
  readonly states: readonly { readonly part: Part; readonly state: PartState }[]
  /** Blocks that name a figure nobody has. */
  readonly unknown: readonly Version[]
  readonly wroteLast: boolean
  /** The last day of the window in which municipalities look first, and the moment on the release calendar; null when over or never. */
  readonly embargo: { readonly windowUntil: Day | null; readonly announcedAt: string | null }
  readonly today: Day
}): Obstacle[] {
  return [
    ...(of.blocks.length === 0 ? [{ because: 'empty' } as const] : []),
    ...of.states
      .filter(({ state }) => state.is !== 'cleared')
      .map(({ part, state }) => ({ because: state.is === 'empty' ? 'empty-part' : 'part', part }) as const),
    ...of.blocks
      .filter((block) => consentIsOver(block, of.today))
      .map(({ title }) => ({ because: 'consent', title }) as const),
    ...of.unknown.map(({ title }) => ({ because: 'unknown', title }) as const),
    ...(of.wroteLast ? [{ because: 'wrote-last' } as const] : []),
    ...(of.embargo.windowUntil ? [{ because: 'window', until: of.embargo.windowUntil } as const] : []),
    ...(of.embargo.announcedAt ? [{ because: 'announced', at: of.embargo.announcedAt } as const] : []),
  ]
}

export const isSameContent = (one: Content, other: Content): boolean =>
  one.seq === other.seq &&
  one.title === other.title &&
  one.body === other.body &&
  one.origin === other.origin &&
  one.consentUntil === other.consentUntil &&
  one.place === other.place &&
  one.picture?.hash === other.picture?.hash &&
  one.picture?.alt === other.picture?.alt &&
  one.picture?.credit === other.picture?.credit &&
  one.isRemoved === other.isRemoved
