import { capital, period as periodInWords, sentenceList } from '../../platform/ui/wording'
import { figureWords, numberWords, periodPhrase, unjudgedWords } from './figure.parts'
import type { Measurement } from './measurement'
import type { Standing } from './standing'

/** The opening sentences of an indicator: the outcome, the one before, what was agreed and whether that was met. */
export function standingWords(standing: Standing): string {
  const { outcome, others, previous, isCountedOtherwise, laterChange, laterTargets, start } = standing
  const later = [
    laterChange && outcome ? `Daarna kennen wij alleen een verandering: ${figureWords(laterChange)}.` : null,
    outcome && laterTargets.length > 0 ? `Het doel voor later: ${listed(laterTargets)}.` : null,
  ].filter((sentence) => sentence !== null)
  if (outcome) {
    const was = previous ? `, tegen ${numberWords(previous)} ${periodPhrase(previous.period)}` : ''
    const numbers = [outcome, ...others]
      .sort((one, other) => (one.value ?? 0) - (other.value ?? 0))
      .map(numberWords)
      .join(' en ')
    return [
      `${capital(periodPhrase(outcome.period))} was de uitkomst ${numbers}${was}.${isCountedOtherwise ? ' Daarvoor is anders geteld.' : ''}`,
      targetWords(standing),
      ...later,
    ].join(' ')
  }
  const begin = start ? ` De beginstand was ${figureWords(start)}.` : ''
  if (laterChange) {
    const goal = laterTargets.length > 0 ? ` Het doel: ${listed(laterTargets)}.` : ''
    return `Een stand kennen wij niet, wel een verandering: ${figureWords(laterChange)}.${begin}${goal}`
  }
  if (laterTargets.length > 0) {
    return `Een uitkomst kennen wij niet.${begin} Afgesproken is ${listed(laterTargets)}.`
  }
  return start ? `Een uitkomst kennen wij niet.${begin}` : 'Van dit cijfer geven onze bronnen geen getal.'
}

function targetWords({ targets, verdict, outcome }: Standing): string {
  // Nobody sets a target for what has no good side, as the number of inhabitants.
  if (targets.length === 0 && outcome?.favourable === 'geen') return ''
  if (targets.length === 0) return `Voor ${periodInWords(outcome?.period ?? '')} kennen wij geen doel.`
  const agreed = `Afgesproken was ${targets.map(numberWords).join(' en ')}.`
  if (verdict.is === 'unjudged')
    return `${agreed} Of dat is gehaald, valt niet te zeggen: ${unjudgedWords(verdict.because)}.`
  return `${agreed} Dat doel is ${verdict.is === 'met' ? '' : 'niet '}gehaald.`
}

const listed = (measurements: readonly Measurement[]) => sentenceList(measurements.map(figureWords))
