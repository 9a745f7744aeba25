/** What was asked of a view of the region: a type, a last month, a day of knowledge; empty is the usual. */
export type AskedView = { readonly soort?: string; readonly tot?: string; readonly bekendOp?: string }

const withQuery = (path: string, asked: AskedView) => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return query.size > 0 ? `${path}?${query}` : path
}
export const comparisonAddress = (asked: AskedView = {}) => withQuery('/veiligheidsbeelden/vergelijken', asked)
export const mapAddress = (asked: AskedView = {}) => withQuery('/veiligheidsbeelden/kaart', asked)
export const typeAddress = (type: string, asked: Omit<AskedView, 'soort'> = {}) =>
  withQuery(`/veiligheidsbeelden/soorten/${encodeURIComponent(type)}`, asked)
export const ownComparisonAddress = (code: string, asked: AskedView = {}) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/vergelijking`, asked)
