import { z } from 'zod'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { findPriority } from '../strategy'
import type { Seat } from './composition'
import { type WorkingGroup, workingGroupKinds } from './working-group'
import { findWorkingGroup, listWorkingGroups, seatsOf } from './working-group.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de groep.' }),
    naam: z.string().meta({ description: 'De naam.' }),
    soort: z.enum(workingGroupKinds).meta({ description: 'Taskforce of werkgroep.' }),
    prioriteit: z.string().nullable().meta({ description: 'De code van de prioriteit waar de groep aan werkt.' }),
    samenstelling: z.string().nullable().meta({ description: 'Wie erin horen te zitten, in woorden.' }),
    ook: z.string().nullable().meta({ description: 'Wat de groep nog meer is.' }),
    rapporteertAan: z.string().nullable().meta({ description: 'Aan wie de groep rapporteert.' }),
    zetels: z
      .array(
        z.object({
          code: z.string(),
          grond: z.enum(['vereist', 'werkelijk']),
          rol: z.string(),
          aantal: z.number().int(),
          district: z.string().nullable(),
          gemeente: z.string().nullable(),
          organisatie: z.string().nullable(),
          noot: z.string().nullable(),
        }),
      )
      .meta({ description: 'De zetels: zoals de regel ze vraagt, en zoals ze bezet waren.' }),
    geldigVan: dayText.nullable().meta({ description: 'De eerste dag van de groep.' }),
    geldigTot: dayText.nullable().meta({ description: 'De eerste dag dat de groep er niet meer is.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een taskforce (tot en met 2022) of een werkgroep (sindsdien).' })

const asItem = (group: WorkingGroup, seats: readonly Seat[]): z.infer<typeof item> => ({
  code: group.code,
  naam: group.name,
  soort: group.kind,
  prioriteit: group.priority?.code ?? null,
  samenstelling: group.composition,
  ook: group.alsoActsAs,
  rapporteertAan: group.reportsTo,
  zetels: seats.map((seat) => ({
    code: seat.code,
    grond: seat.ground,
    rol: seat.role,
    aantal: seat.count,
    district: seat.district?.code ?? null,
    gemeente: seat.municipality?.code ?? null,
    organisatie: seat.organisation?.code ?? null,
    noot: seat.note,
  })),
  geldigVan: group.validity.from,
  geldigTot: group.validity.until,
  ...sourceValues(group.sources),
})

export const workingGroupResource = resource({
  name: 'werkgroepen',
  title: 'Werkgroepen',
  description: 'Taskforces tot en met 2022 en werkgroepen sindsdien, met hun zetels.',
  use: 'Om te zien welke groep aan een prioriteit werkt.',
  item,
  filters: {
    soort: z.enum(workingGroupKinds).optional().meta({ description: 'Het soort groep.' }),
    prioriteit: z.string().optional().meta({ description: 'De code van de prioriteit waar de groep aan werkt.' }),
    geldigOp: dayText.optional().meta({ description: 'De dag waarop u kijkt; zonder dag vandaag.' }),
  },
  codes: { prioriteit: async (tx, code) => (await findPriority(tx, code)) !== null },
  async list(tx, { soort, prioriteit, geldigOp }, slice, ask) {
    const validOn = (geldigOp as typeof ask.today | undefined) ?? ask.today
    const { total, items } = await listWorkingGroups(tx, { validOn, kind: soort, priority: prioriteit }, slice)
    const seats = await seatsOf(
      tx,
      items.map(({ code }) => code),
    )
    return { total, items: items.map((group) => asItem(group, seats.get(group.code) ?? [])) }
  },
  async find(tx, code) {
    const group = await findWorkingGroup(tx, code)
    return group && asItem(group, (await seatsOf(tx, [code])).get(code) ?? [])
  },
})
