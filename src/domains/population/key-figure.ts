import type { Day } from '../../kernel/day'
import { perThousand } from '../../kernel/statistics/rate'
import { type Merger, takenInAfter } from './inhabitants'

/** A key figure of an area, as the yearly tables of CBS have it. */
export type KeyFigure = {
  readonly id: string
  readonly name: string
  readonly unit: string
  /** What the column is called; CBS called some otherwise in other years. */
  readonly titles: readonly string[]
  /** Whether a whole is the sum of its parts. Of the others it lies between them. */
  readonly addsUp: boolean
  /** Which part of a whole may be in none of its parts, for it has no known place there. */
  readonly unplaced: number
  /** What it is told as besides: of a hundred or of a thousand inhabitants. */
  readonly per: 100 | 1000 | null
  /** Why it stands beside a crime figure. */
  readonly helps: string
}

const sum = { addsUp: true, unplaced: 0, per: null }
const mean = { addsUp: false, unplaced: 0, per: null }

/** The key figures that are kept: what the tables of CBS since 2019 are known to have, and what a crime figure is read wrong without. */
export const keyFigures: readonly KeyFigure[] = [
  {
    ...sum,
    id: 'inwoners',
    name: 'Inwoners',
    unit: 'inwoners',
    titles: ['Aantal inwoners'],
    helps: 'Meer mensen betekent meestal ook meer misdrijven.',
  },
  {
    ...sum,
    id: 'jongeren',
    name: 'Inwoners van 15 tot 25 jaar',
    unit: 'inwoners',
    titles: ['15 tot 25 jaar'],
    per: 100,
    helps: 'Leeftijd maakt uit. Een gebied met veel jongeren, zoals rond een school, is anders dan andere.',
  },
  {
    ...sum,
    id: 'huishoudens',
    name: 'Huishoudens',
    unit: 'huishoudens',
    titles: ['Huishoudens totaal'],
    helps: 'Een woninginbraak treft een huishouden, niet een inwoner.',
  },
  {
    ...sum,
    id: 'woningen',
    name: 'Woningen',
    unit: 'woningen',
    titles: ['Woningvoorraad'],
    unplaced: 0.05,
    helps: 'Bij woninginbraken telt hoeveel woningen er zijn.',
  },
  {
    ...mean,
    id: 'woz-waarde',
    name: 'Gemiddelde WOZ-waarde van woningen',
    unit: '× 1.000 euro',
    titles: ['Gemiddelde WOZ-waarde van woningen', 'Gemiddelde woningwaarde'],
    helps: 'Wat een woning er gemiddeld waard is, naar de prijzen van een jaar eerder.',
  },
  {
    ...sum,
    id: 'bedrijfsvestigingen',
    name: 'Bedrijfsvestigingen',
    unit: 'vestigingen',
    titles: ['Bedrijfsvestigingen totaal'],
    unplaced: 0.05,
    per: 1000,
    helps: 'Waar gewerkt en gewinkeld wordt, komen ook mensen die er niet wonen.',
  },
  {
    ...mean,
    id: 'adressendichtheid',
    name: 'Omgevingsadressendichtheid',
    unit: 'adressen per km²',
    titles: ['Omgevingsadressendichtheid'],
    helps: 'Hoeveel adressen er liggen binnen een kilometer rond een adres, gemiddeld.',
  },
  {
    ...mean,
    id: 'stedelijkheid',
    name: 'Stedelijkheid',
    unit: 'klasse 1 tot en met 5',
    titles: ['Mate van stedelijkheid'],
    helps: 'Volgt uit de adressendichtheid. Vergelijk liefst gebieden die even stedelijk zijn.',
  },
]

/** The five classes of CBS, from the lowest density of addresses that belongs to one. */
export const urbanClasses = [
  { from: 2500, name: 'zeer sterk stedelijk' },
  { from: 1500, name: 'sterk stedelijk' },
  { from: 1000, name: 'matig stedelijk' },
  { from: 500, name: 'weinig stedelijk' },
  { from: 0, name: 'niet stedelijk' },
] as const

/** Whether a class is that of a density: at the border it may be that of one address more or less, for CBS rounds afterwards. */
export const isClassOf = (urban: number, density: number): boolean =>
  [density - 1, density, density + 1].some((near) => urbanClassOf(Math.max(0, near)) === urban)

const urbanClassOf = (density: number) => urbanClasses.findIndex(({ from }) => density >= from) + 1

/** What a release of key figures says of some areas. A figure it has not is not in it; one that is hidden is null. */
export type KnownFigures = {
  readonly sourceTable: string
  readonly on: Day
  /** The day the source published it. */
  readonly knownOn: Day
  readonly figures: readonly string[]
  readonly of: ReadonlyMap<string, ReadonlyMap<string, number | null>>
}

/** A figure of an area: one value, or of what has no sum the lowest and highest of its parts. All null is unknown. */
export type Amount = {
  readonly value: number | null
  readonly between: {
    readonly lowest: number
    readonly highest: number
    readonly of: 'gemeente' | 'wijk of buurt'
  } | null
  /** Of a hundred or a thousand inhabitants, as the figure says; null when it is not told so, or too few live there. */
  readonly rate: number | null
}

export type ShownFigure = {
  readonly figure: KeyFigure
  readonly own: Amount
  /** Of the region in the same release; null when not all of it is in there. */
  readonly region: Amount | null
  readonly on: Day
  readonly sourceTable: string
  readonly knownOn: Day
}

/**
 * The figures of an area, each of the newest release that has it and has the area: CBS fills a table in the course of years.
 * What went over into a part after that day is counted with it, as the police do.
 */
export function shownFigures(
  known: readonly KnownFigures[],
  parts: readonly string[],
  regionParts: readonly string[],
  mergers: readonly Merger[],
): ShownFigure[] {
  const newestFirst = known.toSorted((one, other) => (one.on < other.on ? 1 : -1))
  return keyFigures.flatMap((figure): ShownFigure[] => {
    for (const release of newestFirst.filter(({ figures }) => figures.includes(figure.id))) {
      const own = amountOf(release, figure, parts, mergers)
      if (!own) continue
      const { on, sourceTable, knownOn } = release
      return [{ figure, own, region: amountOf(release, figure, regionParts, mergers), on, sourceTable, knownOn }]
    }
    return []
  })
}

/** Null when one of the parts is not in the release: it has another division. */
function amountOf(
  { of, on }: KnownFigures,
  figure: KeyFigure,
  parts: readonly string[],
  mergers: readonly Merger[],
): Amount | null {
  const takenIn = takenInAfter(on, mergers)
  const codes = [...new Set(parts.flatMap((part) => [part, ...(takenIn.get(part) ?? [])]))]
  if (codes.length === 0 || codes.some((code) => !of.has(code))) return null
  const valuesOf = (id: string) => codes.map((code) => of.get(code)?.get(id) ?? null)
  const values = valuesOf(figure.id)
  if (codes.length > 1 && !figure.addsUp) {
    const whole = values.filter((value) => value !== null)
    const between =
      whole.length < values.length
        ? null
        : { lowest: Math.min(...whole), highest: Math.max(...whole), of: kindOf(codes) }
    return { value: null, between, rate: null }
  }
  const value = total(values)
  const perMille = figure.per === null ? null : perThousand(value, total(valuesOf('inwoners')))
  return { value, between: null, rate: perMille === null ? null : (perMille * (figure.per ?? 0)) / 1000 }
}

const kindOf = (codes: readonly string[]) =>
  codes.every((code) => code.startsWith('GM')) ? ('gemeente' as const) : ('wijk of buurt' as const)

/** The sum; unknown when a part of it is. */
const total = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((all, value) => (all === null || value === null ? null : all + value), 0)
