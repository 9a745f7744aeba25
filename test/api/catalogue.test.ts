import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import jsonld from 'jsonld'
import { Parser, type Quad, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resources } from '../../src/site/open-data'
import { type Opened, openRegion, type Region } from '../environment/region'

const dcat = 'http://www.w3.org/ns/dcat#'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

// The shapes of Geonovum; they stand beside the repository and not in it.
const folder = fileURLToPath(new URL('../../../shared/standards/dcat-ap-nl', import.meta.url))
const hasShapes = existsSync(folder)
if (!hasShapes) console.warn(`NOT CHECKED: the shapes of DCAT-AP-NL are not at ${folder}`)

const parsed = (text: string, format: string): Quad[] => new Parser({ format }).parse(text)

/** The catalogue as it is served, read as JSON-LD without fetching anything. */
async function served(opened: Opened): Promise<Store> {
  const answer = await opened.get('/api/v1/catalogus.jsonld')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ld+json'])
  const documentLoader = (address: string) => Promise.reject(new Error(`asks for ${address}`))
  const quads = await jsonld.toRDF(JSON.parse(await answer.text()), { format: 'application/n-quads', documentLoader })
  return new Store(parsed(String(quads), 'N-Quads'))
}

type Finding = { message: readonly { value: string }[]; path: unknown; focusNode: unknown; severity: unknown }
const textOf = (term: unknown) => (term as { value?: string } | null)?.value ?? ''

async function complaints(data: Store): Promise<string[]> {
  const files = readdirSync(folder).filter((file) => file.includes('SHACL'))
  expect(files.length).toBe(5)
  const shapes = new Store(files.flatMap((file) => parsed(readFileSync(join(folder, file), 'utf8'), 'Turtle')))
  const { results } = await new SHACLValidator(shapes as never).validate(data as never)
  return (results as unknown as Finding[]).map(
    ({ message, path, focusNode, severity }) =>
      `${textOf(severity).split('#').pop()} ${textOf(focusNode)} ${textOf(path)} ${message.map(textOf).join()}`,
  )
}

describe.each<Region>(['midden-nederland', 'voorbeeld'])('the catalogue of %s', (region) => {
  let opened: Opened
  let data: Store
  beforeAll(async () => {
    opened = await openRegion({ region, environment: { BASE_URL: 'https://veiligheid.example.nl' } })
    data = await served(opened)
  })
  afterAll(() => opened.close())

  test.skipIf(!hasShapes)('keeps DCAT-AP-NL 3, what is advised included', async () => {
    expect(await complaints(data)).toEqual([])
  })

  test.skipIf(!hasShapes)('would be refused without a licence, a contact or a theme', async () => {
    for (const property of ['http://purl.org/dc/terms/license', `${dcat}contactPoint`, `${dcat}theme`]) {
      const rest = new Store([...data].filter(({ predicate }) => predicate.value !== property) as Quad[])
      expect((await complaints(rest)).length, property).toBeGreaterThan(0)
    }
  })

  test('shows for a table how to read it in R, Python and TypeScript', async () => {
    const page = await opened.text('/open-gegevens/metingen')
    for (const said of ['read.csv(', 'pd.read_csv(', 'await fetch(', 'cbs4_get_observations(', 'import cbsodata4'])
      expect(page).toContain(said)
  })

  test('has every public table as a dataset, and addresses that answer', async () => {
    const datasets = data.getSubjects(type, `${dcat}Dataset`, null).map(({ value }) => value)
    for (const { name } of resources)
      expect(datasets).toContain(`https://veiligheid.example.nl/open-gegevens/${name}#dataset`)
    const addresses = ['accessURL', 'downloadURL', 'landingPage', 'endpointURL', 'endpointDescription'].flatMap((one) =>
      data.getObjects(null, `${dcat}${one}`, null).map(({ value }) => value),
    )
    expect(addresses.length).toBeGreaterThan(resources.length * 3)
    for (const address of new Set(addresses)) {
      expect(address).toMatch(/^https:\/\/veiligheid\.example\.nl\//)
      expect([address, (await opened.get(new URL(address).pathname)).status]).toEqual([address, 200])
    }
  })

  test('says the same in Turtle', async () => {
    const answer = await opened.get('/api/v1/catalogus.ttl')
    expect(answer.headers.get('content-type')).toContain('text/turtle')
    const lines = (quads: Iterable<Quad>) =>
      [...quads]
        .map(({ subject, predicate, object }) => [subject, predicate, object].map(({ id }) => id).join(' '))
        .sort()
    const other = parsed(await answer.text(), 'Turtle')
    expect(lines(new Store(other))).toEqual(lines(data as Iterable<Quad>))
  })
})

describe('who publishes', () => {
  const contactOf = async (region: Region) => {
    const opened = await openRegion({ region })
    const data = await served(opened)
    await opened.close()
    const of = (name: string) =>
      data.getObjects(null, `http://www.w3.org/2006/vcard/ns#${name}`, null).map(({ value }) => value)
    return { name: of('fn'), email: of('hasEmail'), site: of('hasURL') }
  }

  test('stands there as the pack says', async () => {
    expect(await contactOf('voorbeeld')).toMatchObject({
      name: ['Bureau Voorbeeldregio'],
      email: ['mailto:open-gegevens@voorbeeldregio.example'],
    })
  })

  test('has no mail address when the pack has none', async () => {
    expect(await contactOf('midden-nederland')).toEqual({
      name: ['Veiligheidscoalitie Midden-Nederland'],
      email: [],
      site: ['http://localhost:3000/over'],
    })
  })
})
