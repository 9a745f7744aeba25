import type { Child } from 'hono/jsx'

export type Source = { readonly document: string; readonly lines?: string; readonly href?: string }

/** Where a figure or a sentence comes from: document and line, and the day as known. Stands under every figure. */
export function SourceLine(props: {
  sources: readonly Source[]
  /** The day in words: "stand per 12 april 2023". */
  known?: string
  note?: Child
  provisional?: boolean
}) {
  return (
    <p class="sv-bron">
      {props.sources.length > 1 ? 'Bronnen: ' : 'Bron: '}
      {props.sources.length === 0 ? 'niet vastgelegd' : null}
      {props.sources.map((source, index) => (
        <>
          {index > 0 ? '; ' : ''}
          {source.href ? (
            <a href={source.href}>{place(source, props.sources[index - 1])}</a>
          ) : (
            place(source, props.sources[index - 1])
          )}
        </>
      ))}
      .{props.known ? ` Stand per ${props.known}.` : ''}
      {props.provisional ? ' * voorlopig cijfer.' : ''}
      {props.note ? <> {props.note}</> : null}
    </p>
  )
}

// A document is named once for all its lines that follow each other.
function place(source: Source, previous: Source | undefined): string {
  if (!source.lines) return source.document
  const lines = `${source.lines.includes('-') ? 'regels' : 'regel'} ${source.lines.replace('-', ' tot en met ')}`
  return previous?.lines && previous.document === source.document ? lines : `${source.document}, ${lines}`
}
