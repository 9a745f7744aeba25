import { z } from 'zod'
import { dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { inUnit } from '../../platform/web/column'
import { dayText, type Listed, resource, type Slice } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { areaExists } from '../territory'
import { listLocalPlans } from './local-plan.store'
import { answering } from './national'
import { listNational } from './national.store'
import { planAddress } from './overview.parts'
import { choices } from './variant'
import { variantAddress } from './variant.parts'
import { listVariants } from './variant.store'

// At most a few per municipality: the whole list is read, and a stretch of it is given.
const stretch = <Item>(items: readonly Item[], slice: Slice): Listed<Item> => ({
  total: items.length,
  items: slice ? items.slice(slice.offset, slice.offset + slice.limit) : items,
})
const cautionFor = (invented: (tx: Reader) => Promise<boolean>) => async (tx: Reader) =>
  (await invented(tx)) ? 'Er staan verzonnen regels tussen: die met voorbeeld waar.' : null
const example = z.boolean().meta({ description: 'Of de regel verzonnen is.' })
const year = (description: string) =>
  z
    .number()
    .int()
    .nullable()
    .meta({ description, ...inUnit('jaartal') })

const variantItem = z
  .object({
    code: z.string().meta({ description: 'De code van de actie en van het gebied.' }),
    actie: z.string().meta({ description: 'De code van de regionale actie.' }),
    gebied: z.string().meta({ description: 'De code van het district of de gemeente.' }),
    naam: z.string().meta({ description: 'De naam van het gebied.' }),
    keuze: z
      .enum(choices)
      .meta({ description: 'Een eigen versie, of overgenomen. Wie een actie niet doet, staat hier niet.' }),
    regionaleTekst: z.string().meta({ description: 'De tekst van de regionale actie toen dit werd vastgelegd.' }),
    tekst: z.string().nullable().meta({ description: 'De eigen tekst; leeg: zoals regionaal.' }),
    trekker: z.string().nullable().meta({ description: 'De eigen trekker; leeg: zoals regionaal.' }),
    klaarOp: dayText.nullable().meta({ description: 'De eigen dag; leeg: zoals regionaal.' }),
    doel: z.string().nullable().meta({ description: 'Het eigen doel; leeg: zoals regionaal.' }),
    waar: z.string().nullable().meta({ description: 'Waar het geldt; leeg: zoals regionaal.' }),
    beslotenOp: dayText.meta({ description: 'De dag waarop het daar is besloten.' }),
    veranderdSindsdien: z.boolean().meta({ description: 'Of de regionale actie sindsdien is veranderd.' }),
    adres: z.string().meta({ description: 'Het pad van de pagina.' }),
    voorbeeld: example,
  })
  .meta({ description: 'Wat een district of gemeente van een regionale actie maakt.' })

const variantResource = resource({
  name: 'actieversies',
  title: 'Eigen versies van acties',
  description: 'Wat districten en gemeenten van regionale acties maken, voor zover daar besloten.',
  use: 'Om te zien hoe een regionale afspraak lokaal luidt. Een gebied dat ontbreekt, is onbekend.',
  source: 'Ingevuld door de adviseur van de gemeente, het district of het bureau.',
  caution: cautionFor(async (tx) => (await listVariants(tx, { isPublic: true })).some(({ isExample }) => isExample)),
  item: variantItem,
  filters: { gebied: z.string().optional().meta({ description: 'De code van een district of gemeente.' }) },
  codes: { gebied: areaExists },
  async list(tx, { gebied }, slice) {
    const variants = await listVariants(tx, { isPublic: true, ...(gebied ? { area: gebied } : {}) })
    const items = variants.flatMap((variant): z.infer<typeof variantItem>[] =>
      variant.decidedOn
        ? [
            {
              code: `${variant.action.code}-${variant.area.code}`,
              actie: variant.action.code,
              gebied: variant.area.code,
              naam: variant.area.name,
              keuze: variant.choice,
              regionaleTekst: variant.regionalTitle,
              tekst: variant.title,
              trekker: variant.lead,
              klaarOp: variant.dueOn,
              doel: variant.target,
              waar: variant.place,
              beslotenOp: variant.decidedOn,
              veranderdSindsdien: variant.changedSince,
              adres: variantAddress(variant.action.code, variant.area.code),
              voorbeeld: variant.isExample,
            },
          ]
        : [],
    )
    return stretch(items, slice)
  },
})

const localItem = z
  .object({
    code: z.string().meta({ description: 'De code van het plan met het nummer van de prioriteit.' }),
    plan: z.string().meta({ description: 'De code van het veiligheidsplan.' }),
    gebied: z.string().meta({ description: 'De code van de gemeente, het basisteam of het district.' }),
    naam: z.string().meta({ description: 'De naam van het gebied.' }),
    titel: z.string().meta({ description: 'De titel van het plan.' }),
    van: year('Het eerste jaar van het plan; leeg: onbekend.'),
    tot: year('Het laatste jaar van het plan; leeg: onbekend.'),
    vastgesteldOp: dayText.meta({ description: 'De dag waarop de raad het plan vaststelde.' }),
    document: z.string().nullable().meta({ description: 'Het webadres van het plan; leeg: onbekend.' }),
    tekst: z.string().meta({ description: 'De lokale prioriteit, in de woorden van het plan.' }),
    gekoppeld: z
      .enum(['onbekend', 'geen', 'ja'])
      .meta({ description: 'Of er een regionale prioriteit bij hoort. Onbekend: niemand zei het nog.' }),
    prioriteiten: z.array(z.string()).meta({ description: 'De codes van de regionale prioriteiten die erbij horen.' }),
    actie: z.string().nullable().meta({ description: 'De code van een regionale actie die erbij hoort.' }),
    gezegdDoor: z.string().meta({ description: 'De functie van wie dat zei.' }),
    gezegdOp: dayText.meta({ description: 'De dag waarop dat is gezegd.' }),
    adres: z.string().meta({ description: 'Het pad van de pagina van het plan.' }),
    voorbeeld: example,
  })
  .meta({ description: 'Een prioriteit uit een lokaal veiligheidsplan, met wat er regionaal bij hoort.' })

const localResource = resource({
  name: 'lokaleprioriteiten',
  title: 'Lokale prioriteiten',
  description: 'De prioriteiten uit vastgestelde veiligheidsplannen van gemeenten, basisteams en districten.',
  use: 'Om te zien welke lokale prioriteiten regionaal terugkomen. Een gemeente die ontbreekt, is onbekend.',
  source: 'Ingevuld door de adviseur van de gemeente, het district of het bureau.',
  caution: cautionFor(async (tx) => (await listLocalPlans(tx, { isPublic: true })).some(({ isExample }) => isExample)),
  item: localItem,
  filters: { gebied: z.string().optional().meta({ description: 'De code van een gebied.' }) },
  codes: { gebied: areaExists },
  async list(tx, { gebied }, slice) {
    const plans = await listLocalPlans(tx, { isPublic: true, ...(gebied ? { area: gebied } : {}) })
    const items = plans.flatMap((plan) =>
      plan.priorities.flatMap((priority): z.infer<typeof localItem>[] =>
        plan.adoptedOn
          ? [
              {
                code: `${plan.code}-${priority.number}`,
                plan: plan.code,
                gebied: plan.area.code,
                naam: plan.area.name,
                titel: plan.title,
                van: plan.from,
                tot: plan.to,
                vastgesteldOp: plan.adoptedOn,
                document: plan.address,
                tekst: priority.text,
                gekoppeld: priority.answered,
                prioriteiten: priority.priorities.map(({ code }) => code),
                actie: priority.action?.code ?? null,
                gezegdDoor: priority.saidAs,
                gezegdOp: dayInAmsterdam(new Date(priority.saidAt)),
                adres: planAddress(plan.code),
                voorbeeld: plan.isExample,
              },
            ]
          : [],
      ),
    )
    return stretch(items, slice)
  },
})

const nationalItem = z
  .object({
    code: z.string().meta({ description: 'De code van het landelijke punt.' }),
    agenda: z.string().meta({ description: 'Hoe de agenda heet.' }),
    plan: z.string().nullable().meta({ description: 'De code van de agenda als plan.' }),
    titel: z.string().meta({ description: 'Waar het punt over gaat.' }),
    doel: z.string().nullable().meta({ description: 'Het doel dat de bron erbij noemt.' }),
    van: year('Het eerste jaar; leeg: onbekend.'),
    tot: year('Het laatste jaar; leeg: onbekend.'),
    prioriteiten: z.array(z.string()).meta({ description: 'De codes van de regionale prioriteiten die erbij horen.' }),
    ...sourceFields,
  })
  .meta({ description: 'Een punt van een landelijke agenda, zoals onze documenten het noemen.' })

const nationalResource = resource({
  name: 'landelijkeagenda',
  title: 'Landelijke agenda',
  description: 'Wat onze documenten van landelijke agenda’s noemen; de agenda’s zelf zijn niet geladen.',
  use: 'Om te zien welke regionale prioriteit bij een landelijk punt hoort.',
  item: nationalItem,
  filters: {},
  async list(tx, _, slice) {
    const { total, items } = await listNational(tx, {}, slice)
    return {
      total,
      items: items.map(
        (item): z.infer<typeof nationalItem> => ({
          code: item.code,
          agenda: item.agenda,
          plan: item.plan,
          titel: item.title,
          doel: item.goal,
          van: item.from,
          tot: item.to,
          prioriteiten: answering(item).map(({ priority }) => priority.code),
          ...sourceValues(item.sources),
        }),
      ),
    }
  },
})

export const levelsResources = [variantResource, localResource, nationalResource]
