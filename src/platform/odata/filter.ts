/** The value of a cell: text, a number, or null for no value. */
export type Value = string | number | null
/** A row, or as much of it as is known: a column that is not there may still be anything. */
export type PartOfRow = Readonly<Record<string, Value | undefined>>

/** A `$filter` as it was read. */
export type Filter =
  | { readonly is: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly is: 'not'; readonly part: Filter }
  | { readonly is: Comparison; readonly column: string; readonly value: Value }
  | { readonly is: 'in'; readonly column: string; readonly values: readonly Value[] }
  | { readonly is: TextTest; readonly column: string; readonly text: string }

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
const textTests = ['contains', 'startswith', 'endswith'] as const
type Comparison = (typeof comparisons)[number]
type TextTest = (typeof textTests)[number]

/** What is wrong with a question, in Dutch, for whoever asked it. */
export class QueryFault extends Error {}

// Deeper than anyone writes; reading goes by recursion.
const deepest = 50

const token = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_]\w*)|([(),]))/y

/** Reads a `$filter` over these columns. Throws QueryFault for what it does not understand. */
export function readFilter(text: string, columns: readonly string[]): Filter {
  const tokens = tokensOf(text)
  let at = 0
  let depth = 0
  const next = () => tokens[at] ?? ''
  const take = () => tokens[at++] ?? ''
  const expect = (wanted: string) => {
    if (take() !== wanted)
      throw new QueryFault(`In $filter ontbreekt ${wanted} na ${tokens.slice(0, at - 1).join(' ')}.`)
  }

  function either(): Filter {
    const parts = [both()]
    while (next() === 'or' && take()) parts.push(both())
    return parts.length === 1 ? (parts[0] as Filter) : { is: 'or', parts }
  }
  function both(): Filter {
    const parts = [one()]
    while (next() === 'and' && take()) parts.push(one())
    return parts.length === 1 ? (parts[0] as Filter) : { is: 'and', parts }
  }
  function one(): Filter {
    if (++depth > deepest) throw new QueryFault('Het filter heeft te veel haakjes in elkaar.')
    const read = negated() ?? bracketed() ?? textTest() ?? comparison()
    depth--
    return read
  }
  function negated(): Filter | null {
    if (next() !== 'not') return null
    take()
    return { is: 'not', part: one() }
  }
  function bracketed(): Filter | null {
    if (next() !== '(') return null
    take()
    const inside = either()
    expect(')')
    return inside
  }
  function textTest(): Filter | null {
    const test = textTests.find((name) => name === next())
    if (!test) return null
    take()
    expect('(')
    const column = columnNamed(take())
    expect(',')
    const text = literal()
    if (typeof text !== 'string') throw new QueryFault(`Bij ${test} hoort een tekst tussen aanhalingstekens.`)
    expect(')')
    return { is: test, column, text }
  }
  function comparison(): Filter {
    const column = columnNamed(take())
    const word = take()
    if (word === 'in') return { is: 'in', column, values: list() }
    const is = comparisons.find((name) => name === word)
    if (!is) throw new QueryFault(`Na ${column} hoort eq, ne, gt, ge, lt, le of in, en niet ${word || 'niets'}.`)
    return { is, column, value: literal() }
  }
  function list(): Value[] {
    expect('(')
    const values = [literal()]
    while (next() === ',' && take()) values.push(literal())
    expect(')')
    return values
  }
  function literal(): Value {
    const word = take()
    if (word.startsWith("'")) return word.slice(1, -1).replaceAll("''", "'")
    if (word === 'null') return null
    if (/^-?\d/.test(word)) return Number(word)
    throw new QueryFault(`Hier hoort een waarde, zoals 'tekst' of 12, en niet ${word || 'niets'}.`)
  }
  function columnNamed(name: string): string {
    if (columns.includes(name)) return name
    throw new QueryFault(`De kolom ${name || '(leeg)'} bestaat niet. Wel: ${columns.join(', ')}.`)
  }

  const read = either()
  if (at < tokens.length) throw new QueryFault(`In $filter begrijpen wij dit niet: ${tokens.slice(at).join(' ')}.`)
  return read
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  const end = text.trimEnd().length
  for (let at = 0; at < end; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) throw new QueryFault(`In $filter begrijpen wij dit niet: ${text.slice(at).trim().slice(0, 60)}.`)
    tokens.push(found[0].trim())
  }
  return tokens
}

/** Whether a row passes; null when that depends on columns that are not known yet. */
export function passes(filter: Filter | null, row: PartOfRow): boolean | null {
  if (!filter) return true
  switch (filter.is) {
    case 'and':
    case 'or': {
      const decides = filter.is === 'or'
      let isSure = true
      for (const part of filter.parts) {
        const answer = passes(part, row)
        if (answer === decides) return decides
        if (answer === null) isSure = false
      }
      return isSure ? !decides : null
    }
    case 'not': {
      const answer = passes(filter.part, row)
      return answer === null ? null : !answer
    }
  }
  const value = row[filter.column]
  return value === undefined ? null : holds(filter, value)
}

type Test = Exclude<Filter, { is: 'and' | 'or' } | { is: 'not' }>

function holds(test: Test, value: Value): boolean {
  switch (test.is) {
    case 'in':
      return test.values.includes(value)
    case 'contains':
      return String(value ?? '').includes(test.text)
    case 'startswith':
      return String(value ?? '').startsWith(test.text)
    case 'endswith':
      return String(value ?? '').endsWith(test.text)
    case 'eq':
      return value === test.value
    case 'ne':
      return value !== test.value
  }
  // Nothing is more or less than no value, and a text is no number.
  if (value === null || typeof value !== typeof test.value) return false
  const other = test.value as typeof value
  if (test.is === 'gt') return value > other
  if (test.is === 'ge') return value >= other
  return test.is === 'lt' ? value < other : value <= other
}
