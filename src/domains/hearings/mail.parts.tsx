import { day } from '../../platform/ui/wording'
import { entryAddress, partyName } from './hearing.parts'
import type { HearingPost, WordMail } from './hearing.verbs'
import { answeringFor } from './mailed.parts'

/** How the mails of a hearing go out here; `domain` is where answers are taken, null where they are not. */
export const hearingPostFrom = (baseUrl: string, domain: string | null): HearingPost => ({
  word: wordMailFrom(baseUrl, domain !== null),
  domain,
})

const wordMailFrom =
  (baseUrl: string, takesAnswers: boolean): WordMail =>
  (hearing, party, kind) => {
    const { subject, text, termEndsOn, askedBy } = hearing
    const asked = party.kind === 'raad' ? 'Zienswijze' : 'Reactie'
    return {
      subject: `${kind === 'herinnering' ? 'Herinnering. ' : ''}${asked} van ${partyName(party)}: ${subject.title}`,
      body: [
        kind === 'opening'
          ? `${askedBy.name} legt een ontwerp voor aan ${partyName(party)}: ${subject.title}.`
          : `Wij weten nog niet wat ${partyName(party)} vindt van ${subject.title}.`,
        `De tekst is: ${text.name}, van ${day(text.on)}.${text.address ? ` U leest hem hier: ${text.address}` : ''}`,
        ...(party.kind === 'raad' && subject.kind === 'strategie'
          ? ['Vóór het vaststellen wordt elke raad gehoord over het ontwerp (artikel 39 Politiewet 2012).']
          : []),
        `De termijn loopt tot en met ${day(termEndsOn)}.`,
        party.kind === 'raad'
          ? 'Log in en vul in wat u weet: wanneer het is verzonden, op de agenda staat en behandeld is, en wat de raad ervan vindt. Wat u niet weet, laat u leeg.'
          : 'Log in en vul uw reactie in.',
        `${baseUrl}/inloggen?naar=${encodeURIComponent(entryAddress(hearing.code, party.code))}`,
        ...(takesAnswers ? answeringFor(party.kind) : []),
        ...(kind === 'opening'
          ? ['Weten wij een week voor het einde nog niets, dan krijgt u één herinnering.']
          : ['Dit is de enige herinnering.']),
      ].join('\n\n'),
    }
  }
