import type { Effect } from './decision'

/** What stands now of one effect of a decision, in a sentence, with where to read on. */
export type Since = {
  readonly seq: Effect['seq']
  readonly words: string
  readonly link: { readonly href: string; readonly label: string } | null
}
