import { TextLink } from '../../platform/ui'
import { count, day as dayInWords, sentenceList } from '../../platform/ui/wording'
import type { Body, BodyLevel, TopicStream, TurningPoint } from './body'

export const wrongDay = 'De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2023-04-12.'

export const levelNames: Readonly<Record<BodyLevel, string>> = {
  'gemeente-basisteam': 'Gemeente en basisteam',
  district: 'District',
  regio: 'Regio',
  landelijk: 'Land',
}

export const streamNames: Readonly<Record<TopicStream, string>> = {
  onveiligheidsaanpak: 'Aanpak van onveiligheid',
  'politie-eenheid': 'Sturing van de politie',
}

/** From when until when something holds; empty when the sources set no limit. */
export function validityText({ from, until }: { from: string | null; until: string | null }): string {
  if (from && until) return `van ${dayInWords(from)} tot ${dayInWords(until)}`
  if (from) return `sinds ${dayInWords(from)}`
  return until ? `tot ${dayInWords(until)}` : ''
}

/** The same in years, for a table. */
export function yearsText({ from, until }: { from: string | null; until: string | null }): string {
  const first = from?.slice(0, 4) ?? 'begin onbekend'
  if (until === null) return `vanaf ${first}`
  // What ends on 1 January was there until the year before.
  const last = until.endsWith('-01-01') ? String(Number(until.slice(0, 4)) - 1) : until.slice(0, 4)
  return first === last ? first : `${first} tot en met ${last}`
}

export function frequencyText({ frequency, timesAYear: { min, max } }: Body): string {
  if (frequency) return frequency
  if (min !== null && max !== null) return min === max ? `${min} keer per jaar` : `${min} tot ${max} keer per jaar`
  if (min !== null) return `ten minste ${min} keer per jaar`
  return max === null ? 'niet genoemd' : `ten hoogste ${max} keer per jaar`
}

export function powerText(body: Body): string {
  return sentenceList([...new Set(body.powers.map(({ power }) => power))]) || 'alleen genoemd'
}

/** What changed on a day, as sentences. */
export function changeSentences(point: TurningPoint) {
  const link = ({ code, name }: Body) => <TextLink href={`/gremia/${code}`}>{name}</TextLink>
  const topics = (amount: number) => count(amount, 'onderwerp', 'onderwerpen')
  return [
    ...point.endedBodies.map((body) => <>{link(body)} houdt op.</>),
    ...point.begunBodies.map((body) => <>{link(body)} begint.</>),
    ...point.changedPowers.map(({ body, lost, gained }) => (
      <>
        {link(body)}
        {lost.length > 0 && ` mag niet langer ${sentenceList(lost)}`}
        {lost.length > 0 && gained.length > 0 && ', en'}
        {gained.length > 0 && ` mag voortaan ook ${sentenceList(gained)}`}.
      </>
    )),
    ...(point.endedTopics.length > 0
      ? [`${topics(point.endedTopics.length)} ${standsOrStand(point.endedTopics.length)} niet meer op de leidraad.`]
      : []),
    ...(point.begunTopics.length > 0
      ? [`${topics(point.begunTopics.length)} ${standsOrStand(point.begunTopics.length)} nieuw op de leidraad.`]
      : []),
  ]
}

const standsOrStand = (amount: number) => (amount === 1 ? 'staat' : 'staan')
