import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { organisationExists } from '../identity'
import type { FormationRow } from './formation'
import { findFormationRow, listFormation } from './formation.store'

const kinds = ['onderdeel', 'totaal', 'controle'] as const

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de rij.' }),
    organisatie: z.string().meta({ description: 'De code van het onderdeel.' }),
    peildatum: dayText.meta({ description: 'De dag waarop de formatie gold.' }),
    operationeel: z
      .number()
      .int()
      .meta({ description: 'Operationeel zonder aspiranten.', ...inUnit('fte') }),
    aspiranten: z
      .number()
      .int()
      .meta({ description: 'Aspiranten: wie in opleiding is.', ...inUnit('fte') }),
    nietOperationeel: z
      .number()
      .int()
      .meta({ description: 'Niet operationeel: ondersteuning.', ...inUnit('fte') }),
    totaal: z
      .number()
      .int()
      .meta({ description: 'Het totaal zoals het in de bron staat.', ...inUnit('fte') }),
    som: z
      .number()
      .int()
      .meta({ description: 'De drie soorten, door ons opgeteld.', ...inUnit('fte') }),
    verschil: z
      .number()
      .int()
      .meta({ description: 'Het totaal min onze som: afronding in de bron.', ...inUnit('fte') }),
    soort: z.enum(kinds).meta({ description: 'Onderdeel, totaal, of onze eigen controle: tel ze niet bij elkaar op.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ...sourceFields,
  })
  .meta({ description: 'Formatie op een dag: wat is afgesproken. Niet de bezetting, en niet wie inzetbaar is.' })

const asItem = (row: FormationRow): z.infer<typeof item> => ({
  code: row.code,
  organisatie: row.organisation.code,
  peildatum: row.asOf,
  operationeel: row.operational,
  aspiranten: row.trainees,
  nietOperationeel: row.nonOperational,
  totaal: row.total,
  som: row.sumOfKinds,
  verschil: row.difference,
  soort: row.kind,
  noot: row.note,
  ...sourceValues(row.sources),
})

export const formationResource = resource({
  name: 'formatie',
  title: 'Formatie',
  description: 'De formatie van de politie in fte op een dag: wat is afgesproken, niet wie er is.',
  use: 'Om de afgesproken sterkte van de politie te vergelijken per onderdeel.',
  item,
  filters: {
    organisatie: z.string().optional().meta({ description: 'De code van het onderdeel.' }),
    peildatum: dayText.optional().meta({ description: 'De dag waarop de formatie gold.' }),
    soort: z.enum(kinds).optional().meta({ description: 'Onderdeel, totaal of controle.' }),
  },
  codes: { organisatie: organisationExists },
  async list(tx, { organisatie, peildatum, soort }, slice, ask) {
    const asOf = peildatum as typeof ask.today | undefined
    const { total, items } = await listFormation(tx, { organisation: organisatie, asOf, kind: soort }, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const row = await findFormationRow(tx, code)
    return row && asItem(row)
  },
})
