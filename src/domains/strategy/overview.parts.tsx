import { count, number } from '../../platform/ui/wording'
import { type Action, promiseCount } from './action'
import type { Overview } from './overview'

/** `608 regels, 583 beloften`; without repeats only the number of actions. */
export function promiseWords(actions: readonly Pick<Action, 'code' | 'promise'>[]): string {
  return recordsAndPromises({ actions: actions.length, promises: promiseCount(actions) })
}

/** The same, of counts. */
export function recordsAndPromises({
  actions,
  promises,
}: {
  readonly actions: number
  readonly promises: number
}): string {
  return actions === promises
    ? count(actions, 'actie', 'acties')
    : `${count(actions, 'regel', 'regels')}, ${count(promises, 'belofte', 'beloften')}`
}

const verb = (amount: number, one: string, many: string) => (amount === 1 ? one : many)

/** How much of each joint of the chain we know, one sentence per joint. */
export const coverageSentences = {
  actionsWithIndicator: (o: Overview) =>
    `${number(o.actionsWithIndicator)} van de ${count(o.actions, 'actie', 'acties')} ${verb(o.actionsWithIndicator, 'noemt', 'noemen')} een indicator.`,
  actionsWithNumber: (o: Overview) =>
    `Bij ${number(o.actionsWithNumber)} van de ${count(o.actions, 'actie', 'acties')} is een getal afgesproken.`,
  actionsWithPriority: (o: Overview) =>
    `${number(o.actionsWithPriority)} van de ${count(o.actions, 'actie', 'acties')} ${verb(o.actionsWithPriority, 'hoort', 'horen')} bij een prioriteit.`,
  actionsWithResult: (o: Overview) =>
    `Van ${number(o.actionsWithResult)} van de ${count(o.actions, 'actie', 'acties')} zegt een bron wat ervan kwam. Bij ${number(o.actionsWithRelatedResult)} andere is een resultaat over hetzelfde onderwerp gemeld.`,
  resultsWithIndicator: (o: Overview) =>
    `${number(o.resultsWithIndicator)} van de ${count(o.results, 'resultaat', 'resultaten')} ${verb(o.resultsWithIndicator, 'noemt', 'noemen')} een indicator.`,
  resultsWithNumber: (o: Overview) =>
    `${number(o.resultsWithNumber)} van de ${count(o.results, 'resultaat', 'resultaten')} ${verb(o.resultsWithNumber, 'noemt', 'noemen')} een getal.`,
  indicatorsWithPriority: (o: Overview) =>
    `${number(o.indicatorsWithPriority)} van de ${count(o.indicators, 'indicator', 'indicatoren')} ${verb(o.indicatorsWithPriority, 'gaat', 'gaan')} over een prioriteit.`,
  programmesWithPriority: (o: Overview) =>
    `${number(o.programmesWithPriority)} van de ${count(o.programmes, 'programma', "programma's")} ${verb(o.programmesWithPriority, 'werkt', 'werken')} aan een prioriteit.`,
  plansWithActions: (o: Overview) =>
    `Van ${number(o.plansWithActions)} van de ${count(o.plans, 'plan', 'plannen')} kennen wij de acties.`,
} satisfies Record<string, (overview: Overview) => string>
