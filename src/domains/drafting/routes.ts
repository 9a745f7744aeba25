import { largestTableForm } from '../../platform/sheets/table-in'
import { publicPage, type Route } from '../../platform/web/route'
import { plansPage } from '../strategy'
import { actionFormPage, writeAction } from './action-form.pages'
import { applySheetForm, compareSheet, sheetFile, sheetPage, undoSheet } from './action-sheet.pages'
import { draftsAddress } from './address.parts'
import { beginForm, beginPage } from './begin.pages'
import { chapterPage, clearForm, inForceForm, signForm } from './chapter.pages'
import { applyWord, chapterDocx, compareWord, wordPage } from './chapter-docx.pages'
import { chapterFormPage, writeChapter } from './chapter-form.pages'
import { draftPage } from './draft.pages'
import { draftsLink } from './draft.parts'
import { draftsPage } from './draft-list.pages'
import { draftActionPage, paragraphPage } from './history.pages'
import { newParagraphPage, paragraphFormPage, writeParagraph } from './paragraph-form.pages'
import { remarkForm, settleForm } from './remark.pages'

const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

const withFile = (...given: Parameters<typeof own>): Route => ({ ...own(...given), largestForm: largestTableForm })

const draft = `${draftsAddress}/:code`
const chapter = `${draft}/:hoofdstuk`
const paragraph = `${chapter}/alineas/:alinea`
const action = `${chapter}/acties/:actie`

/** The list of plans stands here too, with the way to the drafts. Drafts exist for whoever works at a partner; what somebody may write follows from his post. */
export const draftingRoutes: readonly Route[] = [
  publicPage('/plannen', plansPage(draftsLink)),
  own('get', draftsAddress, 'conceptplannen bekeken', draftsPage),
  own('get', `${draftsAddress}/nieuw`, 'bekeken om een plan te beginnen', beginPage),
  own('post', `${draftsAddress}/nieuw`, 'conceptplan begonnen', beginForm),
  own('get', draft, 'conceptplan bekeken', draftPage),
  own('get', `${draft}/nieuw-hoofdstuk`, 'bekeken om een hoofdstuk toe te voegen', chapterFormPage),
  own('post', `${draft}/nieuw-hoofdstuk`, 'hoofdstuk toegevoegd', writeChapter),
  // Before the chapters, whose address could be read as one of these.
  own('get', `${draft}/acties.xlsx`, 'acties van conceptplan opgehaald als bestand', sheetFile('xlsx')),
  own('get', `${draft}/acties.csv`, 'acties van conceptplan opgehaald als bestand', sheetFile('csv')),
  own('get', `${draft}/acties-excel.csv`, 'acties van conceptplan opgehaald als bestand', sheetFile('excel-csv')),
  own('get', `${draft}/acties-inlezen`, 'inlezen van acties bekeken', sheetPage),
  withFile('post', `${draft}/acties-inlezen`, 'bestand met acties vergeleken', compareSheet),
  withFile('post', `${draft}/acties-inlezen/toepassen`, 'bestand met acties ingelezen', applySheetForm),
  own('post', `${draft}/acties-inlezen/:set/terugdraaien`, 'wijziging van acties teruggedraaid', undoSheet),
  own('get', chapter, 'hoofdstuk van conceptplan bekeken', chapterPage),
  own('get', `${chapter}/hoofdstuk.docx`, 'hoofdstuk van conceptplan opgehaald voor Word', chapterDocx),
  own('get', `${chapter}/word`, 'inlezen van hoofdstuk bekeken', wordPage),
  withFile('post', `${chapter}/word`, 'hoofdstuk uit Word vergeleken', compareWord),
  withFile('post', `${chapter}/word/toepassen`, 'hoofdstuk uit Word ingelezen', applyWord),
  own('get', `${chapter}/wijzigen`, 'hoofdstuk bekeken om te wijzigen', chapterFormPage),
  own('post', `${chapter}/wijzigen`, 'hoofdstuk gewijzigd', writeChapter),
  own('get', `${chapter}/nieuwe-alinea`, 'bekeken om een alinea te schrijven', newParagraphPage),
  own('get', paragraph, 'alinea van conceptplan bekeken', paragraphPage),
  own('get', `${paragraph}/wijzigen`, 'alinea bekeken om te wijzigen', paragraphFormPage),
  own('post', `${paragraph}/wijzigen`, 'alinea geschreven', writeParagraph),
  own('get', `${chapter}/nieuwe-actie`, 'bekeken om een actie toe te voegen', actionFormPage),
  own('post', `${chapter}/nieuwe-actie`, 'actie toegevoegd aan conceptplan', writeAction),
  own('get', action, 'actie van conceptplan bekeken', draftActionPage),
  own('get', `${action}/wijzigen`, 'actie van conceptplan bekeken om te wijzigen', actionFormPage),
  own('post', `${action}/wijzigen`, 'actie van conceptplan gewijzigd', writeAction),
  own('post', `${chapter}/opmerkingen`, 'opmerking geplaatst bij conceptplan', remarkForm),
  own('post', `${chapter}/opmerkingen/:opmerking/afhandelen`, 'opmerking afgehandeld', settleForm),
  own('post', `${chapter}/vrijgeven`, 'deel van terugblik vrijgegeven', clearForm),
  own('post', `${chapter}/ondertekenen`, 'terugblik ondertekend', signForm),
  own('post', `${chapter}/in-werking`, 'hoofdstuk in werking gezet', inForceForm),
]
