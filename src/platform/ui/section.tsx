import type { Child } from 'hono/jsx'
import { Heading, Lead } from './text'

/** The top of a page: its one h1, the sentence that says what it means, and a row of quiet facts. */
export function Opening(props: {
  title: Child
  lead?: Child
  meta?: readonly Child[]
  locator?: Child
  children?: Child
}) {
  const text = (
    <>
      <Heading level={1}>{props.title}</Heading>
      {props.lead ? <Lead>{props.lead}</Lead> : null}
      {props.meta && props.meta.length > 0 ? (
        <ul class="sv-meta">
          {props.meta.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
  if (!props.locator) {
    return (
      <div class="sv-opening">
        {text}
        {props.children}
      </div>
    )
  }
  return (
    <div class="sv-opening sv-opening--plek">
      <div class="sv-stapel">{text}</div>
      {props.locator}
      {props.children ? <div class="sv-opening__rest">{props.children}</div> : null}
    </div>
  )
}

/** A part of a page: heading and one grey sentence in the left margin, content beside it. `full` uses the whole width. */
export function Section(props: {
  title: Child
  children: Child
  id?: string
  intro?: Child
  full?: boolean
  level?: 2 | 3
  /** Only links to press, so of no use on paper. */
  offPaper?: boolean
}) {
  const look = `sv-sectie${props.full ? ' sv-sectie--vol' : ''}${props.offPaper ? ' sv-niet-op-papier' : ''}`
  const headingId = props.id ? `${props.id}-kop` : undefined
  return (
    <section class={look} id={props.id} aria-labelledby={headingId}>
      <div class="sv-sectie__kop">
        <Heading level={props.level ?? 2} look={2} id={headingId}>
          {props.title}
        </Heading>
        {props.intro ? <p>{props.intro}</p> : null}
      </div>
      <div class="sv-sectie__inhoud">{props.children}</div>
    </section>
  )
}

/** Two columns when there is room for them. */
export function Columns({ children }: { children: Child }) {
  return <div class="sv-twee">{children}</div>
}

/** Things under each other with even room between. */
export function Stack({ children, tight }: { children: Child; tight?: boolean }) {
  return <div class={`sv-stapel${tight ? ' sv-stapel--klein' : ''}`}>{children}</div>
}
