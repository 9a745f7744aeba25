import { publicPage, type Route } from '../../platform/web/route'
import { calendarPage } from './calendar.pages'
import { carrierForm, carrierPage } from './carrier.pages'
import { progressPage, startRoundForm } from './freshness.pages'
import { judgementForm, judgementPage } from './judgement.pages'
import { linkForm, linkPage } from './link.pages'
import { ownForm, ownPage } from './own.pages'
import { participationForm, participationPage } from './participation.pages'
import { photoFile } from './photo.pages'
import { planStandPage, portfolioPage } from './portfolio.pages'
import { quietTimeForm, quietTimePage } from './quiet-time.pages'
import { largestUpdateForm } from './update.parts'

const own = (
  method: Route['method'],
  path: string,
  audit: string,
  handle: Route['handle'],
  access: Route['access'] = 'professional',
): Route => ({ method, path, access, purpose: 'own-work', audit, handle })

export const progressRoutes: readonly Route[] = [
  own('get', '/acties/:code/wie', 'bekeken wie een actie bijhoudt', carrierPage),
  own('post', '/acties/:code/wie', 'gekozen wie een actie bijhoudt', carrierForm),
  own('get', '/acties/:code/meedoen', 'bekeken welke gemeenten meedoen', participationPage),
  own('post', '/acties/:code/meedoen', 'gemeld of een gemeente meedoet', participationForm),
  // The secret in the address is the authority; it says nothing of who opens it.
  own('get', '/stand/:sleutel', 'link van een updateronde geopend', linkPage, 'everyone'),
  {
    ...own('post', '/stand/:sleutel', 'acties bijgewerkt met een link', linkForm, 'everyone'),
    largestForm: largestUpdateForm,
  },
  own('get', '/mijn/voortgang', 'eigen acties bekeken', ownPage),
  { ...own('post', '/mijn/voortgang', 'eigen acties bijgewerkt', ownForm), largestForm: largestUpdateForm },
  own('get', '/acties/:code/foto/:file', 'foto bij een actie bekeken', photoFile),
  own('get', '/voortgang', 'voortgang bekeken', progressPage),
  publicPage('/voortgang/kalender', calendarPage),
  own('get', '/voortgang/kalender/:code', 'stille tijd bekeken', quietTimePage),
  own('post', '/voortgang/kalender/:code', 'stille tijd gewijzigd', quietTimeForm),
  own('get', '/voortgang/plannen', 'stand van de plannen bekeken', portfolioPage),
  own('get', '/voortgang/plannen/:code', 'stand van een plan bekeken', planStandPage),
  own('get', '/programmas/:code/oordeel', 'oordeel over een programma bekeken', judgementPage),
  own('post', '/programmas/:code/oordeel', 'oordeel over een programma gegeven', judgementForm),
  own('post', '/voortgang/ronde', 'updateronde begonnen', startRoundForm),
]
