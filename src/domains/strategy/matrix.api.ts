import { z } from 'zod'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { partyExists } from '../identity'
import { areaExists } from '../territory'
import { type MatrixCell, participations } from './matrix'
import { findCell, listCells, matrixThemeExists } from './matrix.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de cel.' }),
    district: z.string().meta({ description: 'De code van het district.' }),
    thema: z.string().meta({ description: 'De naam van het thema in het districtsplan.' }),
    partner: z
      .string()
      .meta({ description: 'Een partij, of het district als de bron van alle partners samen spreekt.' }),
    deelname: z
      .enum(participations)
      .meta({ description: 'Onbekend: het kruisje in de bron is verloren. Nee is er alleen voor professionals.' }),
    startpositie: z.string().nullable().meta({ description: 'De startpositie zoals het plan die noemt.' }),
    grond: z.string().meta({ description: 'Hoe wij dit weten.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ...sourceFields,
  })
  .meta({ description: 'Of een partner meedoet aan een thema van een districtsplan.' })

const asItem = (cell: MatrixCell): z.infer<typeof item> => ({
  code: cell.code,
  district: cell.district.code,
  thema: cell.theme,
  partner: cell.partner.code,
  deelname: cell.participates,
  startpositie: cell.startPosition,
  grond: cell.ground,
  noot: cell.note,
  ...sourceValues(cell.sources),
})

export const matrixResource = resource({
  name: 'deelname',
  title: 'Deelname',
  description: 'Welke partner aan welk thema van een districtsplan meedoet.',
  use: 'Om te zien welke partner aan welk thema meedoet.',
  item,
  filters: {
    district: z.string().optional().meta({ description: 'De code van een district.' }),
    thema: z.string().optional().meta({ description: 'De naam van een thema.' }),
    partner: z.string().optional().meta({ description: 'De code van een partner of een district.' }),
    deelname: z.enum(participations).optional().meta({ description: 'Het antwoord.' }),
  },
  codes: {
    district: areaExists,
    thema: matrixThemeExists,
    partner: async (tx, code) => (await partyExists(tx, code)) || (await areaExists(tx, code)),
  },
  async list(tx, { district, thema, partner, deelname }, slice) {
    const { total, items } = await listCells(tx, { district, theme: thema, partner, participates: deelname }, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const cell = await findCell(tx, code)
    return cell && asItem(cell)
  },
})
