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
  /** To a visitor without a session the answer follows from the address, the day and the rows of the database: it may be kept. */
  readonly isKept?: boolean
  /** Bytes of the largest form it reads, where that is more than any form without a file. */
  readonly largestForm?: number
  readonly handle: (ask: Ask) => Promise<Response>
}

/** A public page that is much work to make, and the same for everybody. */
export const keptPage = (path: string, handle: Route['handle']): Route => ({
  ...publicPage(path, handle),
  isKept: true,
})

/** A page or file that every visitor may read. */
export function publicPage(path: string, handle: Route['handle']): Route {
  return { method: 'get', path, access: 'everyone', purpose: 'public-account', audit: null, handle }
}
