import type { Child } from 'hono/jsx'

type Level = 1 | 2 | 3 | 4

/** A heading; `look` sets the size apart from the level in the outline. */
export function Heading(props: { level: Level; children: Child; id?: string; look?: Level }) {
  const name = `nl-heading nl-heading--level-${props.look ?? props.level}`
  const Tag = `h${props.level}` as 'h1'
  return (
    <Tag class={name} id={props.id}>
      {props.children}
    </Tag>
  )
}

/** The opening sentence: what this page says and what it means. */
export function Lead({ children }: { children: Child }) {
  return <p class="nl-paragraph nl-paragraph--lead">{children}</p>
}

export function Paragraph(props: { children: Child; small?: boolean; quiet?: boolean }) {
  const name = `nl-paragraph${props.small ? ' sv-klein' : ''}${props.quiet ? ' sv-stil' : ''}`
  return <p class={name}>{props.children}</p>
}

/** What a person says, in serif, signed with a function and a date (already worded). */
export function Voice(props: { children: Child; by: Child; on?: string }) {
  return (
    <div class="sv-stem">
      <p class="sv-mens">{props.children}</p>
      <p class="sv-hand">
        {props.by}
        {props.on ? `, ${props.on}` : ''}
      </p>
    </div>
  )
}

/** A plain list. */
export function List({ items, small }: { items: readonly Child[]; small?: boolean }) {
  return (
    <ul class={`utrecht-unordered-list${small ? ' sv-klein' : ''}`}>
      {items.map((item) => (
        <li class="utrecht-unordered-list__item">{item}</li>
      ))}
    </ul>
  )
}

/** A link in running text. */
export function TextLink({ href, children }: { href: string; children: Child }) {
  return (
    <a class="nl-link" href={href}>
      {children}
    </a>
  )
}

/** A link that stands alone, in a list or a table cell: at least 24 px high. */
export function ListLink({ href, children }: { href: string; children: Child }) {
  return (
    <a class="nl-link sv-doel24" href={href}>
      {children}
    </a>
  )
}

/** A dashed tag: what it marks is invented. */
export function Tag({ children = 'voorbeeld' }: { children?: Child }) {
  return <span class="sv-voorbeeld">{children}</span>
}

export function Code({ children }: { children: Child }) {
  return <code class="nl-code">{children}</code>
}

/** For screen readers only. */
export function Hidden({ children }: { children: Child }) {
  return <span class="sv-onzichtbaar">{children}</span>
}

/** Lines of code to take over, as they are; the region scrolls sideways on a phone. `label` says in what language. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <section class="sv-codeblok" aria-label={label} tabindex={0}>
      <pre>
        <code>{code}</code>
      </pre>
    </section>
  )
}
