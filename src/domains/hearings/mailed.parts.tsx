import { type AnswerPurpose, type MailReply, refusedReply } from '../../platform/mail/answer'
import { moment } from '../../platform/ui/wording'
import type { Party, Said } from './hearing'
import { dayWords, entryAddress, partyName, viewWords } from './hearing.parts'
import { answerExample, type MailedFault } from './mailed'
import { type EntryOutcome, takeEntryAnswer } from './mailed.verbs'

/** How a mail about a party is answered by mail. */
export const answeringFor = (kind: Party['kind']): readonly string[] => [
  'Of antwoord op deze mail. Zet bovenaan uw antwoord wat u weet, elk op een eigen regel. Bijvoorbeeld:',
  answerExample[kind].join('\n'),
  kind === 'raad'
    ? 'Ook zo: "verzonden op 2 november 2026", "agenda: 12 januari 2027", "gehoord op 12 januari 2027", "wensen: noem ook het buitengebied", "bedenkingen: …", "besloten", "stuk: https://…".'
    : 'Ook zo: "bedenkingen: …", "geen wensen of bedenkingen", "brief: https://…".',
  'Meer wensen? Zet onder "wensen:" op elke regel een streepje met één wens. Noem geen personen. Wat u niet noemt, blijft zoals het was. U krijgt een mail terug met wat wij lazen.',
]

const lineWords: Readonly<Record<MailedFault['fault'], string>> = {
  'no-day': 'wij lezen hier geen datum, zoals 12 maart 2026',
  'no-view': 'achter de datum lezen wij niet wat de zienswijze is',
  twice: 'dit staat er twee keer, met iets anders erbij',
  'in-private': 'was de vergadering besloten? Zet dan op een eigen regel alleen: besloten',
}

/** What is done with an answer to a mail of a hearing, and what is mailed back. */
export const hearingAnswers = (baseUrl: string): AnswerPurpose => ({
  code: 'zienswijze',
  take: async (tx, answer) => wordReply(await takeEntryAnswer(tx, answer), baseUrl),
})

function wordReply(outcome: EntryOutcome, baseUrl: string): MailReply {
  if (outcome.is === 'gone')
    return refusedReply('niet gevraagd', ['Deze ronde is gesloten, of u vult dit niet meer in. Er is niets bewaard.'])
  const { hearing, party } = outcome
  const onSite = [
    'Liever op de site? Log in:',
    `${baseUrl}/inloggen?naar=${encodeURIComponent(entryAddress(hearing.code, party.code))}`,
  ]
  const again = [...answeringFor(party.kind), ...onSite]
  switch (outcome.is) {
    case 'nothing':
      return refusedReply('niets gelezen', ['Wij vonden in uw mail geen antwoord. Er is niets bewaard.', ...again])
    case 'unclear':
      return refusedReply('niet gelezen', [
        'Er is niets bewaard: van deze regels is iets niet duidelijk.',
        ...outcome.lines.map(({ line, fault }) => `- "${line}": ${lineWords[fault]}.`),
        ...again,
      ])
    case 'refused':
      return refusedReply('kan niet', [
        'Er is niets bewaard. Dit kan niet, met wat er al staat erbij:',
        ...outcome.faults.map(({ message }) => `- ${message}`),
        ...again,
      ])
    case 'overtaken':
      return refusedReply('intussen ingevuld', [
        `Er is niets bewaard. Intussen vulde ${outcome.theirs.actedAs} iets anders in, op ${moment(outcome.theirs.at)}:`,
        ...saidLines(outcome.theirs, party.kind),
        'Moet het toch worden wat u schreef? Antwoord dan op deze mail met hetzelfde.',
        ...onSite,
      ])
    case 'kept':
    case 'same':
      return {
        outcome: 'verwerkt',
        reason: outcome.is === 'same' ? 'stond er al zo' : null,
        subject: `${outcome.is === 'kept' ? 'Bewaard' : 'Dit stond er al'}: ${partyName(party)}`,
        body: [
          `Zo staat het er nu voor ${partyName(party)}:`,
          ...saidLines(outcome.said, party.kind),
          'Klopt het niet? Antwoord op deze mail. Een wens of bedenking wijzigen of weghalen kan op de site.',
          ...onSite,
        ].join('\n\n'),
        usesUp: false,
      }
  }
}

function saidLines(said: Said, kind: Party['kind']): string[] {
  return [
    ...(kind === 'raad'
      ? [
          `- verzonden: ${dayWords(said.sentOn)}`,
          `- op de agenda: ${dayWords(said.onAgendaOn)}`,
          `- gehoord: ${dayWords(said.heardOn)}${said.inPrivate ? ', besloten vergadering' : ''}`,
        ]
      : [`- reactie van: ${dayWords(said.heardOn)}`]),
    `- zienswijze: ${viewWords[said.view ?? 'onbekend']}`,
    ...(said.paper ? [`- stuk: ${said.paper}`] : []),
    ...said.points.map(({ number, text }) => `- punt ${number}: ${text}`),
  ]
}
