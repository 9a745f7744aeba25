import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { inUnit, inUnitOf } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { keyFigures } from './key-figure'
import { type FigureRow, hasKeyFigures, listKeyFigures } from './key-figure.store'

const ids = keyFigures.map(({ id }) => id)

const item = z
  .object({
    code: z
      .string()
      .meta({ description: 'Gebied, kerncijfer en jaar, gescheiden door een liggend streepje onderaan.' }),
    gebied: z
      .string()
      .meta({ description: 'De code van het CBS van een gemeente, wijk of buurt, in de indeling van dat jaar.' }),
    gebiedsnaam: z
      .string()
      .nullable()
      .meta({ description: 'De naam van de gemeente; leeg bij wijken en buurten: zie de codes van het CBS.' }),
    kerncijfer: z
      .enum(ids)
      .meta({ description: `Wat is geteld: ${keyFigures.map(({ id, name }) => `${id} (${name})`).join(', ')}.` }),
    waarde: z
      .number()
      .int()
      .nullable()
      .meta({
        description: 'Het kerncijfer; leeg is verborgen of niet bekend, en dat is nooit nul.',
        ...inUnitOf('eenheid'),
      }),
    eenheid: z.string().meta({ description: 'De eenheid van de waarde.' }),
    jaar: z
      .number()
      .int()
      .meta({ description: 'Het jaar van de tabel en van de gebiedsindeling.', ...inUnit('jaartal') }),
    peildatum: dayText.meta({ description: 'De dag waarop de waarde geldt.' }),
    bron: z.string().meta({ description: 'De tabel van de bron.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop de bron dit publiceerde.' }),
  })
  .meta({ description: 'Eén kerncijfer van één gemeente, wijk of buurt in één jaar.' })

function asItem({ area, name, figure, value, on, sourceTable, known }: FigureRow): z.infer<typeof item> {
  const year = Number(on.slice(0, 4))
  return {
    code: `${area}_${figure}_${year}`,
    gebied: area,
    gebiedsnaam: name,
    kerncijfer: figure,
    waarde: value,
    eenheid: keyFigures.find(({ id }) => id === figure)?.unit ?? '',
    jaar: year,
    peildatum: on,
    bron: sourceTable,
    bekendOp: known,
  }
}

export const keyFigureResource = resource({
  name: 'kerncijfers',
  title: 'Kerncijfers',
  description:
    'Een paar kerncijfers per gemeente, wijk en buurt van het CBS, per jaar: wat voor gebied het is waar een cijfer over misdrijven over gaat. Leeg zolang ze niet zijn geladen.',
  use: 'Om een aantal misdrijven te lezen naast wat voor gebied het is.',
  item,
  source: 'De tabel Kerncijfers wijken en buurten van het CBS die de kolom bron noemt.',
  filters: {
    gebied: z.string().optional().meta({ description: 'De code van een gemeente, wijk of buurt.' }),
    kerncijfer: z.enum(ids).optional().meta({ description: 'Eén kerncijfer.' }),
    jaar: z.coerce.number().int().min(1900).max(2999).optional().meta({ description: 'Het jaar van de tabel.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
  },
  codes: { gebied: hasKeyFigures },
  async list(tx, { gebied, kerncijfer, jaar, bekendOp }, slice, ask) {
    const asked = {
      knownOn: (bekendOp as Day | undefined) ?? ask.today,
      year: jaar ?? null,
      area: gebied ?? null,
      figure: kerncijfer ?? null,
    }
    const { total, items } = await listKeyFigures(tx, asked, slice)
    return { total, items: items.map(asItem) }
  },
})
