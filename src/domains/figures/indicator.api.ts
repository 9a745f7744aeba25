import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { favourables, type Indicator } from './indicator'
import { findIndicator, listIndicators, themeExists } from './indicator.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de indicator.' }),
    titel: z.string().meta({ description: 'De naam van de indicator.' }),
    eenheid: z.string().meta({ description: 'De eenheid van een uitkomst.' }),
    gunstig: z.enum(favourables).meta({ description: 'Welke kant gunstig is.' }),
    definitie: z.string().nullable().meta({ description: 'Wat er precies geteld wordt.' }),
    kanttekening: z.string().nullable().meta({ description: 'Waarom vergelijken soms niet kan.' }),
    thema: z.string().nullable().meta({ description: 'De code van het thema.' }),
    themaNaam: z.string().nullable().meta({ description: 'De naam van het thema.' }),
    teller: z
      .string()
      .nullable()
      .meta({ description: 'De indicator boven de streep, als dit cijfer na te rekenen is.' }),
    noemer: z.string().nullable().meta({ description: 'De indicator onder de streep.' }),
    keer: z
      .number()
      .nullable()
      .meta({ description: 'Waarmee teller gedeeld door noemer vermenigvuldigd wordt.', ...inUnit('keer') }),
    delen: z.array(z.string()).meta({ description: 'De indicatoren die samen deze indicator zijn.' }),
    breuken: z.array(z.string()).meta({ description: 'De periodes vanaf welke anders geteld is.' }),
    ...sourceFields,
  })
  .meta({ description: 'Wat er gemeten wordt.' })

const asItem = (indicator: Indicator): z.infer<typeof item> => {
  const ratio = indicator.formula?.kind === 'ratio' ? indicator.formula : null
  return {
    code: indicator.code,
    titel: indicator.title,
    eenheid: indicator.unit,
    gunstig: indicator.favourable,
    definitie: indicator.definition,
    kanttekening: indicator.caveats,
    thema: indicator.theme,
    themaNaam: indicator.themeName,
    teller: ratio?.numerator ?? null,
    noemer: ratio?.denominator ?? null,
    keer: ratio?.factor ?? null,
    delen: indicator.formula?.kind === 'sum' ? [...indicator.formula.parts] : [],
    breuken: [...indicator.breaks],
    ...sourceValues(indicator.sources),
  }
}

export const indicatorResource = resource({
  name: 'indicatoren',
  title: 'Indicatoren',
  description: 'Wat er gemeten wordt, in welke eenheid, en waar een lezer op moet letten.',
  use: 'Om te weten wat een meting telt, en wanneer u niet mag vergelijken.',
  item,
  filters: {
    thema: z.string().optional().meta({ description: 'De code van een thema.' }),
    eenheid: z.string().optional().meta({ description: 'De eenheid, precies zoals in de gegevens.' }),
    gunstig: z.enum(favourables).optional().meta({ description: 'Welke kant gunstig is.' }),
    zoek: z.string().optional().meta({ description: 'Woorden die allemaal in titel, definitie of code staan.' }),
  },
  codes: { thema: themeExists },
  async list(tx, { thema, eenheid, gunstig, zoek }, slice) {
    const filter = { theme: thema, unit: eenheid, favourable: gunstig, text: zoek }
    const { total, items } = await listIndicators(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const indicator = await findIndicator(tx, code)
    return indicator ? asItem(indicator) : null
  },
})
