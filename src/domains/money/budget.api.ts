import { z } from 'zod'
import { euros } from '../../kernel/money'
import { inUnit } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { organisationExists } from '../identity'
import type { BudgetLine } from './budget'
import { blockExists, directionExists, findBudgetLine, listBudgetLines, streamExists } from './budget.store'

const statuses = ['begroting', 'realisatie'] as const

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de regel.' }),
    bureau: z.string().meta({ description: 'De code van het bureau.' }),
    jaar: z
      .number()
      .int()
      .meta({ description: 'Het jaar van de begroting.', ...inUnit('jaartal') }),
    status: z.enum(statuses).meta({ description: 'Begroot of uitgegeven.' }),
    richting: z.string().meta({ description: 'Baten, lasten, een totaal of een verschil.' }),
    blok: z.string().nullable().meta({ description: 'Het deel van de begroting.' }),
    post: z.string().meta({ description: 'De naam van de post.' }),
    bedrag: z
      .number()
      .nullable()
      .meta({ description: 'Het bedrag in euro; leeg is onleesbaar in de bron, nooit nul.', ...inUnit('euro') }),
    fte: z
      .number()
      .nullable()
      .meta({ description: 'Het aantal fte, als de regel dat noemt.', ...inUnit('fte') }),
    stroom: z.string().nullable().meta({
      description: 'De geldstroom. Een regel met "totaal" herhaalt de regels van de stromen: tel een van beide.',
    }),
    gedrukt: z.string().nullable().meta({ description: 'Het bedrag zoals het in de bron staat.' }),
    leesbaar: z.enum(['ja', 'nee', 'deels']).meta({ description: 'Of de regel in de bron te lezen is.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een regel van een begroting, zoals gedrukt.' })

const asItem = (line: BudgetLine): z.infer<typeof item> => ({
  code: line.code,
  bureau: line.bureau.code,
  jaar: line.year,
  status: line.status,
  richting: line.direction,
  blok: line.block,
  post: line.line,
  bedrag: line.amount === null ? null : euros(line.amount),
  fte: line.fte === null ? null : line.fte / 100,
  stroom: line.stream,
  gedrukt: line.printed,
  leesbaar: line.readable,
  noot: line.note,
  ...sourceValues(line.sources),
})

export const budgetLineResource = resource({
  name: 'begrotingsregels',
  title: 'Begrotingsregels',
  description: 'De begrotingen van de bureaus, regel voor regel zoals gedrukt.',
  use: 'Om begroting en uitgaven per bureau naast elkaar te leggen.',
  item,
  filters: {
    bureau: z.string().optional().meta({ description: 'De code van het bureau.' }),
    jaar: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: 'Het jaar.' }),
    status: z.enum(statuses).optional().meta({ description: 'Begroot of uitgegeven.' }),
    richting: z.string().optional().meta({ description: 'Baten, lasten, een totaal of een verschil.' }),
    blok: z.string().optional().meta({ description: 'Het deel van de begroting.' }),
    stroom: z.string().optional().meta({ description: 'De geldstroom.' }),
  },
  codes: { bureau: organisationExists, richting: directionExists, blok: blockExists, stroom: streamExists },
  async list(tx, { bureau, jaar, status, richting, blok, stroom }, slice) {
    const filter = { bureau, year: jaar, status, direction: richting, block: blok, stream: stroom }
    const { total, items } = await listBudgetLines(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const line = await findBudgetLine(tx, code)
    return line && asItem(line)
  },
})
