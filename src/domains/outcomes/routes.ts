import { publicPage, type Route } from '../../platform/web/route'
import { coursePage, minutesForm, outcomeForm, promiseForm } from './course.pages'
import { homelessPage, rehomeForm } from './homeless.pages'
import { fixForm, listPage, publishListForm } from './list.pages'
import { approveForm, minutesPage, publishMinutesForm } from './minutes.pages'
import { homelessAddress } from './outcome.parts'
import { agreementPage, closeForm, proofForm } from './promise.pages'

const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

const meeting = '/vergaderingen/:code'

/** What comes of a meeting. What is of a closed item exists for who sits there; that it was read is written down by the page itself. */
export const outcomeRoutes: readonly Route[] = [
  own('get', `${meeting}/verloop`, 'verloop bekeken om bij te werken', coursePage),
  own('post', `${meeting}/verloop/:punt`, 'uitkomst van agendapunt vastgelegd', outcomeForm),
  own('post', `${meeting}/verloop/:punt/verslag`, 'verslag bijgewerkt', minutesForm),
  own('post', `${meeting}/verloop/:punt/afspraken`, 'afspraak vastgelegd', promiseForm),
  publicPage(`${meeting}/besluitenlijst`, listPage),
  own('post', `${meeting}/besluitenlijst/vaststellen`, 'besluitenlijst vastgesteld', fixForm),
  own('post', `${meeting}/besluitenlijst/openbaar`, 'besluitenlijst openbaar gemaakt', publishListForm),
  publicPage(`${meeting}/verslag`, minutesPage),
  own('post', `${meeting}/verslag/goedkeuren`, 'verslag goedgekeurd', approveForm),
  own('post', `${meeting}/verslag/openbaar`, 'verslag openbaar gemaakt', publishMinutesForm),
  own('get', homelessAddress, 'bekeken wat een nieuw thuis nodig heeft', homelessPage),
  own('post', `${homelessAddress}/:afspraak`, 'afspraak ondergebracht', rehomeForm),
  own('get', `${meeting}/afspraken/:afspraak`, 'afspraak bekeken', agreementPage),
  own('post', `${meeting}/afspraken/:afspraak`, 'afspraak gemeld als gedaan', proofForm),
  own('post', `${meeting}/afspraken/:afspraak/sluiten`, 'afspraak gesloten', closeForm),
]
