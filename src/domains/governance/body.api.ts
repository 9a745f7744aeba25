import { z } from 'zod'
import { inUnit } from '../../platform/web/column'
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
    code: z.string().meta({ description: 'De code van het gremium.' }),
    naam: z.string().meta({ description: 'De naam.' }),
    niveau: z.enum(bodyLevels).meta({ description: 'Het niveau.' }),
    soort: z.string().meta({ description: 'Het soort gremium, zoals driehoek of college.' }),
    wettelijkeGrond: z.string().nullable().meta({ description: 'De wet en het artikel, als er een is.' }),
    leden: z.array(z.string()).meta({ description: 'Wie er zitten, als functie.' }),
    doel: z.string().nullable().meta({ description: 'Waarvoor het er is.' }),
    keerPerJaarMin: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Hoe vaak het ten minste bijeenkomt.', ...inUnit('keer per jaar') }),
    keerPerJaarMax: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Hoe vaak het ten hoogste bijeenkomt.', ...inUnit('keer per jaar') }),
    frequentie: z.string().nullable().meta({ description: 'Hoe vaak het bijeenkomt, in woorden.' }),
    aantal: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Hoeveel er van zijn; leeg als geen bron het zegt.', ...inUnit('gremia') }),
    voorzitter: z.string().nullable().meta({ description: 'Wie voorzit, als functie.' }),
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
    noot: z.string().nullable().meta({ description: 'Wat een lezer nog moet weten.' }),
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
  use: 'Om te weten wie waarover beslist.',
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
    code: z.string().meta({ description: 'De code van het onderwerp.' }),
    niveau: z.enum(bodyLevels).meta({ description: 'Het niveau waar het thuishoort.' }),
    stroom: z.enum(topicStreams).meta({ description: 'Aanpak van onveiligheid, of sturing van de politie.' }),
    volgnummer: z
      .number()
      .int()
      .meta({ description: 'De plaats in de bron.', ...inUnit('volgnummer') }),
    onderwerp: z.string().meta({ description: 'Het onderwerp.' }),
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
  use: 'Om te weten op welk niveau een onderwerp thuishoort.',
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
