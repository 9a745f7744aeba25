import { z } from 'zod'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { problem } from '../../platform/web/problem'
import { apiJson, dayText, readQuery } from '../../platform/web/resource'
import { readFacts } from './facts.verbs'
import { type Collection, collections, isChangedSince, isOf, meetingIn } from './ori'
import { type Shape, shapeOf } from './shape'

export const oriRoot = '/api/ori/v1'
/** The version of Open Raadsinformatie that the answers are shaped after. */
export const standard = {
  naam: 'Open Raads-, Staten- en Bestuursinformatie',
  versie: '2.0.0-beta.3',
  url: 'https://github.com/VNG-Realisatie/ODS-Open-Raadsinformatie',
}

const byMeeting = z.string().optional().meta({ description: 'Wat bij deze vergadering hoort.' })
const byItem = z.string().optional().meta({ description: 'Wat bij dit agendapunt hoort.' })
const since = {
  gewijzigdSinds: z.iso.datetime({ offset: true }).optional().meta({
    description: 'Wat veranderde op of na dit moment. Wat geen moment van wijziging heeft, staat er altijd in.',
  }),
}

/** What each list can be asked for, by the names of the standard. */
export const filters: Readonly<Record<Collection, z.ZodRawShape>> = {
  gremia: {},
  vergaderingen: {
    vergaderdatum: dayText.optional().meta({ description: 'De dag, gepland of gehouden.' }),
    status: z.enum(['gepland', 'gehouden', 'geannuleerd']).optional().meta({ description: 'Hoe het ermee staat.' }),
    ...since,
  },
  agendapunten: { vergaderingsIdentificatie: byMeeting, ...since },
  informatieobjecten: { vergaderingsIdentificatie: byMeeting, agendapuntIdentificatie: byItem, ...since },
  besluiten: { vergaderingsIdentificatie: byMeeting, agendapuntIdentificatie: byItem, ...since },
  toezeggingen: { vergaderingsIdentificatie: byMeeting, agendapuntIdentificatie: byItem, ...since },
}

export const paging = {
  page: z.coerce.number().int().min(1).default(1).meta({ description: 'De bladzijde, vanaf 1.' }),
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: 'Het aantal objecten op een bladzijde, ten hoogste 500.' }),
}

const placeOf = ({ installation: { baseUrl }, today }: Ask) => ({
  site: baseUrl,
  root: `${baseUrl}${oriRoot}`,
  today,
  dayWords: day,
})
const factsOf = (ask: Ask, meeting: string | null) => ask.readAsEverybody((tx) => readFacts(tx, meeting))
/** What is public, the same for whoever asks. `only`: of the meeting with this code. */
const publicShape = async (ask: Ask, only: string | null): Promise<Shape> =>
  shapeOf(await factsOf(ask, only), placeOf(ask), only)

/** What takes no parameters. */
const plain = (make: (ask: Ask) => Promise<Response>) => async (ask: Ask) => {
  const read = readQuery(ask, {})
  return 'refused' in read ? read.refused : make(ask)
}

type Typed = { page: number; pageSize: number; gewijzigdSinds?: string; [name: string]: unknown }

/** One page of a collection, as the standard pages: the objects, and the addresses of the pages beside this one. */
export const listOf = (collection: Collection) => async (ask: Ask) => {
  const read = readQuery(ask, { ...filters[collection], ...paging })
  if ('refused' in read) return read.refused
  const { page, pageSize, gewijzigdSinds, ...wanted } = read.values as Typed
  const item = wanted.agendapuntIdentificatie
  const meeting = typeof item === 'string' ? meetingIn(item) : wanted.vergaderingsIdentificatie
  const shape = await publicShape(ask, typeof meeting === 'string' ? meeting : null)
  const found = shape[collection].filter((one) => isOf(one, wanted) && isChangedSince(one, gewijzigdSinds))
  const at = (to: number) => {
    const query = new URLSearchParams(ask.query)
    query.set('page', String(to))
    return `${ask.installation.baseUrl}${oriRoot}/${collection}?${query}`
  }
  return apiJson(ask, {
    next: page * pageSize < found.length ? at(page + 1) : null,
    previous: page > 1 ? at(page - 1) : null,
    results: found.slice((page - 1) * pageSize, page * pageSize),
  })
}

/** One object. */
export const objectOf = (collection: Collection) =>
  plain(async (ask) => {
    const id = ask.params.id ?? ''
    const facts = await factsOf(ask, collection === 'vergaderingen' ? id : (meetingIn(id) ?? ''))
    // A decision says itself at which meeting it was taken; then the agenda of that one is read too.
    const takenAt = facts.decisions.find(({ code }) => code === id)?.takenAt?.meeting
    const shape = shapeOf(takenAt ? await factsOf(ask, takenAt) : facts, placeOf(ask))
    const one = shape[collection].find((object) => object.id === id)
    return one ? apiJson(ask, one) : problem(404, 'Niet gevonden', 'Dit staat niet in de openbare gegevens.', ask)
  })

const wholeOf = (ask: Ask, shape: Shape) => ({
  standaard: standard,
  organisatie: ask.region.coalition,
  beschrijving: `${ask.installation.baseUrl}${oriRoot}/openapi.json`,
  ...shape,
})

/** Everything in one file. */
export const wholeFile = plain(async (ask) => apiJson(ask, wholeOf(ask, await publicShape(ask, null))))

/** One meeting in one file: its body, agenda, documents and registers. */
export const meetingFile = plain(async (ask) => {
  const shape = await publicShape(ask, ask.params.code ?? '')
  return shape.vergaderingen.length === 0 ? ask.notFound() : apiJson(ask, wholeOf(ask, shape))
})

/** Where everything is. */
export const rootFile = plain(async (ask) => {
  const at = (name: string) => `${ask.installation.baseUrl}${oriRoot}/${name}`
  return apiJson(ask, {
    standaard: standard,
    organisatie: ask.region.coalition,
    beschrijving: at('openapi.json'),
    allesInEen: at('alles.json'),
    ...Object.fromEntries(collections.map((name) => [name, at(name)])),
  })
})
