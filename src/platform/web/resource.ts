import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseDay } from '../../kernel/day'
import type { Reader } from '../db/database'
import type { Listed, Slice } from '../db/list'
import { csvMetadata, metadataFile, type PublishedTable } from '../opendata/csvw'
import { publicationOf } from '../opendata/publication'
import { type Cell, csvForDutchExcel, csvForMachines, type Sheet, xlsx } from '../sheets/table-file'
import type { Ask } from './ask'
import { columnsOf } from './column'
import { problem } from './problem'
import type { Route } from './route'

export type { Listed, Slice }

export const apiVersion = '1.0.0'
export const apiRoot = '/api/v1'

/**
 * One kind of thing the API gives: its name in the plural, its fields and filters as schemas, and how to get it.
 * List, item, both CSV files, XLSX and the OpenAPI text all follow from this.
 */
export type Resource<Item extends { code: string } = { code: string }, Shape extends z.ZodRawShape = z.ZodRawShape> = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly item: z.ZodObject
  /** What a reader does with it, one sentence. */
  readonly use?: string
  /** Where the rows come from, in words; not given: the documents that each row names. */
  readonly source?: string
  /** What a reader must know today, such as that the figures are made up; null when nothing. */
  readonly caution?: (tx: Reader, ask: Ask) => Promise<string | null>
  /** Query parameters; each is optional. Days are `dayText`; a parameter that names a code also stands in `codes`. */
  readonly filters: Shape
  /** Whether the code a parameter names exists: an unknown one is answered with 400, not with an empty list. */
  readonly codes?: { readonly [Name in keyof Shape]?: (tx: Reader, code: string) => Promise<boolean> }
  readonly list: (tx: Reader, filters: z.output<z.ZodObject<Shape>>, slice: Slice, ask: Ask) => Promise<Listed<Item>>
  /** Its lists are asked for much: they are kept for as long as nothing changes. */
  readonly isKept?: boolean
  /** One item by its code, or null. Not given: the resource is read as a list only. */
  readonly find?: (tx: Reader, code: string, ask: Ask) => Promise<Item | null>
}

/** Lets a resource with its own item and filter types stand in a list with others. */
export function resource<Item extends { code: string }, Shape extends z.ZodRawShape>(
  declared: Resource<Item, Shape>,
): Resource {
  return declared as unknown as Resource
}

/** A day as query parameter. */
export const dayText = z.iso.date().refine((text) => parseDay(text) !== null)

export const paging = {
  pagina: z.coerce.number().int().min(1).default(1).meta({ description: 'De bladzijde, vanaf 1.' }),
  perPagina: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: 'Het aantal items op een bladzijde, ten hoogste 500.' }),
}

/** The routes of a resource: list, item, the three files and the description of the CSV, in a fixed order. */
export function resourceRoutes(declared: Resource): Route[] {
  const path = `${apiRoot}/${declared.name}`
  const read = (at: string, handle: Route['handle']): Route => ({
    method: 'get',
    path: at,
    access: 'everyone',
    purpose: 'public-account',
    audit: null,
    handle,
  })
  const routes = [
    { ...read(path, (ask) => answerList(declared, path, ask)), isKept: declared.isKept === true },
    read(`${path}.csv`, (ask) => answerFile(declared, ask, 'csv')),
    read(`${path}-excel.csv`, (ask) => answerFile(declared, ask, 'excel')),
    read(`${path}.xlsx`, (ask) => answerFile(declared, ask, 'xlsx')),
    read(`${apiRoot}/${metadataFile(declared.name)}`, (ask) => answerMetadata(declared, ask)),
  ]
  return declared.find ? [...routes, read(`${path}/:code`, (ask) => answerItem(declared, path, ask))] : routes
}

type Refused = { readonly refused: Response }

/** What was asked of an address, by the schemas of its parameters; what is wrong is refused with what to do. */
export function readQuery(ask: Ask, shape: z.ZodRawShape): { values: Record<string, unknown> } | Refused {
  const given = [...ask.query.entries()]
  const repeated = given.map(([name]) => name).find((name, at, names) => names.indexOf(name) !== at)
  if (repeated)
    return {
      refused: problem(400, 'Parameter staat er twee keer', `De parameter ${repeated} mag één keer voorkomen.`, ask),
    }
  const read = z.strictObject(shape).safeParse(Object.fromEntries(given))
  if (read.success) return { values: read.data as Record<string, unknown> }
  const names = Object.keys(shape).join(', ')
  const detail = read.error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `Deze parameter kennen we niet: ${issue.keys.join(', ')}. Wel: ${names || 'geen'}.`
        : `De waarde van ${issue.path.join('.')} kan niet${issue.code === 'invalid_value' ? `. Kies uit: ${issue.values.join(', ')}` : ''}.`,
    )
    .join(' ')
  return { refused: problem(400, 'Parameter klopt niet', detail, ask) }
}

async function unknownCode(declared: Resource, tx: Reader, values: Record<string, unknown>): Promise<string | null> {
  for (const [name, exists] of Object.entries(declared.codes ?? {})) {
    const value = values[name]
    if (typeof value === 'string' && exists && !(await exists(tx, value)))
      return value === ''
        ? `Bij ${name} staat niets. Laat de parameter weg of vul hem in.`
        : `${value} bij ${name} bestaat niet.`
  }
  return null
}

async function answerList(declared: Resource, path: string, ask: Ask): Promise<Response> {
  const read = readQuery(ask, { ...declared.filters, ...paging })
  if ('refused' in read) return read.refused
  const { pagina, perPagina, ...filters } = read.values as { pagina: number; perPagina: number }
  const found = await ask.read(async (tx) => {
    const unknown = await unknownCode(declared, tx, filters)
    return unknown ?? declared.list(tx, filters as never, { limit: perPagina, offset: (pagina - 1) * perPagina }, ask)
  })
  if (typeof found === 'string') return problem(400, 'Code bestaat niet', found, ask)

  const pages = Math.max(1, Math.ceil(found.total / perPagina))
  const link = (page: number) => {
    const query = new URLSearchParams(ask.query)
    query.set('pagina', String(page))
    return { href: `${path}?${query}` }
  }
  const links = {
    zelf: link(pagina),
    eerste: link(1),
    laatste: link(pages),
    ...(pagina > 1 ? { vorige: link(pagina - 1) } : {}),
    ...(pagina < pages ? { volgende: link(pagina + 1) } : {}),
  }
  return apiJson(ask, { aantal: found.total, items: found.items, _links: links })
}

async function answerItem(declared: Resource, path: string, ask: Ask): Promise<Response> {
  const read = readQuery(ask, {})
  if ('refused' in read) return read.refused
  const code = ask.params.code ?? ''
  const item = await ask.read((tx) => declared.find?.(tx, code, ask) ?? Promise.resolve(null))
  if (!item) return problem(404, 'Niet gevonden', `Er is niets met de code ${code}.`, ask)
  return apiJson(ask, { ...item, _links: { zelf: { href: `${path}/${encodeURIComponent(code)}` } } })
}

async function answerFile(declared: Resource, ask: Ask, kind: 'csv' | 'excel' | 'xlsx'): Promise<Response> {
  const read = readQuery(ask, declared.filters)
  if ('refused' in read) return read.refused
  const found = await ask.read(
    async (tx) => (await unknownCode(declared, tx, read.values)) ?? declared.list(tx, read.values as never, null, ask),
  )
  if (typeof found === 'string') return problem(400, 'Code bestaat niet', found, ask)
  const sheet = asSheet(declared, found.items)
  if (kind === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return ask.file(await xlsx(sheet), type, fileHeaders(`${declared.name}.xlsx`))
  }
  if (kind === 'excel')
    return ask.file(csvForDutchExcel(sheet), 'text/csv; charset=utf-8', fileHeaders(`${declared.name}-excel.csv`))
  return ask.file(csvForMachines(sheet), 'text/csv; charset=utf-8', {
    ...fileHeaders(`${declared.name}.csv`),
    link: `<${metadataFile(declared.name)}>; rel="describedby"; type="application/csvm+json"`,
  })
}

/** A resource as a table: what it is called and holds, with its columns and what is true of it today. */
export async function publishedTable(declared: Resource, tx: Reader, ask: Ask): Promise<PublishedTable> {
  const { name, title, description, item, caution, source } = declared
  return {
    name,
    title,
    description,
    columns: columnsOf(item),
    source: source ?? `Documenten van de ${ask.region.coalition}; elke rij noemt het document.`,
    caution: (await caution?.(tx, ask)) ?? null,
  }
}

async function answerMetadata(declared: Resource, ask: Ask): Promise<Response> {
  const { region, installation } = ask
  const table = await ask.read((tx) => publishedTable(declared, tx, ask))
  const metadata = csvMetadata(table, {
    url: `${declared.name}.csv`,
    page: `${installation.baseUrl}/open-gegevens/${declared.name}`,
    publication: publicationOf(region.publication, region, installation.baseUrl),
  })
  return apiJson(ask, metadata, 'application/csvm+json')
}

/** The rows of a resource as a sheet, all of them, without a filter. */
export async function wholeSheet(declared: Resource, tx: Reader, ask: Ask): Promise<Sheet> {
  return asSheet(declared, (await declared.list(tx, {} as never, null, ask)).items)
}

const fileHeaders = (name: string) => ({
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
})

/** A nested field becomes a column `bron.document`, a list becomes one cell joined by `;`. */
function asSheet(declared: Resource, items: readonly { code: string }[]): Sheet {
  const columns = columnsOf(declared.item)
  const rows = items.map((item) =>
    columns.map(({ field, part }) => {
      const value = (item as unknown as Record<string, unknown>)[field]
      return cell(part === null ? value : ((value as Record<string, unknown> | null)?.[part] ?? null))
    }),
  )
  return { name: declared.title, header: columns.map(({ name }) => name), rows }
}

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'object' ? Object.values(one as object).join(':') : String(one)))
      .join(';')
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** JSON with an ETag: whoever already has exactly this gets 304 and no bytes. */
export function apiJson(ask: Ask, body: unknown, type = 'application/json; charset=utf-8'): Response {
  const text = JSON.stringify(body)
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag: tag,
    'cache-control': 'no-cache',
    'api-version': apiVersion,
    'access-control-allow-origin': '*',
  }
  const known = ask.request.headers.get('if-none-match')
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
    return new Response(null, { status: 304, headers })
  return ask.file(text, type, headers)
}
