import type { Child } from 'hono/jsx'

/** What happened, in order; `when` is already worded. */
export function Timeline({ items }: { items: readonly { when: Child; children: Child }[] }) {
  return (
    <ol class="sv-tijdlijn">
      {items.map((item) => (
        <li>
          <span>{item.when}</span>
          <div>{item.children}</div>
        </li>
      ))}
    </ol>
  )
}
