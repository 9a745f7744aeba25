import { monthRange } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import type { CodeOf, Cube, Dimension, GroupOf, Observations, PublishedCube, Row } from '../../platform/odata/cube'
import { periodAsCode, periodCode, periodGroups } from '../../platform/odata/period'
import type { Ask } from '../../platform/web/ask'
import { type CountedArea, isProvisional, type KnownRelease } from './count'
import { exampleCaution } from './count.api'
import { countedAreas, countsOf, monthsCounted, releaseKnownOn, smallAreas } from './count.store'
import { allCrimes, type CrimeType } from './crime-type'
import { crimeTypes } from './crime-type.store'

// Named as the police name them in their own tables at CBS.
const [typeColumn, areaColumn, periodColumn] = ['SoortMisdrijf', 'WijkenEnBuurten', 'Perioden']
const measure = 'GeregistreerdeMisdrijven'

/** Registered crime per month, in the shape CBS gives its own figures; null while there are none. */
export const countCube: PublishedCube = {
  identifier: 'misdrijfcijfers',
  async cube(tx, ask) {
    const release = await releaseKnownOn(tx, ask.today)
    if (!release) return null
    const caution = await exampleCaution(tx, ask)
    const areas = await areasOf(tx, release, ask)
    const months = monthRange(release.firstMonth, release.lastMonth)
    const status = release.isExample ? 'Voorbeeld' : 'Voorlopig'
    return {
      title: release.isExample ? 'Voorbeeldcijfers: misdrijven per maand' : 'Geregistreerde misdrijven per maand',
      description: [
        caution,
        'Geregistreerde misdrijven per maand, soort en gebied. Een regel zonder waarde is niet gepubliceerd, en dat is nooit nul.',
        'De nieuwste drie maanden zijn voorlopig.',
      ]
        .filter((one) => one !== null)
        .join(' '),
      modified: `${release.knownOn}T00:00:00Z`,
      status,
      source: release.isExample ? 'Verzonnen' : `Politie, tabel ${release.sourceTable}`,
      frequency: 'Per maand',
      period: `${release.firstMonth} tot en met ${release.lastMonth}`,
      dimensions: [
        typeDimension(await crimeTypes(tx), release),
        areaDimension(areas),
        {
          identifier: periodColumn,
          title: 'Perioden',
          description: 'De maand waarin de politie het misdrijf registreerde.',
          kind: 'TimeDimension',
          codes: months.map((month) => periodAsCode(month, statusOf(month, release))),
          groups: periodGroups,
        },
      ],
      measures: [
        {
          identifier: measure,
          title: 'Geregistreerde misdrijven',
          description: `${caution ? `${caution} ` : ''}Het aantal misdrijven dat de politie in die maand registreerde.`,
          unit: 'aantal',
          decimals: 0,
          group: 'misdrijven',
        },
      ],
      measureGroups: [{ id: 'misdrijven', title: 'Misdrijven' }],
      async observationCount(reader) {
        const counted = await monthsCounted(reader, release)
        const rows = areas.map(({ parts }) => Math.max(0, ...parts.map((part) => counted.get(part) ?? 0)))
        return rows.reduce((sum, one) => sum + one * release.types.length, 0)
      },
      observations: observationsOf(release, areas, months),
    } satisfies Cube
  },
}

const statusOf = (month: KnownRelease['lastMonth'], release: KnownRelease) =>
  release.isExample ? 'Voorbeeld' : isProvisional(month, release) ? 'Voorlopig' : 'Definitief'

/** The region and its districts, the municipalities, and then what lies in each. */
async function areasOf(tx: Reader, release: KnownRelease, { region, today }: Ask): Promise<CountedArea[]> {
  const large = await countedAreas(tx, release, { region: region.code, on: today })
  return [...large, ...(await smallAreas(tx, release))]
}

function typeDimension(types: readonly CrimeType[], release: KnownRelease): Dimension {
  const known = new Map(types.map((type) => [type.code, type]))
  return {
    identifier: typeColumn,
    title: 'Soort misdrijf',
    description: 'De soorten die de politie telt; 0.0.0 is alles samen.',
    kind: 'Dimension',
    codes: release.types.map((code) => ({
      identifier: code,
      title: known.get(code)?.name ?? code,
      description: known.get(code)?.explanation,
      group: code === allCrimes ? 'totaal' : 'soorten',
    })),
    groups: [
      { id: 'totaal', title: 'Totaal' },
      { id: 'soorten', title: 'Soorten' },
    ],
  }
}

const largeGroups: readonly GroupOf[] = [
  { id: 'regio', title: 'Regio' },
  { id: 'district', title: 'Districten' },
  { id: 'gemeente', title: 'Gemeenten' },
]

function areaDimension(areas: readonly CountedArea[]): Dimension {
  const within = new Map(
    areas.flatMap(({ municipality }) => (municipality ? [[municipality.code, municipality.name]] : [])),
  )
  return {
    identifier: areaColumn,
    title: 'Wijken en buurten',
    description: 'Regio, district, gemeente, wijk of buurt, met de code van het CBS waar die er is.',
    kind: 'GeoDimension',
    codes: areas.map(
      ({ code, name, kind, municipality }): CodeOf => ({
        identifier: code,
        title: name,
        description: municipality ? `${kind} in ${municipality.name}` : kind,
        group: municipality?.code ?? kind,
      }),
    ),
    groups: [...largeGroups, ...[...within].map(([id, name]) => ({ id, title: `In ${name}`, parent: 'gemeente' }))],
  }
}

function observationsOf(
  release: KnownRelease,
  areas: readonly CountedArea[],
  months: readonly KnownRelease['lastMonth'][],
): Observations {
  const { types } = release
  return {
    blocks: areas.map(({ code }) => ({
      [areaColumn]: code,
      Measure: measure,
      StringValue: null,
    })),
    async read(tx, blocks, may) {
      const wanted = months.filter((month) => may({ [periodColumn]: periodCode(month) }))
      const [first, last] = [wanted[0], wanted.at(-1)]
      const asked = blocks.flatMap((block) => areas[block] ?? [])
      const counts = first && last ? await countsOf(tx, release, asked, { first, last }) : null
      return (block) => rowsOf(block, counts?.get(areas[block]?.code ?? '')?.months ?? new Map(), wanted)
    },
  }

  function* rowsOf(
    block: number,
    counted: ReadonlyMap<string, readonly (number | null)[]>,
    wanted: readonly KnownRelease['lastMonth'][],
  ): Iterable<Row> {
    const area = areas[block]
    if (!area) return
    for (const month of wanted) {
      const values = counted.get(month)
      if (!values) continue
      const period = periodCode(month)
      const before = (block * months.length + months.indexOf(month)) * types.length
      for (const [at, type] of types.entries()) {
        const value = values[at] ?? null
        yield {
          Id: before + at,
          Measure: measure,
          // A whole has no sum when one of its parts is hidden.
          ValueAttribute: value !== null ? 'None' : area.parts.length > 1 ? 'PartNotPublished' : 'NotPublished',
          Value: value,
          StringValue: null,
          [typeColumn]: type,
          [areaColumn]: area.code,
          [periodColumn]: period,
        }
      }
    }
  }
}
