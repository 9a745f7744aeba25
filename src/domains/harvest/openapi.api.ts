import { z } from 'zod'
import type { Ask } from '../../platform/web/ask'
import { apiJson } from '../../platform/web/resource'
import { filters, oriRoot, paging, standard } from './harvest.api'
import { type Collection, collections } from './ori'
import { kinds } from './schema.api'

type Json = Record<string, unknown>

/** Schemas and parameters as JSON Schema, from what the answers are read and made with. */
function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' }) as Json
  return shape
}

const parameters = (shape: z.ZodRawShape) =>
  Object.entries(shape).map(([name, schema]) => {
    const { description, ...of } = jsonSchema(schema as z.ZodType)
    return { name, in: 'query', required: false, description, schema: of }
  })

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const answer = (description: string, schema: Json): Json => ({
  description,
  content: { 'application/json': { schema } },
})
const refused = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: ref('Probleem') } },
})
const link = { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] }
const address = { type: 'string', format: 'uri' }
const about = {
  standaard: { type: 'object', required: ['naam', 'versie', 'url'], properties: { url: address } },
  organisatie: { type: 'string' },
  beschrijving: address,
}
const aboutNames = Object.keys(about)

const pageOf = (schema: string): Json => ({
  type: 'object',
  required: ['next', 'previous', 'results'],
  properties: { next: link, previous: link, results: { type: 'array', items: ref(schema) } },
})

const whole: Json = {
  type: 'object',
  description: 'Alles van de openbare vergaderingen, of van één ervan.',
  required: [...aboutNames, ...collections],
  properties: {
    ...about,
    ...Object.fromEntries(collections.map((name) => [name, { type: 'array', items: ref(kinds[name].schema) }])),
  },
}

const root: Json = {
  type: 'object',
  description: 'Waar alles staat.',
  required: [...aboutNames, 'allesInEen', ...collections],
  properties: { ...about, allesInEen: address, ...Object.fromEntries(collections.map((name) => [name, address])) },
}

const get = (name: string, summary: string, responses: Json, more: Json = {}) => ({
  get: { operationId: `get_${name}`, summary, ...more, responses },
})

const pathsOf = (name: Collection) => ({
  [`/${name}`]: get(
    name,
    kinds[name].title,
    { 200: answer(kinds[name].title, pageOf(kinds[name].schema)), 400: refused('Een parameter klopt niet.') },
    { parameters: parameters({ ...filters[name], ...paging }) },
  ),
  [`/${name}/{id}`]: get(
    `${name}_id`,
    `${kinds[name].title}: één object`,
    {
      200: answer(kinds[name].title, ref(kinds[name].schema)),
      404: refused('Dit staat niet in de openbare gegevens.'),
    },
    { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] },
  ),
})

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: Object.fromEntries(
    ['type', 'title', 'detail', 'instance', 'verzoek'].map((name) => [name, { type: 'string' }]),
  ),
}

/** What the export is, for a program: from the same schemas that say what it gives. */
export async function openApiFile(ask: Ask): Promise<Response> {
  return apiJson(ask, {
    openapi: '3.1.0',
    info: {
      title: `Open Raadsinformatie van de ${ask.region.coalition}`,
      version: '1.0.0',
      description: `De openbare vergaderingen, stukken en registers, in de vorm van ${standard.naam} ${standard.versie} (${standard.url}). Een veld met x-uitbreiding kent die standaard niet. De regio is gemeente, provincie noch waterschap: die velden ontbreken. Alleen lezen, voor iedereen hetzelfde.`,
    },
    servers: [{ url: `${ask.installation.baseUrl}${oriRoot}` }],
    paths: {
      '/': get('adressen', 'Waar alles staat', { 200: answer('De adressen.', ref('Adressen')) }),
      '/alles.json': get('alles', 'Alles in één bestand', { 200: answer('Alles.', ref('Alles')) }),
      ...Object.assign({}, ...collections.map(pathsOf)),
    },
    components: {
      schemas: {
        ...Object.fromEntries(collections.map((name) => [kinds[name].schema, jsonSchema(kinds[name].object)])),
        Alles: whole,
        Adressen: root,
        Probleem: problemSchema,
      },
    },
  })
}
