import type { Child } from 'hono/jsx'

export type Crumb = { readonly label: string; readonly href?: string }

/** Where the reader is. Named by `aria-label`: a hidden heading would stand in the outline. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav class="utrecht-breadcrumb-nav" aria-label="U bent hier">
      <ol class="utrecht-breadcrumb-nav__list">
        {items.map((item, index) => (
          <li class="utrecht-breadcrumb-nav__item">
            {item.href && index < items.length - 1 ? (
              <a class="utrecht-breadcrumb-nav__link" href={item.href}>
                {item.label}
              </a>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type TabItem = {
  readonly label: Child
  readonly href: string
  readonly current?: boolean
  readonly count?: number
}

/** Views of one subject. Tabs are links, so each view has an address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label}>
      <ul class="sv-tabs">
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span class="sv-tabs__aantal"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Links to the parts of a long page. */
export function Bookmarks(props: { label?: string; items: readonly { label: Child; href: string }[] }) {
  return (
    <nav aria-label={props.label ?? 'Op deze pagina'}>
      <ul class="sv-bladwijzers">
        {props.items.map((item) => (
          <li>
            <a class="nl-link" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Pages of a long list: the first, the last and those around the present one. Nothing when there is one page. */
export function Pagination(props: { page: number; pages: number; href: (page: number) => string; label?: string }) {
  const { page, pages, href } = props
  if (pages < 2) return null
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return (
    <nav class="utrecht-pagination" aria-label={props.label ?? 'Bladzijden'}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          Vorige
        </a>
      ) : null}
      {shown.map((n, index) => (
        <>
          {index > 0 && n - (shown[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
          <a href={href(n)} aria-label={`Bladzijde ${n}`} aria-current={n === page ? 'page' : undefined}>
            {n}
          </a>
        </>
      ))}
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          Volgende
        </a>
      ) : null}
    </nav>
  )
}
