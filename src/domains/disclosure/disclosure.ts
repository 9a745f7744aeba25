import type { Day } from '../../kernel/day'
import type { WooCategory } from '../publications'

/** The kinds of what is made public: those of the log of publications, and the open items of a meeting. */
export const disclosedKinds = ['besluit', 'agenda', 'rapportage', 'verantwoording', 'nota', 'correctie'] as const
export type DisclosedKind = (typeof disclosedKinds)[number]

/** Something that was made public and still is. */
export type Disclosed = {
  readonly kind: DisclosedKind
  readonly code: string
  readonly title: string
  readonly address: string
  /** ISO. */
  readonly at: string
  readonly on: Day
  /** SHA-256 of each of its files, by name; of an agenda there are none. */
  readonly files: Readonly<Record<string, string>>
  /** With figures that were made up, or made up itself. */
  readonly isExample: boolean
  readonly category: WooCategory | null
}

/** Of which archive metadata are made: what has files that were kept as they were published. */
const archivedKinds = ['besluit', 'rapportage', 'verantwoording'] as const
export const isArchived = ({ kind }: Pick<Disclosed, 'kind'>) => (archivedKinds as readonly string[]).includes(kind)
