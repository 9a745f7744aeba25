import type { Child } from 'hono/jsx'

/** Terms with their values, one line each. */
export function DataList({ items }: { items: readonly { term: Child; value: Child }[] }) {
  return (
    <dl class="utrecht-data-list utrecht-data-list--rows">
      {items.map((item) => (
        <div class="utrecht-data-list__item">
          <dt class="utrecht-data-list__item-key">{item.term}</dt>
          <dd class="utrecht-data-list__item-value">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
