import { drawingPages } from '../../platform/web/drawing'
import { publicPage, type Route } from '../../platform/web/route'
import { announceForm, announcingPage, moveAnnouncement, movingPage } from './announcement.pages'
import { calendarAddress } from './announcement.parts'
import { calendarFeed, calendarPage } from './calendar.pages'
import { reportDrawing } from './chart.pages'
import { correctingReportPage, correctReportForm } from './correction.pages'
import { reportFile, runArchive, styleFile } from './file.pages'
import { checkpointsFile, ledgerExport, ledgerPage } from './ledger.pages'
import { recomputePage, reportPage } from './report.pages'
import { ledgerAddress } from './report.parts'
import { formats } from './report.store'
import { reportsPage } from './report-list.pages'
import { askForRun, runsPage } from './run.pages'
import { contextPage, signForm, signingPage, writeContext } from './signature.pages'

const partners = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

const report = '/rapportages/:code'

/** A draft stands on the address it will have when published, and exists there for who works on it only. */
export const publicationsRoutes: readonly Route[] = [
  publicPage('/rapportages', reportsPage),
  publicPage('/rapportages/opmaak.css', styleFile),
  partners('get', '/rapportages/aanmaken', 'rondes van rapportages bekeken', runsPage),
  partners('post', '/rapportages/aanmaken', 'concepten van rapportages gevraagd', askForRun),
  partners('get', '/rapportages/aanmaken/:run/alles.zip', 'alle rapportages van een ronde opgehaald', runArchive),
  publicPage(report, reportPage),
  ...drawingPages(`${report}/grafiek`, reportDrawing),
  publicPage(`${report}/narekenen`, recomputePage),
  ...formats.map((format) => publicPage(`${report}/rapport.${format}`, reportFile(format))),
  partners('get', `${report}/toelichting`, 'toelichting bij rapportage bekeken', contextPage),
  partners('post', `${report}/toelichting`, 'toelichting bij rapportage geschreven', writeContext),
  partners('get', `${report}/corrigeren`, 'rapportage bekeken om te corrigeren', correctingReportPage),
  partners('post', `${report}/corrigeren`, 'rapportage gecorrigeerd', correctReportForm),
  partners('get', `${report}/ondertekenen`, 'rapportage bekeken om te ondertekenen', signingPage),
  partners('post', `${report}/ondertekenen`, 'rapportage ondertekend', signForm),
  publicPage(ledgerAddress, ledgerPage),
  publicPage(`${ledgerAddress}/uitvoer.json`, ledgerExport),
  publicPage(`${ledgerAddress}/controlepunten.jsonl`, checkpointsFile),
  publicPage(calendarAddress, calendarPage),
  publicPage(`${calendarAddress}.ics`, calendarFeed),
  partners('get', `${calendarAddress}/nieuw`, 'aankondiging van publicatie bekeken', announcingPage),
  partners('post', `${calendarAddress}/nieuw`, 'publicatie aangekondigd', announceForm),
  partners('get', `${calendarAddress}/:code/verplaatsen`, 'aankondiging bekeken om te verplaatsen', movingPage),
  partners('post', `${calendarAddress}/:code/verplaatsen`, 'aangekondigde publicatie verplaatst', moveAnnouncement),
]
