import { isUuid } from '../../kernel/typed'
import type { Ask } from '../../platform/web/ask'
import { cookieName, secretCookie } from '../../platform/web/cookie'
import { sessionCookie } from './session'
import { endSession } from './session.store'

/** Takes the session from this browser and goes on to `to`. */
export function leave(ask: Ask, to = '/'): Response {
  const { isSecure } = ask.installation
  return ask.redirect(to, {
    'set-cookie': secretCookie(cookieName(sessionCookie, isSecure), '', { isSecure, seconds: 0 }),
  })
}

/** Ends the session of this browser, in the database too. Whoever is no longer signed in ends in the same place. */
export async function signOut(ask: Ask): Promise<Response> {
  if (ask.person) await ask.write((tx) => endSession(tx, null, ask.requestId))
  return leave(ask)
}

/** Ends one of the person's own sessions, in whatever browser that is. */
export async function endOwnSession(ask: Ask): Promise<Response> {
  const id = ask.params.sessie ?? ''
  const isId = isUuid(id)
  const ended = isId && (await ask.write((tx) => endSession(tx, id, ask.requestId)))
  return ended ? ask.redirect('/mijn#sessies') : ask.notFound()
}
