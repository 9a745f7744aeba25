import type { Money } from '../../kernel/money'

export const receiverKinds = ['organisatie', 'plan', 'programma'] as const

/** Money that a body granted with a decision. */
export type Grant = {
  readonly code: string
  readonly receiverKind: (typeof receiverKinds)[number]
  readonly receiverCode: string
  /** What it is called today. */
  readonly receiver: string
  readonly year: number
  readonly amount: Money
  readonly purpose: string
  readonly sources: readonly string[]
}
