import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { addMonths, type Month, parseMonth } from '../../kernel/month'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { allCrimes, crimeTypeExists, exampleCaution, isProvisional } from '../crime'
import type { Compared, Standing } from './comparison'
import { compareMunicipalities } from './comparison.verbs'

const standingCodes = {
  higher: 'hoger',
  lower: 'lager',
  usual: 'vergelijkbaar',
  tooFew: 'te-weinig',
  unknown: 'onbekend',
} as const satisfies Record<Standing, string>

const unknownNumber = (unit: string, description: string) =>
  z
    .number()
    .nullable()
    .meta({ description, ...inUnit(unit) })

const item = z
  .object({
    code: z
      .string()
      .meta({ description: 'Gemeente, misdrijfsoort en laatste maand, met een liggend streepje ertussen.' }),
    gebied: z.string().meta({ description: 'De code van de gemeente.' }),
    gebiedsnaam: z.string().meta({ description: 'De naam van de gemeente.' }),
    misdrijfsoort: z.string().meta({ description: 'De code van de misdrijfsoort; 0.0.0 is alles samen.' }),
    van: z.string().meta({ description: 'De eerste van de twaalf maanden.' }),
    tot: z.string().meta({ description: 'De laatste van de twaalf maanden.' }),
    waarde: unknownNumber(
      'misdrijven',
      'Het aantal geregistreerde misdrijven in die twaalf maanden; leeg is onbekend, en dat is nooit nul.',
    ),
    eenheid: z.literal('aantal').meta({ description: 'De eenheid van de waarde, de verwachting en de grenzen.' }),
    inwoners: unknownNumber('inwoners', 'Het aantal inwoners op de dag bij inwonersOp; leeg is onbekend.'),
    inwonersOp: z.string().nullable().meta({ description: 'De dag waarop de inwoners zijn geteld.' }),
    inwonersBron: z.string().nullable().meta({ description: 'De tabel van de bron van de inwoners.' }),
    perDuizendInwoners: unknownNumber('misdrijven per 1.000 inwoners', 'Het aantal per 1.000 inwoners.'),
    verwacht: unknownNumber('misdrijven', 'Het aantal dat verwacht wordt bij zoveel inwoners.'),
    ondergrens95: unknownNumber(
      'misdrijven',
      'Van de 100 gemeenten liggen er 95 tussen deze en de bovengrens, in aantallen.',
    ),
    bovengrens95: unknownNumber(
      'misdrijven',
      'Van de 100 gemeenten liggen er 95 tussen de ondergrens en deze, in aantallen.',
    ),
    ondergrens998: unknownNumber('misdrijven', 'Onder deze grens heet een gemeente lager, in aantallen.'),
    bovengrens998: unknownNumber('misdrijven', 'Boven deze grens heet een gemeente hoger, in aantallen.'),
    oordeel: z
      .enum(['hoger', 'lager', 'vergelijkbaar', 'te-weinig', 'onbekend'])
      .meta({ description: 'Naast wat verwacht wordt van een gemeente van deze omvang.' }),
    status: z.enum(['voorbeeld', 'voorlopig', 'definitief']).meta({ description: 'Voorbeeld: verzonnen getallen.' }),
    bron: z.string().meta({ description: 'De tabel van de bron van de misdrijven.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop de bron dit publiceerde.' }),
  })
  .meta({
    description: 'Eén soort misdrijf in één gemeente in twaalf maanden, naast wat verwacht wordt bij zoveel inwoners.',
  })

const rounded = (value: number | undefined | null) =>
  value === undefined || value === null ? null : Number(value.toFixed(3))

const judged = ({ rate, expected, limits, standing }: Compared) => ({
  perDuizendInwoners: rounded(rate),
  verwacht: rounded(expected),
  ondergrens95: rounded(limits?.innerLow),
  bovengrens95: rounded(limits?.innerHigh),
  ondergrens998: rounded(limits?.outerLow),
  bovengrens998: rounded(limits?.outerHigh),
  oordeel: standingCodes[standing],
})

export const comparisonResource = resource({
  name: 'misdrijfvergelijkingen',
  title: 'Misdrijfvergelijkingen',
  description:
    'Geregistreerde misdrijven van twaalf maanden per gemeente, per 1.000 inwoners en naast wat verwacht wordt bij de omvang. Op naam: geen ranglijst. Zonder misdrijfsoort: alles samen.',
  use: 'Om te zien of een gemeente meer of minder misdrijven heeft dan bij haar omvang past.',
  item,
  source: 'De tabellen van de politie en het CBS die de kolommen bron en inwonersBron noemen.',
  caution: exampleCaution,
  filters: {
    misdrijfsoort: z.string().optional().meta({ description: 'De code van een misdrijfsoort.' }),
    tot: z
      .string()
      .refine((text) => parseMonth(text) !== null)
      .optional()
      .meta({ description: 'De laatste van de twaalf maanden, bijvoorbeeld 2026-10; zonder maand de nieuwste.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
    geldigOp: dayText.optional().meta({ description: 'De dag van de gebiedsindeling; zonder dag vandaag.' }),
  },
  codes: { misdrijfsoort: crimeTypeExists },
  async list(tx, { misdrijfsoort, tot, bekendOp, geldigOp }, slice, ask) {
    const found = await compareMunicipalities(tx, {
      region: ask.region.code,
      on: (geldigOp as Day | undefined) ?? ask.today,
      knownOn: (bekendOp as Day | undefined) ?? ask.today,
      type: misdrijfsoort ?? allCrimes,
      month: (tot as Month | undefined) ?? null,
    })
    // A month without figures is no other month.
    if (!found || (tot !== undefined && found.last !== tot)) return { total: 0, items: [] }
    const { release, last, residents, type } = found
    const items = found.municipalities
      .toSorted((one, other) => one.area.name.localeCompare(other.area.name, 'nl'))
      .map((one) => ({
        code: `${one.area.code}_${type.code}_${last}`,
        gebied: one.area.code,
        gebiedsnaam: one.area.name,
        misdrijfsoort: type.code,
        van: addMonths(last, -11),
        tot: last,
        waarde: one.count,
        eenheid: 'aantal' as const,
        inwoners: one.inhabitants,
        inwonersOp: residents.on,
        inwonersBron: residents.sourceTable,
        ...judged(one),
        status: release.isExample
          ? ('voorbeeld' as const)
          : isProvisional(last, release)
            ? ('voorlopig' as const)
            : ('definitief' as const),
        bron: release.sourceTable,
        bekendOp: release.knownOn,
      }))
    return { total: items.length, items: slice ? items.slice(slice.offset, slice.offset + slice.limit) : items }
  },
})
