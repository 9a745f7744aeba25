import { isClassOf, type KeyFigure, keyFigures } from './key-figure'
import { rounding, type SourceArea } from './population-part'

/** The columns of a table, by the names the source gives them now: of each figure that it has, one. */
export type KeyFigureColumns = { readonly geo: string; readonly of: Readonly<Record<string, string>> }

/**
 * Finds the columns in what the table says about itself, by title: their numbers change each year. A figure without a column,
 * or with more than one, is not in this release. Without inhabitants there is nothing to divide by.
 */
export function keyFigureColumnsOf(
  geo: string,
  properties: readonly { readonly type: string; readonly key: string; readonly title: string }[],
): KeyFigureColumns | { readonly because: string } {
  const found = keyFigures.flatMap(({ id, titles }): [string, string][] => {
    const columns = properties.filter(({ type, title }) => type === 'Topic' && titles.includes(title.trim()))
    const [column] = columns
    return column && columns.length === 1 ? [[id, column.key]] : []
  })
  const of = Object.fromEntries(found)
  const missing = [
    ...(properties.some(({ type, key }) => key === geo && /^Geo|^Dimension/.test(type)) ? [] : [geo]),
    ...(of.inwoners ? [] : ['Aantal inwoners']),
  ]
  if (missing.length > 0)
    return { because: `De bron heeft andere kolommen dan wij kennen. Deze ontbreken: ${missing.join(', ')}.` }
  return { geo, of }
}

type Values = Readonly<Record<string, number | null>>
export type FiguresOfArea = { readonly area: string; readonly values: Values }

/** Where the source does not add up. */
export type KeyFigureDifference = {
  readonly area: string
  readonly figure: string
  readonly partsKind: 'wijken' | 'buurten'
  readonly whole: number
  readonly parts: number
}

/** A municipality with its neighbourhoods. */
export type KeyFigurePart = {
  readonly areas: readonly FiguresOfArea[]
  readonly differences: readonly KeyFigureDifference[]
}

type Unusable = { readonly because: string }
type Row = Readonly<Record<string, string | number | null>>

/** Reads the rows of a municipality: every area exactly once, whole numbers or unknown, and figures that can be of one place. */
export function readKeyFigurePart(
  rows: readonly Row[],
  name: string,
  areas: readonly SourceArea[],
  { geo, of }: KeyFigureColumns,
): KeyFigurePart | Unusable {
  const unusable = (what: string): Unusable => ({ because: `${name}: ${what}` })
  const codeOf = new Map(areas.map(({ key, code }) => [key, code]))
  const read = new Map<string, Values>()
  for (const row of rows) {
    const code = codeOf.get(row[geo] as string)
    if (code === undefined) return unusable('de bron gaf een rij van een ander gebied.')
    if (read.has(code)) return unusable(`de bron gaf ${code} twee keer.`)
    const values: Record<string, number | null> = {}
    for (const [figure, column] of Object.entries(of)) {
      const value = row[column]
      if (value === undefined) return unusable(`de kolom ${column} ontbreekt.`)
      const number = numberOf(value)
      if (number === undefined)
        return unusable(`de bron gaf iets dat geen aantal is: ${String(value).slice(0, 40)} (${column}).`)
      values[figure] = number
    }
    read.set(code, values)
  }
  if (read.size !== areas.length)
    return unusable(`de bron gaf ${read.size} van de ${areas.length} gebieden. Een deel ontbreekt.`)
  const mistake = mistakeIn(read)
  return mistake === null ? { areas: asAreas(read), differences: differencesIn(read) } : unusable(mistake)
}

/** A whole number from zero; null is unknown; undefined is none. Codes, as that of a class, come as text too. */
function numberOf(value: string | number | null): number | null | undefined {
  if (value === null) return null
  const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

const asAreas = (read: ReadonlyMap<string, Values>): FiguresOfArea[] =>
  [...read].map(([area, values]) => ({ area, values }))

const kinds = { wijken: 'WK', buurten: 'BU' } as const

type Beside = {
  readonly area: string
  readonly figure: KeyFigure
  readonly partsKind: keyof typeof kinds
  readonly whole: number
  readonly parts: readonly (number | null)[]
}

/** Every known figure of the municipality beside those of its wijken, and beside those of its buurten. */
function besideParts(read: ReadonlyMap<string, Values>): Beside[] {
  return [...read].flatMap(([area, values]) =>
    !area.startsWith('GM')
      ? []
      : keyFigures.flatMap((figure) =>
          (['wijken', 'buurten'] as const).flatMap((partsKind): Beside[] => {
            const own = [...read].filter(([code]) => code.startsWith(kinds[partsKind]))
            const whole = values[figure.id] ?? null
            if (own.length === 0 || whole === null) return []
            return [{ area, figure, partsKind, whole, parts: own.map(([, of]) => of[figure.id] ?? null) }]
          }),
        ),
  )
}

function differencesIn(read: ReadonlyMap<string, Values>): KeyFigureDifference[] {
  return besideParts(read).flatMap(({ area, figure, partsKind, whole, parts }) => {
    const together = sumOf(parts)
    if (!figure.addsUp || together === null || together === whole) return []
    return [{ area, figure: figure.id, partsKind, whole, parts: together }]
  })
}

const sumOf = (parts: readonly (number | null)[]): number | null =>
  parts.includes(null) ? null : parts.reduce<number>((all, one) => all + (one ?? 0), 0)

/** What cannot be, in Dutch: a whole apart from its parts, more young people than people, a class that is not that of its density. */
function mistakeIn(read: ReadonlyMap<string, Values>): string | null {
  for (const one of besideParts(read)) {
    const { area, figure, whole, partsKind, parts } = one
    const together = sumOf(parts)
    const known = parts.filter((value) => value !== null)
    if (figure.addsUp && together !== null && !isWithinRounding(one, together))
      return `${area} heeft ${whole} ${figure.unit} (${figure.name.toLowerCase()}), en de som van de ${partsKind} is ${together}. Dat is te veel verschil.`
    if (!figure.addsUp && known.length > 1 && (whole < Math.min(...known) - 1 || whole > Math.max(...known) + 1))
      return `${area} heeft ${whole} (${figure.name}), en alle ${partsKind} liggen daaronder of daarboven. Dat kan niet.`
  }
  for (const [area, values] of read) {
    const { inwoners = null, stedelijkheid: urban = null, adressendichtheid: density = null } = values
    for (const id of ['jongeren', 'huishoudens']) {
      const some = values[id] ?? null
      if (inwoners !== null && some !== null && some > inwoners + cbsRounding)
        return `${area} heeft ${some} ${id} en ${inwoners} inwoners. Dat kan niet.`
    }
    if (urban !== null && (urban < 1 || urban > 5)) return `${area} heeft een stedelijkheid die niet bestaat: ${urban}.`
    if (urban !== null && density !== null && !isClassOf(urban, density))
      return `${area} heeft stedelijkheid ${urban} bij ${density} adressen per km². Dat past niet bij elkaar.`
  }
  return null
}

/** CBS rounds neighbourhoods to 5. */
const cbsRounding = 5

const isWithinRounding = ({ whole, figure, parts }: Beside, together: number): boolean =>
  Math.abs(whole - together) <= rounding.perPart * parts.length + rounding.more + figure.unplaced * whole
