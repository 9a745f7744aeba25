import { dayFields, hiddenIn, newKey, sendForm } from './forms'
import { signInAs } from './people'
import type { Opened } from './region'

type Headers = { cookie: string }

/** What the bureau sends to open a hearing, with partners; a key of its own each time. */
export const openingFields = (subject: string, partners: readonly string[] = []): (readonly [string, string])[] => {
  const fields = {
    sleutel: newKey('hoorronde'),
    onderwerp: subject,
    tekst: 'Ontwerp, versie 2',
    ...dayFields('tekst-van', '2026-11-01'),
    ...dayFields('termijn', '2026-12-08'),
  }
  return [...Object.entries(fields), ...partners.map((code) => ['partner', code] as const)]
}

/** A hearing in which one council brings up a point that was answered, with its nota released; another speaks later. */
export async function holdHearing(region: Opened, subject = 'strategie S2023'): Promise<string> {
  const manager = await signInAs(region, 'programmamanager')
  const hearing = await sendForm(region, '/zienswijzen/openen', openingFields(subject, ['RIEC-MN']), manager)
  const said = {
    versie: '0',
    zienswijze: 'wensen',
    'punt-1': 'Noem ook het buitengebied.',
    ...dayFields('gehoord', '2026-11-20'),
  }
  await sendForm(region, `${hearing}/GM0339/invullen`, said, await signInAs(region, 'oov-renswoude'))
  await answerPoint(region, `${hearing}/GM0339/punten/1`, await signInAs(region, 'hoofd-bureau'))
  await releaseNota(region, hearing, 'programmamanager')
  const later = { versie: '0', zienswijze: 'geen', ...dayFields('gehoord', '2026-11-23') }
  await sendForm(region, `${hearing}/GM0344/invullen`, later, manager)
  return hearing
}

/** Answers a point as the bureau: without a change of the text, or with what is given. */
export async function answerPoint(
  region: Opened,
  path: string,
  headers: Headers,
  reply: Record<string, string> = { antwoord: 'Dank u wel.', gevolg: 'geen wijziging' },
): Promise<void> {
  const page = await region.text(path, headers)
  const seen = { versie: hiddenIn(page, 'versie'), regel: hiddenIn(page, 'regel') }
  await sendForm(region, path, { ...seen, ...reply }, headers)
}

/** Releases the nota as somebody of the bureau, with what the page shows. Gives the answer. */
export async function releaseNota(region: Opened, hearing: string, person = 'hoofd-bureau'): Promise<Response> {
  const headers = await signInAs(region, person)
  const page = await region.text(`${hearing}/nota/vrijgeven`, headers)
  const seen = hiddenIn(page, 'gezien')
  return region.post(`${hearing}/nota/vrijgeven`, { gezien: seen, akkoord: 'ja' }, headers)
}
