import { type Resource, resourceRoutes } from '../../platform/web/resource'
import { publicPage, type Route } from '../../platform/web/route'
import { auditLogPage } from './audit-line.pages'
import { mailboxPage } from './mailbox.pages'
import { organisationResource } from './organisation.api'
import { organisationPage, organisationsPage } from './organisation.pages'
import { erasureForm, erasurePage, ownDataFile, ownDataPage } from './own-data.pages'
import { fromProvider, toProvider } from './provider-sign-in.pages'
import { endOwnSession, signOut } from './session.pages'
import { askForLink, enterAsExample, enterByLink, linkPage, linkSentPage, signInPage } from './sign-in.pages'

export const identityResources: readonly Resource[] = [organisationResource]

/** Signing in is for everyone: who you are is not known yet. */
const signIn = (
  method: Route['method'],
  path: string,
  audit: string | null,
  handle: Route['handle'],
  access: Route['access'] = 'everyone',
): Route => ({ method, path, access, purpose: 'sign-in', audit, handle })

/** What is about somebody himself is for whoever is signed in, also when his post has ended. */
const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'signed-in',
  purpose: 'own-work',
  audit,
  handle,
})

export const identityRoutes: readonly Route[] = [
  publicPage('/organisaties', organisationsPage),
  publicPage('/organisaties/:code', organisationPage),
  ...identityResources.flatMap(resourceRoutes),
  signIn('get', '/inloggen', null, signInPage),
  signIn('post', '/inloggen', 'inloglink gevraagd', askForLink),
  signIn('get', '/inloggen/verstuurd', null, linkSentPage),
  signIn('get', '/inloggen/link', null, linkPage),
  signIn('post', '/inloggen/link', 'inloggen met link', enterByLink),
  signIn('get', '/inloggen/via/:aanbieder', 'naar aanbieder', toProvider),
  signIn('get', '/inloggen/terug/:aanbieder', 'inloggen met aanbieder', fromProvider),
  signIn('post', '/inloggen/voorbeeld', 'inloggen als voorbeeldpersoon', enterAsExample, 'example-only'),
  signIn('post', '/uitloggen', 'uitloggen', signOut),
  signIn('post', '/mijn/sessies/:sessie/beeindigen', 'sessie beëindigen', endOwnSession, 'signed-in'),
  own('get', '/mijn/gegevens', 'eigen gegevens bekeken', ownDataPage),
  own('get', '/mijn/gegevens.json', 'eigen gegevens opgehaald', ownDataFile),
  own('get', '/mijn/gegevens/wissen', 'wissen van eigen gegevens bekeken', erasurePage),
  own('post', '/mijn/gegevens/wissen', 'eigen gegevens gewist', erasureForm),
  {
    method: 'get',
    path: '/postvak',
    access: 'example-only',
    purpose: 'example',
    audit: 'postvak gelezen',
    handle: mailboxPage,
  },
  {
    method: 'get',
    path: '/beheer/logboek',
    access: 'functional-administrator',
    purpose: 'administration',
    audit: 'logboek gelezen',
    handle: auditLogPage,
  },
]
