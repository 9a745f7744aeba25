import { z } from 'zod'
import { euros } from '../../kernel/money'
import { inUnit } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { type Grant, receiverKinds } from './grant'
import { listGrants } from './grant.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de toekenning.' }),
    soortOntvanger: z.enum(receiverKinds).meta({ description: 'Wie of wat het geld krijgt.' }),
    ontvanger: z.string().meta({ description: 'De code van de organisatie, het plan of het programma.' }),
    naamOntvanger: z.string().meta({ description: 'Hoe die nu heet.' }),
    jaar: z
      .number()
      .int()
      .meta({ description: 'Het jaar waarvoor het geld is.', ...inUnit('jaartal') }),
    bedrag: z.number().meta({ description: 'Het bedrag.', ...inUnit('euro') }),
    eenheid: z.literal('euro').meta({ description: 'De eenheid van het bedrag.' }),
    waarvoor: z.string().meta({ description: 'Waarvoor het geld is.' }),
    besluit: z.string().nullable().meta({ description: 'De code van het besluit dat het geld toekende.' }),
    ...sourceFields,
  })
  .meta({ description: 'Geld dat een gremium met een openbaar besluit toekende.' })

const asItem = (grant: Grant): z.infer<typeof item> => {
  const source = sourceValues(grant.sources)
  return {
    code: grant.code,
    soortOntvanger: grant.receiverKind,
    ontvanger: grant.receiverCode,
    naamOntvanger: grant.receiver,
    jaar: grant.year,
    bedrag: euros(grant.amount),
    eenheid: 'euro',
    waarvoor: grant.purpose,
    besluit: source.bron?.document ?? null,
    ...source,
  }
}

export const grantResource = resource({
  name: 'toekenningen',
  title: 'Toekenningen',
  description:
    'Wat gremia met een besluit aan geld toekenden. Wat is teruggedraaid, staat er niet. Het is geen regel van een begroting.',
  use: 'Om te weten welk geld met welk besluit aan wie is toegekend.',
  source: 'de openbare besluiten',
  item,
  filters: {
    jaar: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: 'Het jaar.' }),
    ontvanger: z.string().optional().meta({ description: 'De code van de organisatie, het plan of het programma.' }),
  },
  async list(tx, { jaar, ontvanger }, slice) {
    const found = (await listGrants(tx)).filter(
      ({ year, receiverCode }) =>
        (jaar === undefined || year === jaar) && (ontvanger === undefined || receiverCode === ontvanger),
    )
    const from = slice?.offset ?? 0
    return { total: found.length, items: found.slice(from, slice ? from + slice.limit : undefined).map(asItem) }
  },
  async find(tx, code) {
    const grant = (await listGrants(tx)).find((one) => one.code === code)
    return grant ? asItem(grant) : null
  },
})
