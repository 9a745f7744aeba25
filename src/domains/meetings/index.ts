export { AnswerButtons, AwaitedMeetings, awaitedMeetings, OwnAnswer } from './answer.parts'
export { answersOf } from './answer.store'
export { asDownload, typeOf } from './attachment'
export { groundFile } from './ground.pack'
export { ExampleNotice, instanceBreadcrumbs, meetingsOfBody } from './instance.parts'
export { findInstance, listInstances, seatsOf, standingIn } from './instance.store'
export { type Attachment, type Item, itemLabel, type NotePart, noteParts, type Paper } from './item'
export { itemBreadcrumbs } from './item.pages'
export { closingWords, itemAddress, kindNames, partNames } from './item.parts'
export { agendaOf, type Ground, itemsOf, listGrounds, readFile } from './item.store'
export { instanceName, isAhead, type Meeting, saidOfNow } from './meeting'
export {
  daysWords,
  instanceAddress,
  MeetingStatus,
  meetingAddress,
  meetingsAddress,
  seatKindNames,
  seatWords,
  timeWords,
} from './meeting.parts'
export { findMeeting, listMeetings } from './meeting.store'
export type { OnItem, OnMeeting } from './more.parts'
export { LaterMeetings, lastMeetingBefore, laterMeetings, NextMeetings, nextMeetings } from './next-meeting.parts'
export { meetingResources, meetingRoutes } from './routes'
export { advisedIn, advisedPlaces, type For, seatedIn, seatedOrganisations } from './share.store'
export { type NamedSubject, subjectsOfItem } from './subject.store'
export { tellTerms } from './term-mail.verbs'
export { AwaitedSuccessors, awaitedSuccessors } from './terms.pages'
export { papersDueOn } from './year'
export { yearTaskFile } from './year.pack'
