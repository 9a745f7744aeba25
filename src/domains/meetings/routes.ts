import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { adviserForm } from './adviser.pages'
import { largestFile } from './attachment'
import { attachmentFile, attachmentForm, attachmentsPage, detachForm } from './attachment.pages'
import { calendarEndForm, calendarForm, calendarsPage, keyCalendar, publicCalendar } from './calendar.pages'
import { compositionPage, deviationForm } from './composition.pages'
import { foreseenForm, foreseenPage, newForeseenForm, newForeseenPage } from './foreseen.pages'
import { beginForm, instancePage } from './instance.pages'
import { itemPage, raiseForm, takeOffForm } from './item.pages'
import { itemForm, itemFormPage, newItemForm, newItemPage } from './item-form.pages'
import { meetingResource } from './meeting.api'
import { answerForm, meetingPage, publishForm, sendForm } from './meeting.pages'
import { calendarsAddress, meetingsAddress, newMeetingAddress, newYearTaskAddress, termsAddress } from './meeting.parts'
import type { More } from './more.parts'
import { otherSeriesForm, otherSeriesPage } from './other-series.pages'
import { newMeetingForm, newMeetingPage, replanForm, replanPage } from './planning.pages'
import { seatEndForm, seatForm, seatsPage } from './seats.pages'
import { shareForm } from './share.pages'
import { termsPage } from './terms.pages'
import { meetingsPage, yearPage } from './year.pages'
import { newYearTaskForm, newYearTaskPage, yearTaskForm, yearTaskPage } from './year-task.pages'

export const meetingResources: readonly Resource[] = [meetingResource]

const own = (
  method: Route['method'],
  path: string,
  audit: string,
  handle: Route['handle'],
  access: Route['access'] = 'professional',
): Route => ({ method, path, access, purpose: 'own-work', audit, handle })

const instance = '/gremia/:code/:gebied'
const meeting = `${meetingsAddress}/:code`
const yearTask = `${meetingsAddress}/jaarkalender/:regel`
const items = `${meeting}/punten`
const item = `${items}/:punt`

/**
 * What is of an instance exists for whoever sits there; its days and functions for everybody, unless it is closed. `more`: what other
 * domains show on these pages.
 */
export const meetingRoutes = (more: More): readonly Route[] => [
  publicPage(meetingsAddress, meetingsPage),
  publicPage(`${meetingsAddress}/jaar/:jaar`, yearPage),
  own('get', newYearTaskAddress, 'bekeken om een regel van de jaarkalender te schrijven', newYearTaskPage),
  own('post', newYearTaskAddress, 'regel van de jaarkalender toegevoegd', newYearTaskForm),
  publicPage(yearTask, yearTaskPage),
  own('post', `${yearTask}/wijzigen`, 'regel van de jaarkalender gewijzigd', yearTaskForm),
  own('get', calendarsAddress, 'eigen agenda bekeken', calendarsPage),
  own('post', calendarsAddress, 'agenda gemaakt', calendarForm),
  own('post', `${calendarsAddress}/:agenda`, 'agenda ingetrokken', calendarEndForm),
  // The secret in the address is the authority; the log has the pattern of the address only.
  own('get', '/agenda/:file', 'agenda opgehaald', keyCalendar, 'everyone'),
  own('get', newMeetingAddress, 'bekeken om een vergadering te plannen', newMeetingPage),
  own('post', newMeetingAddress, 'vergadering gepland', newMeetingForm),
  own('get', termsAddress, 'termijnen en samenstelling bekeken', termsPage),
  publicPage(meeting, meetingPage(more.onMeeting)),
  own('get', `${meeting}/plannen`, 'vergadering bekeken om te verzetten', replanPage),
  own('post', `${meeting}/plannen`, 'vergadering gewijzigd', replanForm),
  own('post', `${meeting}/verzenden`, 'agenda verzonden', sendForm),
  own('post', `${meeting}/aanwezig`, 'aanwezigheid gemeld', answerForm),
  own('post', `${meeting}/openbaar`, 'agenda openbaar gemaakt', publishForm),
  own('get', `${items}/nieuw`, 'bekeken om een agendapunt te schrijven', newItemPage),
  own('post', `${items}/nieuw`, 'agendapunt bijgewerkt', newItemForm),
  // A closed one exists for who sits there only; that it was read is written down by the page itself.
  publicPage(item, itemPage(more.onItem)),
  own('get', `${item}/wijzigen`, 'agendapunt bekeken om te wijzigen', itemFormPage),
  own('post', `${item}/wijzigen`, 'agendapunt bijgewerkt', itemForm),
  own('get', `${item}/reeks`, 'bekeken om een punt te openen of te sluiten', otherSeriesPage),
  own('post', `${item}/reeks`, 'punt geopend of besloten gemaakt', otherSeriesForm),
  own('post', `${item}/delen`, 'besloten stuk gedeeld of niet meer gedeeld', shareForm),
  own('post', `${item}/omhoog`, 'agendapunt verplaatst', raiseForm),
  own('post', `${item}/weg`, 'agendapunt van de agenda gehaald', takeOffForm),
  own('get', `${item}/bijlagen`, 'bijlagen bekeken om te wijzigen', attachmentsPage),
  {
    ...own('post', `${item}/bijlagen`, 'bijlage toegevoegd', attachmentForm),
    // A file that is too large is refused by the form, with what was typed still there.
    largestForm: 2 * largestFile,
  },
  publicPage(`${item}/bijlagen/:file`, attachmentFile),
  own('post', `${item}/bijlagen/:bestand/weg`, 'bijlage weggehaald', detachForm),
  own('post', '/gremia/:code/beginnen', 'overleg begonnen', beginForm),
  publicPage(instance, instancePage),
  publicPage(`${instance}/agenda.ics`, publicCalendar),
  own('get', `${instance}/onderwerpen/nieuw`, 'bekeken om een onderwerp te voorzien', newForeseenPage),
  own('post', `${instance}/onderwerpen/nieuw`, 'onderwerp voorzien', newForeseenForm),
  own('get', `${instance}/onderwerpen/:onderwerp`, 'voorzien onderwerp bekeken', foreseenPage),
  own('post', `${instance}/onderwerpen/:onderwerp`, 'voorzien onderwerp gewijzigd', foreseenForm),
  publicPage(`${instance}/samenstelling`, compositionPage),
  own('post', `${instance}/samenstelling/reden`, 'reden van afwijking bewaard', deviationForm),
  own('get', `${instance}/zetels`, 'zetels bekeken om te wijzigen', seatsPage),
  own('post', `${instance}/zetels`, 'zetel gegeven', seatForm),
  own('post', `${instance}/zetels/:zetel`, 'einde van zetel gezet', seatEndForm),
  own('post', `${instance}/zetels/:zetel/adviseurs`, 'adviseur van zetel genoemd of niet meer genoemd', adviserForm),
  ...meetingResources.flatMap(resourceRoutes),
]
