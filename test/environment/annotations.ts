import { sql } from 'kysely'
import { owning } from '../../src/platform/db/database'
import { dayFields, hiddenIn, newKey, sendForm } from './forms'
import { itemFields, planFields, seatFields } from './meetings'
import { signInAs } from './people'
import type { Opened } from './region'

/** Somebody with a seat and his adviser, of one organisation, as example people: `zetel-GM0321` and `adviseur-GM0321`. */
export async function seatWithAdviser(
  region: Opened,
  organisation: string,
  instance: string,
  until: string | null = null,
): Promise<void> {
  await owning(region.db, async (tx) => {
    const add = async (person: string, title: string, role: string) => {
      const { rows } = await sql<{ id: string }>`
        with h as (insert into identity.people (name, email, is_example)
          values (${person}, ${`${person}-${organisation.toLowerCase()}@voorbeeld.invalid`}, true) returning id)
        insert into identity.posts (person, organisation, title, role, valid_from, valid_to)
        select h.id, ${organisation}, ${title}, ${role}, '2023-01-01', ${until} from h returning id`.execute(tx)
      return rows[0]?.id
    }
    await add('adviseur', 'Adviseur openbare orde en veiligheid', 'adviseur')
    const post = await add('zetel', 'Burgemeester', 'bestuurder')
    await sql`insert into meetings.seats (instance, kind, organisation, title, post, valid_from, at, acted_as, form_key)
      values (${instance}, 'lid', ${organisation}, 'Burgemeester', ${post}, '2026-01-01', platform.moment(), 'x', ${newKey('zetel')})`.execute(
      tx,
    )
  })
}

export const inSeat = (region: Opened, organisation: string) => signInAs(region, `zetel-${organisation.toLowerCase()}`)
export const adviserOf = (region: Opened, organisation: string) =>
  signInAs(region, `adviseur-${organisation.toLowerCase()}`)

/** A regional college with a secretary and a meeting on a day, with two open items and a closed one that were sent. */
export async function sendCollege(region: Opened, on = '2026-12-04'): Promise<string> {
  const manager = await signInAs(region, 'programmamanager')
  const secretary = await signInAs(region, 'hoofd-bureau')
  await sendForm(region, '/gremia/RVC/beginnen', { gebied: 'MNL', openbaar: 'ja' }, manager)
  await sendForm(region, '/gremia/RVC/MNL/zetels', await seatFields(region, 'hoofd-bureau', 'secretaris'), manager)
  const meeting = await sendForm(region, '/vergaderingen/plannen', { overleg: 'RVC-MNL', ...planFields(on) }, secretary)
  const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }
  const add = (title: string, more: Record<string, string> = {}) =>
    sendForm(region, `${meeting}/punten/nieuw`, itemFields(title, more), secretary)
  await add('Weerbare gemeenten', { 'gaat-over': 'P23-GOC' })
  await add('Stand van de uitvoering', { 'gaat-over': 'P23-DV, UP2023' })
  await add('Onderzoek Kraanvogel', closing)
  await sendForm(region, `${meeting}/verzenden`, {}, secretary)
  return meeting
}

/** The fields of the form of an annotation as it stands open. */
export async function annotationFields(
  region: Opened,
  item: string,
  headers: { cookie: string },
  more: Record<string, string>,
): Promise<Record<string, string>> {
  const page = await region.text(`${item}/annotatie`, headers)
  const hidden = Object.fromEntries(['versie', 'sleutel', 'voor', 'basis'].map((name) => [name, hiddenIn(page, name)]))
  return { ...hidden, ...more }
}

/** Writes an annotation as the adviser; finished when `stand` says so. */
export const annotate = async (
  region: Opened,
  item: string,
  headers: { cookie: string },
  body: string,
  stand: 'klaar' | 'concept' = 'klaar',
): Promise<string> =>
  sendForm(region, `${item}/annotatie`, await annotationFields(region, item, headers, { tekst: body, stand }), headers)
