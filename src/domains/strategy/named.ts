import type { Party } from '../identity'
import type { Area } from '../territory'

/** Something with a page of its own. */
export type Named = { readonly code: string; readonly title: string }

/** A party in a list; its kind decides which page it has. */
export type PartyRef = Party

/** An area in a list; its kind decides which page it has. */
export type PlaceRef = Pick<Area, 'code' | 'name' | 'kind'>
