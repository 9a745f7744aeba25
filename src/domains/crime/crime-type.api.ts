import { z } from 'zod'
import { resource } from '../../platform/web/resource'
import type { CrimeType } from './crime-type'
import { crimeTypes } from './crime-type.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code die de politie gebruikt; 0.0.0 is alles samen.' }),
    naam: z.string().meta({ description: 'De naam die de politie gebruikt.' }),
    uitleg: z.string().meta({ description: 'Wat eronder valt, in gewone taal.' }),
    perMaand: z.boolean().meta({ description: 'Publiceert de politie deze soort apart per maand?' }),
    doorControle: z.boolean().meta({ description: 'Hangt het aantal vooral af van hoeveel de politie controleert?' }),
  })
  .meta({ description: 'Een soort misdrijf zoals de politie die telt.' })

const asItem = (type: CrimeType): z.infer<typeof item> => ({
  code: type.code,
  naam: type.name,
  uitleg: type.explanation,
  perMaand: type.isPublishedMonthly,
  doorControle: type.followsPoliceEffort,
})

export const crimeTypeResource = resource({
  name: 'misdrijfsoorten',
  title: 'Misdrijfsoorten',
  description: 'De soorten misdrijven die de politie telt, met onze uitleg.',
  use: 'Om codes van misdrijven om te zetten in namen.',
  item,
  source: 'De codelijst van de politie; de uitleg is van ons.',
  filters: {},
  async list(tx, _filters, slice) {
    const items = (await crimeTypes(tx)).map(asItem)
    return { total: items.length, items: slice ? items.slice(slice.offset, slice.offset + slice.limit) : items }
  },
  async find(tx, code) {
    const type = (await crimeTypes(tx)).find((one) => one.code === code)
    return type ? asItem(type) : null
  },
})
