import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { strategyPage } from '../strategy'
import { answerForm, answerPage } from './answer.pages'
import { entryForm, entryPage } from './entry.pages'
import { hearingResource, viewResource } from './hearing.api'
import { closeForm, hearingPage, hearingsPage } from './hearing.pages'
import { hearingsOn } from './hearing.parts'
import { notaPage, releaseForm, releasePage } from './nota.pages'
import { formats } from './nota.store'
import { correctingNotaPage, correctNotaForm } from './nota-correction.pages'
import { notaFile, notaStyle } from './nota-file.pages'
import { openingForm, openingPage } from './opening.pages'
import { partyPage } from './party.pages'

const partners = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  audit,
  handle,
})

export const hearingResources: readonly Resource[] = [hearingResource, viewResource]

const hearing = '/zienswijzen/:code'
const party = `${hearing}/:partij`
const point = `${party}/punten/:punt`

/** What is of the bureau that asks, or of a party, exists for whoever works for it. */
export const hearingRoutes: readonly Route[] = [
  publicPage(
    '/strategieen/:code',
    strategyPage((tx, code, ask) => hearingsOn(tx, 'strategie', code, ask)),
  ),
  publicPage('/zienswijzen', hearingsPage),
  partners('get', '/zienswijzen/openen', 'bekeken om een ronde zienswijzen te openen', openingPage),
  partners('post', '/zienswijzen/openen', 'ronde zienswijzen geopend', openingForm),
  publicPage(hearing, hearingPage),
  partners('post', `${hearing}/sluiten`, 'ronde zienswijzen gesloten', closeForm),
  publicPage(`${hearing}/nota`, notaPage),
  partners('get', `${hearing}/nota/vrijgeven`, 'nota van beantwoording bekeken om vrij te geven', releasePage),
  partners('post', `${hearing}/nota/vrijgeven`, 'nota van beantwoording vrijgegeven', releaseForm),
  partners('get', `${hearing}/nota/corrigeren`, 'nota van beantwoording bekeken om te corrigeren', correctingNotaPage),
  partners('post', `${hearing}/nota/corrigeren`, 'nota van beantwoording gecorrigeerd', correctNotaForm),
  publicPage(`${hearing}/nota/opmaak.css`, notaStyle),
  ...formats.map((format) => publicPage(`${hearing}/nota/:versie/nota.${format}`, notaFile(format))),
  partners('get', party, 'zienswijze bekeken', partyPage),
  partners('get', `${party}/invullen`, 'zienswijze bekeken om in te vullen', entryPage),
  partners('post', `${party}/invullen`, 'zienswijze bijgewerkt', entryForm),
  partners('get', point, 'punt van zienswijze bekeken om te beantwoorden', answerPage),
  partners('post', point, 'punt van zienswijze beantwoord', answerForm),
  ...hearingResources.flatMap(resourceRoutes),
]
