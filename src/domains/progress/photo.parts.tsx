import { largestPhoto } from '../../platform/images/photo'
import type { PhotoFault } from './entry'
import { longestPhotoText } from './status'

/** Why a photo, or what is said to be on it, cannot be kept, and what to do; the same for a form and for a mail. */
export const photoFaultWords: Readonly<Record<`photo-${PhotoFault}` | 'photo-text-too-long', string>> = {
  'photo-too-large': `Deze foto is groter dan ${largestPhoto / 1024 / 1024} MB. Kies in uw telefoon een kleiner formaat.`,
  'photo-heic': 'Deze foto is van het soort HEIC. Dat toont niet elke browser. Kies een JPEG of PNG.',
  'photo-no-photo': 'Dit is geen foto. Kies een JPEG of PNG.',
  'photo-damaged': 'Deze foto is niet heel aangekomen. Kies hem opnieuw.',
  'photo-too-many-dots': 'Deze foto heeft meer dan 60 miljoen punten. Kies een kleiner formaat.',
  'photo-text-too-long': `Schrijf over de foto ten hoogste ${longestPhotoText} tekens.`,
}
