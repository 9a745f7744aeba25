import type { Child } from 'hono/jsx'
import { Tag } from './text'

/** Left what was computed, right what a person makes of it, signed. Without a judgement it says so. */
export function Judgement(props: {
  computed: Child
  judgement?: { readonly text: Child; readonly by: string; readonly on: string }
  example?: boolean
  level?: 3 | 4
}) {
  const Head = `h${props.level ?? 3}` as 'h3'
  const { judgement } = props
  return (
    <div class="sv-oordeel">
      <div>
        <Head class="sv-h5">Berekend</Head>
        <p>{props.computed}</p>
      </div>
      <div>
        <Head class="sv-h5">Oordeel</Head>
        {judgement ? (
          <>
            <p class="sv-mens">{judgement.text}</p>
            <p class="sv-hand">
              {judgement.by}, {judgement.on} {props.example ? <Tag /> : null}
            </p>
          </>
        ) : (
          <p class="sv-stil">Hier heeft nog niemand een oordeel over gegeven.</p>
        )}
      </div>
    </div>
  )
}
