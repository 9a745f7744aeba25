import type { ReadAnswer } from './answer'
import type { PhotoFault } from './entry'
import { type Item, longestPhotoText, needsReason, type SaidPhoto, type Saying } from './status'

/** A photo as it came with a mail: without words yet, or why it is none. */
export type MailedPhoto = Omit<SaidPhoto, 'text'> | PhotoFault

/** Why the photo of a mail is not kept, or that it is missing. What the mail says of the actions is kept all the same. */
export type MailedPhotoFault =
  | `photo-${PhotoFault}`
  | 'photo-missing'
  | 'no-photo-text'
  | 'photo-text-too-long'
  /** More than one photo, or words for more than one. */
  | 'several-photos'
  /** The words stand above every action, or under one that the mail says nothing of. */
  | 'no-place'

/** Puts the photo of a mail with the action that its words stand under. */
export function withPhoto(
  items: readonly Pick<Item, 'action' | 'status' | 'sentence'>[],
  { sayings, photoTexts }: ReadAnswer,
  photos: readonly MailedPhoto[],
): { readonly sayings: readonly Saying[]; readonly fault: MailedPhotoFault | null } {
  const without = (fault: MailedPhotoFault | null) => ({ sayings, fault })
  const [[photo], [words]] = [photos, photoTexts]
  if (photos.length > 1 || photoTexts.length > 1) return without('several-photos')
  if (!photo) return without(words ? 'photo-missing' : null)
  if (typeof photo === 'string') return without(`photo-${photo}`)
  if (!words) return without('no-photo-text')
  if (words.text.length > longestPhotoText) return without('photo-text-too-long')
  const saying = sayings.find(({ action }) => action === words.action)
  const said = saying && asSaid(saying, items)
  if (!said) return without('no-place')
  const shown = { ...said, photo: { ...photo, text: words.text } }
  return { sayings: sayings.map((one) => (one === saying ? shown : one)), fault: null }
}

/** "Ongewijzigd" with a photo says the same once more, and something new beside it. */
function asSaid(saying: Saying, items: Parameters<typeof withPhoto>[0]) {
  if (!('unchanged' in saying)) return saying
  const item = items.find(({ action }) => action === saying.action)
  if (!item?.status || (item.sentence === null && needsReason(item.status))) return null
  return { action: item.action, status: item.status, sentence: item.sentence, evidence: null, photo: null }
}
