import { dayFields, newKey, sendForm } from './forms'
import { signInAs } from './people'
import type { Opened } from './region'

/** The version of the form that stands, as the page sends it. */
const seenIn = (page: string) => /name="versie" value="(\d+)"/.exec(page)?.[1] ?? ''

export type Sent = Record<string, string>

/** The fields of an own version of an action, decided; a key of its own each time. */
export const variantFields = (given: Sent = {}): Sent => ({
  versie: '0',
  sleutel: newKey('variant'),
  keuze: 'eigen',
  tekst: 'Lokale prioriteiten van Renswoude blijven steunen met eigen hulpmiddelen',
  trekker: 'Adviseur veiligheid',
  doel: '',
  waar: '',
  reden: '',
  ...dayFields('besloten', '2026-11-20'),
  ...given,
})

/** Renswoude has its own version of a regional action; everybody may read it. */
export async function keepVariant(region: Opened): Promise<string> {
  const path = '/acties/S23-007/varianten/GM0339'
  const adviser = await signInAs(region, 'oov-renswoude')
  const versie = seenIn(await region.text(`${path}/invullen`, adviser))
  await sendForm(region, `${path}/invullen`, variantFields({ versie }), adviser)
  return path
}

/** The fields of a plan of Renswoude that its council adopted, with one priority that a regional one answers and one that none does. */
export const planFields = (given: Sent = {}): (readonly [string, string])[] =>
  Object.entries({
    versie: '0',
    sleutel: newKey('plan'),
    gebied: 'GM0339',
    titel: 'Integraal veiligheidsplan Renswoude',
    van: '2024',
    tot: '2027',
    ...dayFields('vastgesteld', '2024-02-06'),
    adres: 'https://voorbeeld.invalid/ivp.pdf',
    'prioriteit-1': 'Ondermijning in het buitengebied',
    'regionaal-1': 'P23-GOC',
    'actie-1': 'S23-022',
    'prioriteit-2': 'Verkeer in de dorpskern',
    'regionaal-2': 'geen',
    'actie-2': '',
    'prioriteit-3': '',
    ...given,
  })

/** Renswoude filled in its safety plan. Gives its address. */
export async function keepLocalPlan(region: Opened): Promise<string> {
  const kept = await sendForm(
    region,
    '/veiligheidsplannen/nieuw',
    planFields(),
    await signInAs(region, 'oov-renswoude'),
  )
  return kept.split('?')[0] ?? ''
}
