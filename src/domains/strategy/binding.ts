import type { Action } from './action'

/** How an action binds an area: it is named, it holds for all municipalities, or it holds for the district. */
export const bindingWays = ['naam', 'alle-gemeenten', 'district'] as const
export type BindingWay = (typeof bindingWays)[number]

/** An action that binds an area, with how, and with which part: leading, taking part, or only lying within its scope. */
export type Binding = {
  readonly action: Action
  readonly way: BindingWay
  readonly role: 'trekker' | 'deelnemer' | 'gebied'
  /** The area it goes over: the municipality itself, the whole region, or the district. */
  readonly through: string
}

/** Bindings by way, in the order of nearness. */
export function byWay(bindings: readonly Binding[]): Readonly<Record<BindingWay, readonly Binding[]>> {
  const of = (way: BindingWay) => bindings.filter((binding) => binding.way === way)
  return { naam: of('naam'), 'alle-gemeenten': of('alle-gemeenten'), district: of('district') }
}
