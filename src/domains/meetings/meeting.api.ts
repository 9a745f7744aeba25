import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { findBody } from '../governance'
import { itemKinds } from './item'
import { meetingStates } from './meeting'
import { type PublicMeeting, publicMeetings } from './public-meeting.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de vergadering.' }),
    gremium: z.string().meta({ description: 'De code van het gremium dat vergadert.' }),
    gebied: z.string().meta({ description: 'De code van het gebied waarvoor.' }),
    overleg: z.string().meta({ description: 'Het gremium en het gebied, in woorden.' }),
    op: dayText.meta({ description: 'De dag, of de eerste dag.' }),
    totEnMet: dayText.nullable().meta({ description: 'De laatste dag, van een vergadering van meer dagen.' }),
    stand: z.enum(meetingStates).meta({ description: 'Of de dag vaststaat, verzet is of niet doorgaat.' }),
    reden: z.string().nullable().meta({ description: 'Waarom zij verzet of afgelast is.' }),
    punten: z
      .array(
        z.object({
          nummer: z.number().int(),
          titel: z.string(),
          soort: z.enum(itemKinds),
          gevraagdBesluit: z.string(),
        }),
      )
      .meta({ description: 'De punten die openbaar zijn gemaakt, in volgorde.' }),
    aantalPunten: z
      .number()
      .int()
      .meta({ description: 'Hoeveel punten openbaar zijn.', ...inUnit('punten') }),
  })
  .meta({ description: 'Een vergadering van een gremium: de dag en de openbare punten.' })

const asItem = (meeting: PublicMeeting): z.infer<typeof item> => ({
  code: meeting.code,
  gremium: meeting.body,
  gebied: meeting.area,
  overleg: meeting.name,
  op: meeting.heldOn,
  totEnMet: meeting.endsOn,
  stand: meeting.state,
  reden: meeting.reason,
  punten: meeting.items.map(({ number, title, kind, asked }) => ({
    nummer: number,
    titel: title,
    soort: kind,
    gevraagdBesluit: asked,
  })),
  aantalPunten: meeting.items.length,
})

/** Public meetings, the same for everybody: what is closed, unpublished or of a closed instance is in no answer and no count. */
export const meetingResource = resource({
  name: 'vergaderingen',
  title: 'Vergaderingen',
  description: 'Wanneer de gremia vergaderen, nieuwste eerst, met de punten die openbaar zijn. Zonder tijd en plaats.',
  use: 'Om te weten wanneer een gremium vergadert en waarover in het openbaar.',
  source: 'de agenda’s die de secretaris van een gremium bijhoudt',
  item,
  filters: {
    gremium: z.string().optional().meta({ description: 'De code van het gremium.' }),
    jaar: z.coerce.number().int().min(1900).max(2200).optional().meta({ description: 'Het jaar van de vergadering.' }),
  },
  codes: { gremium: async (tx, code) => (await findBody(tx, code)) !== null },
  async list(tx, { gremium, jaar }, slice) {
    const { total, items } = await publicMeetings(tx, { body: gremium, year: jaar }, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const [meeting] = (await publicMeetings(tx, { code })).items
    return meeting ? asItem(meeting) : null
  },
})
