import {
  type Item,
  isStatus,
  longestPhotoText,
  longestSentence,
  needsReason,
  type SaidPhoto,
  type Saying,
  type Status,
} from './status'

/** What stands in the fields of one action, as it was sent. */
export type TypedItem = {
  readonly choice: string
  readonly sentence: string
  readonly evidence: string
  /** The photo that came along, or why it is none. */
  readonly photo: Omit<SaidPhoto, 'text'> | PhotoFault | null
  readonly photoText: string
}

/** Why a file that came along is no photo that is kept; as the reader of photos says it. */
export type PhotoFault = 'too-large' | 'heic' | 'no-photo' | 'damaged' | 'too-many-dots'

export type EntryFault = {
  readonly action: string
  readonly field: 'stand' | 'zin' | 'bewijs' | 'foto' | 'fototekst'
  readonly fault:
    | 'no-choice'
    | 'no-reason'
    | 'too-long'
    | 'no-address'
    | 'nothing-to-repeat'
    | `photo-${PhotoFault}`
    | 'photo-missing'
    /** It was right, but something else was not: a browser does not send a file a second time by itself. */
    | 'photo-again'
    | 'no-photo-text'
    | 'photo-text-too-long'
}

/** Lines and spaces of a typed sentence made one space; null when nothing is left. */
export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim() || null

const longestAddress = 500

/** Whether this is an address of the web, no longer than is kept. */
function isAddress(text: string): boolean {
  if (text.length > longestAddress || /\s/.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
}

/**
 * What was typed for one action. Null when nothing was: the action stays open. Fields hold what was last said, so a sentence that
 * was not touched is no answer by itself; and "ongewijzigd" with another sentence is the same status with that sentence.
 */
export function readItem(
  item: Pick<Item, 'action' | 'status' | 'sentence'>,
  typed: TypedItem,
): Saying | null | EntryFault[] {
  const { action } = item
  const sentence = tidy(typed.sentence)
  const evidence = tidy(typed.evidence)
  const isTouched = sentence !== null && sentence !== tidy(item.sentence ?? '')
  const { photo, faults } = readPhotoOf(action, typed)
  if (typed.choice === '') {
    const isEmpty = !isTouched && evidence === null && photo === null && faults.length === 0
    return isEmpty ? null : [{ action, field: 'stand', fault: 'no-choice' }, ...faults]
  }
  if (typed.choice === 'ongewijzigd' && item.status === null)
    return [{ action, field: 'stand', fault: 'nothing-to-repeat' }, ...faults]
  const status: Status | null =
    typed.choice === 'ongewijzigd' ? item.status : isStatus(typed.choice) ? typed.choice : null
  if (status === null) return [{ action, field: 'stand', fault: 'no-choice' }, ...faults]
  if (sentence === null && needsReason(status)) faults.push({ action, field: 'zin', fault: 'no-reason' })
  if (sentence !== null && sentence.length > longestSentence) faults.push({ action, field: 'zin', fault: 'too-long' })
  if (evidence !== null && !isAddress(evidence)) faults.push({ action, field: 'bewijs', fault: 'no-address' })
  if (faults.length > 0) return faults
  if (typed.choice === 'ongewijzigd' && !isTouched && evidence === null && photo === null)
    return { action, unchanged: true }
  return { action, status, sentence, evidence, photo }
}

/** The photo with its words: both, or neither. */
function readPhotoOf(action: string, typed: TypedItem): { photo: SaidPhoto | null; faults: EntryFault[] } {
  const text = tidy(typed.photoText)
  const faults: EntryFault[] = []
  const fault = (field: 'foto' | 'fototekst', fault: EntryFault['fault']) => faults.push({ action, field, fault })
  if (typeof typed.photo === 'string') fault('foto', `photo-${typed.photo}`)
  else if (typed.photo === null && text !== null) fault('foto', 'photo-missing')
  if (typed.photo !== null && text === null) fault('fototekst', 'no-photo-text')
  if (text !== null && text.length > longestPhotoText) fault('fototekst', 'photo-text-too-long')
  const isWhole = faults.length === 0 && typed.photo !== null && typeof typed.photo !== 'string' && text !== null
  return { photo: isWhole ? { ...(typed.photo as Omit<SaidPhoto, 'text'>), text: text as string } : null, faults }
}

/** What was typed for each action, or everything that is wrong with it. */
export function readForm(
  items: readonly Parameters<typeof readItem>[0][],
  typed: ReadonlyMap<string, TypedItem>,
): { readonly sayings: readonly Saying[] } | { readonly faults: readonly EntryFault[] } {
  const nothing = { choice: '', sentence: '', evidence: '', photo: null, photoText: '' }
  const read = items.map((item) => readItem(item, typed.get(item.action) ?? nothing))
  const faults = read.flatMap((one) => (Array.isArray(one) ? one : []))
  if (faults.length > 0) {
    const chosen = [...typed].filter(([, { photo }]) => photo !== null && typeof photo !== 'string')
    const again = chosen.map(([action]): EntryFault => ({ action, field: 'foto', fault: 'photo-again' }))
    return { faults: [...faults, ...again] }
  }
  return { sayings: read.flatMap((one) => (one === null || Array.isArray(one) ? [] : [one])) }
}
