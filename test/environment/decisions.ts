import { randomUUID } from 'node:crypto'
import { signInAs } from './people'
import type { Opened } from './region'

/** What stands in the form of a decision of the college of Midden-Nederland, without effects. */
const decisionForm = {
  gremium: 'RVC',
  'genomen-dag': '20',
  'genomen-maand': '11',
  'genomen-jaar': '2026',
  titel: 'Een besluit',
  tekst: 'Het college besluit.\n\nEn het licht dat toe.',
  grond: 'Politiewet 2012 art. 39',
  vaststellers: 'burgemeesters\nhoofdofficier van justitie',
  aanwezigen: 'politiechef',
  zichtbaar: 'openbaar',
}

/** Sends the form of a decision as the programme manager of the bureau. */
export async function sendDecision(
  region: Opened,
  form: Record<string, string>,
  headers?: { cookie: string },
): Promise<Response> {
  return region.post(
    '/besluiten/nieuw',
    { ...decisionForm, sleutel: randomUUID(), ...form },
    headers ?? (await signInAs(region, 'programmamanager')),
  )
}

/** Records a decision. Gives its code. */
export async function recordDecision(
  region: Opened,
  form: Record<string, string>,
  headers?: { cookie: string },
): Promise<string> {
  const answer = await sendDecision(region, form, headers)
  const code = /^\/besluiten\/([BV]-\d{4}-\d{3})\?bewaard=ja$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!code) throw new Error(`recording a decision answered ${answer.status}`)
  return code
}
