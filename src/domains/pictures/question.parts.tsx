import type { Child } from 'hono/jsx'
import { withQuery } from '../../kernel/address'
import { TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { WatchedKind } from '../crime'
import { attenderingenAddress, verdictWords } from './change.parts'
import { pictureAddress } from './picture.parts'
import { type Answer, type Asked, isUnknown, type QuestionView } from './question'
import { ownComparisonAddress, typeAddress } from './view'

export const questionsAddress = '/open-vragen'
export const questionsCrumb = { label: 'Open vragen', href: questionsAddress }

/** What is asked, as fields of an address and a form; the picture of an area is the usual view. */
export const askedFields = ({ view, area, type, level }: Asked): Readonly<Record<string, string>> => ({
  ...(view === 'beeld' ? {} : { weergave: view }),
  ...(area === null ? {} : { gebied: area }),
  ...(type === null ? {} : { soort: type }),
  ...(level === null ? {} : { niveau: level }),
})

/** Where a question is kept open. */
export const newQuestionAddress = (asked: Asked) => withQuery(`${questionsAddress}/nieuw`, askedFields(asked))

export const stopAddress = (id: string) => `${questionsAddress}/${id}/stoppen`

const nothing = { area: null, type: null, level: null }

/** Under the title of a view: keep the question it answers open. For professionals, who get the mail. */
export function keepOpen(
  ask: Ask,
  asked: Partial<Asked> & { readonly view: QuestionView },
  canBeAnswered = true,
): Child[] {
  if (!canBeAnswered || !ask.person || ask.person.titles.length === 0) return []
  return [<TextLink href={newQuestionAddress({ ...nothing, ...asked })}>Houd deze vraag open</TextLink>]
}

/** The page that shows what is asked. */
export function viewAddress({ view, area, type, level }: Asked): string {
  if (view === 'attenderingen')
    return withQuery(attenderingenAddress, { niveau: level === 'gemeente' ? '' : (level ?? '') })
  if (view === 'regio') return typeAddress(type ?? '')
  return view === 'beeld'
    ? pictureAddress(area ?? '', { soort: type ?? '' })
    : ownComparisonAddress(area ?? '', { soort: type ?? '' })
}

const perLevel: Readonly<Record<WatchedKind, string>> = {
  gemeente: 'per gemeente',
  district: 'per district',
  regio: 'van de hele regio',
}

type Named = Pick<Asked, 'view' | 'level'> & { readonly typeName: string | null; readonly areaName: string | null }

/** What a question asks, as a name: "Straatroof in Zeist". */
export function questionName({ view, level, typeName, areaName }: Named): string {
  if (view === 'attenderingen') return `Attenderingen ${perLevel[level ?? 'gemeente']}`
  if (view === 'regio') return `${typeName} per gemeente`
  return `${typeName} in ${areaName}${view === 'vergelijking' ? ', vergeleken' : ''}`
}

/** The words of an answer that is one word, in the middle of a sentence. */
const oneWord: Readonly<Record<string, string>> = {
  meer: verdictWords.more,
  minder: verdictWords.less,
  geen: verdictWords.none,
  'te-weinig': verdictWords.few,
  onbekend: 'niet bekend',
  hoger: 'hoger dan verwacht voor een gemeente van deze omvang',
  lager: 'lager dan verwacht voor een gemeente van deze omvang',
  vergelijkbaar: 'vergelijkbaar met wat verwacht wordt bij deze omvang',
}

type Names = ReadonlyMap<string, string>

/** `Zeist: aantoonbaar meer`, `Zeist: straatroof`. */
function statementWords(statement: string, names: Names): string {
  const [subject = '', about] = statement.split(' ')
  if (about === undefined) return oneWord[subject] ?? subject
  return `${names.get(subject) ?? subject}: ${oneWord[about] ?? names.get(about)?.toLowerCase() ?? about}`
}

/** Statements by name, never by number. */
export const statementList = (statements: Answer, names: Names) =>
  statements
    .map((statement) => statementWords(statement, names))
    .toSorted((one, other) => one.localeCompare(other, 'nl'))
    .join('; ')

/** At most so many statements are spelled out in a cell; more are counted. */
const spelledOut = 3

/** An answer in a few words. */
export function answerWords(view: QuestionView, answer: Answer, names: Names): string {
  if (isUnknown(answer) || view === 'beeld' || view === 'vergelijking' || isShort(answer))
    return statementList(answer, names)
  if (view === 'regio')
    return answer.length === 0
      ? 'in geen gemeente aantoonbaar veranderd'
      : `${count(answer.length, 'gemeente', 'gemeenten')} aantoonbaar veranderd`
  return answer.length === 0
    ? 'geen attendering die standhoudt'
    : `${count(answer.length, 'attendering', 'attenderingen')} die standhouden`
}

const isShort = ({ length }: Answer) => length > 0 && length <= spelledOut
