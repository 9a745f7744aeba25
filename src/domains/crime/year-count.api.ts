import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { inUnitOf } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { hasCountedArea } from './count.store'
import { crimeTypeExists } from './crime-type.store'
import { yearCounts } from './year-count.store'

const item = z
  .object({
    code: z.string().meta({ description: 'Gebied, misdrijfsoort en jaar, met een liggend streepje ertussen.' }),
    gebied: z.string().meta({
      description: 'De code van het gebied bij CBS; een code met RE is een politie-eenheid, NL01 is het land.',
    }),
    gebiedsnaam: z.string().meta({ description: 'De naam van het gebied.' }),
    misdrijfsoort: z.string().meta({ description: 'De code van de misdrijfsoort; 0.0.0 is alles samen.' }),
    jaar: z.string().meta({ description: 'Het kalenderjaar.' }),
    waarde: z
      .number()
      .int()
      .nullable()
      .meta({
        description: 'Het aantal geregistreerde misdrijven; leeg is niet gepubliceerd, en dat is nooit nul.',
        ...inUnitOf('eenheid'),
      }),
    eenheid: z.literal('aantal').meta({ description: 'De eenheid van het getal.' }),
    bron: z.string().meta({ description: 'De tabel van de bron: 47013NED per gemeente, 47018NED per wijk en buurt.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop de bron dit publiceerde.' }),
  })
  .meta({ description: 'Het aantal geregistreerde misdrijven van één soort, in één gebied, in één jaar.' })

export const yearCountResource = resource({
  name: 'misdrijfjaarcijfers',
  title: 'Misdrijfcijfers per jaar',
  description:
    'Geregistreerde misdrijven per jaar, soort en gebied, uit de open gegevens van de politie. Per gemeente ook de soorten die per maand niet worden gepubliceerd. Zonder gebied: alle gemeenten en de politie-eenheid.',
  use: 'Om per jaar te zien hoeveel misdrijven de politie registreerde, ook van soorten die per maand ontbreken.',
  item,
  source: 'De tabel van de politie die de kolom bron noemt.',
  filters: {
    gebied: z.string().optional().meta({ description: 'De code van een gemeente, wijk, buurt of politie-eenheid.' }),
    misdrijfsoort: z.string().optional().meta({ description: 'De code van een misdrijfsoort.' }),
    jaar: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .meta({ description: 'Het kalenderjaar, bijvoorbeeld 2025.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
  },
  codes: { misdrijfsoort: crimeTypeExists, gebied: hasCountedArea },
  async list(tx, { gebied, misdrijfsoort, jaar, bekendOp }, slice, ask) {
    const knownOn = (bekendOp as Day | undefined) ?? ask.today
    const counts = await yearCounts(tx, { knownOn, area: gebied, type: misdrijfsoort, year: jaar })
    const shown = slice ? counts.slice(slice.offset, slice.offset + slice.limit) : counts
    return {
      total: counts.length,
      items: shown.map(({ area, name, type, year, count, table, knownOn }) => ({
        code: `${area}_${type}_${year}`,
        gebied: area,
        gebiedsnaam: name,
        misdrijfsoort: type,
        jaar: year,
        waarde: count,
        eenheid: 'aantal' as const,
        bron: table,
        bekendOp: knownOn,
      })),
    }
  },
})
