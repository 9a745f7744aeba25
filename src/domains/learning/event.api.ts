import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { partyExists } from '../identity'
import { priorityExists } from '../strategy'
import { datePrecisions, type Event, yearOf } from './event'
import { eventKindExists, eventThemeExists, findEvent, listEvents } from './event.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de bijeenkomst.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    soort: z.string().meta({ description: 'Het soort bijeenkomst.' }),
    thema: z.string().nullable().meta({ description: 'De code van de prioriteit, of een eigen onderwerp.' }),
    wanneer: z.string().nullable().meta({ description: 'De dag of de periode, zoals de bron die geeft.' }),
    wanneerPrecisie: z.enum(datePrecisions).meta({ description: 'Hoe precies de bron de tijd geeft.' }),
    jaar: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Het jaar; leeg als de bron het niet zegt.', ...inUnit('jaartal') }),
    aanwezigen: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Hoeveel mensen er waren; leeg is onbekend, nooit nul.', ...inUnit('personen') }),
    organisator: z.string().nullable().meta({ description: 'De partij die organiseerde.' }),
    publiek: z.string().nullable().meta({ description: 'Voor wie het was.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een bijeenkomst, training of conferentie. De plaats is niet openbaar.' })

const asItem = (event: Event): z.infer<typeof item> => ({
  code: event.code,
  titel: event.title,
  soort: event.kind,
  thema: event.theme?.code ?? null,
  wanneer: event.heldOn,
  wanneerPrecisie: event.precision,
  jaar: yearOf(event),
  aanwezigen: event.attendance,
  organisator: event.organiser,
  publiek: event.audience,
  noot: event.note,
  ...sourceValues(event.sources),
})

export const eventResource = resource({
  name: 'bijeenkomsten',
  title: 'Bijeenkomsten',
  description: 'Bijeenkomsten, trainingen en conferenties. De plaats is niet openbaar.',
  use: 'Om te zien wat er is georganiseerd, en voor wie.',
  item,
  filters: {
    soort: z.string().optional().meta({ description: 'Het soort bijeenkomst.' }),
    thema: z.string().optional().meta({ description: 'De code van een prioriteit, of een onderwerp.' }),
    jaar: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: 'Het jaar.' }),
    organisator: z.string().optional().meta({ description: 'De code van de partij die organiseert.' }),
  },
  codes: {
    soort: eventKindExists,
    thema: async (tx, code) => (await priorityExists(tx, code)) || (await eventThemeExists(tx, code)),
    organisator: partyExists,
  },
  async list(tx, { soort, thema, jaar, organisator }, slice) {
    const { total, items } = await listEvents(
      tx,
      { kind: soort, theme: thema, year: jaar, organiser: organisator },
      slice,
    )
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const event = await findEvent(tx, code)
    return event && asItem(event)
  },
})
