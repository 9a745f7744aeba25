import type { Browser } from './browser'
import type { Mailbox } from './mailbox'
import type { Product } from './product'
import type { Promised } from './region-before'
import type { Steps } from './steps'

/** What the parts of a story that runs over a year share. */
export type Story = Steps & {
  readonly product: Product
  readonly mailbox: Mailbox
  /** Where the product takes mail. */
  readonly mailPort: number
  readonly promised: Promised
  /** A browser at an office of its own, of somebody who is not signed in. */
  openOffice(): Browser
  /** The same of somebody of the list of people, signed in with the link of a mail. */
  signIn(who: string): Promise<Browser>
}

/** The first address in a mail that leads to a path. */
export const linkIn = (text: string, path: string): string =>
  new RegExp(`https?://\\S+${path}\\S+`).exec(text)?.[0] ?? ''
