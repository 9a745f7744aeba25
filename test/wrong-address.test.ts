import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/app'
import { type Opened, openRegion } from './environment/region'

// Whatever is asked, the answer is a page or a problem that says what to do; never a fault.
let region: Opened
beforeAll(async () => {
  region = await openRegion({ region: 'voorbeeld', figures: true })
})
afterAll(() => region.close())

const strange = [
  'nergens',
  '%00',
  '%E0%A4%A',
  '%F0%9F%98%80',
  `'%3B--`,
  '..%2F..%2Fetc%2Fpasswd',
  '-1',
  '9'.repeat(40),
  'a'.repeat(4000),
  '%3Cscript%3E',
  '2026-02-30',
  '__proto__',
]
const fill = (path: string, value: string) => path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, value)
const pages = routes.filter(({ method }) => method === 'get').map(({ path }) => path)
const forms = routes.filter(({ method }) => method === 'post').map(({ path }) => path)
/** The names of all query parameters, from the places where pages ask for one and the API declares one. */
function parameterNames(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(api|pages|parts)\.tsx?$|web\//.test(file),
  )
  const texts = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join('src', file), 'utf8'))
  const asked = texts.flatMap((text) => [...text.matchAll(/\b(?:get|has|getAll|asked)\('([a-zA-Z]+)'\)/g)])
  const declared = texts.flatMap((text) =>
    [...text.matchAll(/filters: \{([\s\S]*?)\n {2}\}/g)].flatMap(([, body = '']) => [
      ...body.matchAll(/^ {4}([a-zA-Z]+):/gm),
    ]),
  )
  return [...new Set([...asked, ...declared].map(([, name = '']) => name)), 'geldigOp', 'bekendOp']
}
/** Which parameters of an address are read from now on: of `all`, every one when it goes through them. Grows until stopped. */
function namesRead(all: readonly string[]): { readonly names: ReadonlySet<string>; stop(): void } {
  const names = new Set<string>()
  const asked = URLSearchParams.prototype
  const { get, getAll, has } = asked
  const note = (name: string) => void (all.includes(name) && names.add(name))
  asked.get = function (name) {
    note(name)
    return get.call(this, name)
  }
  asked.getAll = function (name) {
    note(name)
    return getAll.call(this, name)
  }
  asked.has = function (name, value) {
    note(name)
    return has.call(this, name, value)
  }
  const through = (['entries', 'keys', 'forEach', Symbol.iterator] as const).map((way) => {
    const own = asked[way] as (...given: never[]) => unknown
    Object.assign(asked, {
      [way](this: URLSearchParams, ...given: never[]) {
        for (const name of all) names.add(name)
        return own.apply(this, given)
      },
    })
    return () => Object.assign(asked, { [way]: own })
  })
  return {
    names,
    stop() {
      Object.assign(asked, { get, getAll, has })
      for (const undo of through) undo()
    },
  }
}
const answersOrRefuses = (status: number) => status < 500

describe('an address that cannot be', () => {
  test.each(pages.filter((path) => path.includes(':')))('%s is no fault', async (path) => {
    for (const value of strange) {
      const answer = await region.get(fill(path, value))
      expect(answersOrRefuses(answer.status), `${path} with ${value.slice(0, 40)}: ${answer.status}`).toBe(true)
    }
  })

  test('that nobody made is answered with a page that says what to do, and in the API with a problem', async () => {
    const page = await region.get('/bestaat-niet')
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('Deze pagina is er niet')
    const problem = await region.get('/api/v1/bestaat-niet')
    expect(problem.status).toBe(404)
    expect(problem.headers.get('content-type')).toContain('application/problem+json')
    expect(await problem.json()).toMatchObject({ status: 404, title: 'Niet gevonden' })
  })
})

describe('a parameter that cannot be', () => {
  const names = parameterNames()
  const everRead = new Set<string>()
  test('is found in the sources, so that a new one is tried too', () => {
    expect(names).toEqual(expect.arrayContaining(['q', 'geldigOp', 'pagina', 'soort', 'naar', 'indicator']))
  })

  test.each(pages)('for %s is no fault', async (path) => {
    const address = fill(path, 'nergens')
    const tried = async (query: string) => {
      const answer = await region.get(`${address}?${query}`)
      expect(answersOrRefuses(answer.status), `${path}?${query.slice(0, 60)}: ${answer.status}`).toBe(true)
    }
    for (const value of strange) await tried(names.map((name) => `${name}=${value}`).join('&'))
    // The files of a list read their parameters as the list does, and dots as the lines they are made of.
    if (/\.(csv|xlsx|png)$/.test(path)) return
    // One parameter may be read only because of another: each is tried as soon as it is seen.
    const read = namesRead(names)
    try {
      await tried('')
      for (const name of read.names) for (const value of ['%00', '9'.repeat(40)]) await tried(`${name}=${value}`)
    } finally {
      read.stop()
      for (const name of read.names) everRead.add(name)
    }
  })

  test('is seen when a page reads it', () => {
    expect([...everRead]).toEqual(expect.arrayContaining(['q', 'geldigOp', 'pagina', 'soort', 'naar', 'indicator']))
  })

  test.each(forms)('in the form of %s is no fault', async (path) => {
    for (const value of strange) {
      const text = value.startsWith('%') ? '\u0000' : value
      const fields = ['mail', 'naar', 'persoon', 'sleutel', 'naam', 'aantal', 'q']
      const answer = await region.post(fill(path, value), Object.fromEntries(fields.map((field) => [field, text])))
      expect(answersOrRefuses(answer.status), `${path} with ${value.slice(0, 40)}: ${answer.status}`).toBe(true)
    }
    const noForm = await region.post(fill(path, 'x'), {}, { 'content-type': 'application/json' })
    expect(answersOrRefuses(noForm.status), `${path} with another kind of body: ${noForm.status}`).toBe(true)
  })

  test('a wrong day is answered with what to do', async () => {
    const page = await region.get('/gemeenten?geldigOp=2026-02-30')
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('Dit adres klopt niet')
    expect((await region.get('/api/v1/gebieden?geldigOp=2026-02-30')).status).toBe(400)
  })
})
