import { z } from 'zod'
import { inUnit, inUnitOf } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { indicatorExists } from '../figures'
import { partyExists } from '../identity'
import { areaExists } from '../territory'
import { planExists, programmeExists } from './plan.store'
import { priorityExists } from './priority.store'
import type { Result } from './result'
import { findResult, listResults } from './result.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van het resultaat.' }),
    plan: z.string().meta({ description: 'Het plan waarin het gemeld wordt.' }),
    jaar: z
      .number()
      .int()
      .meta({ description: 'Het jaar waar het over gaat.', ...inUnit('jaartal') }),
    programma: z.string().meta({ description: 'De code van het programma.' }),
    project: z.string().nullable().meta({ description: 'Het project, als het plan er een noemt.' }),
    titel: z.string().meta({ description: 'Wat er is gemeld.' }),
    trekker: z.string().meta({ description: 'De code van wie het trok.' }),
    gebieden: z.array(z.string()).meta({ description: 'De codes van de gebieden die het resultaat zelf noemt.' }),
    waarde: z
      .number()
      .nullable()
      .meta({ description: 'Het getal; leeg is onbekend, nooit nul.', ...inUnitOf('eenheid') }),
    eenheid: z.string().nullable().meta({ description: 'De eenheid van het getal.' }),
    indicator: z.string().nullable().meta({ description: 'De code van de indicator waar het getal bij hoort.' }),
    ...sourceFields,
  })
  .meta({ description: 'Wat een plan terugkijkend meldt.' })

const asItem = (result: Result): z.infer<typeof item> => ({
  code: result.code,
  plan: result.plan.code,
  jaar: result.year,
  programma: result.programme.code,
  project: result.project,
  titel: result.title,
  trekker: result.lead.code,
  gebieden: result.areas.map(({ code }) => code),
  waarde: result.value,
  eenheid: result.unit,
  indicator: result.indicator?.code ?? null,
  ...sourceValues(result.sources),
})

export const resultResource = resource({
  name: 'resultaten',
  title: 'Resultaten',
  description: 'Wat de plannen terugkijkend melden, ook wat niet is bereikt.',
  use: 'Om naast de beloften te leggen wat is gemeld.',
  item,
  filters: {
    plan: z.string().optional().meta({ description: 'De code van het plan dat het meldt.' }),
    programma: z.string().optional().meta({ description: 'De code van een programma.' }),
    prioriteit: z.string().optional().meta({ description: 'De code van een prioriteit waar het programma aan werkt.' }),
    jaar: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: 'Het jaar waar het over gaat.' }),
    trekker: z.string().optional().meta({ description: 'De code van de trekker.' }),
    gebied: z.string().optional().meta({ description: 'De code van een gebied dat het resultaat zelf noemt.' }),
    indicator: z.string().optional().meta({ description: 'De code van een indicator.' }),
    metGetal: z.enum(['ja', 'nee']).optional().meta({ description: 'Alleen resultaten met of juist zonder getal.' }),
    tekst: z.string().optional().meta({ description: 'Woorden uit de titel; alle woorden moeten voorkomen.' }),
  },
  codes: {
    plan: planExists,
    programma: programmeExists,
    prioriteit: priorityExists,
    trekker: partyExists,
    gebied: areaExists,
    indicator: indicatorExists,
  },
  async list(tx, { plan, programma, prioriteit, jaar, trekker, gebied, indicator, metGetal, tekst }, slice) {
    const { total, items } = await listResults(
      tx,
      {
        plan,
        programme: programma,
        priority: prioriteit,
        year: jaar,
        lead: trekker,
        area: gebied,
        indicator,
        hasNumber: metGetal === undefined ? undefined : metGetal === 'ja',
        text: tekst,
      },
      slice,
    )
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const result = await findResult(tx, code)
    return result && asItem(result)
  },
})
