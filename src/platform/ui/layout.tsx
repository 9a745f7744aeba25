import type { Child } from 'hono/jsx'
import { Heading, Lead } from './text'

/** The top of a home page: words on the left, a drawing (a map) on the right, under each other on a phone. */
export function Front(props: { title: Child; lead: Child; children?: Child; figure: Child }) {
  return (
    <div class="sv-thuis">
      <div class="sv-thuis__tekst">
        <Heading level={1}>{props.title}</Heading>
        <Lead>{props.lead}</Lead>
        {props.children}
      </div>
      {props.figure}
    </div>
  )
}

/** A drawing with its finding above and its source below. */
export function Figure(props: { id: string; title: Child; measure?: Child; children: Child; source?: Child }) {
  return (
    <figure class="sv-figuur" id={props.id} aria-labelledby={`${props.id}-kop`}>
      <figcaption id={`${props.id}-kop`}>
        {props.title}
        {props.measure ? <span> {props.measure}</span> : null}
      </figcaption>
      {props.children}
      {props.source}
    </figure>
  )
}

/** A picture with what it shows in words for who does not see it, and its caption. */
export function Picture(props: { src: string; alt: string; caption: Child; width?: number; height?: number }) {
  return (
    <figure class="sv-beeld">
      <img src={props.src} alt={props.alt} width={props.width} height={props.height} loading="lazy" />
      <figcaption>{props.caption}</figcaption>
    </figure>
  )
}

/** A subject with a line above it, for a few beside or under each other. */
export function Block(props: { title: Child; children: Child; id?: string; level?: 2 | 3 }) {
  return (
    <div class="sv-blok" id={props.id}>
      <Heading level={props.level ?? 2} look={3}>
        {props.title}
      </Heading>
      {props.children}
    </div>
  )
}

/** Details on demand. Links to something inside open it. */
export function Fold(props: { label: Child; children: Child; open?: boolean }) {
  return (
    <details class="sv-open" open={props.open ? true : undefined}>
      <summary>
        <span>{props.label}</span>
      </summary>
      <div>{props.children}</div>
    </details>
  )
}

/** Records under each other with a line between: search results, a list of actions with their words. */
export function RowList({ items }: { items: readonly { id?: string; content: Child }[] }) {
  return (
    <ul class="sv-lijst">
      {items.map((item) => (
        <li id={item.id}>{item.content}</li>
      ))}
    </ul>
  )
}

export type ColumnListItem = { readonly label: Child; readonly href?: string; readonly value?: Child }

/** Many short names in columns, with a number or a sign behind each: the municipalities of a region. */
export function ColumnList(props: {
  groups: readonly {
    readonly title?: Child
    readonly note?: Child
    readonly items: readonly ColumnListItem[]
  }[]
  level?: 3 | 4
}) {
  return (
    <div class="sv-kolomlijst">
      {props.groups.map((group) => (
        <div>
          {group.title ? (
            <Heading level={props.level ?? 3} look={4}>
              {group.title}
              {group.note ? <span class="sv-stil sv-klein"> {group.note}</span> : null}
            </Heading>
          ) : null}
          <ul class="sv-gemlijst">
            {group.items.map((item) => (
              <li class="sv-gemrij">
                {item.href ? (
                  <a class="nl-link sv-doel24" href={item.href}>
                    {item.label}
                  </a>
                ) : (
                  <span>{item.label}</span>
                )}
                {item.value ? <span class="sv-gemrij__c">{item.value}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
