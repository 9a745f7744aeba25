import type { Child } from 'hono/jsx'
import { Icon } from './icon'

/** What is missing and what the reader can do about it. */
export function EmptyState(props: {
  title: Child
  children?: Child
  action?: { readonly label: Child; readonly href: string }
}) {
  return (
    <div class="sv-leeg">
      <p>
        <strong>{props.title}</strong> {props.children}
      </p>
      {props.action ? (
        <p>
          <a class="nl-link sv-doel24" href={props.action.href}>
            {props.action.label}
          </a>
        </p>
      ) : null}
    </div>
  )
}

const kinds = {
  info: '',
  done: ' utrecht-alert--gelukt',
  attention: ' utrecht-alert--let-op',
  error: ' utrecht-alert--fout',
}

/** Something the reader must know. `announce` reads it out when the page opens: for the answer to a form. */
export function Notice(props: {
  children: Child
  kind?: 'info' | 'done' | 'attention' | 'error'
  title?: Child
  announce?: boolean
}) {
  const kind = props.kind ?? 'info'
  const role = props.announce ? (kind === 'error' ? 'alert' : 'status') : undefined
  return (
    <div class={`utrecht-alert${kinds[kind]}`} role={role}>
      <p>
        {kind === 'done' ? <Icon name="check" /> : kind === 'error' ? <Icon name="error" /> : null}{' '}
        {props.title ? <strong>{props.title}</strong> : null} {props.children}
      </p>
    </div>
  )
}

/** The answer to a form when somebody else kept something first: `children` say who and what. Both stand below it. */
export const KeptMeanwhile = (props: { children: Child }) => (
  <Notice kind="attention" announce title="Er is nog niets bewaard.">
    {props.children} Dat ziet u hieronder, en wat u invulde staat er nog. Maak er één geheel van en bewaar opnieuw.
  </Notice>
)

/** Long work: how far, how long still, and that the reader may leave. */
export function Progress(props: { id: string; label: Child; value: number; max: number; note?: Child }) {
  return (
    <div class="sv-voortgang">
      <label for={props.id}>
        <strong>{props.label}</strong>
      </label>
      <progress id={props.id} max={props.max} value={props.value}>
        {props.value} van {props.max}
      </progress>
      <p class="sv-klein sv-stil">
        {props.value} van {props.max} klaar. {props.note}
      </p>
    </div>
  )
}
