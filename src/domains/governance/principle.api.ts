import { z } from 'zod'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import type { Principle } from './principle'
import { findPrinciple, listPrinciples, principleSetExists } from './principle.store'

const item = z
  .object({
    code: z.string(),
    set: z.string().meta({ description: 'Van welk jaar of welke groep.' }),
    volgnummer: z.number().int(),
    titel: z.string(),
    tekst: z.string(),
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
