import type { Route } from '../../platform/web/route'
import { annotationForm, annotationFormPage } from './annotation-form.pages'
import { annotationsPage } from './annotations.pages'

const own = (method: Route['method'], path: string, audit: string, handle: Route['handle']): Route => ({
  method,
  path,
  access: 'professional',
  purpose: 'own-work',
  // Stands in the log of the server only, without who and of what. In the audit log, which others read, nothing of it stands.
  audit,
  handle,
})

/** These exist for the adviser of an organisation with a seat in the meeting, the first for whoever sits there for it as well. */
export const annotationRoutes: readonly Route[] = [
  own('get', '/vergaderingen/:code/annotaties', 'eigen stukken bekeken', annotationsPage),
  own('get', '/vergaderingen/:code/punten/:punt/annotatie', 'eigen stuk bekeken om te wijzigen', annotationFormPage),
  own('post', '/vergaderingen/:code/punten/:punt/annotatie', 'eigen stuk bijgewerkt', annotationForm),
]
