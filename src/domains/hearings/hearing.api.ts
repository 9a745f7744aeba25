import { z } from 'zod'
import type { Reader } from '../../platform/db/database'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import { views } from './hearing'
import { hearingAddress, notaAddress } from './hearing.parts'
import { findHearingRow, hearingExists, listHearingRows, listViewRows } from './public-view.store'

const caution = async (tx: Reader) =>
  (await listHearingRows(tx)).items.some(({ isExample }) => isExample)
    ? 'Er staan verzonnen rondes tussen: die met voorbeeld waar.'
    : null

const hearingItem = z
  .object({
    code: z.string().meta({ description: 'De code van de ronde.' }),
    strategie: z.string().nullable().meta({ description: 'De code van de strategie die is voorgelegd.' }),
    plan: z.string().nullable().meta({ description: 'De code van het plan dat is voorgelegd.' }),
    tekst: z.string().meta({ description: 'Hoe de voorgelegde tekst heet.' }),
    tekstVan: dayText.meta({ description: 'De dag van de voorgelegde tekst.' }),
    begonnenOp: dayText.meta({ description: 'De dag waarop de ronde begon.' }),
    termijnTotEnMet: dayText.meta({ description: 'De laatste dag van de termijn.' }),
    geslotenOp: dayText.nullable().meta({ description: 'De dag waarop de ronde is gesloten.' }),
    notaVersies: z
      .number()
      .int()
      .meta({ description: 'Hoeveel versies van de nota van beantwoording zijn vrijgegeven.', ...inUnit('versies') }),
    adres: z.string().meta({ description: 'Het pad van de pagina van de ronde.' }),
    nota: z.string().nullable().meta({ description: 'Het pad van de nota van beantwoording, als die er is.' }),
    voorbeeld: z.boolean().meta({ description: 'Of de ronde verzonnen is.' }),
  })
  .meta({ description: 'Een ronde waarin een ontwerp aan de gemeenteraden is voorgelegd.' })

type HearingRow = Awaited<ReturnType<typeof listHearingRows>>['items'][number]
const asHearing = (row: HearingRow): z.infer<typeof hearingItem> => ({
  code: row.code,
  strategie: row.strategy,
  plan: row.plan,
  tekst: row.textName,
  tekstVan: row.textOn,
  begonnenOp: row.openedOn,
  termijnTotEnMet: row.termEndsOn,
  geslotenOp: row.closedOn,
  notaVersies: row.notas,
  adres: hearingAddress(row.code),
  nota: row.notas > 0 ? notaAddress(row.code) : null,
  voorbeeld: row.isExample,
})

export const hearingResource = resource({
  name: 'zienswijzerondes',
  title: 'Rondes zienswijzen',
  description: 'De rondes waarin het ontwerp van een strategie of plan aan de gemeenteraden is voorgelegd.',
  use: 'Om te zien welke tekst wanneer aan de raden is voorgelegd, en waar de nota van beantwoording staat.',
  source: 'Ingevuld door het bureau dat de ronde houdt.',
  caution,
  item: hearingItem,
  filters: {},
  async list(tx, _, slice) {
    const { total, items } = await listHearingRows(tx, slice)
    return { total, items: items.map(asHearing) }
  },
  async find(tx, code) {
    const row = await findHearingRow(tx, code)
    return row && asHearing(row)
  },
})

const viewItem = z
  .object({
    code: z.string().meta({ description: 'De code van de ronde en van de gemeente.' }),
    ronde: z.string().meta({ description: 'De code van de ronde.' }),
    gemeente: z.string().meta({ description: 'De CBS-code van de gemeente.' }),
    naam: z.string().meta({ description: 'De naam van de gemeente.' }),
    verzondenOp: dayText.nullable().meta({ description: 'De dag van verzenden; leeg: onbekend.' }),
    opAgendaOp: dayText.nullable().meta({ description: 'De vergadering waarvoor het op de agenda stond.' }),
    gehoordOp: dayText.meta({ description: 'De dag waarop de raad in het openbaar is gehoord.' }),
    zienswijze: z
      .enum(views)
      .nullable()
      .meta({ description: 'Wat de raad vond; leeg: onbekend, en dat is iets anders dan geen.' }),
    stuk: z.string().nullable().meta({ description: 'Het webadres van het stuk van de raad.' }),
    voorbeeld: z.boolean().meta({ description: 'Of de ronde verzonnen is.' }),
  })
  .meta({ description: 'Wat een gemeenteraad in een openbare vergadering van een ontwerp vond.' })

export const viewResource = resource({
  name: 'zienswijzen',
  title: 'Zienswijzen van gemeenteraden',
  description: 'Wat gemeenteraden in een openbare vergadering vonden van het ontwerp van een strategie of plan.',
  use: 'Om te zien welke raden zijn gehoord en wat zij vonden. Een raad die ontbreekt, is nog niet in het openbaar gehoord.',
  source: 'Ingevuld door de adviseur van de gemeente of door het bureau.',
  caution,
  item: viewItem,
  filters: { ronde: z.string().optional().meta({ description: 'De code van een ronde.' }) },
  codes: { ronde: hearingExists },
  async list(tx, { ronde }, slice) {
    const { total, items } = await listViewRows(tx, ronde, slice)
    return {
      total,
      items: items.map(
        (row): z.infer<typeof viewItem> => ({
          code: `${row.hearing}-${row.party}`,
          ronde: row.hearing,
          gemeente: row.party,
          naam: row.name,
          verzondenOp: row.sentOn,
          opAgendaOp: row.onAgendaOn,
          gehoordOp: row.heardOn,
          zienswijze: row.view,
          stuk: row.paper,
          voorbeeld: row.isExample,
        }),
      ),
    }
  },
})
