import type { Child } from 'hono/jsx'
import { Icon } from './icon'
import { Status } from './status'
import { Heading } from './text'

/** How whole a link of the chain is. */
export type LinkState = 'complete' | 'partial' | 'missing'

const marks: Record<LinkState, string> = { complete: '', partial: 'sv-los', missing: 'sv-weg' }
const words: Record<LinkState, string> = { complete: 'compleet', partial: 'deels', missing: 'ontbreekt' }

/** The chain in one row: an open pill is a thing, a solid dash is a joint, dashed or dotted is missing. */
export function ChainRibbon(props: {
  label: string
  links: readonly {
    readonly name: string
    readonly state: LinkState
    readonly coverage?: Child
    readonly href?: string
    readonly current?: boolean
  }[]
}) {
  return (
    <nav aria-label={props.label}>
      <ol class="sv-ketenlint">
        {props.links.map((link) => (
          <li class={`${marks[link.state]}${link.current ? ' sv-nu' : ''}`.trim() || undefined}>
            <div>
              {link.href ? (
                <a href={link.href} aria-current={link.current ? 'true' : undefined}>
                  {link.name}
                </a>
              ) : (
                <b>{link.name}</b>
              )}
              <span>{link.coverage ?? words[link.state]}</span>
            </div>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One end of a joint. `ground` says how it is known: "volgens de bron" or "zelfde onderwerp". */
export type ChainEnd = { readonly label: Child; readonly href?: string; readonly ground?: string }

export type ChainLink = {
  readonly id: string
  /** The kind of link: "Cijfer". */
  readonly name: string
  readonly state: LinkState
  readonly coverage?: Child
  readonly title: Child
  readonly children: Child
  readonly from?: readonly ChainEnd[]
  readonly to?: readonly ChainEnd[]
}

function Ends({ title, icon, ends }: { title: string; icon: 'left' | 'right'; ends: readonly ChainEnd[] }) {
  return (
    <div>
      <b>
        <Icon name={icon} /> {title}
      </b>
      {ends.map((end) => (
        <span>
          {end.href ? (
            <a class="nl-link" href={end.href}>
              {end.label}
            </a>
          ) : (
            end.label
          )}
          {end.ground ? <small>{end.ground}</small> : null}
        </span>
      ))}
    </div>
  )
}

/** The chain from top to bottom; beside each link where it comes from and what it leads to. */
export function Chain({ links }: { links: readonly ChainLink[] }) {
  return (
    <ol class="sv-keten">
      {links.map((link, index) => (
        <li
          class={`sv-schakel${link.state === 'missing' ? ' sv-schakel--ontbreekt' : link.state === 'partial' ? ' sv-schakel--los' : ''}`}
          id={link.id}
        >
          <p class="sv-schakel__stap">
            <span>
              {index + 1} van {links.length}: <b>{link.name}</b>
            </span>
            <Status is={link.state} />
            {link.coverage ? <span>{link.coverage}</span> : null}
          </p>
          <Heading level={2}>{link.title}</Heading>
          <div class="sv-schakel__in">
            <div class="sv-stapel">{link.children}</div>
            {link.from?.length || link.to?.length ? (
              <div class="sv-richting">
                {link.from?.length ? <Ends title="Komt van" icon="left" ends={link.from} /> : null}
                {link.to?.length ? <Ends title="Leidt tot" icon="right" ends={link.to} /> : null}
              </div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A few links in a row with text below each: afgesproken, gedaan, wat kwam ervan. */
export function JointRow(props: {
  title: Child
  steps: readonly { readonly label: string; readonly state: LinkState; readonly children: Child }[]
  id?: string
  level?: 2 | 3
}) {
  const level = props.level ?? 3
  const Sub = level === 2 ? 'h3' : 'h4'
  return (
    <div class="sv-driekolom" id={props.id}>
      <Heading level={level} look={3}>
        {props.title}
      </Heading>
      {props.steps.map((step) => (
        <div
          class={`sv-joint${step.state === 'missing' ? ' sv-joint--weg sv-joint--los' : step.state === 'partial' ? ' sv-joint--los' : ''}`}
        >
          <Sub>{step.label}</Sub>
          <div>{step.children}</div>
        </div>
      ))}
    </div>
  )
}
