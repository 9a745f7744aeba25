import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { inUnitOf } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { crimeTypeExists, isProvisional, watchedKinds, watchMonth } from '../crime'

const item = z
  .object({
    code: z.string().meta({ description: 'Gebied, misdrijfsoort en maand, met een liggend streepje ertussen.' }),
    gebied: z.string().meta({ description: 'De code van het gebied.' }),
    gebiedsnaam: z.string().meta({ description: 'De naam van het gebied.' }),
    misdrijfsoort: z.string().meta({ description: 'De code van de misdrijfsoort.' }),
    periode: z.string().meta({ description: 'De maand, de nieuwste van de levering.' }),
    waarde: z
      .number()
      .meta({ description: 'Het aantal geregistreerde misdrijven in die maand.', ...inUnitOf('eenheid') }),
    eenheid: z.literal('aantal').meta({ description: 'De eenheid van de getallen.' }),
    verwacht: z
      .number()
      .meta({ description: 'Het aantal dat de vijf jaren ervoor laten verwachten.', ...inUnitOf('eenheid') }),
    bovengrens: z.number().meta({
      description: 'Tot en met dit aantal past de maand nog bij toeval (99 van de 100 keer).',
      ...inUnitOf('eenheid'),
    }),
    houdtStand: z.boolean().meta({
      description: 'Of het aantal ook opvalt als alle reeksen van dit niveau samen worden beoordeeld.',
    }),
    status: z.enum(['voorbeeld', 'voorlopig', 'definitief']).meta({ description: 'Voorbeeld: verzonnen getallen.' }),
    bron: z.string().meta({ description: 'De tabel van de bron.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop de bron dit publiceerde.' }),
  })
  .meta({ description: 'Een maand die meer telt dan toeval goed verklaart. Een reden om te kijken, geen conclusie.' })

export const attenderingResource = resource({
  name: 'attenderingen',
  title: 'Attenderingen',
  description:
    'Waar in de nieuwste maand meer misdrijven van een soort zijn geregistreerd dan toeval goed verklaart (Farrington Flexible). Ook als er niets verandert, staan er enkele in. Op naam: geen ranglijst. Zonder niveau: gemeenten.',
  use: 'Om te zien waar een maand opvalt, en om dat met eigen gereedschap na te gaan.',
  item,
  source: 'De tabel van de politie die de kolom bron noemt; de grens rekenden wij zelf uit.',
  filters: {
    niveau: z.enum(watchedKinds).optional().meta({ description: 'Gemeenten, districten of de hele regio.' }),
    misdrijfsoort: z.string().optional().meta({ description: 'De code van een misdrijfsoort.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
    geldigOp: dayText.optional().meta({ description: 'De dag van de gebiedsindeling; zonder dag vandaag.' }),
  },
  codes: { misdrijfsoort: crimeTypeExists },
  async list(tx, { niveau, misdrijfsoort, bekendOp, geldigOp }, slice, ask) {
    const found = await watchMonth(tx, {
      region: ask.region.code,
      on: (geldigOp as Day | undefined) ?? ask.today,
      knownOn: (bekendOp as Day | undefined) ?? ask.today,
      kind: niveau ?? 'gemeente',
    })
    if (!found) return { total: 0, items: [] }
    const { release, result } = found
    const month = release.lastMonth
    const items = result.attenderingen
      .filter(({ subject }) => misdrijfsoort === undefined || subject.type.code === misdrijfsoort)
      .map(({ subject: { area, type }, count, expected, bound, stands }) => ({
        code: `${area.code}_${type.code}_${month}`,
        gebied: area.code,
        gebiedsnaam: area.name,
        misdrijfsoort: type.code,
        periode: month,
        waarde: count,
        eenheid: 'aantal' as const,
        verwacht: Number(expected.toFixed(3)),
        bovengrens: bound,
        houdtStand: stands,
        status: release.isExample
          ? ('voorbeeld' as const)
          : isProvisional(month, release)
            ? ('voorlopig' as const)
            : ('definitief' as const),
        bron: release.sourceTable,
        bekendOp: release.knownOn,
      }))
    return { total: items.length, items: slice ? items.slice(slice.offset, slice.offset + slice.limit) : items }
  },
})
