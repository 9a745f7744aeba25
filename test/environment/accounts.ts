import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { owning } from '../../src/platform/db/database'
import { hiddenIn } from './forms'
import { signInAs } from './people'
import type { Opened } from './region'

/** Adds an example person with one post, so that somebody can sign in as him. */
export async function addExamplePerson(
  region: Opened,
  { name, organisation, title, role }: { name: string; organisation: string; title: string; role: string },
): Promise<void> {
  await owning(region.db, (tx) =>
    sql`with person as (
          insert into identity.people (name, email, is_example)
          values (${name}, ${`${name}@voorbeeld.invalid`}, true) returning id)
        insert into identity.posts (person, organisation, title, role, valid_from)
        select id, ${organisation}, ${title}, ${role}, '2023-01-01' from person`.execute(tx),
  )
}

/** Somebody of the bureau beside the programme manager: who wrote last does not release. */
export const addBureauAdviser = (region: Opened): Promise<void> =>
  addExamplePerson(region, { name: 'adviseur-bureau', organisation: 'RVS', title: 'Adviseur', role: 'adviseur' })

/** Begins an account as the programme manager. Gives its address. */
export async function beginAccount(region: Opened, fields: Record<string, string> = {}): Promise<string> {
  const answer = await region.post(
    '/verantwoordingsstukken/nieuw',
    { soort: 'jaarverslag', jaar: '2025', titel: 'Jaarverslag 2025', bureau: 'RVS', ...fields },
    await signInAs(region, 'programmamanager'),
  )
  if (answer.status !== 303) throw new Error(`beginning an account answered ${answer.status}`)
  return answer.headers.get('location') ?? ''
}

type Fields = { titel: string; tekst: string; deel: string; soort?: string } & Record<string, string>

/** Writes a block as a person may; a new one when no `blok` is given. */
export async function writeBlock(region: Opened, address: string, person: string, fields: Fields): Promise<Response> {
  const given = { blok: randomUUID(), soort: 'tekst', versie: '0', plaats: '10', ...fields }
  return region.post(`${address}/blok`, given, await signInAs(region, person))
}

const shown = (page: string, action: string, field: string, value?: string) => {
  const forms = page.split('<form').filter((form) => form.includes(`action="${action}"`))
  const form = forms.find((one) => value === undefined || one.includes(`value="${value}"`)) ?? ''
  return hiddenIn(form, field)
}

/** Clears a part as a person may, as the page shows it to him. */
export async function clearPart(region: Opened, address: string, person: string, part: string): Promise<Response> {
  const headers = await signInAs(region, person)
  const gezien = shown(await region.text(address, headers), `${address}/vrijgeven`, 'gezien', part)
  return region.post(`${address}/vrijgeven`, { deel: part, gezien }, headers)
}

/** Releases an account as a person may, as the page shows it to him. */
export async function releaseAccount(region: Opened, address: string, person: string): Promise<Response> {
  const headers = await signInAs(region, person)
  const gezien = shown(await region.text(address, headers), `${address}/uitbrengen`, 'gezien')
  return region.post(`${address}/uitbrengen`, { gezien, akkoord: 'ja' }, headers)
}

/** One account of the police's part, released. Gives its address. */
export async function releaseOne(region: Opened): Promise<string> {
  const address = await beginAccount(region)
  await writeBlock(region, address, 'analist-politie', {
    titel: 'Wat de politie deed',
    tekst: 'Wij deden ons werk.',
    deel: 'politie',
  })
  await clearPart(region, address, 'analist-politie', 'politie')
  const answer = await releaseAccount(region, address, 'programmamanager')
  if (answer.status !== 303) throw new Error(`releasing an account answered ${answer.status}`)
  return address
}

/** A draft with a page per municipality, cleared, that every municipality sees first. Gives its address. */
export async function openWindow(region: Opened): Promise<string> {
  const address = await beginAccount(region, { titel: 'Eerst voor gemeenten' })
  const tekst = 'Er waren {misdrijf:gebied/0.0.0/2025-01..2025-12}.'
  await writeBlock(region, address, 'analist-politie', { titel: 'Overal', tekst, deel: 'politie', waar: 'gebieden' })
  await clearPart(region, address, 'analist-politie', 'politie')
  const until = { 'tot-dag': '31', 'tot-maand': '12', 'tot-jaar': '2099' }
  const answer = await region.post(`${address}/inzage`, until, await signInAs(region, 'programmamanager'))
  if (answer.status !== 303) throw new Error(`opening a window answered ${answer.status}`)
  return address
}

/** Announces on the release calendar that something will be published. */
export async function announce(region: Opened): Promise<void> {
  const form = { soort: 'anders', titel: 'Cijfers over een jaar', over: '2026', bureau: 'RVS', tijd: '10.00' }
  const day = { 'dag-dag': '1', 'dag-maand': '3', 'dag-jaar': '2099' }
  const headers = await signInAs(region, 'programmamanager')
  const answer = await region.post('/publicatiekalender/nieuw', { ...form, ...day }, headers)
  if (answer.status !== 303) throw new Error(`announcing answered ${answer.status}`)
}
