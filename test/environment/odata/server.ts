import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BadFilter, type Row, readFilter } from './filter'
import { type AnyTable, allHold, rowsOf } from './table'

/** What goes wrong from now on; a test turns it on and off. Numbers count down to nothing. */
export type Faults = {
  /** So many answers of rows are 500. */
  broken: number
  /** So many answers of rows break off half way. */
  cutOff: number
  /** So many connections are closed without an answer. */
  reset: number
  /** So many answers of rows wait this long. */
  slow: { times: number; ms: number }
  /** The lists give keys without their spaces, so that a filter with them finds nothing. */
  unpadded: boolean
  /** `odata.nextLink` names a host inside the source's own network. */
  innerHost: boolean
  /** Columns of the rows and of DataProperties get another name. */
  renamed: Readonly<Record<string, string>>
  /** The feed stops after its first page, without a link to the next. */
  firstPageOnly: boolean
  /** The table changes after so many answers of rows. */
  changesAfter: number | null
}

export type ODataServer = {
  readonly url: string
  readonly faults: Faults
  /** Every address that was asked, without the host. */
  readonly asked: string[]
  /** Serves another version of a table from now on. */
  serve(table: AnyTable): void
  close(): Promise<void>
}

/** The host that addresses of the source sometimes name, and that nobody outside can reach. */
const innerHost = 'dataderden.prod.cbsp.nl'
const apiLimit = 10_000

/** A server that answers as the police's does: `/ODataApi/odata/TABLE` and `/ODataFeed/odata/TABLE`. */
export async function serveOData(tables: readonly AnyTable[], pageRows = 10_000): Promise<ODataServer> {
  const served = new Map(tables.map((table) => [table.id.toUpperCase(), table]))
  const asked: string[] = []
  const faults: Faults = {
    broken: 0,
    cutOff: 0,
    reset: 0,
    slow: { times: 0, ms: 0 },
    unpadded: false,
    innerHost: false,
    renamed: {},
    firstPageOnly: false,
    changesAfter: null,
  }
  let origin = ''
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response).catch((fault: unknown) => {
      if (fault instanceof BadFilter) refuse(response, 400, fault.message)
      else refuse(response, 500, String(fault))
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', origin)
    const path = /^\/(ODataApi|ODataFeed)\/odata\/([A-Za-z0-9]+)(?:\/([A-Za-z$]+)(?:\/(\$count))?)?\/?$/i.exec(
      url.pathname,
    )
    const [, way = '', id = '', part, count] = path ?? []
    const table = served.get(id.toUpperCase())
    if (!path || !table) return refuse(response, 404, 'Resource not found for the segment.')
    const asks = (name: string) => url.searchParams.get(name)
    const isFeed = way.toLowerCase() === 'odatafeed'
    const wantsJson = asks('$format') === 'json' || /application\/json/.test(request.headers.accept ?? '')
    if (!wantsJson && !count && !isFeed) return refuse(response, 406, 'Unsupported media type requested.')
    if (!wantsJson && !count) return atom(response, `${origin}${url.pathname}`)

    const base = `${origin}/${isFeed ? 'ODataFeed' : 'ODataApi'}/odata/${table.id}`
    const metadata = (name: string) => `${base}/$metadata${name ? `#Cbs.OData.WebAPI.${name}` : ''}`
    if (!part) {
      const names = ['TableInfos', 'UntypedDataSet', 'TypedDataSet', 'DataProperties', 'CategoryGroups']
      const all = [...names, ...table.lists.map(({ name }) => name)]
      const value = all.map((name) => ({ name, url: `http://${innerHost}/ODataApi/odata/${table.id}/${name}` }))
      return json(response, { 'odata.metadata': metadata(''), value })
    }
    if (part === 'TypedDataSet')
      return typedRows(table, { asks, isFeed, count: count !== undefined, base, metadata, response })
    const entries = part === 'TableInfos' ? [table.info] : listOf(table, part)
    if (!entries) return refuse(response, 404, 'Resource not found for the segment.')
    const conditions = readConditions(asks('$filter'))
    const rows = entries.filter((entry) => allHold(conditions, entry as Row))
    if (count) return text(response, String(rows.length))
    json(response, { 'odata.metadata': metadata(part), value: rows })
  }

  function listOf(table: AnyTable, part: string): readonly Readonly<Record<string, unknown>>[] | null {
    if (part === 'CategoryGroups') return []
    if (part === 'DataProperties')
      return table.properties.map((property) => ({
        ...property,
        Key: faults.renamed[String(property.Key)] ?? property.Key ?? null,
      }))
    const list = table.lists.find(({ name }) => (faults.renamed[name] ?? name) === part)
    return list ? list.entries.map((entry) => (faults.unpadded ? { ...entry, Key: entry.Key.trim() } : entry)) : null
  }

  type RowsAsked = {
    asks(name: string): string | null
    isFeed: boolean
    count: boolean
    base: string
    metadata(name: string): string
    response: ServerResponse
  }
  async function typedRows(table: AnyTable, { asks, isFeed, count, base, metadata, response }: RowsAsked) {
    if (faults.reset > 0) {
      faults.reset--
      return void response.socket?.destroy()
    }
    if (faults.broken > 0) {
      faults.broken--
      return refuse(response, 500, 'An error has occurred.')
    }
    if (faults.slow.times > 0) {
      faults.slow.times--
      await new Promise((done) => setTimeout(done, faults.slow.ms))
    }
    if (faults.changesAfter !== null && faults.changesAfter-- === 0) {
      faults.changesAfter = null
      served.set(table.id.toUpperCase(), { ...table, info: { ...table.info, Modified: '2099-01-15T02:00:00' } })
    }
    const skip = Number(asks('$skip') ?? 0)
    const top = asks('$top') === null ? Number.POSITIVE_INFINITY : Number(asks('$top'))
    const limit = isFeed ? Math.min(top, pageRows) : top
    const rows: Row[] = []
    let seen = 0
    let more = false
    for (const row of rowsOf(table, asks('$filter'))) {
      if (++seen <= skip) continue
      if (count) continue
      if (rows.length >= limit) {
        more = top > limit
        break
      }
      rows.push(row)
      if (!isFeed && rows.length > apiLimit)
        return refuse(response, 500, `The query returns more than ${apiLimit} records.`)
    }
    if (count) return text(response, String(seen))
    const columns = asks('$select')
      ?.split(',')
      .map((name) => name.trim())
    const value = rows.map((row) => shaped(row, columns))
    const body: Record<string, unknown> = { 'odata.metadata': metadata('TypedDataSet'), value }
    if (isFeed && more && !faults.firstPageOnly) {
      const query = ['$format', '$filter', '$select'].flatMap((name) => {
        const given = asks(name)
        return given === null ? [] : [`${name}=${encodeURIComponent(given)}`]
      })
      const host = faults.innerHost ? `http://${innerHost}/ODataFeed/odata/${table.id}` : base
      body['odata.nextLink'] = `${host}/TypedDataSet?${[...query, `$skip=${skip + limit}`].join('&')}`
    }
    if (faults.cutOff > 0) {
      faults.cutOff--
      const whole = JSON.stringify(body)
      return text(response, whole.slice(0, whole.length / 2), 'application/json;odata=minimalmetadata')
    }
    json(response, body)
  }

  function shaped(row: Row, columns: readonly string[] | undefined): Record<string, unknown> {
    const renamed = Object.entries(row).map(([name, value]) => [faults.renamed[name] ?? name, value] as const)
    if (!columns) return Object.fromEntries(renamed)
    const known = new Map(renamed)
    return Object.fromEntries(
      columns.map((name) => {
        if (!known.has(name)) throw new BadFilter(`Could not find a property named '${name}'.`)
        return [name, known.get(name)]
      }),
    )
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    faults,
    asked,
    serve: (table) => void served.set(table.id.toUpperCase(), table),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const readConditions = (filter: string | null) => (filter ? readFilter(filter) : [])

function text(response: ServerResponse, body: string, type = 'text/plain;charset=utf-8') {
  response.writeHead(200, { 'content-type': type }).end(body)
}

function json(response: ServerResponse, body: unknown) {
  text(response, JSON.stringify(body), 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8')
}

function atom(response: ServerResponse, id: string) {
  const body = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id></feed>`
  text(response, body, 'application/atom+xml;type=feed;charset=utf-8')
}

function refuse(response: ServerResponse, status: number, value: string) {
  const body = { 'odata.error': { code: '', message: { lang: 'en-US', value } } }
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' }).end(JSON.stringify(body))
}
