import { publicPage, type Route } from '../../platform/web/route'
import { beforeMeeting, ofBody, ofGroup, ofInstance, standingPage } from './standing.pages'

/** Before the routes of meetings: there the second part of an address of a body is an area. */
export const standingRoutes: readonly Route[] = [
  publicPage('/gremia/:code/stand', standingPage(ofBody)),
  publicPage('/gremia/:code/:gebied/stand', standingPage(ofInstance)),
  publicPage('/vergaderingen/:code/stand', standingPage(beforeMeeting)),
  publicPage('/werkgroepen/:code/stand', standingPage(ofGroup)),
]
