import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { priorityExists } from './priority.store'
import type { FocusLine, Strategy, Trend } from './strategy'
import {
  findFocusLine,
  findStrategy,
  findTrend,
  focusLineKindExists,
  inventoryExists,
  listFocusLines,
  listStrategies,
  listTrends,
  strategyExists,
} from './strategy.store'

const year = z.coerce.number().int().min(1900).max(2200)

const strategyItem = z
  .object({
    code: z.string().meta({ description: 'De code van de strategie.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    periodeVan: z
      .number()
      .int()
      .meta({ description: 'Het eerste jaar.', ...inUnit('jaartal') }),
    periodeTot: z
      .number()
      .int()
      .meta({ description: 'Het laatste jaar.', ...inUnit('jaartal') }),
    motto: z.string().nullable().meta({ description: 'Het motto.' }),
    doel: z.string().nullable().meta({ description: 'Het doel in de woorden van de strategie.' }),
    vastgesteldOp: dayText.nullable().meta({ description: 'De dag waarop de strategie is vastgesteld.' }),
    vastgesteldDoor: z
      .string()
      .nullable()
      .meta({ description: 'De code van het gremium dat de strategie vaststelde.' }),
    voorganger: z.string().nullable().meta({ description: 'De code van de strategie hiervoor.' }),
    gemeenten: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Het aantal gemeenten dat meedeed.', ...inUnit('gemeenten') }),
    standNoot: z.string().nullable().meta({ description: 'Wat een lezer moet weten over de stand van de strategie.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een veiligheidsstrategie van vier jaar.' })

const asStrategyItem = (strategy: Strategy): z.infer<typeof strategyItem> => ({
  code: strategy.code,
  titel: strategy.title,
  periodeVan: strategy.from,
  periodeTot: strategy.to,
  motto: strategy.motto,
  doel: strategy.goal,
  vastgesteldOp: strategy.adoptedOn,
  vastgesteldDoor: strategy.adoptedBy?.code ?? null,
  voorganger: strategy.predecessor?.code ?? null,
  gemeenten: strategy.municipalityCount,
  standNoot: strategy.statusNote,
  ...sourceValues(strategy.sources),
})

export const strategyResource = resource({
  name: 'strategieen',
  title: 'Strategieën',
  description: 'De veiligheidsstrategieën van vier jaar, nieuwste eerst.',
  use: 'Om te zien welke strategie in welk jaar gold.',
  item: strategyItem,
  filters: { jaar: year.optional().meta({ description: 'Een jaar waarin de strategie loopt.' }) },
  async list(tx, { jaar }, slice) {
    const { total, items } = await listStrategies(tx, { year: jaar }, slice)
    return { total, items: items.map(asStrategyItem) }
  },
  async find(tx, code) {
    const strategy = await findStrategy(tx, code)
    return strategy && asStrategyItem(strategy)
  },
})

const focusLineItem = z
  .object({
    code: z.string().meta({ description: 'De code van de focuslijn.' }),
    strategie: z.string().meta({ description: 'De code van de strategie.' }),
    prioriteit: z.string().nullable().meta({ description: 'De code van de prioriteit waar de lijn bij hoort.' }),
    soort: z.string().meta({ description: 'Het soort lijn, zoals de strategie het noemt: pijler, leerlijn, ambitie.' }),
    volgnummer: z
      .number()
      .int()
      .meta({ description: 'De plaats in de strategie.', ...inUnit('volgnummer') }),
    titel: z.string().meta({ description: 'De titel.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een lijn waarlangs een strategie of prioriteit werkt.' })

const asFocusLineItem = (line: FocusLine): z.infer<typeof focusLineItem> => ({
  code: line.code,
  strategie: line.strategy.code,
  prioriteit: line.priority?.code ?? null,
  soort: line.kind,
  volgnummer: line.seq,
  titel: line.title,
  ...sourceValues(line.sources),
})

export const focusLineResource = resource({
  name: 'focuslijnen',
  title: 'Focuslijnen',
  description: 'De lijnen waarlangs strategieën en prioriteiten werken.',
  use: 'Om een prioriteit uit te werken in haar lijnen.',
  item: focusLineItem,
  filters: {
    strategie: z.string().optional().meta({ description: 'De code van een strategie.' }),
    prioriteit: z.string().optional().meta({ description: 'De code van een prioriteit.' }),
    soort: z.string().optional().meta({ description: 'Het soort lijn.' }),
  },
  codes: { strategie: strategyExists, prioriteit: priorityExists, soort: focusLineKindExists },
  async list(tx, { strategie, prioriteit, soort }, slice) {
    const { total, items } = await listFocusLines(tx, { strategy: strategie, priority: prioriteit, kind: soort }, slice)
    return { total, items: items.map(asFocusLineItem) }
  },
  async find(tx, code) {
    const line = await findFocusLine(tx, code)
    return line && asFocusLineItem(line)
  },
})

const trendItem = z
  .object({
    code: z.string().meta({ description: 'De code van de trend.' }),
    inventarisatie: z.string().meta({ description: 'De inventarisatie waar de trend in staat.' }),
    volgnummer: z
      .number()
      .int()
      .meta({ description: 'De plaats in de inventarisatie.', ...inUnit('volgnummer') }),
    titel: z.string().meta({ description: 'De trend zoals de bron die noemt.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een trend die voor een strategie is verzameld.' })

const asTrendItem = (trend: Trend): z.infer<typeof trendItem> => ({
  code: trend.code,
  inventarisatie: trend.inventory,
  volgnummer: trend.seq,
  titel: trend.title,
  ...sourceValues(trend.sources),
})

export const trendResource = resource({
  name: 'trends',
  title: 'Trends',
  description: 'De trends die voor een strategie zijn verzameld.',
  use: 'Om te zien van welke ontwikkelingen de strategie uitging.',
  item: trendItem,
  filters: { inventarisatie: z.string().optional().meta({ description: 'De naam van een inventarisatie.' }) },
  codes: { inventarisatie: inventoryExists },
  async list(tx, { inventarisatie }, slice) {
    const { total, items } = await listTrends(tx, { inventory: inventarisatie }, slice)
    return { total, items: items.map(asTrendItem) }
  },
  async find(tx, code) {
    const trend = await findTrend(tx, code)
    return trend && asTrendItem(trend)
  },
})
