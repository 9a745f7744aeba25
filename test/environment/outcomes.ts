import { dayFields, newKey, sendForm } from './forms'
import { itemFields, planMeeting } from './meetings'
import { signInAs } from './people'
import type { Opened } from './region'

type Headers = { cookie: string }
const closing = { besloten: 'ja', grond: 'woo-5.1-2-c', ...dayFields('besloten-tot', '2027-12-01') }

/** Puts items on the agenda of a meeting and sends it; the titles of closed ones begin with "Besloten". */
export async function sendItems(
  region: Opened,
  at: string,
  titles: readonly string[],
  headers: Headers,
): Promise<void> {
  for (const title of titles)
    await sendForm(
      region,
      `${at}/punten/nieuw`,
      itemFields(title, title.startsWith('Besloten') ? closing : {}),
      headers,
    )
  await sendForm(region, `${at}/verzenden`, {}, headers)
}

/** Writes down of an item how it ended, what was agreed and the minutes. */
export async function endItem(
  region: Opened,
  at: string,
  label: string,
  words: string,
  headers: Headers,
): Promise<void> {
  await sendForm(
    region,
    `${at}/verloop/${label}`,
    { versie: '0', uitkomst: 'geadviseerd', [`zin-${label}`]: words },
    headers,
  )
  await sendForm(
    region,
    `${at}/verloop/${label}/afspraken`,
    {
      sleutel: newKey('afspraak'),
      [`soort-${label}`]: 'afspraak',
      [`afspraak-${label}`]: `${words}: uitzoeken`,
      [`trekker-${label}`]: 'RVS|Hoofd',
      ...dayFields(`klaar-${label}`, '2026-12-01'),
    },
    headers,
  )
  await sendForm(
    region,
    `${at}/verloop/${label}/verslag`,
    { versie: '0', [`verslag-${label}`]: `${words} is besproken.` },
    headers,
  )
}

/**
 * After `holdMeeting`: a meeting of that college of which the list and the minutes are public, and one that goes on today. Gives their
 * addresses.
 */
export async function holdOutcomes(region: Opened): Promise<{ finished: string; course: string }> {
  const manager = await signInAs(region, 'programmamanager')
  const finished = await planMeeting(region, '2026-11-10')
  const today = await planMeeting(region, '2026-11-24')
  await sendItems(region, finished, ['Cameratoezicht', 'Besloten zaak'], manager)
  await sendForm(region, `${finished}/openbaar`, {}, manager)
  await endItem(region, finished, '1', 'Het toezicht', manager)
  await endItem(region, finished, 'b1', 'De zaak', manager)
  for (const deed of ['besluitenlijst/vaststellen', 'besluitenlijst/openbaar'])
    await sendForm(region, `${finished}/${deed}`, {}, manager)
  await sendForm(region, `${finished}/verslag/goedkeuren`, { vergadering: today.split('/').at(-1) ?? '' }, manager)
  await sendForm(region, `${finished}/verslag/openbaar`, {}, manager)
  await sendItems(region, today, ['Huisvesting', 'Besloten zaak'], manager)
  return { finished, course: `${today}/verloop` }
}
