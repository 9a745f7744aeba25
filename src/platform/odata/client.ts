import { z } from 'zod'
import { type Call, goodManners, type Manners, politeCalls } from './call'
import { ODataFault } from './fault'

/** What a table says about itself. */
export type TableInfo = {
  readonly title: string
  /** The source's own date of change, as it gives it: `2024-08-15T02:00:00`, Dutch time. */
  readonly modified: string
}
/** A column of a table: a dimension or a topic. */
export type Property = { readonly type: string; readonly key: string; readonly title: string }
/** An entry of a dimension. `key` is exactly as the source gives it, with its spaces: a filter needs it so. */
export type ListEntry = {
  readonly key: string
  readonly title: string
  /** The other columns of the list, as text. */
  readonly more: Readonly<Record<string, string>>
}
export type DataRow = Readonly<Record<string, string | number | null>>
export type RowQuery = { readonly filter: string; readonly select: readonly string[] }

/** A client of one OData v3 source. It asks one thing at a time and follows no host but the one it was given. */
export type ODataClient = {
  info(table: string): Promise<TableInfo>
  properties(table: string): Promise<Property[]>
  list(table: string, dimension: string): Promise<ListEntry[]>
  /**
   * The rows of a filter. `expected` says how many there will be: what fits in one answer is asked in one, more is asked page
   * by page.
   */
  rows(table: string, query: RowQuery, expected: number): Promise<DataRow[]>
}

/** The source refuses to give more than this in one answer, and makes pages of as many. */
const answerLimit = 10_000
/** Never more pages than this for one question: a source that keeps pointing on would keep us for ever. */
const mostPages = 1_000

const infoShape = z.object({ Title: z.string(), Modified: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/) })
const propertyShape = z.object({ Type: z.string(), Key: z.string().nullish(), Title: z.string().nullish() })
const entryShape = z.looseObject({ Key: z.string(), Title: z.string().nullish() })

export function openOData(base: string, manners: Partial<Manners> = {}, signal?: AbortSignal): ODataClient {
  const origin = base.replace(/\/+$/, '')
  const call: Call = politeCalls({ ...goodManners, ...manners }, signal)
  const address = (
    service: 'ODataApi' | 'ODataFeed',
    table: string,
    part: string,
    query: Readonly<Record<string, string>> = {},
  ) => {
    const url = new URL(`${origin}/${service}/odata/${encodeURIComponent(table)}/${encodeURIComponent(part)}`)
    // Spaces as %20: the source does not read a plus as one.
    url.search = Object.entries({ $format: 'json', ...query })
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
    return url
  }
  async function entries<Shape extends z.ZodType>(table: string, part: string, shape: Shape) {
    const read = z.array(shape).safeParse((await page(call, address('ODataApi', table, part))).value)
    if (!read.success) throw new ODataFault('unreadable', `${table}/${part} has other columns than expected`)
    return read.data
  }
  return {
    async info(table) {
      const [first] = await entries(table, 'TableInfos', infoShape)
      if (!first) throw new ODataFault('unreadable', `${table} says nothing about itself`)
      return { title: first.Title, modified: first.Modified }
    },
    async properties(table) {
      const found = await entries(table, 'DataProperties', propertyShape)
      return found.map(({ Type, Key, Title }) => ({ type: Type, key: Key ?? '', title: Title ?? '' }))
    },
    async list(table, dimension) {
      const found = await entries(table, dimension, entryShape)
      return found.map(({ Key, Title, ...more }) => ({
        key: Key,
        title: (Title ?? '').trim(),
        more: Object.fromEntries(
          Object.entries(more).map(([name, value]) => [name, value === null ? '' : String(value)]),
        ),
      }))
    },
    async rows(table, { filter, select }, expected) {
      const query = { $filter: filter, $select: select.join(', ') }
      if (expected <= answerLimit)
        return (await page(call, address('ODataApi', table, 'TypedDataSet', query))).value as DataRow[]
      const rows: DataRow[] = []
      let next: URL | null = address('ODataFeed', table, 'TypedDataSet', query)
      for (let pages = 0; next; pages++) {
        if (pages >= mostPages || rows.length > expected)
          throw new ODataFault('too-large', `${table} gives more than the ${expected} rows that were expected`)
        const { value, link } = await page(call, next)
        for (const row of value as DataRow[]) rows.push(row)
        next = link === undefined ? null : onOwnHost(link, origin, table)
      }
      return rows
    },
  }
}

type Page = { readonly value: readonly unknown[]; readonly link: string | undefined }

async function page(call: Call, url: URL): Promise<Page> {
  const body = (await call(url)) as { value?: unknown; 'odata.nextLink'?: unknown } | null
  const link = body?.['odata.nextLink']
  if (!Array.isArray(body?.value) || (link !== undefined && typeof link !== 'string'))
    throw new ODataFault('unreadable', `${url.host}${url.pathname} answered without a list of values`)
  return { value: body.value, link }
}

/**
 * The address of the next page, on the host we were given: the source sometimes names one inside its own network, and a host
 * that nobody configured is never asked. Of another table or service it is refused.
 */
function onOwnHost(link: string, origin: string, table: string): URL {
  const base = new URL(origin)
  const named = URL.canParse(link, `${origin}/`) ? new URL(link, `${origin}/`) : null
  const path = /\/ODataFeed\/odata\/([^/]+)\/TypedDataSet$/i.exec(named?.pathname ?? '')
  if (!named || path?.[1]?.toUpperCase() !== table.toUpperCase())
    throw new ODataFault('elsewhere', `${table} points to a page of something else`)
  const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path[0]}`)
  url.search = named.search
  return url
}
