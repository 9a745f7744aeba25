import { sql } from 'kysely'
import { owning } from '../../src/platform/db/database'
import { dayFields, newKey, sendForm } from './forms'
import { signInAs } from './people'
import type { Opened } from './region'

/** The id of the post of an example person. */
export async function postOf(region: Opened, person: string): Promise<string> {
  const { rows } = await owning(region.db, (tx) =>
    sql<{ id: string }>`select p.id from identity.posts p join identity.people h on h.id = p.person
      where h.email = ${`${person}@voorbeeld.invalid`} order by p.valid_from limit 1`.execute(tx),
  )
  return rows[0]?.id ?? ''
}

/** Fields of the form that gives a seat to an example person. */
export const seatFields = async (
  region: Opened,
  person: string,
  kind: string,
  more: Record<string, string> = {},
): Promise<Record<string, string>> => ({
  sleutel: newKey('vergadering'),
  soort: kind,
  functie: await postOf(region, person),
  ...dayFields('vanaf', '2026-01-01'),
  ...more,
})

/** Fields of the form that plans a meeting. */
export const planFields = (on: string, more: Record<string, string> = {}): Record<string, string> => ({
  sleutel: newKey('vergadering'),
  begin: '9.30',
  einde: '11.00',
  plaats: 'Stadhuis van Houten',
  stand: 'gepland',
  ...dayFields('op', on),
  ...more,
})

/** The college of West-Utrecht: a mayor as member, the head of the bureau as secretary, an adviser in the motorblok. */
export async function seatCollege(region: Opened, area = 'WU'): Promise<string> {
  const manager = await signInAs(region, 'programmamanager')
  await sendForm(region, '/gremia/DVC/beginnen', { gebied: area, openbaar: 'ja' }, manager)
  for (const [person, kind] of [
    ['burgemeester-houten', 'voorzitter'],
    ['hoofd-bureau', 'secretaris'],
    ['oov-utrecht', 'motorblok'],
  ] as const)
    await sendForm(region, `/gremia/DVC/${area}/zetels`, await seatFields(region, person, kind), manager)
  return `/gremia/DVC/${area}`
}

/** A meeting of that college; gives its address. */
export async function planMeeting(region: Opened, on = '2026-12-08', instance = 'DVC-WU'): Promise<string> {
  const secretary = await signInAs(region, 'hoofd-bureau')
  return sendForm(region, '/vergaderingen/plannen', { overleg: instance, ...planFields(on) }, secretary)
}

/** Fields of the form of an item of an agenda. */
export const itemFields = (title: string, more: Record<string, string> = {}): Record<string, string> => ({
  versie: '0',
  sleutel: newKey('vergadering'),
  titel: title,
  soort: 'advisering',
  asked: 'Adviseer over het voorstel.',
  core: 'Waar het om gaat.',
  ...more,
})

/** Adds a file to an item, as a browser sends it. */
export async function attachTo(
  region: Opened,
  item: string,
  file: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> },
  headers: { cookie: string },
  more: Record<string, string> = {},
): Promise<void> {
  const form = new FormData()
  form.set('bestand', new File([file.content], file.name))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  const address = `http://localhost:3000${item}/bijlagen`
  const answer = await region.fetch(
    new Request(address, { method: 'POST', body: form, headers: { ...headers, 'sec-fetch-site': 'same-origin' } }),
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
  if (answer.status !== 303)
    throw new Error(`${address} answered ${answer.status}: ${(await answer.text()).slice(0, 2000)}`)
}

/** A meeting of which the programme manager keeps the agenda, sent and public, with a closed item and a file. Gives its address. */
export async function holdMeeting(region: Opened): Promise<string> {
  const manager = await signInAs(region, 'programmamanager')
  const college = await seatCollege(region)
  await sendForm(region, `${college}/zetels`, await seatFields(region, 'programmamanager', 'secretaris'), manager)
  const meeting = await planMeeting(region)
  const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
  await sendForm(region, `${meeting}/punten/nieuw`, itemFields('Flexteams in de zomer'), manager)
  await sendForm(region, `${meeting}/punten/nieuw`, itemFields('Een onderzoek', closing), manager)
  await attachTo(region, `${meeting}/punten/1`, { name: 'rooster.pdf', content: 'x' }, manager)
  await sendForm(region, `${meeting}/verzenden`, {}, manager)
  await sendForm(region, `${meeting}/openbaar`, {}, manager)
  return meeting
}
