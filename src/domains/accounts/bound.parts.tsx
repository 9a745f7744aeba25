import { parseSourceRef } from '../../kernel/source'
import type { TableBlock } from '../../platform/documents/document'
import { capital, day, number, period, quantity, sentenceList } from '../../platform/ui/wording'
import { type DocumentTitles, type Measurement, numberWords, periodPhrase, unjudgedWords } from '../figures'
import type { Found } from './bound'
import type { Said } from './later'
import { isOfArea, type Piece, piecesOf } from './reference'

/** What words need beside a figure: the titles of source documents; of the page of an area, its name. */
export type Around = {
  readonly found: ReadonlyMap<string, Found | null>
  readonly documents: DocumentTitles
  readonly areaName?: string
}

// On the page of an area a figure that is not there is an answer; elsewhere it keeps the account from being released.
const missingWords = (text: string, { areaName }: Around) =>
  areaName !== undefined && isOfArea(text)
    ? `onbekend (dit cijfer is er niet voor ${areaName})`
    : `[onbekend cijfer: ${text}]`

function sourceWords(of: readonly string[], documents: DocumentTitles): string {
  const titles = of.flatMap((text) => {
    const ref = parseSourceRef(text)
    return ref ? [documents.get(ref.document)?.title ?? ref.document] : []
  })
  return titles.length > 0 ? sentenceList([...new Set(titles)]) : 'opgegeven zonder bronstuk'
}

const periodOf = ({ period: of, basePeriod }: Pick<Measurement, 'period' | 'basePeriod'>) =>
  basePeriod === null ? period(of) : `${period(of)} ten opzichte van ${period(basePeriod)}`

const measuredSource = (one: Measurement, documents: DocumentTitles) =>
  `${sourceWords(one.sources, documents)}, bekend op ${day(one.knownOn)}${one.knownOnEstimated ? ' (geschat)' : ''}`

type Counted = Extract<Found, { kind: 'misdrijf' }>
type Asked = Extract<Found, { kind: 'uitvraag' }>
type Judged = Extract<Found, { kind: 'doel' }>['judged']

const monthsOf = ({ question: { from, until } }: Counted['figure']) =>
  from === until ? period(from) : `${period(from)} tot en met ${period(until)}`

const countedWords = ({ figure: { value } }: Counted) =>
  value === null ? 'een onbekend aantal geregistreerde misdrijven' : `${number(value)} geregistreerde misdrijven`

function countedSource({ figure, isExample, isProvisional }: Counted): string {
  const { table, knownOn } = figure.question.release
  const source = isExample
    ? `voorbeeldcijfers, verzonnen, gemaakt op ${day(knownOn)}`
    : `politie, tabel ${table}, bekend op ${day(knownOn)}`
  return isProvisional ? `${source}; voorlopig` : source
}

const openWords = ({ line }: Asked) =>
  `nog open, gevraagd aan ${line.holder.name}${line.due ? `, uiterlijk ${day(line.due)}` : ''}`

const answeredSource = ({ answer }: Asked) =>
  answer ? `uitvraag, ondertekend door ${answer.actedAs}` : 'uitvraag, nog niet beantwoord'

const verdictOf = ({ verdict }: Judged) =>
  verdict.is === 'unjudged'
    ? `niet te beoordelen: ${unjudgedWords(verdict.because)}`
    : verdict.is === 'met'
      ? 'gehaald'
      : 'niet gehaald'

/** A figure in a sentence: the number, and between brackets what, where, when and from whom. Never a bare number. */
function figureInWords(found: Found, documents: DocumentTitles): string {
  switch (found.kind) {
    case 'meting': {
      const { measurement: one } = found
      return `${numberWords(one)} (${one.indicatorTitle}, ${one.areaName}, ${periodOf(one)}; bron: ${measuredSource(one, documents)})`
    }
    case 'doel': {
      const { target, outcome } = found.judged
      const became = outcome ? `uitkomst ${numberWords(outcome)}` : 'uitkomst onbekend'
      const sources = [...target.sources, ...(outcome?.sources ?? [])]
      return `doel ${numberWords(target)}, ${became}: ${verdictOf(found.judged)} (${target.indicatorTitle}, ${target.areaName}, ${periodOf(target)}; bron: ${sourceWords(sources, documents)})`
    }
    case 'uitvraag': {
      if (found.measurement) return figureInWords({ kind: 'meting', measurement: found.measurement }, documents)
      const { line, year, areaName, answer } = found
      const value = answer?.value === null || answer === null ? openWords(found) : quantity(answer.value, line.unit)
      return `${value} (${line.title}, ${areaName}, ${year}; bron: ${answeredSource(found)})`
    }
    case 'misdrijf':
      return `${countedWords(found)} (${found.typeName}, ${found.areaName}, ${monthsOf(found.figure)}; bron: ${countedSource(found)})`
  }
}

/** Running text with every figure in words. What nobody has stays visible as what it is. */
export function boundText(text: string, around: Around): string {
  const { found, documents } = around
  const worded = (piece: Piece) => {
    if ('words' in piece) return piece.words
    const figure = found.get(piece.named)
    return figure ? figureInWords(figure, documents) : missingWords(piece.named, around)
  }
  return piecesOf(text).map(worded).join('')
}

type Row = readonly [about: string, target: string, outcome: string, verdict: string, source: string]

function rowOf(found: Found, documents: DocumentTitles): Row {
  switch (found.kind) {
    case 'meting': {
      const { measurement: one } = found
      const isTarget = one.kind === 'doel'
      const about = `${one.indicatorTitle}, ${one.areaName}, ${periodOf(one)}`
      return [
        about,
        isTarget ? numberWords(one) : 'geen doel',
        isTarget ? 'niet opgenomen' : numberWords(one),
        'geen oordeel',
        capital(measuredSource(one, documents)),
      ]
    }
    case 'doel': {
      const { target, outcome } = found.judged
      return [
        `${target.indicatorTitle}, ${target.areaName}, ${periodOf(target)}`,
        numberWords(target),
        outcome ? `${numberWords(outcome)} ${periodPhrase(outcome.period)}` : 'onbekend',
        verdictOf(found.judged),
        capital(sourceWords([...target.sources, ...(outcome?.sources ?? [])], documents)),
      ]
    }
    case 'uitvraag': {
      if (found.measurement) return rowOf({ kind: 'meting', measurement: found.measurement }, documents)
      const { line, year, areaName, answer } = found
      return [
        `${line.title}, ${areaName}, ${year}`,
        'geen doel',
        answer === null || answer.value === null ? capital(openWords(found)) : quantity(answer.value, line.unit),
        'geen oordeel',
        capital(answeredSource(found)),
      ]
    }
    case 'misdrijf':
      return [
        `${found.typeName}, ${found.areaName}, ${monthsOf(found.figure)}`,
        'geen doel',
        countedWords(found),
        'geen oordeel',
        capital(countedSource(found)),
      ]
  }
}

const standingOf = (found: Found): string => {
  if (found.kind === 'doel') return verdictOf(found.judged)
  if (found.kind === 'uitvraag' && !found.answer && !found.measurement) return 'nog open'
  return ''
}

/** What a reference says now, to be laid beside what it says later. */
export function saidOf(reference: string, found: Found, documents: DocumentTitles): Said {
  const [about, target, outcome] = rowOf(found, documents)
  return { reference, about, target, outcome, standing: standingOf(found), words: figureInWords(found, documents) }
}

/** Figures as one table, in the order they were named: a target that was missed has the same row as one that was met. */
export function figureTable(title: string, named: readonly string[], around: Around): TableBlock {
  const { found, documents } = around
  return {
    kind: 'table',
    caption: title,
    columns: (['Cijfer', 'Doel', 'Uitkomst', 'Oordeel', 'Bron'] as const).map((head) => ({ head, align: 'text' })),
    rows: named.map((text) => {
      const figure = found.get(text)
      return figure ? rowOf(figure, documents) : [missingWords(text, around), '', '', '', '']
    }),
  }
}
