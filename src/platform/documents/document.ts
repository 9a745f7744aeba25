/** A document on paper or screen, told once and drawn in several ways. Everything in it is text that was already worded. */
export type Document = {
  readonly title: string
  /** Above the title: what kind of document it is. */
  readonly kind: string
  readonly author: string
  /** Stands on every page, as "concept" or "voorbeeldcijfers". */
  readonly marks: readonly string[]
  /** Bottom of each page: what it is and where it stands. */
  readonly footer: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: 'plain' | 'lead' | 'quiet' }
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly (readonly [name: string, value: string])[] }
  | TableBlock
  | ChartBlock

export type TableBlock = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly head: string; readonly align: 'text' | 'number' }[]
  /** The first cell of a row says what the row is about. */
  readonly rows: readonly (readonly string[])[]
}

export type ChartBlock = {
  readonly kind: 'chart'
  readonly title: string
  /** What is counted. */
  readonly measure: string
  /** What it shows, for who does not see it. */
  readonly description: string
  readonly points: readonly ChartPoint[]
}

/** `label` says which it is in full, `short` is below the axis. A value that is null is not known. */
export type ChartPoint = {
  readonly label: string
  readonly short: string
  readonly value: number | null
  readonly worded: string
  readonly provisional: boolean
}

/** What a chart shows as a table. */
export function tableOf({ title, measure, points }: ChartBlock): TableBlock {
  return {
    kind: 'table',
    caption: title,
    columns: [
      { head: 'Maand', align: 'text' },
      { head: measure, align: 'number' },
    ],
    rows: points.map(({ label, worded }) => [label, worded]),
  }
}
