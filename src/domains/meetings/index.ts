export { AwaitedMeetings, awaitedMeetings } from './answer.parts'
export { asDownload, typeOf } from './attachment'
export { groundFile } from './ground.pack'
export { instanceBreadcrumbs, meetingsOfBody } from './instance.parts'
export {
  type Attachment,
  type Closing,
  type Item,
  itemLabel,
  type NotePart,
  noteParts,
  type Paper,
} from './item'
export { closingWords, itemAddress, kindNames, partNames } from './item.parts'
export { agendaOf, type Ground, itemsOf, listGrounds, readFile } from './item.store'
export { instanceName, type Meeting } from './meeting'
export { daysWords, meetingAddress, timeWords } from './meeting.parts'
export { findMeeting } from './meeting.store'
export type { OnItem, OnMeeting } from './more.parts'
export { NextMeetings, nextMeetings } from './next-meeting.parts'
export { meetingRoutes } from './routes'
export { yearTaskFile } from './year.pack'
