import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tool } from '../../bin/bootstrap/parts.mjs'
import { resources } from '../../src/site/open-data'
import { recordDecision } from '../environment/decisions'
import { holdHearing } from '../environment/hearings'
import { addKeyFigures } from '../environment/key-figures'
import { keepLocalPlan, keepVariant } from '../environment/levels'
import { holdMeeting } from '../environment/meetings'
import { type Opened, openRegion } from '../environment/region'
import { addYearRelease } from '../environment/releases'

type Operation = {
  operationId: string
  parameters: { name: string; in: string }[]
  responses: Record<string, { headers?: object; content?: Record<string, { schema: object }> }>
}
type Document = { paths: Record<string, { get: Operation }>; components: object; openapi: string }
type Listed = { aantal: number; items: { code: string }[]; _links: { volgende?: { href: string } } }

let opened: Opened
/** With yearly figures of the police: these take the place of the example figures per month. */
let withYears: Opened
let served: Document
beforeAll(async () => {
  opened = await openRegion({ figures: true })
  await recordDecision(opened, {
    plan: 'UP2023',
    voorwaarden: 'Na een jaar evalueren',
    'geld-aan': 'UP2023',
    'geld-bedrag': '12500',
    'geld-jaar': '2027',
    'geld-waarvoor': 'Cameratoezicht',
  })
  await holdHearing(opened)
  await holdMeeting(opened)
  await keepVariant(opened)
  await keepLocalPlan(opened)
  await addKeyFigures(
    opened,
    { year: 2024, table: '85984NED', modified: '2025-03-31T12:00:00Z' },
    { GM0327: { inwoners: 31_000, stedelijkheid: 3 }, BU03270101: { inwoners: 0, stedelijkheid: null } },
  )
  withYears = await openRegion()
  await addYearRelease(withYears)
  served = await opened.json<Document>('/api/v1/openapi.json')
})
afterAll(() => Promise.all([opened.close(), withYears.close()]))

describe('the OpenAPI text', () => {
  // The Dutch rules for APIs, as a ruleset for Spectral; it stands beside the repository and not in it.
  const ruleset = resolve('../shared/standards/adr/linter.yaml')
  test.skipIf(!existsSync(ruleset))('keeps the NL API Design Rules', () => {
    const folder = mkdtempSync(join(tmpdir(), 'slagvaardig-openapi-'))
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(served))
    const args = ['lint', join(folder, 'openapi.json'), '--ruleset', ruleset, '--format', 'json', '--quiet']
    const { stdout, stderr } = spawnSync(process.execPath, [tool('@stoplight/spectral-cli', 'spectral'), ...args], {
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    const complaints: { code: string; message: string; path: string[] }[] = JSON.parse(stdout || `"${stderr}"`)
    expect(complaints.map(({ code, message, path }) => `${code} at ${path.join('.')}: ${message}`)).toEqual([])
  })
  if (!existsSync(ruleset)) console.warn(`NOT CHECKED: the API Design Rules are not at ${ruleset}`)

  test('names every resource there is, and no other', () => {
    const named = Object.keys(served.paths).filter((path) => !path.includes('{'))
    expect(named.sort()).toEqual(resources.map(({ name }) => `/${name}`).sort())
  })
})

describe.each(resources.map(({ name, find, codes }) => ({ name, hasItems: find !== undefined, codes })))(
  'what /api/v1/$name answers',
  ({ name, hasItems, codes }) => {
    const path = `/api/v1/${name}`
    const all: Listed['items'] = []
    const product = () => (name === 'misdrijfjaarcijfers' ? withYears : opened)

    /** What a body lacks or has too much, compared with the schema the OpenAPI text gives for this answer. */
    async function faults(asked: string, operation: string, status: number): Promise<string[]> {
      const answer = await product().get(asked)
      const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
      const content = served.paths[operation]?.get.responses[status]?.content?.[type]
      if (answer.status !== status || !content) return [`${asked}: ${answer.status} ${type} is not in the text`]
      expect(answer.headers.get('api-version')).toMatch(/^1\.\d+\.\d+$/)
      const validator = new Ajv2020({ strict: false, allErrors: true })
      addFormats.default(validator)
      const refined = JSON.parse(JSON.stringify({ ...content.schema, components: served.components }))
      const validate = validator.compile(refined)
      const body = (await answer.json()) as Partial<Listed>
      if (body.items) all.push(...body.items)
      validate(body)
      return (validate.errors ?? []).slice(0, 5).map((one) => `${asked}: ${one.instancePath} ${one.message}`)
    }

    test('the whole list, page by page', async () => {
      const { aantal } = await product().json<Listed>(`${path}?perPagina=1`)
      expect(aantal).toBeGreaterThan(0)
      for (let page = 1; page <= Math.ceil(aantal / 500); page++) {
        expect(await faults(`${path}?perPagina=500&pagina=${page}`, `/${name}`, 200)).toEqual([])
      }
      expect(all.length).toBe(aantal)
    })

    test('fields that the text names, all of them and no other', async () => {
      const schemas = (served.components as { schemas: Record<string, { properties: object }> }).schemas
      const schema = schemas[name.replace(/(^|-)[a-z]/g, (start) => start.replace('-', '').toUpperCase())]
      const given = new Set(all.flatMap((item) => Object.keys(item)))
      expect([...given].sort()).toEqual(Object.keys(schema?.properties ?? {}).sort())
    })

    test('a wrong parameter', async () => {
      expect(await faults(`${path}?bestaatNiet=1`, `/${name}`, 400)).toEqual([])
      expect(await faults(`${path}?pagina=0`, `/${name}`, 400)).toEqual([])
      expect(await faults(`${path}?pagina=1&pagina=2`, `/${name}`, 400)).toEqual([])
      for (const code of Object.keys(codes ?? {})) {
        expect(await faults(`${path}?${code}=bestaat-niet`, `/${name}`, 400)).toEqual([])
      }
    })

    if (hasItems)
      test('items, the same as in the list', async () => {
        const sample = all.filter((_, at) => at % Math.ceil(all.length / 25) === 0)
        for (const item of sample) {
          const asked = `${path}/${encodeURIComponent(item.code)}`
          expect(await faults(asked, `/${name}/{code}`, 200)).toEqual([])
          const { _links, ...body } = await product().json(asked)
          expect(body).toEqual(item)
        }
        expect(await faults(`${path}/bestaat-niet`, `/${name}/{code}`, 404)).toEqual([])
        expect(await faults(`${path}/${encodeURIComponent(all[0]?.code ?? '')}?x=1`, `/${name}/{code}`, 400)).toEqual(
          [],
        )
      })

    test('304 and no bytes for who already has it', async () => {
      const first = await product().get(path)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[\w-]+"$/)
      const again = await product().get(path, { 'if-none-match': tag })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
      expect((await product().get(`${path}?perPagina=1`, { 'if-none-match': tag })).status).toBe(200)
    })
  },
)
