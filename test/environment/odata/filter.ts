/** A row as the source has it; the keys are padded. */
export type Row = Readonly<Record<string, string | number | null>>
/** One condition of a filter, and the columns it looks at. */
export type Condition = { readonly columns: ReadonlySet<string>; holds(row: Row): boolean }

/** The filter is not one that this kind of server understands. */
export class BadFilter extends Error {}

type Value = { columns: Set<string>; of(row: Row): string | number | boolean | null }

/**
 * Reads the part of the OData v3 filter language that the police's server is known to understand. Gives the conditions that
 * must all hold. `in` and `contains` are of later versions and are refused, as there.
 */
export function readFilter(text: string): Condition[] {
  const tokens = text.match(/'(?:[^']|'')*'|[(),]|-?\d+(?:\.\d+)?|[A-Za-z_][A-Za-z0-9_]*|\S/g) ?? []
  let at = 0
  const peek = () => tokens[at]
  const take = () => {
    const token = tokens[at++]
    if (token === undefined) throw new BadFilter(`unexpected end of '${text}'`)
    return token
  }
  const expect = (token: string) => {
    if (take() !== token) throw new BadFilter(`'${token}' expected in '${text}'`)
  }

  const functions: Record<string, { parameters: number; of(...values: (string | number)[]): string | boolean }> = {
    substringof: { parameters: 2, of: (part, whole) => String(whole).includes(String(part)) },
    startswith: { parameters: 2, of: (whole, start) => String(whole).startsWith(String(start)) },
    endswith: { parameters: 2, of: (whole, end) => String(whole).endsWith(String(end)) },
    substring: {
      parameters: 3,
      of: (whole, from, length) => String(whole).slice(Number(from), Number(from) + Number(length)),
    },
    trim: { parameters: 1, of: (whole) => String(whole).trim() },
  }

  function primary(): Value {
    const token = take()
    if (token === '(') {
      const inner = either()
      expect(')')
      return inner
    }
    if (token.startsWith("'")) {
      const literal = token.slice(1, -1).replaceAll("''", "'")
      return { columns: new Set(), of: () => literal }
    }
    if (/^-?\d/.test(token)) return { columns: new Set(), of: () => Number(token) }
    if (!/^[A-Za-z_]/.test(token)) throw new BadFilter(`syntax error at '${token}' in '${text}'`)
    if (peek() === '(') {
      const called = functions[token]
      if (!called) throw new BadFilter(`unknown function '${token}'`)
      take()
      const values = [primary()]
      while (peek() === ',') {
        take()
        values.push(primary())
      }
      expect(')')
      if (values.length !== called.parameters) throw new BadFilter(`wrong number of parameters for '${token}'`)
      return {
        columns: new Set(values.flatMap(({ columns }) => [...columns])),
        of: (row) => called.of(...values.map((value) => value.of(row) as string | number)),
      }
    }
    return {
      columns: new Set([token]),
      of(row) {
        if (!(token in row)) throw new BadFilter(`could not find a property named '${token}'`)
        return row[token] ?? null
      },
    }
  }

  const comparisons: Record<string, (a: never, b: never) => boolean> = {
    eq: (a, b) => a === b,
    ne: (a, b) => a !== b,
    ge: (a, b) => a >= b,
    le: (a, b) => a <= b,
    gt: (a, b) => a > b,
    lt: (a, b) => a < b,
  }

  function comparison(): Value {
    if (peek() === 'not') {
      take()
      const denied = comparison()
      return { columns: denied.columns, of: (row) => !denied.of(row) }
    }
    const left = primary()
    const word = peek() ?? ''
    const compared = comparisons[word]
    if (!compared) {
      if (/^[A-Za-z]/.test(word) && word !== 'and' && word !== 'or') throw new BadFilter(`unknown operator '${word}'`)
      return left
    }
    take()
    const right = primary()
    return {
      columns: new Set([...left.columns, ...right.columns]),
      of: (row) => compared(left.of(row) as never, right.of(row) as never),
    }
  }

  function all(): Value[] {
    const parts = [comparison()]
    while (peek() === 'and') {
      take()
      parts.push(comparison())
    }
    return parts
  }

  const joined = (parts: Value[]): Value => ({
    columns: new Set(parts.flatMap(({ columns }) => [...columns])),
    of: (row) => parts.every((part) => part.of(row) === true),
  })

  function either(): Value {
    const options = [joined(all())]
    while (peek() === 'or') {
      take()
      options.push(joined(all()))
    }
    const [only] = options
    if (options.length === 1 && only) return only
    return {
      columns: new Set(options.flatMap(({ columns }) => [...columns])),
      of: (row) => options.some((option) => option.of(row) === true),
    }
  }

  const conditions = all()
  if (peek() === 'or') {
    // `a and b or c`: one condition after all.
    at = 0
    conditions.splice(0, conditions.length, either())
  }
  if (peek() !== undefined) throw new BadFilter(`syntax error at '${peek()}' in '${text}'`)
  return conditions.map(({ columns, of }) => ({ columns, holds: (row) => of(row) === true }))
}
