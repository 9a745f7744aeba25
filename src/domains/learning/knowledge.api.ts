import { z } from 'zod'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { organisationExists } from '../identity'
import { priorityExists } from '../strategy'
import { areaExists } from '../territory'
import { type KnowledgeItem, knowledgeStates } from './knowledge'
import { findKnowledge, knowledgeKindExists, knowledgeThemeExists, listKnowledge } from './knowledge.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de kennis.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    soort: z.string().meta({ description: 'Het soort kennis.' }),
    thema: z.string().nullable().meta({ description: 'De code van de prioriteit, of een eigen onderwerp.' }),
    doelgroepen: z.array(z.string()).meta({ description: 'De codes van de partijen voor wie het is.' }),
    gebruiktDoor: z
      .array(z.string())
      .meta({ description: 'De codes van de gebieden of organisaties die het gebruiken, als een bron dat zegt.' }),
    jaar: z.string().nullable().meta({ description: 'Het jaar of de jaren, zoals de bron die geeft.' }),
    stand: z.enum(knowledgeStates).meta({ description: 'Hoe ver het is.' }),
    ...sourceFields,
  })
  .meta({ description: 'Kennis of een interventie: wat er is, en wie het gebruikt.' })

const asItem = (knowledge: KnowledgeItem): z.infer<typeof item> => ({
  code: knowledge.code,
  titel: knowledge.title,
  soort: knowledge.kind,
  thema: knowledge.theme?.code ?? null,
  doelgroepen: [...knowledge.targetGroups],
  gebruiktDoor: knowledge.users.map(({ code }) => code),
  jaar: knowledge.year,
  stand: knowledge.state,
  ...sourceValues(knowledge.sources),
})

export const knowledgeResource = resource({
  name: 'kennis',
  title: 'Kennis',
  description: 'Kennis en interventies: wat er is, en wie het gebruikt.',
  use: 'Om te vinden wat er al bekend is over een onderwerp.',
  item,
  filters: {
    soort: z.string().optional().meta({ description: 'Het soort kennis.' }),
    thema: z.string().optional().meta({ description: 'De code van een prioriteit, of een onderwerp.' }),
    stand: z.enum(knowledgeStates).optional().meta({ description: 'Hoe ver het is.' }),
    gebruiktDoor: z
      .string()
      .optional()
      .meta({ description: 'De code van een gebied of organisatie die het gebruikt.' }),
  },
  codes: {
    soort: knowledgeKindExists,
    thema: async (tx, code) => (await priorityExists(tx, code)) || (await knowledgeThemeExists(tx, code)),
    gebruiktDoor: async (tx, code) => (await areaExists(tx, code)) || (await organisationExists(tx, code)),
  },
  async list(tx, { soort, thema, stand, gebruiktDoor }, slice) {
    const filter = { kind: soort, theme: thema, state: stand, usedBy: gebruiktDoor }
    const { total, items } = await listKnowledge(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const knowledge = await findKnowledge(tx, code)
    return knowledge && asItem(knowledge)
  },
})
