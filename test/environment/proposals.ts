import { hiddenIn, newKey, sendForm } from './forms'
import type { Opened } from './region'

type Headers = { cookie: string }

export const districts = ['FL', 'GV', 'OU', 'SU', 'WU'] as const

/** Starts a proposal; gives its address. */
export async function startProposal(
  region: Opened,
  more: Record<string, string>,
  headers: Headers | undefined,
): Promise<string> {
  const form = {
    sleutel: newKey('voorstel'),
    titel: 'Een voorstel',
    tekst: 'Wat wij voorstellen.',
    indiener: 'RVS',
    route: 'omhoog',
    ...more,
  }
  return (await sendForm(region, '/voorstellen/nieuw', form, headers as Headers)).replace(/\?.*/, '')
}

/** Where the view of an instance in the step of the districts stands. */
export const viewAddress = (proposal: string, who: string, seq = 3) => `${proposal}/stappen/${seq}/bij/${who}`

/** Keeps the draft of a view over what stands there. */
export async function keepView(region: Opened, at: string, form: Record<string, string>, headers?: Headers) {
  const versie = hiddenIn(await region.text(`${at}/schrijven`, headers), 'versie')
  return sendForm(region, `${at}/schrijven`, { ...form, versie }, headers as Headers)
}

/** Releases the draft as it stands there. */
export async function releaseView(region: Opened, at: string, headers?: Headers) {
  const versie = hiddenIn(await region.text(at, headers), 'versie')
  return sendForm(region, `${at}/vrijgeven`, { versie }, headers as Headers)
}
