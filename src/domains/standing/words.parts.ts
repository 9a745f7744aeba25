import type { Day } from '../../kernel/day'
import { capital, count, day, number, sentenceList } from '../../platform/ui/wording'
import type { SetCondition } from '../decisions'
import { numberWords, periodPhrase, unjudgedWords } from '../figures'
import { isLate, onTrack, type Stand, tally, tallyWords } from '../progress'
import { type PlanStand, type PriorityStand, promisesOf, type Standing, type TargetStand, type Whose } from './standing'

/** What a sentence calls it. */
export const itIs = { gremium: 'Dit gremium', werkgroep: 'Deze werkgroep' } as const

const runs = ({ plan }: PlanStand, today: Day) => plan.to === null || plan.to >= Number(today.slice(0, 4))

/** What is past its day, of plans that still run: of one that is over every day is past. */
export const lateIn = ({ plans }: Standing, today: Day): Stand[] =>
  plans.filter((one) => runs(one, today)).flatMap(({ stands }) => stands.filter((stand) => isLate(stand, today)))

export const stuckIn = (standing: Standing): Stand[] =>
  promisesOf(standing).filter(({ status }) => status === 'loopt-achter' || status === 'geblokkeerd')

export const endedIn = (standing: Standing): Stand[] =>
  promisesOf(standing).filter(({ status }) => status === 'gestopt' || status === 'overgedragen')

/** The first sentences: what it decided, how that stands, and what asks for attention. */
export function leadWords(whose: Whose, standing: Standing, { knowsStatus, today }: Knowing): string {
  const { decisions, plans } = standing
  const decided =
    decisions.length === 0
      ? `${itIs[whose.kind]} nam hier nog geen besluit.`
      : `${itIs[whose.kind]} nam ${count(decisions.length, 'besluit dat nog geldt', 'besluiten die nog gelden')}.`
  const named = plans.filter(({ decision }) => decision === null).length
  const bySource = named > 0 ? [`Volgens de bronnen stelde het ${count(named, 'plan', 'plannen')} vast.`] : []
  return [decided, ...bySource, ...standWords(standing, { knowsStatus, today })].join(' ')
}

export type Knowing = { readonly knowsStatus: boolean; readonly today: Day }

function standWords(standing: Standing, { knowsStatus, today }: Knowing): string[] {
  const promises = promisesOf(standing)
  if (promises.length === 0 || !knowsStatus) return []
  const all = tally(promises, today)
  const reckoned = onTrack(all)
  const known = reckoned
    ? `Van ${number(reckoned.known)} van de ${count(all.all, 'belofte', 'beloften')} daarin weten wij hoe zij ervoor staan: ${number(reckoned.good)} ${reckoned.good === 1 ? 'gaat' : 'gaan'} als afgesproken.`
    : `Van ${all.all === 1 ? 'de belofte' : `de ${number(all.all)} beloften`} daarin is niet gemeld hoe ${all.all === 1 ? 'zij' : 'die'} ervoor ${all.all === 1 ? 'staat' : 'staan'}.`
  const [late, stuck] = [lateIn(standing, today).length, stuckIn(standing).length]
  const attention = sentenceList([
    ...(late > 0 ? [`${number(late)} te laat`] : []),
    ...(stuck > 0 ? [`${number(stuck)} achter of geblokkeerd`] : []),
  ])
  return [known, ...(attention ? [`${capital(attention)}.`] : [])]
}

/** By what it was adopted. */
export function adoptedWords({ plan, decision }: PlanStand): string {
  if (decision) return `besluit ${decision.code} van ${day(decision.takenOn)}`
  return plan.adoptedOn ? `volgens de bronnen op ${day(plan.adoptedOn)}` : 'volgens de bronnen, dag onbekend'
}

/** How what a plan promises stands: for who may not read that, of how many it was said and when last. */
export function planWords({ stands, reported }: PlanStand, { knowsStatus, today }: Knowing): string {
  if (stands.length === 0) return 'van dit plan staan hier geen beloften'
  if (knowsStatus) return tallyWords(tally(stands, today))
  if (reported.last === null) return 'nog niets gemeld'
  return `van ${number(reported.promises)} van de ${number(stands.length)} is gemeld hoe zij ervoor staan, het laatst op ${day(reported.last)}`
}

/** The latest outcome with unit, period and area; unknown is said, and is not zero. */
export const latestWords = ({ latest }: TargetStand) =>
  latest ? `${numberWords(latest)} ${periodPhrase(latest.period)}` : 'onbekend: er is nog geen uitkomst'

export const latestNote = ({ latest }: TargetStand) =>
  latest
    ? `Zoals bekend sinds ${day(latest.knownOn)}${latest.knownOnEstimated ? ' (geschat)' : ''}${latest.note ? `. Bij dit cijfer staat: ${latest.note}` : ''}`
    : null

export const targetWords = ({ target }: TargetStand) => `${numberWords(target)} ${periodPhrase(target.period)}`

export function verdictWords({ target, verdict }: TargetStand): string {
  if (!target.leads) return `geldt niet meer${target.leadsBecause ? `: ${target.leadsBecause}` : ''}`
  if (verdict.is === 'unjudged') return `niet te beoordelen: ${unjudgedWords(verdict.because)}`
  return verdict.is === 'met' ? 'gehaald' : 'niet gehaald'
}

export function stageWords({ stage }: PriorityStand): string {
  if (!stage) return 'geen stand bekend'
  const since = stage.validity.from ? ` sinds ${day(stage.validity.from)}` : ''
  return `${stage.state}${since}${stage.reason ? `. ${stage.reason}` : ''}`
}

/** A condition with what set it and how it stands. */
export const conditionWords = ({ words, standing }: Pick<SetCondition, 'words' | 'standing'>, of: string) =>
  `${words.replace(/\.$/, '')} (${of}): ${standing.replace(/\.$/, '')}`

/** What was decided later about what a decision with a condition is about. */
export function laterWords({ decision, later }: Pick<Standing['conditions'][number], 'decision' | 'later'>): string {
  if (decision.effects.length === 0) return 'Dit besluit veranderde niets in de plannen.'
  return later.length === 0
    ? 'Daarna is hierover geen ander besluit genomen.'
    : `Daarna is hierover besloten: ${sentenceList(later.map(({ code, takenOn }) => `${code} (${day(takenOn)})`))}.`
}
