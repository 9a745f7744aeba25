import { z } from 'zod'
import { dayText, resource } from '../../platform/web/resource'
import { type Area, areaKinds, divisions } from './area'
import { areaExists, findArea, listAreas } from './area.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van het gebied; bij een gemeente de CBS-code.' }),
    naam: z.string().meta({ description: 'De naam.' }),
    soort: z.enum(areaKinds).meta({ description: 'Het soort gebied.' }),
    cbs: z.string().nullable().meta({ description: 'De CBS-code.' }),
    tooi: z.string().nullable().meta({ description: 'Het adres in het register van overheidsorganisaties.' }),
    geldigVan: dayText
      .nullable()
      .meta({ description: 'De eerste dag dat het gebied bestaat; leeg: al voor de eerste bron.' }),
    geldigTot: dayText.nullable().meta({ description: 'De eerste dag dat het gebied niet meer bestaat.' }),
    andereNamen: z.array(z.string()).meta({ description: 'Andere schrijfwijzen van de naam.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    bronnen: z.array(z.string()).meta({ description: 'Alle bronregels, als document:regels.' }),
  })
  .meta({ description: 'Een gebied met de tijd dat het bestaat.' })

const asItem = (area: Area): z.infer<typeof item> => ({
  code: area.code,
  naam: area.name,
  soort: area.kind,
  cbs: area.cbsCode,
  tooi: area.tooiUri,
  geldigVan: area.validity.from,
  geldigTot: area.validity.until,
  andereNamen: [...area.otherNames],
  noot: area.note,
  bronnen: [...area.sources],
})

export const areaResource = resource({
  name: 'gebieden',
  title: 'Gebieden',
  description: 'Land, regio, districten, gemeenten en de gebieden van anderen, zoals ze op een dag waren.',
  use: 'Om codes van gebieden om te zetten in namen, en om te weten wat op een dag bestond.',
  item,
  filters: {
    geldigOp: dayText.optional().meta({ description: 'De dag waarop u de gebieden bekijkt; zonder dag vandaag.' }),
    soort: z.enum(areaKinds).optional().meta({ description: 'Het soort gebied.' }),
    binnen: z.string().optional().meta({ description: 'De code van een gebied: geeft alles wat daar deel van is.' }),
    indeling: z.enum(divisions).optional().meta({
      description:
        'De indeling waarin "binnen" wordt gevolgd; zonder keuze de bestuurlijke. Zonder "binnen": alleen gebieden met een plaats in die indeling.',
    }),
  },
  codes: { binnen: areaExists },
  async list(tx, { geldigOp, soort, binnen, indeling }, slice, ask) {
    const filter = {
      validOn: (geldigOp as typeof ask.today | undefined) ?? ask.today,
      kind: soort,
      within: binnen,
      division: indeling,
    }
    const { total, items } = await listAreas(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const area = await findArea(tx, code)
    return area ? asItem(area) : null
  },
})
