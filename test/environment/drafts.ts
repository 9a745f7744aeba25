import { randomUUID } from 'node:crypto'
import { sendForm } from './forms'
import { signInAs } from './people'
import type { Opened } from './region'

type Headers = { cookie: string }

/** What the bureau sends to begin a draft; a key of its own each time. */
export const beginFields = (said: Record<string, string> = {}): Record<string, string> => ({
  sleutel: randomUUID(),
  soort: 'actieagenda',
  titel: 'Actieagenda 2027',
  van: '2027',
  tot: '2027',
  strategie: 'S2023',
  begin: 'sjabloon',
  ...said,
})

/** An action as its form sends it. */
export const actionFields = (said: Record<string, string> = {}): Record<string, string> => ({
  sleutel: randomUUID(),
  versie: '0',
  titel: 'Minstens drie csv’s samen aanpakken',
  spoor: 'actie',
  trekker: 'RIEC-MN',
  plaats: '10',
  ...said,
})

/** Writes a paragraph, of a new one with an id of its own. Gives its address. */
export async function writeParagraph(
  region: Opened,
  chapter: string,
  said: Record<string, string>,
  headers: Headers,
  id: string = randomUUID(),
): Promise<string> {
  const form = { sleutel: randomUUID(), versie: '0', plaats: '10', ...said }
  await sendForm(region, `${chapter}/alineas/${id}/wijzigen`, form, headers)
  return `${chapter}/alineas/${id}`
}

/** What a step of a chapter was done with: the value of `gezien` in its form. */
export async function seenIn(region: Opened, page: string, step: string, headers: Headers): Promise<string> {
  const html = await region.text(page, headers)
  const [, form = ''] = html.split(`action="${page}/${step}"`)
  return /name="gezien" value="(\d+)"/.exec(form)?.[1] ?? ''
}

/** Puts a chapter in force as it stands. */
export async function putInForce(region: Opened, chapter: string, headers: Headers): Promise<void> {
  await sendForm(
    region,
    `${chapter}/in-werking`,
    { gezien: await seenIn(region, chapter, 'in-werking', headers) },
    headers,
  )
}

/** A draft of which one chapter is in force, with a paragraph, an action and a remark. Gives the addresses. */
export async function makePlan(region: Opened) {
  const manager = await signInAs(region, 'programmamanager')
  const draft = await sendForm(region, '/conceptplannen/nieuw', beginFields(), manager)
  const chapter = `${draft}/A27-GOC`
  const goal = await writeParagraph(
    region,
    chapter,
    { soort: 'meerjarendoel', tekst: 'De regio is weerbaar.' },
    manager,
  )
  await writeParagraph(
    region,
    chapter,
    { soort: 'terugblik', deel: 'politie', tekst: 'Er liepen drie zaken [A22-022].' },
    manager,
  )
  const action = await sendForm(region, `${chapter}/nieuwe-actie`, actionFields(), manager)
  await sendForm(region, `${chapter}/opmerkingen`, { sleutel: randomUUID(), tekst: 'Is dit genoeg?' }, manager)
  await putInForce(region, chapter, manager)
  return { draft, chapter, goal, action }
}
