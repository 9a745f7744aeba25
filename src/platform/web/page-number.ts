/** The page that `?pagina=` asks for, from 1; null when it is no number of a page, or one no list is long enough for. */
export function pageNumber(query: URLSearchParams): number | null {
  const text = query.get('pagina') ?? '1'
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}
