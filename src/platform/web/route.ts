import type { Ask } from './ask'

/** Who may use a route. Someone who may not gets 404: absent and forbidden look the same. */
export type Access = 'everyone' | 'signed-in' | 'professional' | 'functional-administrator' | 'example-only'

/** What a route is for: the ground on which it shows or changes anything. */
export type Purpose = 'public-account' | 'own-work' | 'administration' | 'sign-in' | 'operations' | 'example'

/** One address of the product, as a supervisor can read it: method, path, who, what for, and what is written in the audit log. */
export type Route = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly access: Access
  readonly purpose: Purpose
  /** The event in the audit log; null where nothing but public pages is read. */
  readonly audit: string | null
  readonly handle: (ask: Ask) => Promise<Response>
}

/** A page or file that every visitor may read. */
export function publicPage(path: string, handle: Route['handle']): Route {
  return { method: 'get', path, access: 'everyone', purpose: 'public-account', audit: null, handle }
}
