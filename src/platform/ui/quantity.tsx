import type { Child } from 'hono/jsx'
import { Tag } from './text'
import { type Qualifier, qualified, quantity } from './wording'

/** A number as everywhere on screen: the count first, the old value behind it. Null is "onbekend", never zero. */
export function Quantity(props: {
  value: number | null
  unit?: string
  qualifier?: Qualifier
  was?: number | null
  wasPeriod?: string
  provisional?: boolean
  example?: boolean
  decimals?: number
}) {
  const { value, unit, was, decimals } = props
  if (value === null) return <span class="sv-weet-niet">onbekend</span>
  return (
    <>
      <span class="sv-c">
        {qualified(props.qualifier, quantity(value, unit, decimals))}
        {props.provisional ? <Provisional /> : null}
      </span>
      {was === undefined || was === null ? null : (
        <>
          {' '}
          <span class="sv-was">
            (was {quantity(was, unit, decimals)}
            {props.wasPeriod ? ` in ${props.wasPeriod}` : ''})
          </span>
        </>
      )}
      {props.example ? (
        <>
          {' '}
          <Tag />
        </>
      ) : null}
    </>
  )
}

/** The star of a provisional figure; the source line explains it. */
function Provisional() {
  return (
    <>
      <span aria-hidden="true">*</span>
      <span class="sv-onzichtbaar"> voorlopig</span>
    </>
  )
}

export type KeyFigure = {
  readonly label: Child
  readonly value: Child
  readonly note?: Child
  readonly href?: string
}

/** A few figures that carry a page, in a row: the number, what it counts, what it means. */
export function KeyFigures({ items }: { items: readonly KeyFigure[] }) {
  return (
    <dl class="sv-kerncijfers">
      {items.map((item) => (
        <div>
          <dt>
            {item.href ? (
              <a class="nl-link sv-doel24" href={item.href}>
                {item.label}
              </a>
            ) : (
              item.label
            )}
          </dt>
          <dd class="sv-kerncijfers__waarde">{item.value}</dd>
          {item.note ? <dd class="sv-kerncijfers__noot">{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
