import type { Child } from 'hono/jsx'
import { Icon } from './icon'

/** One line for a long run of "onbekend": how many, of what, and the list for who wants it. */
export function FoldedUnknowns(props: { count: number; label: Child; children: Child }) {
  return (
    <details class="sv-open sv-open--onbekend">
      <summary>
        <Icon name="unknown" />
        <span>
          <b>{props.count}</b> {props.label}
        </span>
      </summary>
      <div>{props.children}</div>
    </details>
  )
}
