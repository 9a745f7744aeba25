import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { inUnitOf } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import type { Contradiction, UnresolvedValue } from './contradiction'
import { listContradictions, listUnresolvedValues } from './contradiction.store'
import { documentExists } from './document.store'
import { indicatorExists } from './indicator.store'
import { periodText } from './measurement.api'
import { measurementExists } from './measurement.store'

const bekendOp = dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' })
const document = z.string().optional().meta({ description: 'De bestandsnaam van een brondocument.' })

const asContradiction = (one: Contradiction) => ({
  code: one.code,
  titel: one.title,
  uitleg: one.explanation,
  metingen: [...one.measurements],
  bekendOp: one.knownOn,
  ...sourceValues(one.sources),
})

const asUnresolvedValue = (one: UnresolvedValue) => ({
  code: one.code,
  gedrukt: one.printed,
  waarde: one.value,
  eenheid: one.unit,
  periode: one.period,
  basisPeriode: one.basePeriod,
  mogelijkeIndicatoren: one.candidates.map(({ code }) => code),
  reden: one.reason,
  bekendOp: one.knownOn,
  ...sourceValues(one.sources),
})

export const contradictionResource = resource({
  name: 'tegenspraken',
  title: 'Tegenspraken',
  description: 'Waar bronnen elkaar tegenspreken: alle getallen staan er, één is leidend, en hier staat waarom.',
  use: 'Om te zien welke bronnen het oneens zijn, voordat u een getal overneemt.',
  item: z
    .object({
      code: z.string().meta({ description: 'De code van de tegenspraak.' }),
      titel: z.string().meta({ description: 'Waar de bronnen het niet over eens zijn.' }),
      uitleg: z.string().meta({ description: 'Wat er verschilt, welk getal leidend is en waarom.' }),
      metingen: z.array(z.string()).meta({ description: 'De metingen die verschillen, de leidende eerst.' }),
      bekendOp: dayText.nullable().meta({ description: 'De dag waarop de laatste van de bronnen bekend werd.' }),
      ...sourceFields,
    })
    .meta({ description: 'Bronnen die elkaar tegenspreken.' }),
  filters: {
    indicator: z.string().optional().meta({ description: 'De code van een indicator waar het over gaat.' }),
    meting: z.string().optional().meta({ description: 'De code van een meting waar het over gaat.' }),
    document,
    bekendOp,
  },
  codes: { indicator: indicatorExists, meting: measurementExists, document: documentExists },
  async list(tx, filters, slice, ask) {
    const knownOn = (filters.bekendOp as Day | undefined) ?? ask.today
    const { indicator, meting, document } = filters
    const { total, items } = await listContradictions(tx, { knownOn, indicator, measurement: meting, document }, slice)
    return {
      total,
      items: items.map(asContradiction),
    }
  },
  async find(tx, code, ask) {
    const [found] = (await listContradictions(tx, { knownOn: ask.today, code })).items
    return found ? asContradiction(found) : null
  },
})

export const unresolvedValueResource = resource({
  name: 'onherleidbare-waarden',
  title: 'Onherleidbare waarden',
  description: 'Getallen en lege plekken waarvan de bron de betekenis verloor. Ze tellen nooit mee.',
  use: 'Om te weten welke getallen u niet kunt gebruiken, en waarom.',
  item: z
    .object({
      code: z.string().meta({ description: 'De code van de waarde.' }),
      gedrukt: z.string().nullable().meta({ description: 'Wat er in de bron staat.' }),
      waarde: z
        .number()
        .nullable()
        .meta({ description: 'Het getal; leeg is onbekend, en dat is nooit nul.', ...inUnitOf('eenheid') }),
      eenheid: z.string().nullable().meta({ description: 'De eenheid, als de bron die geeft.' }),
      periode: z.string().nullable().meta({ description: 'De periode, als de bron die geeft.' }),
      basisPeriode: z
        .string()
        .nullable()
        .meta({ description: 'De periode waarmee vergeleken wordt, als de bron die geeft.' }),
      mogelijkeIndicatoren: z.array(z.string()).meta({ description: 'De indicatoren waar het bij kan horen.' }),
      reden: z.string().meta({ description: 'Waarom wij het niet weten.' }),
      bekendOp: dayText.nullable().meta({ description: 'De dag waarop de bron bekend werd.' }),
      ...sourceFields,
    })
    .meta({ description: 'Een getal zonder betekenis.' }),
  filters: {
    indicator: z.string().optional().meta({ description: 'De code van een indicator waar het bij kan horen.' }),
    periode: periodText.optional().meta({ description: 'De periode, precies zoals in de gegevens.' }),
    document,
    bekendOp,
  },
  codes: { indicator: indicatorExists, document: documentExists },
  async list(tx, filters, slice, ask) {
    const knownOn = (filters.bekendOp as Day | undefined) ?? ask.today
    const { indicator, periode, document } = filters
    const { total, items } = await listUnresolvedValues(tx, { knownOn, indicator, period: periode, document }, slice)
    return {
      total,
      items: items.map(asUnresolvedValue),
    }
  },
  async find(tx, code, ask) {
    const [found] = (await listUnresolvedValues(tx, { knownOn: ask.today, code })).items
    return found ? asUnresolvedValue(found) : null
  },
})
