import { publicPage, type Route } from '../../platform/web/route'
import { conditionForm } from './condition.pages'
import { endForm, endPage } from './end.pages'
import { proposalsPage } from './list.pages'
import { newProposalForm, newProposalPage } from './new.pages'
import { proposalPage, publishForm } from './proposal.pages'
import { newProposalAddress, proposalsAddress } from './proposal.parts'
import { closeRoundForm, speakForm } from './round.pages'
import { nameForm } from './section.parts'
import { closeForm, openForm, stepPage, tellAllForm } from './step-form.pages'
import { textForm, textFormPage } from './text-form.pages'
import { toldForm, toldPage } from './told.pages'
import { addresseePage, releaseForm, viewForm, viewFormPage } from './view.pages'

const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

const proposal = `${proposalsAddress}/:code`
const step = `${proposal}/stappen/:stap`
const addressee = `${step}/bij/:wie`

/** A proposal exists for who is on its route, and for everybody once it is public. */
export const proposalsRoutes: readonly Route[] = [
  publicPage(proposalsAddress, proposalsPage),
  own('get', newProposalAddress, 'bekeken om een voorstel te beginnen', newProposalPage),
  own('post', newProposalAddress, 'voorstel begonnen', newProposalForm),
  publicPage(proposal, proposalPage),
  own('get', `${proposal}/tekst`, 'tekst van voorstel bekeken om te wijzigen', textFormPage),
  own('post', `${proposal}/tekst`, 'tekst van voorstel gewijzigd', textForm),
  own('get', `${proposal}/afsluiten`, 'voorstel bekeken om af te sluiten', endPage),
  own('post', `${proposal}/afsluiten`, 'voorstel afgesloten', endForm),
  own('post', `${proposal}/openbaar`, 'voorstel openbaar gemaakt', publishForm),
  own('get', step, 'stap van voorstel bekeken', stepPage),
  own('post', `${step}/beginnen`, 'stap van voorstel begonnen', openForm),
  own('post', `${step}/afronden`, 'stap van voorstel afgerond', closeForm),
  own('post', `${step}/terugmelden`, 'zienswijzen beantwoord', tellAllForm),
  publicPage(addressee, addresseePage),
  own('get', `${addressee}/schrijven`, 'bekeken om een zienswijze te schrijven', viewFormPage),
  own('post', `${addressee}/schrijven`, 'zienswijze geschreven', viewForm),
  own('post', `${addressee}/vrijgeven`, 'zienswijze vrijgegeven', releaseForm),
  own('post', `${addressee}/voorwaarden/:voorwaarde`, 'stand van een voorwaarde vastgelegd', conditionForm),
  own('get', `${addressee}/antwoord`, 'zienswijze bekeken om te beantwoorden', toldPage),
  own('post', `${addressee}/antwoord`, 'zienswijze beantwoord', toldForm),
  own('post', `${addressee}/ronde`, 'gereageerd in schriftelijke ronde', speakForm),
  own('post', `${addressee}/ronde-sluiten`, 'schriftelijke ronde gesloten', closeRoundForm),
  own('post', '/vergaderingen/:code/punten/:punt/voorstel', 'voorstel bij agendapunt gezet', nameForm),
]
