import { z } from 'zod'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { type Organisation, organisationKinds } from './organisation'
import { findOrganisation, isArea, listOrganisations } from './organisation.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de organisatie; bij een gemeente de CBS-code.' }),
    naam: z.string().meta({ description: 'De naam.' }),
    soort: z.enum(organisationKinds).meta({ description: 'Het soort organisatie.' }),
    gebieden: z.array(z.string()).meta({ description: 'De codes van de gebieden waar de organisatie voor werkt.' }),
    cbs: z.string().nullable().meta({ description: 'De CBS-code.' }),
    tooi: z.string().nullable().meta({ description: 'Het adres in het register van overheidsorganisaties.' }),
    geldigVan: dayText
      .nullable()
      .meta({ description: 'De eerste dag dat de organisatie bestaat; leeg: al voor de eerste bron.' }),
    geldigTot: dayText.nullable().meta({ description: 'De eerste dag dat de organisatie niet meer bestaat.' }),
    opvolger: z.string().nullable().meta({ description: 'De organisatie die het werk overnam.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een organisatie die iets trekt of eraan meedoet.' })

const asItem = (organisation: Organisation): z.infer<typeof item> => ({
  code: organisation.code,
  naam: organisation.name,
  soort: organisation.kind,
  gebieden: organisation.areas.map(({ code }) => code),
  cbs: organisation.cbsCode,
  tooi: organisation.tooiUri,
  geldigVan: organisation.validity.from,
  geldigTot: organisation.validity.until,
  opvolger: organisation.successor,
  noot: organisation.note,
  ...sourceValues(organisation.sources),
})

export const organisationResource = resource({
  name: 'organisaties',
  title: 'Organisaties',
  description: 'Gemeenten, politie, OM en alle andere organisaties die iets trekken of eraan meedoen.',
  use: 'Om codes van trekkers en deelnemers om te zetten in namen.',
  item,
  filters: {
    soort: z.enum(organisationKinds).optional().meta({ description: 'Het soort organisatie.' }),
    gebied: z.string().optional().meta({ description: 'De code van een gebied waar de organisatie voor werkt.' }),
    geldigOp: dayText.optional().meta({ description: 'De dag waarop u de organisaties bekijkt; zonder dag vandaag.' }),
  },
  codes: { gebied: isArea },
  async list(tx, { soort, gebied, geldigOp }, slice, ask) {
    const validOn = (geldigOp as typeof ask.today | undefined) ?? ask.today
    const { total, items } = await listOrganisations(tx, { validOn, kind: soort, area: gebied }, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const organisation = await findOrganisation(tx, code)
    return organisation && asItem(organisation)
  },
})
