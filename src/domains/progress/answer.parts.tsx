import { readPhoto } from '../../platform/images/photo'
import { type AnswerPurpose, refusedReply } from '../../platform/mail/answer'
import { count, sentenceList } from '../../platform/ui/wording'
import type { AnswerFault } from './answer'
import type { MailedPhoto, MailedPhotoFault } from './mailed-photo'
import { photoFaultWords } from './photo.parts'
import { answering } from './round.parts'
import { longestSentence, type Saying } from './status'
import { ownAddress, statusWords } from './update.parts'
import { itemsAsked } from './update.store'
import { applyAnswer } from './update.verbs'

const faultWords: Readonly<Record<AnswerFault['fault'], string>> = {
  unclear: 'wij lezen niet hoe de actie ervoor staat',
  'no-such-number': 'dit nummer stond niet in de mail',
  'no-reason': 'schrijf in één zin waarom',
  'too-long': `schrijf ten hoogste ${longestSentence} tekens`,
  'nothing-to-repeat': 'er is nog niets gemeld, dus ook niets ongewijzigd',
  twice: 'deze actie staat er twee keer',
}

/** What is done with an answer to a mail of a round, and what is mailed back. */
export const updateAnswers = (baseUrl: string): AnswerPurpose => ({
  code: 'stand',
  async take(tx, { about, text, photos, address, requestId }) {
    const items = await itemsAsked(tx, String((about as { request?: unknown }).request ?? ''))
    // What comes once more at the same address with the same words is kept once.
    const { kept, refused, sayings, faults, photoFault } = await applyAnswer(
      tx,
      items,
      { text, photos: photos.map(mailedPhoto) },
      { formKey: `mail-${address}`, linkHash: null, requestId },
    )
    const isNothingKept = faults.length > 0 || sayings.length === 0
    const elsewhere = [
      ...(photoFault ? [`Er is geen foto bewaard. ${photoWords[photoFault]}`] : []),
      ...(photos.length > 0 && !photoFault && isNothingKept ? ['Stuur de foto opnieuw mee.'] : []),
      'Liever op de site? Log in:',
      `${baseUrl}${ownAddress}`,
    ]
    if (items.length === 0)
      return refusedReply('niet gevraagd', ['Deze acties houdt u niet meer bij. Er is niets bewaard.'])
    if (faults.length > 0)
      return refusedReply('niet gelezen', [
        'Er is niets bewaard: van deze regels is iets niet duidelijk.',
        ...faults.map(({ line, fault }) => `- "${line}": ${faultWords[fault]}.`),
        ...answering(items.length),
        ...elsewhere,
      ])
    if (sayings.length === 0)
      return refusedReply('niets gelezen', [
        'Wij vonden in uw mail niets over de acties. Er is niets bewaard.',
        ...answering(items.length),
        ...elsewhere,
      ])
    const numberOf = (action: string) => items.findIndex((item) => item.action === action) + 1
    const open = items.length - sayings.length
    return {
      outcome: kept > 0 ? 'verwerkt' : 'geweigerd',
      reason: kept > 0 ? null : 'niet meer van deze functie',
      subject: kept > 0 ? `Bewaard: ${count(kept, 'actie', 'acties')}` : 'Uw mail is niet verwerkt',
      body: [
        ...(kept > 0 ? ['Dit hebben wij bewaard:'] : []),
        ...sayings
          .filter(({ action }) => !refused.includes(action))
          .map((saying) => `${numberOf(saying.action)}. ${wordsOf(saying)} (${saying.action})`),
        ...(refused.length > 0 ? [`Niet bewaard, want u houdt ze niet meer bij: ${sentenceList(refused)}.`] : []),
        ...(open > 0 ? [`${count(open, 'actie staat', 'acties staan')} nog open.`] : []),
        'Klopt het niet? Antwoord op deze mail: wat u dan schrijft, komt er als nieuwe melding bij.',
        ...elsewhere,
      ].join('\n\n'),
      usesUp: false,
    }
  },
})

const mailedPhoto = (bytes: Uint8Array): MailedPhoto => {
  const read = readPhoto(bytes)
  return typeof read === 'string' ? read : { kind: read.kind, bytes: read.bytes }
}

const photoWords: Readonly<Record<MailedPhotoFault, string>> = {
  ...photoFaultWords,
  'photo-missing': 'U schreef wat er op een foto staat, maar wij vonden geen foto bij uw mail.',
  'no-photo-text': 'Stuur hem opnieuw, met onder de actie een regel met wat erop staat: foto: een hek langs het spoor.',
  'several-photos': 'Bij een mail past één foto met één regel "foto:". Stuur er een, of zet ze er op de site bij.',
  'no-place': 'Zet de regel "foto:" onder de regel van de actie waar de foto bij hoort.',
}

const wordsOf = (saying: Saying) =>
  'unchanged' in saying
    ? 'ongewijzigd'
    : [
        `${statusWords[saying.status]}${saying.sentence ? `: ${saying.sentence}` : ''}`,
        ...(saying.photo ? [`met een foto: ${saying.photo.text}`] : []),
      ].join(', ')
