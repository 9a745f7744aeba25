import { z } from 'zod'
import type { Day } from '../../kernel/day'
import { inUnit } from '../../platform/web/column'
import { dayText, resource } from '../../platform/web/resource'
import type { SourceDocument } from './document'
import { documentKindExists, findDocument, listDocuments } from './document.store'

const item = z
  .object({
    code: z.string().meta({ description: 'De bestandsnaam van het document.' }),
    titel: z.string().meta({ description: 'De titel.' }),
    kort: z.string().meta({ description: 'De korte aanduiding.' }),
    soort: z.string().meta({ description: 'Het soort document.' }),
    plan: z.string().nullable().meta({ description: 'De code van het plan dat erin staat.' }),
    bekendOp: dayText.meta({ description: 'De dag waarop het document bekend werd.' }),
    bekendOpGeschat: z.boolean().meta({ description: 'Het document heeft geen datum: 1 januari van het eerste jaar.' }),
    aantalRegels: z
      .number()
      .int()
      .meta({ description: 'Hoeveel regels het document heeft.', ...inUnit('regels') }),
  })
  .meta({ description: 'Een brondocument. De tekst zelf staat hier niet.' })

const asItem = (document: SourceDocument): z.infer<typeof item> => ({
  code: document.code,
  titel: document.title,
  kort: document.short,
  soort: document.kind,
  plan: document.plan,
  bekendOp: document.knownOn,
  bekendOpGeschat: document.knownOnEstimated,
  aantalRegels: document.lineCount,
})

export const documentResource = resource({
  name: 'documenten',
  title: 'Brondocumenten',
  description: 'De documenten waar alles uit komt, met de dag waarop zij bekend werden.',
  use: 'Om bij een bronregel het document en de dag te vinden.',
  item,
  filters: {
    soort: z.string().optional().meta({ description: 'Het soort document.' }),
    bekendOp: dayText.optional().meta({ description: 'Wat op deze dag bekend was; zonder dag vandaag.' }),
  },
  codes: { soort: documentKindExists },
  async list(tx, { soort, bekendOp }, slice, ask) {
    const filter = { kind: soort, knownOn: (bekendOp as Day | undefined) ?? ask.today }
    const { total, items } = await listDocuments(tx, filter, slice)
    return { total, items: items.map(asItem) }
  },
  async find(tx, code) {
    const document = await findDocument(tx, code)
    return document ? asItem(document) : null
  },
})
