import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Opened, openRegion } from '../environment/region'

type Row = Record<string, string | number | null>
type Answer = { '@odata.context': string; '@odata.nextLink'?: string; '@odata.count'?: number; value: Row[] }

const host = 'http://localhost:3000'
const root = '/api/odata/v1'
let opened: Opened
beforeAll(async () => {
  opened = await openRegion({ figures: true })
})
afterAll(() => opened.close())

const ask = (address: string, headers?: Record<string, string>) => opened.get(address.replace(host, ''), headers)
async function json<T = Answer>(address: string, headers?: Record<string, string>): Promise<T> {
  const answer = await ask(address, headers)
  expect([address, answer.status, answer.headers.get('odata-version')]).toEqual([address, 200, '4.0'])
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  return (await answer.json()) as T
}
/** What R's URLencode does to an address: spaces, and nothing a query needs. */
const urlEncode = (address: string) => address.replaceAll(' ', '%20')
/** Follows `@odata.nextLink` to the end, as every client does. */
async function everything(address: string, headers?: Record<string, string>): Promise<Row[]> {
  const rows: Row[] = []
  for (let next: string | undefined = address; next; ) {
    const page: Answer = await json(next, headers)
    rows.push(...page.value)
    next = page['@odata.nextLink']
  }
  return rows
}
const datasets = ['misdrijfcijfers', 'metingen']

describe.each(datasets)('cbsodata4 of R reads %s', (id) => {
  const path = `${root}/MNL/${id}`

  test('finds it in the list of its catalogue: cbs4_get_datasets', async () => {
    const { value } = await json(`${root}/Datasets`)
    const row = value.find(({ Identifier, Catalog }) => Identifier === id && Catalog === 'MNL')
    // as.POSIXct must read these two.
    expect([row?.Modified, row?.ObservationsModified].map((text) => Date.parse(String(text)) > 0)).toEqual([true, true])
  })

  test('takes its description: cbs4_get_metadata', async () => {
    const names = (await json(path)).value.map(({ name }) => String(name))
    const sets = ['Dimensions', ...names.filter((name) => /Codes$|Groups$/.test(name))]
    const meta = new Map<string, Row[]>()
    for (const name of sets) meta.set(name, (await json(`${path}/${name}`)).value)
    const properties = await json<Row>(`${path}/Properties`)
    expect(properties).toMatchObject({ Identifier: id, Title: expect.any(String), License: expect.any(String) })

    const dimensions = meta.get('Dimensions') ?? []
    expect(dimensions.filter(({ Kind }) => Kind === 'TimeDimension').map(({ Identifier }) => Identifier)).toEqual([
      'Perioden',
    ])
    for (const { Identifier } of [...dimensions, { Identifier: 'Measure' }]) {
      const groups = new Set(meta.get(`${Identifier}Groups`)?.map(({ Id }) => Id))
      const codes = meta.get(`${Identifier}Codes`) ?? []
      expect(codes.length).toBeGreaterThan(0)
      expect(new Set(codes.map((code) => code.Identifier)).size).toBe(codes.length)
      for (const code of codes) expect(groups).toContain(code.DimensionGroupId ?? code.MeasureGroupId)
    }
    for (const measure of meta.get('MeasureCodes') ?? []) expect(measure.Unit).not.toBe('')
  })

  test('takes the rows in which every code is known: cbs4_get_observations', async () => {
    const { value: dimensions } = await json(`${path}/Dimensions`)
    const known = new Map<string, Set<unknown>>()
    for (const name of ['Measure', ...dimensions.map(({ Identifier }) => String(Identifier))])
      known.set(name, new Set((await json(`${path}/${name}Codes`)).value.map(({ Identifier }) => Identifier)))
    // cbs4_get_observations(id, Perioden = contains(c("2022MM11", "2021JJ00")))
    const filter = "(contains(Perioden,'2022MM11') or contains(Perioden,'2021JJ00'))"
    const rows = await everything(urlEncode(`${path}/Observations?$filter=${filter}`))
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      expect(Object.keys(row).slice(0, 5)).toEqual(['Id', 'Measure', 'ValueAttribute', 'Value', 'StringValue'])
      for (const [column, codes] of known) expect(codes).toContain(row[column])
      // It writes the rows as CSV without quotes.
      expect(Object.values(row).join('')).not.toMatch(/[,"\n]/)
    }
    // cbs4_get_data makes one cell of each measure and cell: none may occur twice.
    const cells = rows.map((row) => [...known.keys()].map((column) => row[column]).join())
    expect(new Set(cells).size).toBe(cells.length)
  })

  test('meets numbers of rows that agree', async () => {
    const { ObservationCount } = await json<Row>(`${path}/Properties`)
    const { '@odata.count': count } = await json(`${path}/Observations?$count=true&$top=1`)
    expect(count).toBe(ObservationCount)
  })
})

describe('cbsodata of Python', () => {
  test('joins the addresses of the service document to that of the dataset', async () => {
    const dataset = `${root}/MNL/metingen/`
    const { value } = await json(dataset)
    for (const { url, kind } of value) {
      const answer = await json<Row & { value?: Row[] }>(`${dataset}${url}`)
      expect([url, Array.isArray(answer.value)]).toEqual([url, kind === 'EntitySet'])
    }
    const metadata = await ask(`${dataset}$metadata`)
    expect(metadata.headers.get('content-type')).toContain('application/xml')
    expect(await metadata.text()).toContain('<EntityType Name="ObservationsType"><Key><PropertyRef Name="Id"/></Key>')
  })

  test('reads catalogs, one by one and as list', async () => {
    expect((await json(`${root}/Catalogs`)).value.map(({ Identifier }) => Identifier)).toEqual(['MNL'])
    expect(await json<Row>(`${root}/Catalogs/MNL`)).toMatchObject({ Identifier: 'MNL' })
    expect((await json(`${root}/MNL/Datasets`)).value.map(({ Identifier }) => Identifier)).toEqual(datasets)
  })

  test('sends its options again with our nextLink, and still gets every row once', async () => {
    const query = "$filter=Perioden eq '2022MM11' and startswith(WijkenEnBuurten,'GM')&$top=250"
    const first = `${root}/MNL/misdrijfcijfers/Observations?${urlEncode(query)}`
    const paged = { prefer: 'odata.maxpagesize=100' }
    const rows: Row[] = []
    for (let next: string | undefined = first; next; ) {
      const page: Answer = await json(next, paged)
      expect(page.value.length).toBeLessThanOrEqual(100)
      rows.push(...page.value)
      const link = page['@odata.nextLink']
      next = link && `${link}&${urlEncode(query)}`
    }
    expect(rows.length).toBe(250)
    expect(rows).toEqual(await everything(first))
  })
})

describe('the rows', () => {
  const observations = `${root}/MNL/misdrijfcijfers/Observations`
  const region = "WijkenEnBuurten eq 'MNL' and SoortMisdrijf eq '1.1.1'"

  test('are the figures of the API', async () => {
    const rows = await everything(urlEncode(`${observations}?$filter=${region}`))
    const { items } = await opened.json<{ items: Row[] }>('/api/v1/misdrijfcijfers?misdrijfsoort=1.1.1&perPagina=500')
    expect(rows.map(({ Perioden, Value }) => [Perioden, Value])).toEqual(
      items.map(({ periode, waarde }) => [String(periode).replace('-', 'MM'), waarde]),
    )
  })

  test('keep their number whatever is asked, and skip and top take from them', async () => {
    const all = await everything(urlEncode(`${observations}?$filter=${region}`))
    const some = await everything(urlEncode(`${observations}?$filter=${region}&$skip=5&$top=7`))
    expect(some).toEqual(all.slice(5, 12))
    const page = { prefer: 'odata.maxpagesize=3' }
    expect(await everything(urlEncode(`${observations}?$filter=${region}&$skip=5&$top=7`), page)).toEqual(some)
  })

  test('have only what was selected', async () => {
    const { value } = await json(urlEncode(`${observations}?$filter=${region}&$select=Perioden,Value&$top=1`))
    expect(value.map((row) => Object.keys(row))).toEqual([['Perioden', 'Value']])
  })

  test('say why there is no value, and never zero', async () => {
    const { value } = await json(urlEncode(`${observations}?$filter=Value eq null&$top=50`))
    expect(value.length).toBeGreaterThan(0)
    for (const { ValueAttribute } of value) expect(['NotPublished', 'PartNotPublished']).toContain(ValueAttribute)
    const { value: told } = await json(urlEncode(`${observations}?$filter=Value ge 0&$top=50`))
    for (const { ValueAttribute } of told) expect(ValueAttribute).toBe('None')
  })

  test('of example figures carry their mark wherever they are described', async () => {
    const properties = await json<Row>(`${root}/MNL/misdrijfcijfers/Properties`)
    expect(properties.Title).toMatch(/^Voorbeeldcijfers/)
    expect(properties.Description).toMatch(/^Voorbeeldcijfers: verzonnen/)
    expect(properties.Status).toBe('Voorbeeld')
    const { value } = await json(`${root}/MNL/misdrijfcijfers/PeriodenCodes`)
    expect(new Set(value.map(({ Status }) => Status))).toEqual(new Set(['Voorbeeld']))
  })
})

describe('what cannot be answered', () => {
  test.each([
    ["/MNL/misdrijfcijfers/Observations?$filter=Regio eq 'x'", 400, /De kolom Regio bestaat niet/],
    ['/MNL/misdrijfcijfers/Observations?$filter=(', 400, /bestaat niet/],
    ['/MNL/misdrijfcijfers/Observations?$top=veel', 400, /geheel getal/],
    ['/MNL/misdrijfcijfers/Observations?$orderby=Value', 400, /kennen wij niet/],
    ['/MNL/misdrijfcijfers/TypedDataSet', 404, /bestaat niet/],
    ['/MNL/84286NED', 404, /bestaat niet/],
    ['/CBS/misdrijfcijfers', 404, /bestaat niet/],
    ['/Catalogs/CBS', 404, /bestaat niet/],
  ])('%s is refused in Dutch, as OData words an error', async (path, status, message) => {
    const answer = await ask(urlEncode(`${root}${path}`))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ error: { code: String(status), message: expect.stringMatching(message) } })
  })
})

test('a region without figures has no dataset of them', async () => {
  const empty = await openRegion()
  const { value } = (await (await empty.get(`${root}/Datasets`)).json()) as Answer
  const { status } = await empty.get(`${root}/MNL/misdrijfcijfers`)
  await empty.close()
  expect([value.map(({ Identifier }) => Identifier), status]).toEqual([['metingen'], 404])
})
