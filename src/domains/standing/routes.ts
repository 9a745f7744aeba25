import { publicPage, type Route } from '../../platform/web/route'
import { standingFile } from './file.pages'
import { beforeMeeting, ofBody, ofGroup, ofInstance, standingPage } from './standing.pages'

/** Before the routes of meetings: there the second part of an address of a body is an area. */
export const standingRoutes: readonly Route[] = (
  [
    ['/gremia/:code/stand', ofBody],
    ['/gremia/:code/:gebied/stand', ofInstance],
    ['/vergaderingen/:code/stand', beforeMeeting],
    ['/werkgroepen/:code/stand', ofGroup],
  ] as const
).flatMap(([path, find]) => [publicPage(path, standingPage(find)), publicPage(`${path}.pdf`, standingFile(find))])
