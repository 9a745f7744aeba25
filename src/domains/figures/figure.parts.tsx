import { parseSourceRef } from '../../kernel/source'
import { Paragraph, type Source, SourceLine, Status, TextLink } from '../../platform/ui'
import {
  capital,
  day as dayInWords,
  marginText,
  period as periodInWords,
  qualified,
  quantity,
} from '../../platform/ui/wording'
import { blockId, type DocumentTitles } from './document'
import type { Favourable } from './indicator'
import type { UnjudgedReason, Verdict } from './judging'
import type { Margin, Measurement, MeasurementKind } from './measurement'

/** The page of a source document; with lines the part of it where those lines stand. */
export function documentAddress(document: string, lines?: string): string {
  const first = Number(lines?.match(/^\d+/)?.[0] ?? 0)
  return `/documenten/${encodeURIComponent(document)}${first > 0 ? `#${blockId(first)}` : ''}`
}

/** References as the data has them (`document:lines`) as links to the pages of the documents, for a source line. */
function asSources(sources: readonly string[], documents: DocumentTitles): Source[] {
  return sources.flatMap((text) => {
    const ref = parseSourceRef(text)
    if (!ref) return []
    const { document, lines } = ref
    return [{ document: documents.get(document)?.title ?? document, lines, href: documentAddress(document, lines) }]
  })
}

/** The titles of the documents behind some sources, each once. */
export const sourceTitles = (sources: readonly string[], documents: DocumentTitles) => [
  ...new Set(asSources(sources, documents).map(({ document }) => document)),
]

/** "Bron: Jaarplan 2017/2018, regel 508." with a link to what was read there. */
export function Sources(props: { of: readonly string[]; documents: DocumentTitles; known?: string; note?: string }) {
  return <SourceLine sources={asSources(props.of, props.documents)} known={props.known} note={props.note} />
}

/** The same links alone, for a table cell of its own. */
export function SourceLinks(props: { of: readonly string[]; documents: DocumentTitles }) {
  return (
    <>
      {asSources(props.of, props.documents).map(({ document, lines = '', href = '' }, index) => (
        <>
          {index > 0 ? '; ' : ''}
          <TextLink href={href}>
            {document}, {lines.includes('-') ? 'regels' : 'regel'} {lines.replace('-', ' tot en met ')}
          </TextLink>
        </>
      ))}
    </>
  )
}

/** The number with its unit and how exact it is: "ten hoogste 106.920"; a rise has its plus. Unknown is "onbekend". */
export function numberWords(
  measurement: Pick<Measurement, 'value' | 'unit' | 'qualifier' | 'basePeriod'> & Partial<Pick<Measurement, 'margin'>>,
): string {
  const { value, unit, qualifier, basePeriod, margin } = measurement
  if (value === null) return 'onbekend'
  const words = qualified(qualifier, `${basePeriod !== null && value > 0 ? '+' : ''}${quantity(value, unit)}`)
  return margin ? `${words} (${marginWords(margin, unit)})` : words
}

/** "marge 17% tot 19%" */
export const marginWords = (margin: Margin, unit: string) => `marge ${marginText(margin, unit)}`

/** The number, the period and the base: "+3% in 2019, ten opzichte van 2018". */
export function figureWords(measurement: Measurement): string {
  return `${numberWords(measurement)} ${aboutWords(measurement)}`
}

const aboutWords = ({ period, basePeriod }: Measurement) =>
  `${periodPhrase(period)}${basePeriod === null ? '' : `, ten opzichte van ${periodInWords(basePeriod)}`}`

/** The same with a link on the number, to the page that tells where it comes from. */
export function FigureText({ measurement }: { measurement: Measurement }) {
  return (
    <>
      <TextLink href={`/metingen/${measurement.code}`}>{numberWords(measurement)}</TextLink> {aboutWords(measurement)}
    </>
  )
}

/** `2016` → "in 2016", a day → "op 24 oktober 2022". */
export function periodPhrase(period: string): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(period) ? 'op' : 'in'} ${periodInWords(period)}`
}

/** The day a number became known, in words; an estimate says so. */
export function knownWords({ knownOn, knownOnEstimated }: Measurement): string {
  return `${dayInWords(knownOn)}${knownOnEstimated ? ' (geschat)' : ''}`
}

const reasonWords: Readonly<Record<UnjudgedReason, string>> = {
  'no-outcome': 'er is geen uitkomst bekend over dezelfde periode',
  'no-target': 'er is geen doel voor deze periode',
  'not-an-outcome': 'dit getal is een beginstand en geen uitkomst',
  'not-a-target': 'dit getal is geen doel',
  'other-indicator': 'uitkomst en doel gaan over iets anders',
  'other-area': 'uitkomst en doel gaan over een ander gebied',
  'other-period': 'uitkomst en doel gaan over een andere periode',
  'other-base': 'uitkomst en doel rekenen vanaf een ander beginjaar',
  'change-against-level': 'het ene getal is een verandering en het andere een stand',
  'other-unit': 'uitkomst en doel hebben een andere eenheid',
  'unknown-value': 'een van de getallen is onbekend',
  'inexact-outcome': 'de uitkomst is niet precies genoeg',
  'inexact-target': 'het doel is niet precies genoeg',
  'no-good-side': 'de bron zegt niet welke kant gunstig is',
}

/** Why an outcome cannot be held against a target, as half a sentence without capital or full stop. */
export function unjudgedWords(because: UnjudgedReason): string {
  return reasonWords[because]
}

/** Met, not met, or "niet te beoordelen" with the reason. */
export function VerdictText({ verdict }: { verdict: Verdict }) {
  if (verdict.is !== 'unjudged') return <Status is={verdict.is} />
  return (
    <>
      <Status is="unknown" label="niet te beoordelen" />
      <Paragraph small quiet>
        {capital(reasonWords[verdict.because])}.
      </Paragraph>
    </>
  )
}

const kindWords: Readonly<Record<MeasurementKind, string>> = {
  realisatie: 'uitkomst',
  doel: 'doel',
  nulmeting: 'beginstand',
  verandering: 'verandering',
}

/** What kind of number it is, in one word: a change that was promised is "doel (verandering)". */
export function kindWord({ kind, basePeriod }: Pick<Measurement, 'kind' | 'basePeriod'>): string {
  return kind === 'doel' && basePeriod !== null ? 'doel (verandering)' : kindWords[kind]
}

const sideWords: Readonly<Record<Favourable, string>> = {
  hoger: 'hoger is gunstig',
  lager: 'lager is gunstig',
  geen: 'geen kant is gunstig',
}

export function sideWord(favourable: Favourable): string {
  return sideWords[favourable]
}

/** With a full stop, if the text has none: notes of a region pack may end with or without one. */
export const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)
