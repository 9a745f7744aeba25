import type { Money } from '../../kernel/money'

/** Money that a body granted with a decision. */
export type Grant = {
  readonly code: string
  /** An organisation, a plan or a programme. */
  readonly receiver: string
  readonly year: number
  readonly amount: Money
  readonly purpose: string
  readonly sources: readonly string[]
}
