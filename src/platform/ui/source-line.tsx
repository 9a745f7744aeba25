import type { Child } from 'hono/jsx'

export type Source = { readonly document: string; readonly lines?: string; readonly href?: string }

/**
 * Where a figure or a sentence comes from: document and line, and the day as known. Stands under every figure. Several
 * places in one document are named behind it, once each, in order.
 */
export function SourceLine(props: {
  sources: readonly Source[]
  /** The day in words: "stand per 12 april 2023". */
  known?: string
  note?: Child
  provisional?: boolean
}) {
  const documents = [...Map.groupBy(props.sources, ({ document }) => document).values()].map(inOrder)
  return (
    <p class="sv-bron">
      {documents.length > 1 ? 'Bronnen: ' : 'Bron: '}
      {props.sources.length === 0 ? 'niet vastgelegd' : null}
      {documents.map((places, index) => (
        <>
          {index > 0 ? '; ' : ''}
          <Places places={places} />
        </>
      ))}
      .{props.known ? ` Stand per ${props.known}.` : ''}
      {props.provisional ? ' * voorlopig cijfer.' : ''}
      {props.note ? <> {props.note}</> : null}
    </p>
  )
}

const firstLine = ({ lines }: Source) => Number.parseInt(lines ?? '0', 10)

function inOrder(places: readonly Source[]): readonly Source[] {
  const once = new Map(places.map((place) => [place.lines ?? '', place]))
  return [...once.values()].sort((one, other) => firstLine(one) - firstLine(other))
}

/** One place is a link as a whole; of several each line is one. */
function Places({ places }: { places: readonly Source[] }) {
  const [first] = places
  if (!first) return null
  if (places.length === 1) {
    const words = first.lines
      ? `${first.document}, ${first.lines.includes('-') ? 'regels' : 'regel'} ${lineWords(first.lines)}`
      : first.document
    return first.href ? <a href={first.href}>{words}</a> : <>{words}</>
  }
  return (
    <>
      {first.document}, regels{' '}
      {places.map(({ lines = '', href }, index) => (
        <>
          {index === 0 ? '' : index === places.length - 1 ? ' en ' : ', '}
          {href ? <a href={href}>{lineWords(lines)}</a> : lineWords(lines)}
        </>
      ))}
    </>
  )
}

const lineWords = (lines: string) => lines.replace('-', ' tot en met ')
