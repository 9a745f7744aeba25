import { number } from '../../platform/ui/wording'
import { verdictWords } from './change.parts'
import type { KnownRelease } from './count'
import { pictureAddress, twelveMonths } from './picture.parts'
import type { Answer } from './question'
import type { WordMail } from './question.verbs'

export const questionsAddress = '/open-vragen'

/** Where a question about an area and a type is kept open. */
export const newQuestionAddress = (area: string, type: string) =>
  `${questionsAddress}/nieuw?${new URLSearchParams({ gebied: area, soort: type })}`

export const stopAddress = (id: string) => `${questionsAddress}/${id}/stoppen`

/** The answer in words. */
export const answerWords: Readonly<Record<Answer, string>> = {
  meer: verdictWords.more,
  minder: verdictWords.less,
  geen: verdictWords.none,
  'te-weinig': verdictWords.few,
  onbekend: 'niet bekend',
}

/** What a question asks, as a name: "Straatroof in Zeist". */
export const questionName = (typeName: string, areaName: string) => `${typeName} in ${areaName}`

/** The answer as a whole sentence with its numbers. */
export function answerSentence(
  { answer, now, before }: { readonly answer: Answer; readonly now: number | null; readonly before: number | null },
  release: KnownRelease,
): string {
  const when = twelveMonths(release.lastMonth)
  if (now === null || before === null) return `Van ${when} kennen we niet alle aantallen.`
  return `Van ${when} registreerde de politie er ${number(now)}, de 12 maanden ervoor ${number(before)}: ${answerWords[answer]}.`
}

/** Words a mail about a question whose answer changed. The addresses in it are of this installation. */
export const wordMailFrom =
  (baseUrl: string): WordMail =>
  (question, answered, release) => {
    const name = questionName(question.typeName, answered.area.name)
    const words = answerSentence(answered, release)
    const stopsAt = `${baseUrl}${stopAddress(question.id)}`
    return {
      words,
      stopsAt,
      subject: `${name}: ${answerWords[answered.answer]}`,
      body: [
        `U houdt deze vraag open: ${name}.`,
        '',
        `Het antwoord was: ${answerWords[question.answer ?? 'onbekend']}.`,
        `Het antwoord is nu: ${answerWords[answered.answer]}.`,
        '',
        words,
        '',
        'Een aantal kan ook door toeval veranderen. In ongeveer 1 van de 100 gevallen zien wij een verandering die er niet is.',
        '',
        `Bekijk de cijfers: ${baseUrl}${pictureAddress(question.area, { soort: question.type })}`,
        `Alle vragen en mails: ${baseUrl}${questionsAddress}`,
        `Geen mail meer over deze vraag: ${stopsAt}`,
      ].join('\n'),
    }
  }
