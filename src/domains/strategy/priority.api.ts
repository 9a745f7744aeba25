import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { partyExists } from '../identity'
import { type Priority, priorityKinds, priorityStates } from './priority'
import { findPriority, listPriorities } from './priority.store'
import { strategyExists } from './strategy.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de prioriteit.' }),
    strategie: z.string().meta({ description: 'De code van de strategie.' }),
    volgnummer: z
      .number()
      .int()
      .meta({ description: 'De plaats in de strategie.', ...inUnit('volgnummer') }),
    titel: z.string().meta({ description: 'De titel.' }),
    soort: z.enum(priorityKinds).meta({ description: 'Prioriteit, of steun aan de andere.' }),
    doel: z.string().nullable().meta({ description: 'Het doel in de woorden van de strategie.' }),
    groep: z.string().nullable().meta({ description: 'De groep die de prioriteit trekt.' }),
    standen: z
      .array(
        z.object({
          stand: z.enum(priorityStates),
          van: dayText.nullable(),
          tot: dayText.nullable().meta({ description: 'De eerste dag dat deze stand niet meer geldt.' }),
          reden: z.string().nullable(),
        }),
      )
      .meta({ description: 'Het leven van de prioriteit, in volgorde van tijd.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een prioriteit van een strategie, met haar leven.' })

const asItem = (priority: Priority): z.infer<typeof item> => ({
  code: priority.code,
  strategie: priority.strategy.code,
  volgnummer: priority.seq,
  titel: priority.title,
  soort: priority.kind,
  doel: priority.goal,
  groep: priority.leadGroup?.code ?? null,
  standen: priority.life.map(({ state, validity, reason }) => ({
    stand: state,
    van: validity.from,
    tot: validity.until,
    reden: reason,
  })),
  ...sourceValues(priority.sources),
})

export const priorityResource = resource({
  name: 'prioriteiten',
  title: 'Prioriteiten',
  description: 'De prioriteiten van de strategieën, nieuwste strategie eerst, met hun leven.',
  use: 'Om te zien wat de coalitie voorop zette, en tot wanneer.',
  item,
  filters: {
    strategie: z.string().optional().meta({ description: 'De code van een strategie.' }),
    soort: z.enum(priorityKinds).optional().meta({ description: 'Prioriteit, of steun aan de andere.' }),
    groep: z.string().optional().meta({ description: 'De code van de groep die trekt.' }),
    stand: z.enum(priorityStates).optional().meta({ description: 'De stand op de dag van `geldigOp`.' }),
    geldigOp: dayText
      .optional()
      .meta({ description: 'Alleen wat op deze dag een stand had. Met `stand` en zonder dag: vandaag.' }),
  },
  codes: { strategie: strategyExists, groep: partyExists },
  async list(tx, { strategie, soort, groep, stand, geldigOp }, slice, ask) {
    const on = (geldigOp as typeof ask.today | undefined) ?? (stand === undefined ? undefined : ask.today)
    const { total, items } = await listPriorities(
      tx,
      { strategy: strategie, kind: soort, lead: groep, state: stand, on },
      slice,
    )
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const priority = await findPriority(tx, code)
    return priority && asItem(priority)
  },
})
