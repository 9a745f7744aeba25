import { number } from '../../platform/ui/wording'
import { allCrimes, chanceAlone, type KnownRelease, shareOfChance } from '../crime'
import { standingSentence } from './attendering.parts'
import { oneIn } from './change.parts'
import { ownFinding } from './comparison.parts'
import { twelveMonths } from './picture.parts'
import { type Asked, isUnknown, verdictCode } from './question'
import { answerWords, questionName, questionsAddress, statementList, stopAddress, viewAddress } from './question.parts'
import type { WordMail } from './question.verbs'
import type { Answered, Found } from './question-answer.verbs'
import { judgedTogether, regionChangeSentence } from './region-change.parts'

/** The answer as a whole sentence with its numbers, as the page of the view says it. */
export function answerSentence({ found }: Answered, release: KnownRelease): string {
  const when = twelveMonths(release.lastMonth)
  if (found.view === 'regio') return regionChangeSentence(found.change, release.lastMonth)
  if (found.view === 'attenderingen') return standingSentence(found.result, release.lastMonth)
  if (found.view === 'vergelijking') return `${ownFinding(found.own)} Geteld zijn de misdrijven van ${when}.`
  const { now, before, verdict } = found
  if (now === null || before === null) return `Van ${when} kennen we niet alle aantallen.`
  return `Van ${when} registreerde de politie er ${number(now)}, de 12 maanden ervoor ${number(before)}: ${answerWords('beeld', [verdictCode[verdict]], new Map())}.`
}

/** What chance may have done to the answer. */
export function caution(found: Found): string {
  if (found.view === 'vergelijking')
    return 'Een aantal kan ook door toeval veranderen. Hoger of lager heet het pas buiten de grens waar 998 van de 1.000 binnen liggen.'
  if (found.view === 'regio') return judgedTogether('gemeenten')
  if (found.view === 'attenderingen')
    return `Een attendering is een reden om te kijken, geen conclusie. Van wat standhoudt, is naar verwachting hoogstens ${oneIn(shareOfChance)} toeval.`
  return found.type.code === allCrimes
    ? `Een aantal kan ook door toeval veranderen. In ongeveer ${oneIn(chanceAlone)} gevallen zien wij een verandering die er niet is.`
    : judgedTogether('soorten')
}

/** The name of a question, from its answer. */
export const nameOf = ({ view, level }: Asked, { found }: Answered): string =>
  questionName({
    view,
    level,
    typeName: found.view === 'attenderingen' ? null : found.type.name,
    areaName: found.view === 'beeld' ? found.area.name : found.view === 'vergelijking' ? found.own.area.name : null,
  })

/** Words a mail about a question whose answer changed. The addresses in it are of this installation. */
export const wordMailFrom =
  (baseUrl: string): WordMail =>
  (question, { answered, change, release }) => {
    const { found, answer, names } = answered
    const before = question.answer ?? ['onbekend']
    const name = nameOf(question, answered)
    const isOne = found.view === 'beeld' || found.view === 'vergelijking'
    const list = (head: string, statements: readonly string[]) =>
      statements.length > 0 ? [`${head} ${statementList(statements, names)}.`] : []
    const differences =
      isOne || isUnknown(before)
        ? [
            `Het antwoord was: ${answerWords(found.view, before, names)}.`,
            `Het antwoord is nu: ${answerWords(found.view, answer, names)}.`,
          ]
        : [...list('Erbij gekomen:', change.joined), ...list('Niet meer:', change.left)]
    const sentence = answerSentence(answered, release)
    const stopsAt = `${baseUrl}${stopAddress(question.id)}`
    return {
      words: isOne || isUnknown(before) ? sentence : [...differences, sentence].join(' '),
      stopsAt,
      subject: isOne ? `${name}: ${answerWords(found.view, answer, names)}` : `${name}: het antwoord is veranderd`,
      body: [
        `U houdt deze vraag open: ${name}.`,
        '',
        ...differences,
        '',
        sentence,
        '',
        caution(found),
        '',
        `Bekijk de cijfers: ${baseUrl}${viewAddress(question)}`,
        `Alle vragen en mails: ${baseUrl}${questionsAddress}`,
        `Geen mail meer over deze vraag: ${stopsAt}`,
      ].join('\n'),
    }
  }
