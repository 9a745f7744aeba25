/** The kinds of thing the standard has here, as the last part of their address. */
export const collections = [
  'gremia',
  'vergaderingen',
  'agendapunten',
  'informatieobjecten',
  'besluiten',
  'toezeggingen',
] as const
export type Collection = (typeof collections)[number]

/** Where an object is, and how it is called there: the standard's way to refer to a resource. */
export type Reference = { readonly id: string; readonly url: string }

/** The longest text the standard takes at each of its fields that has a limit. */
export const limits = {
  id: 40,
  gremiumidentificatie: 10,
  naam: 100,
  titel: 200,
  auteur: 200,
  versie: 5,
  agendapuntTitel: 100,
  agendapuntKenmerk: 20,
  agendapuntvolgnummer: 3,
  besluitresultaat: 200,
  besluittoelichting: 200,
} as const

/** A text that fits: what is cut off is said by three dots. The whole text stands in a field without a limit. */
export function fitting(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(limit / 2)))
  return `${atWord.toWellFormed().trimEnd()}…`
}

type Given = { readonly [name: string]: unknown }
const idIn = (value: unknown) => (value as Reference | undefined)?.id
const idsIn = (one: Given, single: string, many: string) => [
  idIn(one[single]),
  ...((one[many] as readonly Reference[] | undefined) ?? []).map(idIn),
]

/** Whether an object is among what was asked for, by the names of the standard. */
export const isOf = (one: Given, wanted: Given) =>
  Object.entries(wanted).every(([name, value]) => {
    if (value === undefined) return true
    if (name === 'vergaderingsIdentificatie')
      return idsIn(one, 'vergadering', 'vergaderingen').includes(value as string)
    if (name === 'agendapuntIdentificatie') return idsIn(one, 'agendapunt', 'agendapunten').includes(value as string)
    return one[name === 'vergaderdatum' ? 'geplandeVergaderdatum' : name] === value
  })

/** Whether something public changed on or after a moment; of what has no moment of change that is never known. */
export const isChangedSince = ({ gewijzigdOp }: Given, since: string | undefined) =>
  since === undefined || typeof gewijzigdOp !== 'string' || Date.parse(gewijzigdOp) >= Date.parse(since)

/** Under which meeting an object stands, as its code begins; null of what stands under none. */
export const meetingIn = (id: string) => (id.includes('.') ? id.slice(0, id.indexOf('.')) : null)

/** What each document is called in its address: these never change, whatever its title becomes. */
export const documentIds = {
  note: (item: string) => `${item}.nota`,
  file: (item: string, hash: string) => `${item}.${hash.slice(0, 12)}`,
  list: (meeting: string) => `${meeting}.besluitenlijst`,
  minutes: (meeting: string) => `${meeting}.verslag`,
  agreement: (meeting: string, number: number) => `${meeting}.a${number}`,
}
