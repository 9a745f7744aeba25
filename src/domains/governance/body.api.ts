import { z } from 'zod'
import { dayText, resource } from '../../platform/web/resource'
import { sourceFields, sourceValues } from '../../platform/web/source-field'
import { type Body, bodyLevels, bodyPowers, type Topic, topicStreams } from './body'
import { bodyKindExists, findBody, findTopic, listBodies, listTopics } from './body.store'

const validFrom = dayText
  .nullable()
  .meta({ description: 'De eerste dag; bij een gremium het jaar waarin een bron het voor het eerst noemt.' })
const validTo = dayText.nullable().meta({ description: 'De eerste dag dat dit niet meer geldt.' })
const validOn = dayText.optional().meta({ description: 'De dag waarop u kijkt; zonder dag vandaag.' })

const bodyItem = z
  .object({
    code: z.string(),
    naam: z.string(),
    niveau: z.enum(bodyLevels),
    soort: z.string(),
    wettelijkeGrond: z.string().nullable(),
    leden: z.array(z.string()).meta({ description: 'Wie er zitten, als functie.' }),
    doel: z.string().nullable(),
    keerPerJaarMin: z.number().int().nullable(),
    keerPerJaarMax: z.number().int().nullable(),
    frequentie: z.string().nullable(),
    aantal: z.number().int().nullable().meta({ description: 'Hoeveel er van zijn; leeg als geen bron het zegt.' }),
    voorzitter: z.string().nullable(),
    bevoegdheden: z
      .array(
        z.object({
          code: z.string(),
          bevoegdheid: z.enum(bodyPowers),
          van: dayText.nullable(),
          tot: dayText.nullable(),
          uitleg: z.string().nullable(),
        }),
      )
      .meta({ description: 'Wat het gremium mag en mocht, in volgorde van tijd.' }),
    geldigVan: validFrom,
    geldigTot: validTo,
    noot: z.string().nullable(),
    ...sourceFields,
  })
  .meta({ description: 'Een gremium: een overleg of college waarin de partners sturen.' })

const asBodyItem = (body: Body): z.infer<typeof bodyItem> => ({
  code: body.code,
  naam: body.name,
  niveau: body.level,
  soort: body.kind,
  wettelijkeGrond: body.legalBase,
  leden: [...body.members],
  doel: body.purpose,
  keerPerJaarMin: body.timesAYear.min,
  keerPerJaarMax: body.timesAYear.max,
  frequentie: body.frequency,
  aantal: body.instances,
  voorzitter: body.chair,
  bevoegdheden: body.powers.map(({ code, power, validity, explanation }) => ({
    code,
    bevoegdheid: power,
    van: validity.from,
    tot: validity.until,
    uitleg: explanation,
  })),
  geldigVan: body.validity.from,
  geldigTot: body.validity.until,
  noot: body.note,
  ...sourceValues(body.sources),
})

export const bodyResource = resource({
  name: 'gremia',
  title: 'Gremia',
  description: 'De overleggen en colleges van basisteam tot land, met wat zij mogen en sinds wanneer.',
  item: bodyItem,
  filters: {
    niveau: z.enum(bodyLevels).optional().meta({ description: 'Het niveau.' }),
    soort: z.string().optional().meta({ description: 'Het soort gremium, zoals driehoek of college.' }),
    geldigOp: validOn,
  },
  codes: { soort: bodyKindExists },
  async list(tx, { niveau, soort, geldigOp }, slice, ask) {
    const on = (geldigOp as typeof ask.today | undefined) ?? ask.today
    const { total, items } = await listBodies(tx, { validOn: on, level: niveau, kind: soort }, slice)
    return { total, items: items.map(asBodyItem) }
  },
  async find(tx, code) {
    const body = await findBody(tx, code)
    return body && asBodyItem(body)
  },
})

const topicItem = z
  .object({
    code: z.string(),
    niveau: z.enum(bodyLevels),
    stroom: z.enum(topicStreams),
    volgnummer: z.number().int(),
    onderwerp: z.string(),
    geldigVan: validFrom,
    geldigTot: validTo,
    ...sourceFields,
  })
  .meta({ description: 'Een onderwerp en het niveau waar het thuishoort: een leidraad.' })

const asTopicItem = (topic: Topic): z.infer<typeof topicItem> => ({
  code: topic.code,
  niveau: topic.level,
  stroom: topic.stream,
  volgnummer: topic.seq,
  onderwerp: topic.topic,
  geldigVan: topic.validity.from,
  geldigTot: topic.validity.until,
  ...sourceValues(topic.sources),
})

export const topicResource = resource({
  name: 'gremium-onderwerpen',
  title: 'Onderwerpen per niveau',
  description: 'Welk onderwerp op welk niveau thuishoort, met de tijd dat dat gold.',
  item: topicItem,
  filters: {
    niveau: z.enum(bodyLevels).optional().meta({ description: 'Het niveau.' }),
    stroom: z
      .enum(topicStreams)
      .optional()
      .meta({ description: 'Aanpak van onveiligheid, of sturing van de politie.' }),
    geldigOp: validOn,
  },
  async list(tx, { niveau, stroom, geldigOp }, slice, ask) {
    const on = (geldigOp as typeof ask.today | undefined) ?? ask.today
    const { total, items } = await listTopics(tx, { validOn: on, level: niveau, stream: stroom }, slice)
    return { total, items: items.map(asTopicItem) }
  },
  async find(tx, code) {
    const topic = await findTopic(tx, code)
    return topic && asTopicItem(topic)
  },
})
