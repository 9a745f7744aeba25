import { z } from 'zod'
import { dayText, resource } from '../../platform/web/resource'
import { type Disclosed, disclosedKinds } from './disclosure'
import { listDisclosed } from './disclosure.verbs'

const item = z
  .object({
    code: z.string().meta({ description: 'De soort en de code van het stuk.' }),
    soort: z.enum(disclosedKinds).meta({ description: 'Wat voor stuk het is.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    adres: z.string().meta({ description: 'Het adres op deze website.' }),
    openbaarSinds: dayText.meta({ description: 'De dag waarop het openbaar is gemaakt.' }),
    informatiecategorie: z
      .string()
      .nullable()
      .meta({ description: 'De informatiecategorie van de Woo, zoals de regio de wet leest.' }),
    informatiecategorieTooi: z
      .string()
      .nullable()
      .meta({ description: 'Het adres van die categorie in de waardelijst van TOOI.' }),
    artikel: z.string().nullable().meta({ description: 'Het artikel van de Wet open overheid.' }),
    isVoorbeeld: z.boolean().meta({ description: 'Of er verzonnen cijfers in staan.' }),
  })
  .meta({ description: 'Een stuk dat openbaar is gemaakt.' })

const codeOf = ({ kind, code }: Disclosed) => `${kind}:${code}`

const asItem = (one: Disclosed): z.infer<typeof item> => ({
  code: codeOf(one),
  soort: one.kind,
  titel: one.title,
  adres: one.address,
  openbaarSinds: one.on,
  informatiecategorie: one.category?.label ?? null,
  informatiecategorieTooi: one.category?.uri ?? null,
  artikel: one.category?.article ?? null,
  isVoorbeeld: one.isExample,
})

export const disclosedResource = resource({
  name: 'openbaarmakingen',
  title: 'Openbaarmakingen',
  description: 'Wat openbaar is gemaakt, het nieuwste eerst, met de dag en de informatiecategorie van de Woo.',
  use: 'Om over te nemen wat de coalitie openbaar maakt, of te zien wat er nieuw is.',
  source: 'het logboek van publicaties en de openbare agenda’s',
  item,
  filters: {
    soort: z.enum(disclosedKinds).optional().meta({ description: 'De soort stuk.' }),
  },
  async list(tx, { soort }, slice) {
    const all = (await listDisclosed(tx)).filter(({ kind }) => !soort || kind === soort)
    return { total: all.length, items: (slice ? all.slice(slice.offset, slice.offset + slice.limit) : all).map(asItem) }
  },
  async find(tx, code) {
    const one = (await listDisclosed(tx)).find((disclosed) => codeOf(disclosed) === code)
    return one ? asItem(one) : null
  },
})
