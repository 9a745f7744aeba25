import { dayFields, hiddenIn, newKey, sendForm } from './forms'
import { signInAs } from './people'
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

/**
 * After `holdMeeting`, where the programme manager keeps the agenda of the college: a proposal before that college with a released view that
 * asks an answer and a draft of the next, a written round that is open, and a question that is public.
 */
export async function holdProposals(region: Opened): Promise<void> {
  const manager = await signInAs(region, 'programmamanager')
  const chair = await signInAs(region, 'burgemeester-houten')
  const begin = (proposal: string, seq: number) =>
    sendForm(region, `${proposal}/stappen/${seq}/beginnen`, dayFields('termijn', '2026-12-20'), manager)
  const proposal = await startProposal(region, { titel: 'Camera’s delen' }, manager)
  for (const seq of [1, 2]) {
    await begin(proposal, seq)
    await sendForm(region, `${proposal}/stappen/${seq}/afronden`, { uitkomst: 'Besproken.' }, manager)
  }
  await begin(proposal, 3)
  const at = viewAddress(proposal, 'DVC-WU')
  await keepView(region, at, { zienswijze: 'voorwaarde', voorwaarde: 'Ruimte voor maatwerk.' }, manager)
  await releaseView(region, at, chair)
  await keepView(
    region,
    at,
    { zienswijze: 'niet', toelichting: 'Bij nader inzien.', reden: 'Nieuwe cijfers.' },
    manager,
  )
  const round = await startProposal(region, { titel: 'Het rooster', route: 'ronde', overleg: 'DVC-WU' }, manager)
  await begin(round, 1)
  const question = await startProposal(region, { titel: 'Een vraag aan de raden', route: 'raden' }, manager)
  await begin(question, 1)
  await sendForm(region, `${question}/afsluiten`, { uitkomst: 'ingetrokken' }, manager)
  await sendForm(region, `${question}/openbaar`, {}, manager)
}
