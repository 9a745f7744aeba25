import { z } from 'zod'
import { type Month, parseMonth } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import type { Ask } from '../../platform/web/ask'
import { inUnitOf } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { isProvisional, type KnownRelease, noCounts, partsOfArea } from './count'
import { countedAreas, countsOf, hasCountedArea, municipalityOf, releaseKnownOn } from './count.store'
import { crimeTypeExists, crimeTypes } from './crime-type.store'

const monthText = z.string().refine((text) => parseMonth(text) !== null)

const item = z
  .object({
    code: z
      .string()
      .meta({ description: 'Gebied, misdrijfsoort en maand, gescheiden door een liggend streepje onderaan.' }),
    gebied: z.string().meta({ description: 'De code van het gebied.' }),
    gebiedsnaam: z.string().meta({ description: 'De naam van het gebied.' }),
    misdrijfsoort: z.string().meta({ description: 'De code van de misdrijfsoort; 0.0.0 is alles samen.' }),
    periode: z.string().meta({ description: 'De maand.' }),
    waarde: z
      .number()
      .int()
      .nullable()
      .meta({
        description: 'Het aantal geregistreerde misdrijven; leeg is niet gepubliceerd, en dat is nooit nul.',
        ...inUnitOf('eenheid'),
      }),
    eenheid: z.literal('aantal').meta({ description: 'De eenheid van het getal.' }),
    status: z.enum(['voorbeeld', 'voorlopig', 'definitief']).meta({ description: 'Voorbeeld: een verzonnen getal.' }),
    bron: z.string().meta({ description: 'De tabel van de bron.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop de bron dit publiceerde.' }),
  })
  .meta({ description: 'Het aantal geregistreerde misdrijven van één soort, in één gebied, in één maand.' })

const statusOf = (month: Month, release: KnownRelease) =>
  release.isExample ? 'voorbeeld' : isProvisional(month, release) ? 'voorlopig' : 'definitief'

/** What a reader of crime figures must know first: that they are made up, when they are. */
export async function exampleCaution(tx: Reader, ask: Ask): Promise<string | null> {
  const release = await releaseKnownOn(tx, ask.today)
  return release?.isExample ? 'Voorbeeldcijfers: verzonnen, tot er cijfers van de politie zijn geladen.' : null
}

export const countResource = resource({
  name: 'misdrijfcijfers',
  title: 'Misdrijfcijfers',
  description:
    'Geregistreerde misdrijven per maand, soort en gebied, uit de open gegevens van de politie. Zonder gebied: de hele regio.',
  use: 'Om per maand te volgen hoeveel misdrijven de politie registreerde.',
  item,
  source: 'De tabel van de politie die de kolom bron noemt.',
  caution: exampleCaution,
  filters: {
    gebied: z
      .string()
      .optional()
      .meta({ description: 'De code van een regio, district, basisteam, gemeente, wijk of buurt.' }),
    delenVan: z.string().optional().meta({
      description:
        'Elk deel van dit gebied: van een gemeente de wijken, van een wijk de buurten, van een district de gemeenten.',
    }),
    misdrijfsoort: z.string().optional().meta({ description: 'De code van een misdrijfsoort.' }),
    periode: monthText.optional().meta({ description: 'De maand, bijvoorbeeld 2026-10.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
    geldigOp: dayText.optional().meta({ description: 'De dag van de gebiedsindeling; zonder dag vandaag.' }),
  },
  codes: { misdrijfsoort: crimeTypeExists, gebied: hasCountedArea, delenVan: hasCountedArea },
  isKept: true,
  async list(tx, { gebied, delenVan, misdrijfsoort, periode, bekendOp, geldigOp }, slice, ask) {
    const release = await releaseKnownOn(tx, (bekendOp as typeof ask.today | undefined) ?? ask.today)
    if (!release) return { total: 0, items: [] }
    const code = delenVan ?? gebied ?? ask.region.code
    const on = (geldigOp as typeof ask.today | undefined) ?? ask.today
    const within = (await municipalityOf(tx, release, code, on)) ?? undefined
    const counted = await countedAreas(tx, release, { region: ask.region.code, on, within })
    const areas =
      delenVan === undefined
        ? counted.filter((area) => area.code === code)
        : partsOfArea(delenVan, counted).filter((area) => gebied === undefined || area.code === gebied)
    const month = periode as Month | undefined
    const only = misdrijfsoort === undefined ? {} : { type: misdrijfsoort }
    const range = { first: month ?? release.firstMonth, last: month ?? release.lastMonth, ...only }
    const counts = await countsOf(tx, release, areas, range)
    const types = (await crimeTypes(tx)).filter((type) => misdrijfsoort === undefined || type.code === misdrijfsoort)
    const items = areas.flatMap((area) => {
      const { months, types: places } = counts.get(area.code) ?? noCounts
      return [...months].flatMap(([at, values]) =>
        types.map((type) => ({
          code: `${area.code}_${type.code}_${at}`,
          gebied: area.code,
          gebiedsnaam: area.name,
          misdrijfsoort: type.code,
          periode: at,
          waarde: values[places.indexOf(type.code)] ?? null,
          eenheid: 'aantal' as const,
          status: statusOf(at, release),
          bron: release.sourceTable,
          bekendOp: release.knownOn,
        })),
      )
    })
    return { total: items.length, items: slice ? items.slice(slice.offset, slice.offset + slice.limit) : items }
  },
})
