import { type Filter, QueryFault, readFilter } from './filter'

/** Where a page of an answer begins, and how many rows may still come. */
export type Place = { readonly block: number; readonly row: number; readonly left: number | null }

/** A question to a set, as OData v4 asks it. */
export type Query = {
  readonly filter: Filter | null
  /** The columns of the answer, in order. */
  readonly select: readonly string[]
  readonly top: number | null
  readonly skip: number
  readonly count: boolean
  /** Given by our own `@odata.nextLink`. */
  readonly place: Place | null
}

const known = ['$filter', '$select', '$top', '$skip', '$count', '$skiptoken', '$format']

/** Reads the options of a question over these columns. Throws QueryFault. */
export function readQuery(asked: URLSearchParams, columns: readonly string[]): Query {
  const given = new Map<string, string>()
  for (const [name, value] of asked) {
    // Python's client sends its options again beside those that our nextLink already has.
    if (given.has(name) && given.get(name) !== value)
      throw new QueryFault(`${name} staat er twee keer, en verschillend.`)
    if (!known.includes(name)) throw new QueryFault(`${name} kennen wij niet. Wel: ${known.join(', ')}.`)
    given.set(name, value)
  }
  const filter = given.get('$filter')
  const format = given.get('$format')
  if (format !== undefined && !/json/.test(format)) throw new QueryFault('Wij antwoorden alleen in JSON: $format=json.')
  return {
    filter: filter ? readFilter(filter, columns) : null,
    select: selected(given.get('$select'), columns),
    top: whole('$top', given.get('$top')),
    skip: whole('$skip', given.get('$skip')) ?? 0,
    count: given.get('$count') === 'true',
    place: placeOf(given.get('$skiptoken')),
  }
}

function selected(text: string | undefined, columns: readonly string[]): readonly string[] {
  if (!text || text === '*') return columns
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !columns.includes(name))
  if (unknown !== undefined)
    throw new QueryFault(`De kolom ${unknown || '(leeg)'} bij $select bestaat niet. Wel: ${columns.join(', ')}.`)
  return names
}

function whole(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,15}$/.test(text)) throw new QueryFault(`Bij ${name} hoort een geheel getal vanaf 0, en niet ${text}.`)
  return Number(text)
}

export const tokenOf = ({ block, row, left }: Place) => `${block}.${row}${left === null ? '' : `.${left}`}`

function placeOf(text: string | undefined): Place | null {
  if (text === undefined) return null
  const found = /^(\d{1,9})\.(\d{1,12})(?:\.(\d{1,15}))?$/.exec(text)
  if (!found)
    throw new QueryFault('Deze $skiptoken is niet van ons. Volg @odata.nextLink zoals die in het antwoord staat.')
  return { block: Number(found[1]), row: Number(found[2]), left: found[3] === undefined ? null : Number(found[3]) }
}
