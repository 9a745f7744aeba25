import type { Day } from '../../kernel/day'
import { day } from '../../platform/ui/wording'
import type { Proposal, Step } from './proposal'
import type { Mail } from './proposal.store'

const landing = (baseUrl: string, { code }: Proposal) =>
  `${baseUrl}/inloggen?naar=${encodeURIComponent(`/voorstellen/${code}`)}`

/** The mail that a proposal came before an instance. A mail lies on servers of others: neither its title nor its text is in it. */
export function wordStep(baseUrl: string, proposal: Proposal, step: Step, term: Day): Mail {
  const what =
    step.mode === 'schriftelijk'
      ? 'Er is een schriftelijke ronde begonnen in een overleg waar u een zetel heeft.'
      : step.mode === 'vragen'
        ? 'Er is een vraag gesteld aan een overleg waarvan u secretaris bent, of aan uw organisatie.'
        : 'Er ligt een voorstel bij een overleg waarvan u secretaris bent, of bij uw organisatie.'
  return {
    subject: step.mode === 'schriftelijk' ? 'Schriftelijke ronde' : 'Een voorstel voor uw overleg',
    body: [
      what,
      `Antwoorden kan tot en met ${day(term)}.`,
      'Waar het over gaat, leest u na het inloggen:',
      landing(baseUrl, proposal),
    ].join('\n\n'),
  }
}

/** The mail to a secretary that a written round ended with somebody who does not agree. */
export const wordRoundEnd = (baseUrl: string, proposal: Proposal): Mail => ({
  subject: 'Schriftelijke ronde: het komt in de vergadering',
  body: [
    'Een schriftelijke ronde is gesloten. Niet iedereen was akkoord, of niemand antwoordde. Zet het voorstel op de agenda van de eerstvolgende vergadering.',
    'Log in om het te lezen:',
    landing(baseUrl, proposal),
  ].join('\n\n'),
})
