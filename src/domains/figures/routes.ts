import { largestTableForm } from '../../platform/sheets/table-in'
import { drawingPages } from '../../platform/web/drawing'
import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { districtsDrawing, yearsDrawing } from './chart.pages'
import { contradictionResource, unresolvedValueResource } from './contradiction.api'
import { contradictionsPage, unresolvedValuesPage } from './contradiction.pages'
import { documentResource } from './document.api'
import { documentPage, documentsPage } from './document.pages'
import { importPage, templateFile, undoImportForm } from './import.pages'
import { applyImportForm, compareImport } from './import-steps.pages'
import { indicatorResource } from './indicator.api'
import { indicatorPage } from './indicator.pages'
import { indicatorsPage } from './indicator-list.pages'
import { judgeabilityPage } from './judgeability.pages'
import { measurementResource } from './measurement.api'
import { measurementPage } from './measurement.pages'
import { figuresPage } from './overview.pages'

export const figuresResources: readonly Resource[] = [
  indicatorResource,
  measurementResource,
  documentResource,
  contradictionResource,
  unresolvedValueResource,
]

const administration = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'functional-administrator',
  purpose: 'administration',
  audit,
  handle,
})

export const figuresRoutes: readonly Route[] = [
  publicPage('/cijfers', figuresPage),
  publicPage('/cijfers/doel-en-toeval', judgeabilityPage),
  administration('get', '/beheer/inlezen', 'inlezen van cijfers bekeken', importPage),
  {
    ...administration('post', '/beheer/inlezen', 'bestand met cijfers vergeleken', compareImport),
    largestForm: largestTableForm,
  },
  administration('get', '/beheer/inlezen/sjabloon.xlsx', 'sjabloon voor cijfers opgehaald', templateFile('xlsx')),
  administration('get', '/beheer/inlezen/sjabloon.csv', 'sjabloon voor cijfers opgehaald', templateFile('csv')),
  {
    ...administration('post', '/beheer/inlezen/toepassen', 'cijfers ingelezen', applyImportForm),
    largestForm: largestTableForm,
  },
  administration('post', '/beheer/inlezen/:bestand/terugdraaien', 'inlezen van cijfers teruggedraaid', undoImportForm),
  publicPage('/indicatoren', indicatorsPage),
  publicPage('/indicatoren/:code', indicatorPage),
  ...drawingPages('/indicatoren/:code/verloop', yearsDrawing),
  ...drawingPages('/indicatoren/:code/districten', districtsDrawing),
  publicPage('/metingen/:code', measurementPage),
  publicPage('/tegenspraken', contradictionsPage),
  publicPage('/onherleidbare-waarden', unresolvedValuesPage),
  publicPage('/documenten', documentsPage),
  publicPage('/documenten/:code', documentPage),
  ...figuresResources.flatMap(resourceRoutes),
]
