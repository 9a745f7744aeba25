import { z } from 'zod'
import { inUnitOf } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { indicatorExists } from '../figures'
import { partyExists } from '../identity'
import { areaExists } from '../territory'
import { type Action, tracks } from './action'
import { actionExists, findAction, listActions } from './action.store'
import { planExists, programmeExists } from './plan.store'
import { priorityExists } from './priority.store'
import { strategyExists } from './strategy.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de actie.' }),
    plan: z.string().meta({ description: 'De code van het plan.' }),
    programma: z.string().meta({ description: 'De code van het programma.' }),
    project: z.string().nullable().meta({ description: 'Het project, als het plan er een noemt.' }),
    spoor: z.enum(tracks).meta({ description: 'Het spoor waarin het plan de actie zet.' }),
    titel: z.string().meta({ description: 'Wat er is afgesproken.' }),
    trekker: z.string().meta({ description: 'De code van wie de actie trekt.' }),
    deelnemers: z.array(z.string()).meta({ description: 'De codes van wie meedoet.' }),
    gebieden: z.array(z.string()).meta({ description: 'De codes van de gebieden die de actie zelf noemt.' }),
    klaar: z.string().meta({ description: 'Wanneer het klaar moet zijn; zonder datum de periode van het plan.' }),
    doelWaarde: z
      .number()
      .nullable()
      .meta({ description: 'Het getal dat is afgesproken.', ...inUnitOf('doelEenheid') }),
    doelEenheid: z.string().nullable().meta({ description: 'De eenheid van het afgesproken getal.' }),
    indicatoren: z.array(z.string()).meta({ description: 'De indicatoren die de actie noemt.' }),
    belofte: z
      .string()
      .nullable()
      .meta({ description: 'De eerste actie die hetzelfde belooft; leeg als de belofte één keer voorkomt.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een actie, afspraak, doelstelling of werkwijze uit een plan.' })

const codesOf = (things: readonly { readonly code: string }[]) => things.map(({ code }) => code)

const asItem = (action: Action): z.infer<typeof item> => ({
  code: action.code,
  plan: action.plan.code,
  programma: action.programme.code,
  project: action.project,
  spoor: action.track,
  titel: action.title,
  trekker: action.lead.code,
  deelnemers: codesOf(action.participants),
  gebieden: codesOf(action.areas),
  klaar: action.due,
  doelWaarde: action.target?.value ?? null,
  doelEenheid: action.target?.unit ?? null,
  indicatoren: codesOf(action.indicators),
  belofte: action.promise,
  ...sourceValues(action.sources),
})

export const actionResource = resource({
  name: 'acties',
  title: 'Acties',
  description: 'Elke actie, afspraak, doelstelling en werkwijze uit de plannen.',
  use: 'Om na te gaan wat is beloofd, door wie en voor wanneer.',
  item,
  filters: {
    plan: z.string().optional().meta({ description: 'De code van een plan.' }),
    programma: z.string().optional().meta({ description: 'De code van een programma.' }),
    prioriteit: z.string().optional().meta({ description: 'De code van een prioriteit waar het programma aan werkt.' }),
    strategie: z.string().optional().meta({ description: 'De code van de strategie waar het plan bij hoort.' }),
    spoor: z.enum(tracks).optional().meta({ description: 'Het spoor.' }),
    trekker: z.string().optional().meta({ description: 'De code van de trekker.' }),
    deelnemer: z.string().optional().meta({ description: 'De code van een deelnemer.' }),
    gebied: z.string().optional().meta({ description: 'De code van een gebied dat de actie zelf noemt.' }),
    indicator: z.string().optional().meta({ description: 'De code van een indicator die de actie noemt.' }),
    belofte: z
      .string()
      .optional()
      .meta({ description: 'De code van de eerste actie van een belofte: geeft alle herhalingen.' }),
    jaar: z.coerce
      .number()
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .meta({ description: 'Een jaar waarin het plan loopt.' }),
    metGetal: z
      .enum(['ja', 'nee'])
      .optional()
      .meta({ description: 'Alleen acties waar wel of juist geen getal bij is afgesproken.' }),
    tekst: z.string().optional().meta({ description: 'Woorden uit de titel; alle woorden moeten voorkomen.' }),
  },
  codes: {
    plan: planExists,
    programma: programmeExists,
    prioriteit: priorityExists,
    strategie: strategyExists,
    trekker: partyExists,
    deelnemer: partyExists,
    gebied: areaExists,
    indicator: indicatorExists,
    belofte: actionExists,
  },
  async list(tx, asked, slice) {
    const { plan, programma, prioriteit, strategie, spoor, trekker, deelnemer, gebied, indicator, belofte } = asked
    const { total, items } = await listActions(
      tx,
      {
        plan,
        programme: programma,
        priority: prioriteit,
        strategy: strategie,
        track: spoor,
        lead: trekker,
        participant: deelnemer,
        area: gebied,
        indicator,
        promise: belofte,
        year: asked.jaar,
        hasTarget: asked.metGetal === undefined ? undefined : asked.metGetal === 'ja',
        text: asked.tekst,
      },
      slice,
    )
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const action = await findAction(tx, code)
    return action && asItem(action)
  },
})
