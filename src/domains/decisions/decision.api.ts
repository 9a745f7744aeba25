import { z } from 'zod'
import { dayInAmsterdam } from '../../kernel/day'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { findBody } from '../governance'
import { type Condition, conditionStates } from '../proposals'
import { type WooCategory, wooCategories } from '../publications'
import { conditionsOf } from './condition.store'
import { type Decision, effectKinds } from './decision'
import { effectWords } from './decision.parts'
import { findDecision, listDecisions } from './decision.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De code van het besluit.' }),
    gremium: z.string().meta({ description: 'De code van het gremium dat besloot.' }),
    gebied: z.string().nullable().meta({ description: 'Het gebied, als er van het gremium meer zijn.' }),
    genomenOp: dayText.meta({ description: 'De dag waarop het besluit is genomen.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    tekst: z.string().meta({ description: 'Wat er is besloten.' }),
    grond: z.string().meta({ description: 'De wet of de afspraak waar het besluit op rust.' }),
    vaststellers: z.array(z.string()).meta({ description: 'Wie het vaststelden, als functie.' }),
    aanwezigen: z.array(z.string()).meta({ description: 'Wie er nog meer waren, als functie.' }),
    aantekening: z.string().nullable().meta({ description: 'Met aantekening van wie, en waarover.' }),
    aantekeningen: z
      .array(z.object({ van: z.string(), tekst: z.string() }))
      .meta({ description: 'Wie instemde met een eigen aantekening, als functie of organisatie, en wat erin staat.' }),
    regioburgemeesterBesliste: z
      .string()
      .nullable()
      .meta({ description: 'De grond, als er geen overeenstemming kwam en de regioburgemeester besliste.' }),
    voorwaarden: z.string().nullable().meta({ description: 'De voorwaarden, één per regel.' }),
    standVanVoorwaarden: z
      .array(
        z.object({
          nummer: z
            .number()
            .int()
            .meta({ description: 'De regel van de voorwaarde, vanaf 1.', ...inUnit('regel') }),
          voorwaarde: z.string(),
          stand: z.enum(conditionStates),
          sinds: dayText.nullable(),
          toelichting: z.string().nullable(),
          bewijs: z.string().nullable(),
          vervallenDoor: z.string().nullable(),
          vastgelegdDoor: z.string().nullable(),
        }),
      )
      .meta({
        description: 'Of aan elke voorwaarde is voldaan, sinds wanneer, waar dat uit blijkt en wie dat vastlegde.',
      }),
    gevolgen: z
      .array(
        z.object({
          soort: z.enum(effectKinds),
          onderwerp: z.string(),
          was: z.string(),
          werd: z.string(),
          kenmerk: z.string().nullable(),
        }),
      )
      .meta({ description: 'Wat het besluit veranderde: wat er stond en wat het werd.' }),
    aantalGevolgen: z
      .number()
      .int()
      .meta({ description: 'Hoeveel dingen het besluit veranderde.', ...inUnit('gevolgen') }),
    draaitTerug: z.string().nullable().meta({ description: 'De code van het besluit dat dit besluit terugdraait.' }),
    teruggedraaidDoor: z.string().nullable().meta({ description: 'De code van het besluit dat dit terugdraaide.' }),
    openbaarSinds: dayText.meta({ description: 'De dag waarop het besluit openbaar is gemaakt.' }),
    informatiecategorie: z
      .string()
      .nullable()
      .meta({ description: 'De informatiecategorie van de Woo, zoals de regio de wet leest.' }),
    informatiecategorieTooi: z
      .string()
      .nullable()
      .meta({ description: 'Het adres van die categorie in de waardelijst van TOOI.' }),
  })
  .meta({ description: 'Een openbaar besluit van een gremium.' })

const asItem = (
  decision: Decision,
  conditions: readonly Condition[],
  category: WooCategory | undefined,
): z.infer<typeof item> => ({
  code: decision.code,
  gremium: decision.body,
  gebied: decision.area,
  genomenOp: decision.takenOn,
  titel: decision.title,
  tekst: decision.text,
  grond: decision.ground,
  vaststellers: [...decision.adoptedBy],
  aanwezigen: [...decision.attended],
  aantekening: decision.remarks,
  aantekeningen: decision.notes.map(({ party, words }) => ({ van: party, tekst: words })),
  regioburgemeesterBesliste: decision.knotGround,
  voorwaarden: decision.conditions,
  standVanVoorwaarden: conditions.map(({ seq, words, state, said: [newest] }) => {
    // What was said before the decision or its dropping was turned back says no more how it stands.
    const said = newest?.state === state ? newest : undefined
    return {
      nummer: seq,
      voorwaarde: words,
      stand: state,
      sinds: said?.since ?? null,
      toelichting: said?.sentence ?? null,
      bewijs: said?.evidence ?? null,
      vervallenDoor: said?.droppedBy ?? null,
      vastgelegdDoor: said?.actedAs ?? null,
    }
  }),
  gevolgen: decision.effects.map((effect) => {
    const { was, became } = effectWords(effect)
    return { soort: effect.kind, onderwerp: effect.subject, was, werd: became, kenmerk: effect.hash }
  }),
  aantalGevolgen: decision.effects.length,
  draaitTerug: decision.reverses,
  teruggedraaidDoor: decision.reversedBy,
  openbaarSinds: dayInAmsterdam(new Date(decision.recordedAt)),
  informatiecategorie: category?.label ?? null,
  informatiecategorieTooi: category?.uri ?? null,
})

export const decisionResource = resource({
  name: 'besluiten',
  title: 'Besluiten',
  description: 'De openbare besluiten van de gremia, nieuwste eerst, met wat zij veranderden.',
  use: 'Om te weten wat er besloten is, door wie, en wat dat veranderde.',
  source: 'de besluiten die de secretaris van een gremium vastlegt',
  item,
  filters: {
    gremium: z.string().optional().meta({ description: 'De code van het gremium.' }),
    jaar: z.coerce
      .number()
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .meta({ description: 'Het jaar waarin het besluit is genomen.' }),
  },
  codes: { gremium: async (tx, code) => (await findBody(tx, code)) !== null },
  async list(tx, { gremium, jaar }, slice) {
    const { total, items } = await listDecisions(tx, { body: gremium, year: jaar, isPublic: true }, slice)
    const category = (await wooCategories(tx)).get('besluit')
    const conditions = await conditionsOf(
      tx,
      items.map(({ code }) => code),
    )
    return { total, items: items.map((one) => asItem(one, conditions.get(one.code) ?? [], category)) }
  },
  async find(tx, code) {
    const decision = await findDecision(tx, code)
    if (!decision?.isPublic) return null
    const conditions = (await conditionsOf(tx, [code])).get(code) ?? []
    return asItem(decision, conditions, (await wooCategories(tx)).get('besluit'))
  },
})
