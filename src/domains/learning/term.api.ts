import { z } from 'zod'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import type { Term } from './term'
import { findTerm, listTerms, termKindExists } from './term.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De naam van het begrip in de programmacode.' }),
    term: z.string().meta({ description: 'Het woord.' }),
    soort: z.string().meta({ description: 'Het soort begrip.' }),
    voluit: z.string().nullable().meta({ description: 'Een afkorting voluit, als een bron dat doet.' }),
    uitleg: z.string().nullable().meta({ description: 'Wat het betekent, in gewone taal.' }),
    uitlegEngels: z.string().nullable().meta({ description: 'Wat het betekent, in het Engels.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een woord van het veld, uitgelegd.' })

const asItem = (term: Term): z.infer<typeof item> => ({
  code: term.code,
  term: term.term,
  soort: term.kind,
  voluit: term.expansion,
  uitleg: term.explanation,
  uitlegEngels: term.explanationEn,
  noot: term.note,
  ...sourceValues(term.sources),
})

export const termResource = resource({
  name: 'begrippen',
  title: 'Begrippen',
  description: 'De woorden van het veld, uitgelegd in gewone taal.',
  use: 'Om afkortingen en vaktaal op te zoeken.',
  item,
  filters: { soort: z.string().optional().meta({ description: 'Het soort begrip.' }) },
  codes: { soort: termKindExists },
  async list(tx, { soort }, slice) {
    const { total, items } = await listTerms(tx, { kind: soort }, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const term = await findTerm(tx, code)
    return term && asItem(term)
  },
})
