import { z } from 'zod'
import { apiRoot, apiVersion, paging, type Resource } from './resource'

type Json = Record<string, unknown>

const headers = { 'API-Version': { $ref: '#/components/headers/API-Version' } }
const tagged = { ...headers, ETag: { $ref: '#/components/headers/ETag' } }
const unchanged: Json = { description: 'Niet veranderd sinds het antwoord met deze ETag.', headers }
const problemAnswer = (description: string): Json => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
})

/**
 * The OpenAPI 3.1 text of the API, from the same schemas the answers are made with. `baseUrl` is where visitors open the
 * product; the server is named by path alone unless that is https, for an API on the open internet has no other address.
 */
export function openApiDocument(resources: readonly Resource[], about: { title: string; baseUrl: string }): Json {
  const paths: Json = {}
  const schemas: Json = { Probleem: problemSchema, Links: linksSchema }
  for (const declared of resources) {
    const schemaName = declared.name.replace(/(^|-)[a-z]/g, (start) => start.replace('-', '').toUpperCase())
    schemas[schemaName] = jsonSchema(declared.item)
    paths[`/${declared.name}`] = { get: listOperation(declared, schemaName) }
    if (declared.find) paths[`/${declared.name}/{code}`] = { get: itemOperation(declared, schemaName) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: about.title,
      version: apiVersion,
      description: 'Wat een regionale veiligheidscoalitie afsprak, deed en bereikte, met de bron van elk getal.',
      contact: { name: 'Slagvaardig', url: `${about.baseUrl}/over`, email: 'slagvaardig@example.nl' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: about.baseUrl.startsWith('https:') ? `${about.baseUrl}${apiRoot}` : apiRoot }],
    tags: resources.map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      schemas,
      headers: {
        'API-Version': {
          description: 'De volledige versie van de API.',
          schema: { type: 'string', examples: [apiVersion] },
        },
        ETag: {
          description: 'Het merk van dit antwoord; stuur het mee als If-None-Match.',
          schema: { type: 'string' },
        },
      },
    },
  }
}

function listOperation(declared: Resource, schemaName: string): Json {
  const list = {
    type: 'object',
    required: ['aantal', 'items', '_links'],
    properties: {
      aantal: { type: 'integer', description: 'Het totaal onder dit filter.' },
      items: { type: 'array', items: { $ref: `#/components/schemas/${schemaName}` } },
      _links: { $ref: '#/components/schemas/Links' },
    },
  }
  return {
    operationId: `lijst_${declared.name}`,
    summary: declared.title,
    description: declared.description,
    tags: [declared.name],
    parameters: Object.entries({ ...declared.filters, ...paging }).map(([name, schema]) =>
      parameter(name, schema as z.ZodType),
    ),
    responses: {
      200: { description: declared.title, headers: tagged, content: { 'application/json': { schema: list } } },
      304: unchanged,
      400: problemAnswer('Een parameter of code klopt niet.'),
    },
  }
}

function itemOperation(declared: Resource, schemaName: string): Json {
  const item = {
    allOf: [
      { $ref: `#/components/schemas/${schemaName}` },
      { type: 'object', required: ['_links'], properties: { _links: { $ref: '#/components/schemas/Links' } } },
    ],
  }
  return {
    operationId: `een_${declared.name}`,
    summary: `${declared.title}: één item`,
    description: declared.description,
    tags: [declared.name],
    parameters: [{ name: 'code', in: 'path', required: true, description: 'De code.', schema: { type: 'string' } }],
    responses: {
      200: {
        description: declared.title,
        headers: tagged,
        content: { 'application/json': { schema: item } },
      },
      304: unchanged,
      400: problemAnswer('Een item heeft geen parameters.'),
      404: problemAnswer('Er is niets met deze code.'),
    },
  }
}

function parameter(name: string, schema: z.ZodType): Json {
  const { description, ...shape } = jsonSchema(schema)
  return { name, in: 'query', required: false, description, schema: shape }
}

/** The filters of a resource in words, with the values when they are fixed. */
export function filtersOf({ filters }: Resource): { name: string; description: string; choices: readonly string[] }[] {
  return Object.entries(filters).map(([name, schema]) => {
    const { description, enum: choices } = jsonSchema(schema as z.ZodType)
    return { name, description: String(description ?? ''), choices: (choices as string[] | undefined) ?? [] }
  })
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return shape
}

const problemSchema = {
  type: 'object',
  description: 'Wat er mis is en wat u kunt doen (RFC 9457).',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    verzoek: { type: 'string', description: 'Het nummer van dit verzoek in ons logboek.' },
  },
}

const link = { type: 'object', required: ['href'], properties: { href: { type: 'string' } } }
const linksSchema = {
  type: 'object',
  description: 'De bladzijden van deze lijst.',
  required: ['zelf'],
  properties: { zelf: link, eerste: link, laatste: link, vorige: link, volgende: link },
}
