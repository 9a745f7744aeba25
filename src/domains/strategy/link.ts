import type { ChainKind } from './chain'

/** A joint of the chain that no column holds, as the pack gives it. */
export type Link = {
  readonly code: string
  readonly fromKind: ChainKind
  readonly from: string
  readonly toKind: ChainKind
  readonly to: string
  readonly ground: 'bron' | 'afgeleid'
  readonly reason: string | null
  readonly sources: readonly string[]
}
