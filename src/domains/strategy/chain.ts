/** What a chain is made of, in its order: from figure to result. */
export const chainKinds = ['indicator', 'prioriteit', 'plan', 'programma', 'actie', 'resultaat'] as const
export type ChainKind = (typeof chainKinds)[number]

/**
 * How a joint is known. `kolom`: the plan itself puts one under the other. `bron`: a source line says so. `afgeleid`: same
 * subject by our reading, never cause.
 */
export const chainGrounds = ['kolom', 'bron', 'afgeleid'] as const
export type ChainGround = (typeof chainGrounds)[number]

/** What a joint says, read from the earlier to the later end. */
export const relations = [
  'bevat',
  'werkt-uit',
  'noemt',
  'gaat-over',
  'kwam-ervan',
  'bouwt-voort',
  'gaat-verder',
  'vat-samen',
  'hoort-bij',
] as const
export type Relation = (typeof relations)[number]

export type ChainNode = {
  readonly kind: ChainKind
  readonly code: string
  readonly title: string
  /** What tells it apart from others with the same title: its plan, strategy or year. */
  readonly context: string | null
}

/** A neighbour in the chain: one joint away, or two when `via` says over what. */
export type ChainStep = {
  readonly node: ChainNode
  /** Towards the figure, towards the account, or neither. */
  readonly direction: 'terug' | 'verder' | 'naast'
  readonly relation: Relation
  readonly ground: ChainGround
  /** Why, in Dutch; always there when the ground is `afgeleid`. */
  readonly reason: string | null
  readonly sources: readonly string[]
  /** The code of the link; null for a joint that is a column of the plan. */
  readonly link: string | null
  readonly via: ChainNode | null
}

/** Where something stands in the chain, with everything it joins both ways. */
export type ChainView = { readonly self: ChainNode; readonly steps: readonly ChainStep[] }

/** One place in the chain on a screen: a figure, a priority, a plan with its programmes, an action, a result. */
export type Station = {
  readonly name: 'cijfer' | 'prioriteit' | 'plan' | 'actie' | 'resultaat'
  readonly isHere: boolean
  readonly steps: readonly ChainStep[]
}

const stationOf: Readonly<Record<ChainKind, Station['name']>> = {
  indicator: 'cijfer',
  prioriteit: 'prioriteit',
  plan: 'plan',
  programma: 'plan',
  actie: 'actie',
  resultaat: 'resultaat',
}

/** The five places of the chain in order; a place without steps is a hole, and is shown as one. */
export function stations({ self, steps }: ChainView): Station[] {
  return (['cijfer', 'prioriteit', 'plan', 'actie', 'resultaat'] as const).map((name) => ({
    name,
    isHere: stationOf[self.kind] === name,
    // A result that an action builds on is not what came of that action, nor the action what the result came from.
    steps: steps.filter(({ node, relation }) => stationOf[node.kind] === name && relation !== 'bouwt-voort'),
  }))
}

/** Of two joints in a row the weaker says how sure we are. */
export function weakest(...grounds: readonly ChainGround[]): ChainGround {
  const weakness = Math.max(...grounds.map((ground) => chainGrounds.indexOf(ground)))
  return chainGrounds[weakness] ?? 'afgeleid'
}

/** Which way a thing of `kind` lies from one of kind `from`. */
export function directionOf(from: ChainKind, kind: ChainKind): ChainStep['direction'] {
  const step = chainKinds.indexOf(kind) - chainKinds.indexOf(from)
  return step === 0 ? 'naast' : step < 0 ? 'terug' : 'verder'
}

const pages: Readonly<Record<ChainKind, string>> = {
  indicator: 'indicatoren',
  prioriteit: 'prioriteiten',
  plan: 'plannen',
  programma: 'programmas',
  actie: 'acties',
  resultaat: 'resultaten',
}

/** The page of something in the chain. */
export function chainAddress({ kind, code }: Pick<ChainNode, 'kind' | 'code'>): string {
  return `/${pages[kind]}/${encodeURIComponent(code)}`
}

/** The screen on which the chain around something can be walked both ways. */
export function chainScreen({ kind, code }: Pick<ChainNode, 'kind' | 'code'>): string {
  return `/keten/${pages[kind]}/${encodeURIComponent(code)}`
}
