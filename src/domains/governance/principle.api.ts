import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import type { Principle } from './principle'
import { findPrinciple, listPrinciples, principleSetExists } from './principle.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van het beginsel.' }),
    set: z.string().meta({ description: 'Van welk jaar of welke groep.' }),
    volgnummer: z
      .number()
      .int()
      .meta({ description: 'De plaats in de bron.', ...inUnit('volgnummer') }),
    titel: z.string().meta({ description: 'De titel.' }),
    tekst: z.string().meta({ description: 'Wat het beginsel zegt.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een beginsel of kernwaarde.' })

const asItem = (principle: Principle): z.infer<typeof item> => ({
  code: principle.code,
  set: principle.set,
  volgnummer: principle.seq,
  titel: principle.title,
  tekst: principle.text,
  ...sourceValues(principle.sources),
})

export const principleResource = resource({
  name: 'beginselen',
  title: 'Beginselen',
  description: 'De beginselen en kernwaarden waar de partners zich aan houden.',
  use: 'Om na te lezen waar de partners zich aan houden.',
  item,
  filters: { set: z.string().optional().meta({ description: 'Van welk jaar of welke groep.' }) },
  codes: { set: principleSetExists },
  async list(tx, { set }, slice) {
    const { total, items } = await listPrinciples(tx, { set }, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const principle = await findPrinciple(tx, code)
    return principle && asItem(principle)
  },
})
