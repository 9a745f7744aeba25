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
  /** On paper it is one A4 and no more. */
  readonly isOnePage?: boolean
}

/** The bytes of pictures by their hash: a document names them only. */
export type Pictures = ReadonlyMap<string, Uint8Array>

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: 'plain' | 'lead' | 'quiet' }
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly (readonly [name: string, value: string])[] }
  | TableBlock
  | ChartBlock
  | ImageBlock

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
  readonly unit: string
  /** What it shows, for who does not see it. */
  readonly description: string
  readonly points: readonly ChartPoint[]
}

/** `period` is as data write it, `label` says it in full, `short` is below the axis. A value that is null is not known. */
export type ChartPoint = {
  readonly period: string
  readonly label: string
  readonly short: string
  readonly value: number | null
  readonly worded: string
  readonly provisional: boolean
}

/** A picture by its hash. `alt` is for who does not see it; `credit` says of whom it is. */
export type ImageBlock = {
  readonly kind: 'image'
  readonly hash: string
  readonly media: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** The bytes of a picture. Throws when they were not given: a document without its picture is not that document. */
export function bytesOf({ hash }: ImageBlock, pictures: Pictures): Uint8Array {
  const found = pictures.get(hash)
  if (!found) throw new Error(`no bytes of picture ${hash}`)
  return found
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
