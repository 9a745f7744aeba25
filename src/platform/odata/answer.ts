import type { Ask } from '../web/ask'
import { type Cube, observationColumns, type PublishedCube } from './cube'
import { passes, QueryFault } from './filter'
import { metadataText } from './metadata'
import { readPage } from './page'
import { readQuery, tokenOf } from './query'
import { catalogueRow, datasetRow, type Holder, propertiesOf, type SetRow, setsOf } from './sets'

export const odataRoot = '/api/odata/v1'
/** As many rows as CBS gives in one answer. */
const largestPage = 100_000

/** What is served: the datasets, and who holds them. */
export type Served = { readonly cubes: readonly PublishedCube[]; readonly holder: (ask: Ask) => Holder }

/** Answers an address under the root, by what stands behind it: `MNL`, `metingen`, `Observations`. */
export async function answerOData(served: Served, ask: Ask, path: readonly string[]): Promise<Response> {
  try {
    return (await answered(served, ask, path)) ?? fault(404, 'Dit adres bestaat niet in deze dienst.')
  } catch (wrong) {
    if (wrong instanceof QueryFault) return fault(400, wrong.message)
    throw wrong
  }
}

async function answered(served: Served, ask: Ask, path: readonly string[]): Promise<Response | null> {
  const holder = served.holder(ask)
  const [first, second, third] = path
  if (first === undefined) return serviceDocument(ask, '', ['Catalogs', 'Datasets'])
  if (first === 'Catalogs') {
    if (second === undefined) return answerSet(ask, 'Catalogs', [catalogueRow(holder)])
    return second === holder.catalogue ? singleton(ask, 'Catalogs/$entity', catalogueRow(holder)) : null
  }
  if (first === 'Datasets' || (first === holder.catalogue && second === 'Datasets'))
    return answerSet(ask, 'Datasets', await datasetRows(served, holder, ask))
  if (first !== holder.catalogue) return null
  if (second === undefined) return serviceDocument(ask, `/${first}`, ['Datasets'])

  const found = served.cubes.find(({ identifier }) => identifier === second)
  return found ? answerDataset(ask, found, holder, third) : null
}

async function datasetRows({ cubes }: Served, holder: Holder, ask: Ask): Promise<SetRow[]> {
  return ask.read(async (tx) => {
    const rows: SetRow[] = []
    for (const { identifier, cube } of cubes) {
      const made = await cube(tx, ask)
      if (made) rows.push(datasetRow(identifier, made, await made.observationCount(tx), holder))
    }
    return rows
  })
}

async function answerDataset(
  ask: Ask,
  { identifier, cube }: PublishedCube,
  holder: Holder,
  set: string | undefined,
): Promise<Response | null> {
  const made = await ask.read((tx) => cube(tx, ask))
  if (!made) return null
  const own = `/${holder.catalogue}/${identifier}`
  const sets = setsOf(made)
  if (set === undefined) return serviceDocument(ask, own, [...sets.keys(), 'Observations', 'Properties'])
  if (set === '$metadata') return xml(metadataText(made, sets))
  if (set === 'Properties') {
    const count = await ask.read((tx) => made.observationCount(tx))
    return singleton(ask, 'Properties', propertiesOf(identifier, made, count, holder), own)
  }
  if (set === 'Observations') return answerObservations(ask, made, own)
  const rows = sets.get(set)
  return rows ? answerSet(ask, set, rows, own) : null
}

async function answerObservations(ask: Ask, cube: Cube, own: string): Promise<Response> {
  const query = readQuery(ask.query, observationColumns(cube))
  const preferred = /(?:odata\.)?maxpagesize=(\d{1,6})/.exec(ask.request.headers.get('prefer') ?? '')
  const size = Math.min(Math.max(Number(preferred?.[1] ?? largestPage), 1), largestPage)
  const { rows, next, count } = await ask.read((tx) => readPage(tx, cube.observations, query, size))
  const link = next && new URLSearchParams(ask.query)
  link?.set('$skiptoken', tokenOf(next as NonNullable<typeof next>))
  const head = [
    `"@odata.context":${JSON.stringify(contextOf(ask, 'Observations', own))}`,
    ...(count === null ? [] : [`"@odata.count":${count}`]),
  ]
  const tail = link ? [`"@odata.nextLink":${JSON.stringify(`${rootOf(ask)}${own}/Observations?${link}`)}`] : []
  return json(ask, `{${[...head, `"value":[${rows.join(',')}]`, ...tail].join(',')}}`)
}

/** A set that is small enough to answer whole. */
function answerSet(ask: Ask, name: string, rows: readonly SetRow[], own = ''): Response {
  const columns = Object.keys(rows[0] ?? {})
  const { filter, select, top, skip, count } = readQuery(ask.query, columns)
  const passing = rows.filter((row) => passes(filter, row as Record<string, string>))
  const value = passing
    .slice(skip, top === null ? undefined : skip + top)
    .map((row) => Object.fromEntries(select.map((column) => [column, row[column]])))
  return json(
    ask,
    JSON.stringify({
      '@odata.context': contextOf(ask, name, own),
      ...(count ? { '@odata.count': passing.length } : {}),
      value,
    }),
  )
}

function singleton(ask: Ask, name: string, row: SetRow, own = ''): Response {
  readQuery(ask.query, Object.keys(row))
  return json(ask, JSON.stringify({ '@odata.context': contextOf(ask, name, own), ...row }))
}

function serviceDocument(ask: Ask, own: string, sets: readonly string[]): Response {
  readQuery(ask.query, [])
  const value = sets.map((name) => ({ name, kind: name === 'Properties' ? 'Singleton' : 'EntitySet', url: name }))
  return json(ask, JSON.stringify({ '@odata.context': `${rootOf(ask)}${own}/$metadata`, value }))
}

const rootOf = ({ installation }: Ask) => `${installation.baseUrl}${odataRoot}`
const contextOf = (ask: Ask, name: string, own: string) => `${rootOf(ask)}${own}/$metadata#${name}`

const headers = { 'odata-version': '4.0', 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
const contentType = 'application/json; odata.metadata=minimal; charset=utf-8'
const json = (ask: Ask, text: string) => ask.file(text, contentType, headers)
const xml = (text: string) =>
  new Response(text, { headers: { ...headers, 'content-type': 'application/xml; charset=utf-8' } })

/** An error as OData v4 words it. */
function fault(status: 400 | 404, message: string): Response {
  const body = JSON.stringify({ error: { code: String(status), message } })
  return new Response(body, { status, headers: { ...headers, 'content-type': contentType } })
}
