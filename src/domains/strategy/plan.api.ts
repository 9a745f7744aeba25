import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { partyExists } from '../identity'
import { type Plan, type Programme, planKinds } from './plan'
import { findPlan, findProgramme, listPlans, listProgrammes, planExists, programmeKindExists } from './plan.store'
import { priorityExists } from './priority.store'
import { strategyExists } from './strategy.store'

const counts = {
  aantalActies: z
    .number()
    .int()
    .meta({ description: 'Het aantal regels met een actie of afspraak.', ...inUnit('acties') }),
  aantalBeloften: z
    .number()
    .int()
    .meta({ description: 'Het aantal beloften: regels die hetzelfde beloven tellen één keer.', ...inUnit('beloften') }),
  aantalResultaten: z
    .number()
    .int()
    .meta({ description: 'Het aantal regels met een resultaat.', ...inUnit('resultaten') }),
}

const planItem = z
  .object({
    code: z.string().meta({ description: 'De code van het plan.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    soort: z.enum(planKinds).meta({ description: 'Het soort plan.' }),
    periodeVan: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Het eerste jaar; leeg als geen bron het noemt.', ...inUnit('jaartal') }),
    periodeTot: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Het laatste jaar; leeg als geen bron het noemt.', ...inUnit('jaartal') }),
    concept: z
      .boolean()
      .meta({ description: 'Of het plan in dit product gemaakt is, in werking is en nog niet is vastgesteld.' }),
    vastgesteldOp: dayText.nullable().meta({ description: 'De dag waarop het plan is vastgesteld.' }),
    vastgesteldDoor: z.string().nullable().meta({ description: 'De code van wie het plan vaststelde.' }),
    strategie: z.string().nullable().meta({ description: 'De code van de strategie waar het plan bij hoort.' }),
    document: z
      .string()
      .nullable()
      .meta({ description: 'Het brondocument; leeg als wij het plan alleen bij naam kennen.' }),
    ...counts,
    ...sourceFields,
  })
  .meta({ description: 'Een plan dat de bronnen noemen of dat hier is gemaakt.' })

const asPlanItem = (plan: Plan): z.infer<typeof planItem> => ({
  code: plan.code,
  titel: plan.title,
  soort: plan.kind,
  periodeVan: plan.from,
  periodeTot: plan.to,
  concept: plan.isConcept,
  vastgesteldOp: plan.adoptedOn,
  vastgesteldDoor: plan.adoptedBy?.code ?? null,
  strategie: plan.strategy?.code ?? null,
  document: plan.document?.code ?? null,
  aantalActies: plan.actions,
  aantalBeloften: plan.promises,
  aantalResultaten: plan.results,
  ...sourceValues(plan.sources),
})

export const planResource = resource({
  name: 'plannen',
  title: 'Plannen',
  description: 'Alle plannen die de bronnen noemen of die hier in werking zijn, nieuwste eerst.',
  use: 'Om plannen te vinden en te tellen per jaar en per soort.',
  item: planItem,
  filters: {
    strategie: z.string().optional().meta({ description: 'De code van een strategie.' }),
    soort: z.enum(planKinds).optional().meta({ description: 'Het soort plan.' }),
    jaar: z.coerce
      .number()
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .meta({ description: 'Een jaar waarin het plan loopt.' }),
    prioriteit: z
      .string()
      .optional()
      .meta({ description: 'De code van een prioriteit: plannen met een programma dat daaraan werkt.' }),
  },
  codes: { strategie: strategyExists, prioriteit: priorityExists },
  async list(tx, { strategie, soort, jaar, prioriteit }, slice) {
    const filter = { strategy: strategie, kind: soort, year: jaar, priority: prioriteit }
    const { total, items } = await listPlans(tx, filter, slice)
    return { total, items: items.map(asPlanItem) }
  },
  async find(tx, code) {
    const plan = await findPlan(tx, code)
    return plan && asPlanItem(plan)
  },
})

const programmeItem = z
  .object({
    code: z.string().meta({ description: 'De code van het programma.' }),
    plan: z.string().meta({ description: 'De code van het plan.' }),
    soort: z
      .string()
      .meta({ description: 'Het soort programma, zoals het plan het noemt: thema, project, districtsplan.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    prioriteit: z.string().nullable().meta({ description: 'De code van de prioriteit waar het programma aan werkt.' }),
    trekker: z.string().nullable().meta({ description: 'De code van de trekker.' }),
    ...counts,
    ...sourceFields,
  })
  .meta({ description: 'Een thema, programma of project van een plan.' })

const asProgrammeItem = (programme: Programme): z.infer<typeof programmeItem> => ({
  code: programme.code,
  plan: programme.plan.code,
  soort: programme.kind,
  titel: programme.title,
  prioriteit: programme.priority?.code ?? null,
  trekker: programme.lead?.code ?? null,
  aantalActies: programme.actions,
  aantalBeloften: programme.promises,
  aantalResultaten: programme.results,
  ...sourceValues(programme.sources),
})

export const programmeResource = resource({
  name: 'programmas',
  title: "Programma's",
  description: "De thema's, programma's en projecten van de plannen.",
  use: 'Om te zien waar een actie of resultaat in een plan staat.',
  item: programmeItem,
  filters: {
    plan: z.string().optional().meta({ description: 'De code van een plan.' }),
    prioriteit: z.string().optional().meta({ description: 'De code van een prioriteit.' }),
    soort: z.string().optional().meta({ description: 'Het soort programma.' }),
    trekker: z.string().optional().meta({ description: 'De code van de trekker.' }),
  },
  codes: { plan: planExists, prioriteit: priorityExists, soort: programmeKindExists, trekker: partyExists },
  async list(tx, { plan, prioriteit, soort, trekker }, slice) {
    const filter = { plan, priority: prioriteit, kind: soort, lead: trekker }
    const { total, items } = await listProgrammes(tx, filter, slice)
    return { total, items: items.map(asProgrammeItem) }
  },
  async find(tx, code) {
    const programme = await findProgramme(tx, code)
    return programme && asProgrammeItem(programme)
  },
})
