import { count, number } from '../../platform/ui/wording'
import { type Action, promiseCount } from './action'
import type { Overview } from './overview'

/** `608 regels, 583 beloften`; without repeats only the number of actions. */
export function promiseWords(
  actions: readonly (Pick<Action, 'code' | 'promise'> & Partial<Pick<Action, 'plan'>>)[],
): string {
  const concepts = actions.filter(({ plan }) => plan?.isConcept).length
  const all = recordsAndPromises({ actions: actions.length, promises: promiseCount(actions) })
  if (concepts === 0) return all
  return concepts === actions.length ? `${all} in concept` : `${all}, waarvan ${number(concepts)} in concept`
}

/** The same, of counts. */
export function recordsAndPromises(held: { readonly actions: number; readonly promises: number }): string {
  const { actions, promises } = held
  return actions === promises
    ? count(actions, 'actie', 'acties')
    : `${count(actions, 'regel', 'regels')}, ${count(promises, 'belofte', 'beloften')}`
}

type Noun = readonly [one: string, many: string]
const action: Noun = ['actie', 'acties']
const result: Noun = ['resultaat', 'resultaten']

/** `52 van de 608 acties noemen een indicator.`, `Geen van de 12 acties noemt …`. */
function some(part: number, whole: number, [one, many]: Noun, [single, plural]: Noun, rest: string): string {
  if (whole === 0) return `Er zijn geen ${many}.`
  const of = whole === 1 ? `1 ${one}` : `${number(whole)} ${many}`
  return `${part === 0 ? 'Geen' : number(part)} van de ${of} ${part <= 1 ? single : plural} ${rest}.`
}

/** What is counted apart, when there is any. */
export const conceptSentences = ({ conceptActions }: Pick<Overview, 'conceptActions'>): readonly string[] =>
  conceptActions === 0
    ? []
    : [
        `Daarnaast ${conceptActions === 1 ? 'is' : 'zijn'} er ${count(conceptActions, 'actie', 'acties')} in plannen die nog concept zijn. Die tellen hier niet mee.`,
      ]

/** How much of each joint of the chain we know, one sentence per joint. */
export const coverageSentences = {
  actionsWithIndicator: (o: Overview) =>
    some(o.actionsWithIndicator, o.actions, action, ['noemt', 'noemen'], 'een indicator'),
  actionsWithNumber: (o: Overview) =>
    some(o.actionsWithNumber, o.actions, action, ['heeft', 'hebben'], 'een afgesproken getal'),
  actionsWithPriority: (o: Overview) =>
    some(o.actionsWithPriority, o.actions, action, ['hoort', 'horen'], 'bij een prioriteit'),
  actionsWithResult: (o: Overview) =>
    `${
      o.actionsWithResult === 0
        ? `Van geen van de ${count(o.actions, ...action)} zegt een bron wat ervan kwam.`
        : `Van ${number(o.actionsWithResult)} van de ${count(o.actions, ...action)} zegt een bron wat ervan kwam.`
    }${
      o.actionsWithRelatedResult === 0
        ? ''
        : ` Bij ${number(o.actionsWithRelatedResult)} is een resultaat over hetzelfde onderwerp gemeld.`
    }`,
  resultsWithIndicator: (o: Overview) =>
    some(o.resultsWithIndicator, o.results, result, ['noemt', 'noemen'], 'een indicator'),
  resultsWithNumber: (o: Overview) => some(o.resultsWithNumber, o.results, result, ['noemt', 'noemen'], 'een getal'),
  indicatorsWithPriority: (o: Overview) =>
    some(o.indicatorsWithPriority, o.indicators, ['indicator', 'indicatoren'], ['gaat', 'gaan'], 'over een prioriteit'),
  programmesWithPriority: (o: Overview) =>
    some(
      o.programmesWithPriority,
      o.programmes,
      ['programma', "programma's"],
      ['werkt', 'werken'],
      'aan een prioriteit',
    ),
  plansWithActions: (o: Overview) =>
    `Van ${o.plansWithActions === 0 ? 'geen' : number(o.plansWithActions)} van de ${count(o.plans, 'plan', 'plannen')} kennen wij de acties.`,
} satisfies Record<string, (overview: Overview) => string>
