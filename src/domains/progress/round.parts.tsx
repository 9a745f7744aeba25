import { count, day, period } from '../../platform/ui/wording'
import type { MailKind } from './calendar'
import type { RoundPost, WordRequest } from './round.verbs'
import { statuses } from './status'
import { lastWords, linkAddress, signInAddress, statusWords } from './update.parts'

/** A round as its quarter: "vierde kwartaal van 2026". */
export const roundWords = (code: string) => period(code.replace('-', '-Q'))

export const mailKindWords: Readonly<Record<MailKind, string>> = {
  vraag: 'vraag',
  herinnering: 'herinnering',
  plaatsvervanger: 'vraag aan de plaatsvervanger',
}

const openings: Readonly<Record<MailKind, (actedAs: string) => string>> = {
  vraag: (actedAs) => `U houdt deze acties bij, als ${actedAs}. Hoe staan zij ervoor?`,
  herinnering: (actedAs) => `Van deze acties weten wij nog niet hoe zij ervoor staan. U houdt ze bij, als ${actedAs}.`,
  plaatsvervanger: (actedAs) =>
    `Van deze acties kwam nog geen bericht. U bent plaatsvervanger, als ${actedAs}. Kunt u zeggen hoe zij ervoor staan?`,
}

/** How a mail of so many items is answered by mail. */
export const answering = (items: number): readonly string[] => [
  'Of antwoord op deze mail. Zet bovenaan uw antwoord:',
  ...(items > 1
    ? [
        '1 op koers: de eerste bijeenkomst was in september',
        '2 ongewijzigd',
        'Geldt het voor alle acties: allemaal ongewijzigd',
      ]
    : ['op koers: de eerste bijeenkomst was in september']),
  'Een foto erbij? Stuur er een mee, en schrijf onder de actie: foto: wat erop staat.',
  'U krijgt een mail terug met wat wij lazen.',
]

/** How the mails of a round go out: the addresses in them are of this installation. `domain` is where answers are taken. */
export const roundPostFrom = (baseUrl: string, domain: string | null): RoundPost => ({
  word: wordRequestFrom(baseUrl, domain !== null),
  domain,
})

const wordRequestFrom =
  (baseUrl: string, takesAnswers: boolean): WordRequest =>
  ({ kind, to, round, items, secret }) => ({
    subject: `${kind === 'herinnering' ? 'Herinnering: h' : 'H'}oe staat het ervoor? ${count(items.length, 'actie', 'acties')}, ${roundWords(round.code)}`,
    body: [
      openings[kind](to.actedAs),
      '',
      ...items.flatMap((item, index) => [
        `${index + 1}. ${item.title} (${item.action})`,
        `   ${item.programme}. ${lastWords(item)}`,
        '',
      ]),
      `U kiest per actie: ${[...(items.some(({ status }) => status) ? ['ongewijzigd'] : []), ...statuses.map((one) => statusWords[one])].join(', ')}. Met één zin erbij.`,
      '',
      'Open deze link en verstuur. U hoeft niet in te loggen:',
      `${baseUrl}${linkAddress(secret)}`,
      '',
      `De link werkt tot en met ${day(round.endsOn)}, alleen voor deze acties, en niet meer als uw functie eindigt of een actie naar een ander gaat. Stuur hem niet door.`,
      'Openen verandert niets; pas met de knop wordt iets bewaard.',
      '',
      ...(takesAnswers ? [...answering(items.length), ''] : []),
      `Liever zonder link? Log in: ${baseUrl}${signInAddress}`,
      'Is een actie niet van u? Op de pagina van de actie staat wie haar bijhoudt. Uw adviseur of programmamanager kan dat wijzigen.',
    ].join('\n'),
  })
