import { z } from 'zod'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { chainKinds } from './chain'
import { chainCodeExists } from './chain.store'
import type { Link } from './link'
import { findLink, listLinks } from './link.store'

const grounds = ['bron', 'afgeleid'] as const

const item = z
  .object({
    code: z.string().meta({ description: 'De code van het verband.' }),
    vanSoort: z.enum(chainKinds).meta({ description: 'Wat het begin is.' }),
    van: z.string().meta({ description: 'De code van het begin.' }),
    naarSoort: z.enum(chainKinds).meta({ description: 'Wat het eind is.' }),
    naar: z.string().meta({ description: 'De code van het eind.' }),
    grond: z.enum(grounds).meta({
      description: 'Bron: een bronregel zegt het. Afgeleid: zelfde onderwerp volgens ons, nooit een oorzaak.',
    }),
    reden: z.string().nullable().meta({ description: 'Waarom wij dit verband leggen.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een verband in de keten dat geen kolom al geeft.' })

const asItem = (link: Link): z.infer<typeof item> => ({
  code: link.code,
  vanSoort: link.fromKind,
  van: link.from,
  naarSoort: link.toKind,
  naar: link.to,
  grond: link.ground,
  reden: link.reason,
  ...sourceValues(link.sources),
})

export const linkResource = resource({
  name: 'koppelingen',
  title: 'Koppelingen',
  description: 'Verbanden in de keten die geen kolom al geeft, elk met de grond.',
  use: 'Om cijfers, plannen, acties en resultaten aan elkaar te verbinden.',
  item,
  filters: {
    vanSoort: z.enum(chainKinds).optional().meta({ description: 'Wat het begin is.' }),
    van: z.string().optional().meta({ description: 'De code van het begin.' }),
    naarSoort: z.enum(chainKinds).optional().meta({ description: 'Wat het eind is.' }),
    naar: z.string().optional().meta({ description: 'De code van het eind.' }),
    grond: z.enum(grounds).optional().meta({ description: 'De grond.' }),
  },
  codes: { van: chainCodeExists, naar: chainCodeExists },
  async list(tx, { vanSoort, van, naarSoort, naar, grond }, slice) {
    const filter = { fromKind: vanSoort, from: van, toKind: naarSoort, to: naar, ground: grond }
    const { total, items } = await listLinks(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const link = await findLink(tx, code)
    return link && asItem(link)
  },
})
