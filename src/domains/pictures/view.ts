import { withQuery } from '../../kernel/address'
import type { Day } from '../../kernel/day'

/** What was asked of a view of the region: a type, a last month, a day of knowledge, a day of the division; empty is the usual. */
export type AskedView = {
  readonly soort?: string
  readonly tot?: string
  readonly bekendOp?: string
  readonly geldigOp?: string
}

/** The days asked for, as far as they are not today. */
export const daysAsked = (asked: { readonly knownOn: Day; readonly validOn: Day; readonly today: Day }) => ({
  ...(asked.knownOn === asked.today ? {} : { bekendOp: asked.knownOn }),
  ...(asked.validOn === asked.today ? {} : { geldigOp: asked.validOn }),
})

export const picturesAddress = (asked: AskedView = {}) => withQuery('/veiligheidsbeelden', asked)
export const comparisonAddress = (asked: AskedView = {}) => withQuery('/veiligheidsbeelden/vergelijken', asked)
/** The funnel as a file; with a municipality it has a ring. */
export const funnelFileAddress = (kind: 'svg' | 'png', asked: AskedView, here = '') =>
  withQuery(
    here
      ? `/veiligheidsbeelden/${encodeURIComponent(here)}/vergelijking/trechter.${kind}`
      : `/veiligheidsbeelden/vergelijken/trechter.${kind}`,
    asked,
  )
/** The map as a file. */
export const mapFileAddress = (kind: 'svg' | 'png', asked: AskedView) =>
  withQuery(`/veiligheidsbeelden/kaart/kaartbeeld.${kind}`, asked)
export const mapAddress = (asked: AskedView = {}) => withQuery('/veiligheidsbeelden/kaart', asked)
export const typeAddress = (type: string, asked: Omit<AskedView, 'soort'> = {}) =>
  withQuery(`/veiligheidsbeelden/soorten/${encodeURIComponent(type)}`, asked)
export const ownComparisonAddress = (code: string, asked: AskedView = {}) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/vergelijking`, asked)
