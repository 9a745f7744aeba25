import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { parsePeriod } from '../../kernel/period'
import { firstSource } from '../../kernel/source'
import { inUnit, inUnitOf } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { areaExists } from '../territory'
import { documentExists } from './document.store'
import { indicatorExists } from './indicator.store'
import { type Measurement, measurementKinds, qualifiers } from './measurement'
import { findMeasurement, listMeasurements } from './measurement.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van de meting.' }),
    indicator: z.string().meta({ description: 'De code van de indicator.' }),
    gebied: z.string().meta({ description: 'De code van het gebied.' }),
    periode: z.string().meta({ description: 'De periode waar het getal over gaat, bijvoorbeeld 2016 of 2022-11.' }),
    basisPeriode: z
      .string()
      .nullable()
      .meta({ description: 'De periode waarmee vergeleken wordt, bij een verandering of een doel als verandering.' }),
    soort: z.enum(measurementKinds).meta({ description: 'Een uitkomst, een doel, een nulmeting of een verandering.' }),
    waarde: z
      .number()
      .nullable()
      .meta({ description: 'Het getal; leeg is onbekend, en dat is nooit nul.', ...inUnitOf('eenheid') }),
    eenheid: z.string().meta({ description: 'De eenheid van dit getal.' }),
    grens: z.enum(qualifiers).meta({ description: 'Hoe precies het getal is, of van welke kant het een grens is.' }),
    status: z.enum(['definitief']).meta({ description: 'Definitief: zoals het is gepubliceerd.' }),
    leidend: z
      .boolean()
      .meta({ description: 'Telt dit getal, of is het een herhaling of een ander getal over hetzelfde?' }),
    bron: z
      .object({
        document: z.string().meta({ description: 'De bestandsnaam van het brondocument.' }),
        regels: z.string().meta({ description: 'De regels, vanaf 1 geteld.' }),
      })
      .nullable()
      .meta({ description: 'Het eerste brondocument.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop de bron is gepubliceerd.' }),
    vastgelegdOp: z.iso.datetime().meta({ description: 'Het moment waarop het getal hier is opgeslagen.' }),
    bekendOpGeschat: z
      .boolean()
      .meta({ description: 'De bron heeft geen datum: 1 januari van het eerste jaar van het plan.' }),
    gedrukt: z.string().meta({ description: 'Het getal zoals het in de bron staat.' }),
    leidendReden: z.string().nullable().meta({ description: 'Waarom dit getal wel of niet leidend is.' }),
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
    ondergrens: z
      .number()
      .nullable()
      .meta({ description: 'Bij een enquête: de ondergrens van de marge. Leeg is onbekend.', ...inUnitOf('eenheid') }),
    bovengrens: z
      .number()
      .nullable()
      .meta({ description: 'Bij een enquête: de bovengrens van de marge. Leeg is onbekend.', ...inUnitOf('eenheid') }),
    deelnemers: z
      .int()
      .nullable()
      .meta({ description: 'Bij een enquête: hoeveel mensen antwoord gaven. Leeg is onbekend.', ...inUnit('aantal') }),
  })
  .meta({ description: 'Eén vermelding van een getal in een bron.' })

const asItem = (measurement: Measurement): z.infer<typeof item> => {
  const source = firstSource(measurement.sources)
  return {
    code: measurement.code,
    indicator: measurement.indicator,
    gebied: measurement.area,
    periode: measurement.period,
    basisPeriode: measurement.basePeriod,
    soort: measurement.kind,
    waarde: measurement.value,
    eenheid: measurement.unit,
    grens: measurement.qualifier,
    status: 'definitief',
    leidend: measurement.leads,
    bron: source && { document: source.document, regels: source.lines },
    bekendOp: measurement.knownOn,
    vastgelegdOp: measurement.recordedAt,
    bekendOpGeschat: measurement.knownOnEstimated,
    gedrukt: measurement.printed,
    leidendReden: measurement.leadsBecause,
    noot: measurement.note,
    ondergrens: measurement.margin?.low ?? null,
    bovengrens: measurement.margin?.high ?? null,
    deelnemers: measurement.respondents,
  }
}

export const periodText = z.string().refine((text) => parsePeriod(text) !== null)

export const measurementResource = resource({
  name: 'metingen',
  title: 'Metingen',
  description: 'Elke vermelding van een getal in een bron: uitkomst, doel, nulmeting of verandering.',
  use: 'Om zelf te rekenen met de cijfers uit de plannen en verantwoordingen.',
  item,
  filters: {
    indicator: z.string().optional().meta({ description: 'De code van een indicator.' }),
    gebied: z.string().optional().meta({ description: 'De code van een gebied.' }),
    periode: periodText.optional().meta({ description: 'De periode, precies zoals in de gegevens.' }),
    soort: z.enum(measurementKinds).optional().meta({ description: 'Het soort getal.' }),
    eenheid: z.string().optional().meta({ description: 'De eenheid, precies zoals in de gegevens.' }),
    grens: z.enum(qualifiers).optional().meta({ description: 'Hoe precies het getal is.' }),
    leidend: z.enum(['true', 'false']).optional().meta({ description: 'Alleen wat telt, of alleen de rest.' }),
    document: z.string().optional().meta({ description: 'De bestandsnaam van een brondocument.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
  },
  codes: { indicator: indicatorExists, gebied: areaExists, document: documentExists },
  async list(tx, filters, slice, ask) {
    const { indicator, gebied, periode, soort, eenheid, grens, leidend, document, bekendOp } = filters
    const filter = {
      knownOn: (bekendOp as Day | undefined) ?? ask.today,
      indicator,
      area: gebied,
      period: periode,
      kind: soort,
      unit: eenheid,
      qualifier: grens,
      leads: leidend === undefined ? undefined : leidend === 'true',
      document,
    }
    const { total, items } = await listMeasurements(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const measurement = await findMeasurement(tx, code)
    return measurement ? asItem(measurement) : null
  },
})
