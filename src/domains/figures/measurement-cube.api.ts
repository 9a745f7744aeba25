import type { CodeOf, Cube, Dimension, Measure, PublishedCube, Row } from '../../platform/odata/cube'
import { periodAsCode, periodCode, periodGroups } from '../../platform/odata/period'
import type { Indicator } from './indicator'
import { listIndicators } from './indicator.store'
import type { Measurement, qualifiers } from './measurement'
import { listMeasurements } from './measurement.store'

const noBase = 'geen'
const otherTheme = 'overig'

/** The numbers that lead, in the shape CBS gives its own figures: an indicator in a unit is a measure. */
export const measurementCube: PublishedCube = {
  identifier: 'metingen',
  async cube(tx, ask) {
    const { items: all } = await listMeasurements(tx, { knownOn: ask.today, leads: true })
    if (all.length === 0) return null
    const indicators = new Map((await listIndicators(tx)).items.map((one) => [one.code, one]))
    const measures = measuresOf(all, indicators)
    const rows = all.map(asRow)
    return {
      title: `Metingen van de ${ask.region.coalition}`,
      description:
        'Cijfers uit de plannen en verantwoordingen: van elk getal de vermelding die telt. Een regel zonder waarde is onbekend, en dat is nooit nul.',
      modified: all.map(({ recordedAt }) => recordedAt).reduce((latest, one) => (one > latest ? one : latest)),
      status: 'Definitief',
      source: `Documenten van de ${ask.region.coalition}`,
      frequency: 'Wisselend',
      period: `${yearsOf(all)[0]} tot en met ${yearsOf(all).at(-1)}`,
      dimensions: [
        areas(all),
        {
          identifier: 'Perioden',
          title: 'Perioden',
          description: 'Waar het getal over gaat.',
          kind: 'TimeDimension',
          codes: periodsOf(all.map(({ period }) => period)),
          groups: periodGroups,
        },
        listed('SoortGetal', 'Soort getal', 'Een uitkomst, een doel, een nulmeting of een verandering.', kinds),
        {
          ...listed('VergelekenMet', 'Vergeleken met', 'De periode waarmee een verandering is vergeleken.', {
            [noBase]: 'Nergens mee vergeleken',
          }),
          codes: [
            { identifier: noBase, title: 'Nergens mee vergeleken', group: 'alle' },
            ...periodsOf(all.flatMap(({ basePeriod }) => basePeriod ?? [])).map((code) => ({ ...code, group: 'alle' })),
          ],
        },
        listed('Grens', 'Grens', 'Hoe precies het getal is, of van welke kant het een grens is.', bounds),
      ],
      measures,
      measureGroups: themesOf(indicators, measures),
      observationCount: async () => rows.length,
      observations: { blocks: [{}], read: async () => () => rows },
    } satisfies Cube
  },
}

const kinds: Record<Measurement['kind'], string> = {
  realisatie: 'Uitkomst',
  doel: 'Doel',
  nulmeting: 'Nulmeting',
  verandering: 'Verandering',
}
const bounds: Record<(typeof qualifiers)[number], string> = {
  exact: 'Precies',
  approx: 'Ongeveer',
  almost: 'Bijna',
  more_than: 'Meer dan',
  less_than: 'Minder dan',
  min: 'Ten minste',
  max: 'Ten hoogste',
}

const asRow = (one: Measurement, at: number): Row => ({
  Id: at,
  Measure: measureOf(one),
  ValueAttribute: one.value === null ? 'Unknown' : 'None',
  Value: one.value,
  StringValue: null,
  Gebied: one.area,
  Perioden: periodCode(one.period),
  SoortGetal: one.kind,
  VergelekenMet: one.basePeriod === null ? noBase : periodCode(one.basePeriod),
  Grens: one.qualifier,
})

// An indicator in another unit than its own, such as a change in percent, is another measure.
const measureOf = ({ indicator, unit }: Pick<Measurement, 'indicator' | 'unit'>) =>
  `${indicator}__${unit.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`

function measuresOf(all: readonly Measurement[], indicators: ReadonlyMap<string, Indicator>): Measure[] {
  const measures = new Map<string, Measure>()
  for (const one of all) {
    const identifier = measureOf(one)
    const indicator = indicators.get(one.indicator)
    const decimals = Math.max(measures.get(identifier)?.decimals ?? 0, decimalsOf(one.value))
    measures.set(identifier, {
      identifier,
      title: `${one.indicatorTitle} (${one.unit})`,
      description: [indicator?.definition, indicator?.caveats].filter(Boolean).join(' '),
      unit: one.unit,
      decimals,
      group: indicator?.theme ?? otherTheme,
    })
  }
  return [...measures.values()].sort((one, other) => (one.title < other.title ? -1 : 1))
}

const decimalsOf = (value: number | null) => String(value ?? '').split('.')[1]?.length ?? 0

function themesOf(indicators: ReadonlyMap<string, Indicator>, measures: readonly Measure[]) {
  const used = new Set(measures.map(({ group }) => group))
  const names = new Map(
    [...indicators.values()].map(({ theme, themeName }) => [theme ?? otherTheme, themeName ?? 'Overig']),
  )
  return [...names].filter(([id]) => used.has(id)).map(([id, title]) => ({ id, title }))
}

function areas(all: readonly Measurement[]): Dimension {
  const found = new Map(all.map(({ area, areaName, areaKind }) => [area, { areaName, areaKind }]))
  return {
    identifier: 'Gebied',
    title: 'Gebied',
    description: 'Waar het getal over gaat, met de code van het CBS waar die er is.',
    kind: 'GeoDimension',
    codes: [...found].map(([identifier, { areaName, areaKind }]) => ({ identifier, title: areaName, group: areaKind })),
    groups: [...new Set([...found.values()].map(({ areaKind }) => areaKind))].map((id) => ({
      id,
      title: id.charAt(0).toUpperCase() + id.slice(1),
    })),
  }
}

const yearsOf = (all: readonly Measurement[]) => all.map(({ period }) => period.slice(0, 4)).sort()

const periodsOf = (texts: readonly string[]): CodeOf[] =>
  [...new Set(texts)].sort().map((text) => periodAsCode(text, 'Definitief'))

function listed(
  identifier: string,
  title: string,
  description: string,
  words: Readonly<Record<string, string>>,
): Dimension {
  return {
    identifier,
    title,
    description,
    kind: 'Dimension',
    codes: Object.entries(words).map(([code, word]) => ({ identifier: code, title: word, group: 'alle' })),
    groups: [{ id: 'alle', title: 'Alle' }],
  }
}
