import type { Somebody } from '../means/bodies'
import type { Browser } from '../means/browser'
import type { Mailbox } from '../means/mailbox'
import type { Product } from '../means/product'
import type { Steps } from '../means/steps'

/** What the parts of this story share. */
export type Story = Steps & {
  readonly product: Product
  readonly mailbox: Mailbox
  /** Somebody who is not signed in. */
  readonly anyone: Browser
  /** The 38 municipalities of the region. */
  readonly municipalities: readonly string[]
  signIn(who: Somebody): Promise<Browser>
  /** The same of many at once, in their order. */
  signInAll(who: readonly Somebody[]): Promise<Browser[]>
  /** That the plan of the strategy still is what it was on the first day, for whoever asks. */
  planIsAsBefore(when: string): Promise<void>
}

export const strategy = 'S2023'
export const plan = 'RVS2023'

// Functions are those of the sources; that each of them has an account, and who keeps a secretariat, is invented.
export const manager: Somebody = {
  name: 'Programma',
  title: 'Programmamanager',
  organisation: 'RVS',
  role: 'programmamanager',
}
export const head: Somebody = { name: 'Hoofd', title: 'Hoofd', organisation: 'RVS', role: 'bestuurder' }
export const secretary: Somebody = {
  name: 'Secretaris MNL',
  title: 'Secretaris',
  organisation: 'RVS',
  role: 'adviseur',
}
export const prosecutor: Somebody = {
  name: 'Hoofdofficier',
  title: 'Hoofdofficier van justitie',
  organisation: 'OM-MN',
  role: 'bestuurder',
}
export const chief: Somebody = {
  name: 'Politiechef',
  title: 'Politiechef',
  organisation: 'POL-MN',
  role: 'bestuurder',
}
export const adviserOf = (municipality: string): Somebody => ({
  name: `Adviseur ${municipality}`,
  title: 'Adviseur openbare orde en veiligheid',
  organisation: municipality,
  role: 'adviseur',
})
export const mayorOf = (municipality: string): Somebody => ({
  name: `Burgemeester ${municipality}`,
  title: 'Burgemeester',
  organisation: municipality,
  role: 'bestuurder',
})
/** Of the municipality of Utrecht. */
export const regionalMayor = mayorOf('GM0344')

/** The five districts, each with a municipality of which the mayor chairs the college and somebody keeps its secretariat (invented). */
export const districts = [
  { area: 'FL', organisation: 'GM0995' },
  { area: 'GV', organisation: 'GM0402' },
  { area: 'OU', organisation: 'GM0307' },
  { area: 'SU', organisation: 'GM0344' },
  { area: 'WU', organisation: 'GM0321' },
] as const
export const secretaryOf = ({ area, organisation }: (typeof districts)[number]): Somebody => ({
  name: `Secretaris ${area}`,
  title: 'Secretaris',
  organisation,
  role: 'adviseur',
})
