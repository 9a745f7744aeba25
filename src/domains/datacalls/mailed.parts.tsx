import { type AnswerPurpose, type MailReply, refusedReply } from '../../platform/mail/answer'
import { count, day as dayInWords, moment, sentenceList } from '../../platform/ui/wording'
import type { Task } from './answer.verbs'
import { latestAnswer } from './call'
import { contentWords, taskAddress } from './call.parts'
import { openLines } from './mailed'
import { type MailOutcome, takeListAnswer } from './mailed.verbs'
import type { WordList } from './mailing.verbs'

const howTo = ['1: 345', '2: 1.234,5', '3: niet te geven, omdat wij dit niet tellen']

/** Words a list. `takesAnswers`: a mail back is read here. */
export const wordListFrom =
  (baseUrl: string, takesAnswers: boolean): WordList =>
  ({ call, holder, lines }, kind) => {
    const address = `${baseUrl}${taskAddress(call.code, holder.code)}`
    const open = openLines(lines).length
    const due = call.due ? `Uiterlijk ${dayInWords(call.due)}.` : 'Er is geen datum afgesproken.'
    const answering = [
      'Antwoord op deze mail. Zet bovenaan uw antwoord het nummer van het cijfer met uw getal erachter, elk op een eigen regel. Zo:',
      howTo.join('\n'),
      'Achter een puntkomma mag een toelichting. Zet geen namen en geen gegevens over personen of zaken in uw mail. Wat u niet weet, laat u weg: dat is onbekend, en geen nul.',
      'U krijgt een mail terug met wat wij lazen. Een mail is geen handtekening: ondertekenen doet u daarna op de site.',
      'Liever met een bestand? Haal het hier op, vul de kolom waarde in, en stuur het mee met uw antwoord:',
      `${address}/uitvraag.xlsx`,
      'Liever op de site? Vul hier in:',
      address,
      'Deze nummers kunt u overnemen in uw antwoord:',
      lines.map((_, at) => `${at + 1}: `).join('\n'),
    ]
    const onSite = [
      'Vul hier in:',
      address,
      'Liever met een bestand? Haal het hier op en lees het op de site weer in:',
      `${address}/uitvraag.xlsx`,
    ]
    return {
      subject: `${kind === 'herinnering' ? 'Herinnering: ' : ''}${call.title}, ${call.year}`,
      body: [
        `${call.askedBy.name} vraagt ${holder.name} om ${count(lines.length, 'cijfer', 'cijfers')} over ${call.year}. ${open === lines.length ? '' : `${open === 1 ? 'Er staat nog 1 open' : `Er staan er nog ${open} open`}. `}${due}`,
        ...(takesAnswers ? answering : onSite),
        'Dit zijn de cijfers:',
        ...lines.map((line, at) => {
          const content = latestAnswer(line)?.content
          const now = content && content.kind !== 'leeg' ? ` Nu ingevuld: ${contentWords(content, line.unit)}.` : ''
          return `${at + 1}. ${line.title} (${line.unit}). ${line.definition} ${line.countingRule ?? ''}`.trim() + now
        }),
      ].join('\n\n'),
    }
  }

/** What is done with an answer to a list, and what is mailed back. */
export const listAnswers = (baseUrl: string): AnswerPurpose => ({
  code: 'uitvraag',
  take: async (tx, answer) => wordReply(await takeListAnswer(tx, answer), baseUrl),
})

const again = [
  'Antwoord op deze mail om het te verbeteren. Zet bovenaan uw antwoord het nummer met uw getal erachter. Zo:',
  howTo.join('\n'),
]

function wordReply(outcome: MailOutcome, baseUrl: string): MailReply {
  if (outcome.is === 'no-task') {
    return refusedReply(
      'geen uitvraag',
      ['Deze cijfers worden niet meer gevraagd, of u vult ze niet meer in. Er is niets bewaard.'],
      { usesUp: true },
    )
  }
  const { task } = outcome
  const address = `${baseUrl}${taskAddress(task.call.code, task.holder.code)}`
  const title = `${task.call.title}, ${task.call.year}`
  if (outcome.is === 'file-refused') {
    const shown = outcome.faults.slice(0, 30)
    return refusedReply(
      'bestand geweigerd',
      [
        `Uw bestand klopt niet. Er is niets bewaard. ${count(outcome.faults.length, 'fout', 'fouten')}${outcome.faults.length > shown.length ? `, hier staan de eerste ${shown.length}` : ''}:`,
        shown.join('\n'),
        'Verbeter het bestand en stuur het mee als antwoord op deze mail. Het bestand staat hier:',
        `${address}/uitvraag.xlsx`,
      ],
      { subject: `Niet verwerkt: ${title}` },
    )
  }
  const { kept, same, conflicts, faults } = outcome
  if (kept.length + same.length + conflicts.length + faults.length === 0) {
    return refusedReply(
      'geen antwoord gevonden',
      [
        'Wij vonden in uw mail geen nummer met een antwoord erachter. Er is niets bewaard. Wij lezen alleen wat u boven de oude mail schrijft.',
        ...again,
        'Of vul in op de site:',
        address,
      ],
      { subject: `Niet verwerkt: ${title}` },
    )
  }
  return { ...readReply(outcome, address), subject: `${kept.length > 0 ? 'Ingevuld' : 'Niets veranderd'}: ${title}` }
}

function readReply(
  { task, fileName, kept, same, conflicts, faults }: Extract<MailOutcome, { is: 'read' }>,
  address: string,
): Omit<MailReply, 'subject'> {
  const open = stillOpen(task, new Set(kept.map(({ line }) => line.code)))
  return {
    outcome: kept.length + same.length > 0 ? 'verwerkt' : 'geweigerd',
    reason: `${kept.length} ingevuld, ${conflicts.length} niet overgenomen, ${faults.length} niet begrepen`,
    usesUp: false,
    body: [
      kept.length === 0
        ? 'Er is niets veranderd.'
        : `Wij vulden ${count(kept.length, 'cijfer', 'cijfers')} in${fileName ? ' uit uw bestand' : ''}:`,
      ...kept.map(
        ({ number, line, content }) =>
          `${number}. ${line.title}: ${contentWords(content, line.unit)}${noteWords(content)}`,
      ),
      ...(same.length > 0 && !fileName
        ? [`Dit stond er al zo: ${sentenceList(same.map(({ number }) => String(number)))}.`]
        : []),
      ...(conflicts.length > 0
        ? [
            'Niet overgenomen, omdat er intussen iets anders is ingevuld:',
            ...conflicts.map(
              ({ number, line, content, theirs }) =>
                `${number}. ${line.title}: u schreef ${contentWords(content, line.unit)}. Er staat ${contentWords(theirs.content, line.unit)} (${theirs.actedAs}, ${moment(theirs.at)}). Moet uw antwoord het worden? Antwoord dan op deze mail met dit nummer en uw antwoord.`,
            ),
          ]
        : []),
      ...(faults.length > 0
        ? ['Niet begrepen, en niet bewaard:', ...faults.map(({ number, message }) => `${number}. ${message}`), ...again]
        : []),
      open.length === 0
        ? 'Alle cijfers van uw lijst zijn ingevuld.'
        : `Nog open: ${sentenceList(open.map((number) => String(number)))}.`,
      'Uw mail is geen handtekening. Bekijk hier wat er staat, en onderteken:',
      `${address}/ondertekenen`,
    ].join('\n\n'),
  }
}

const noteWords = (content: { kind: string; note?: string | null }) =>
  content.kind === 'getal' && content.note ? ` (${content.note})` : ''

/** The numbers of the lines that nobody answered, after what was kept just now. */
function stillOpen({ lines }: Task, kept: ReadonlySet<string>): number[] {
  const open = new Set(openLines(lines).map(({ code }) => code))
  return lines.flatMap(({ code }, at) => (open.has(code) && !kept.has(code) ? [at + 1] : []))
}
