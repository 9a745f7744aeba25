import type { ChainGround, ChainKind, ChainStep } from './chain'

/** The ground of a joint, as every page says it. */
export const groundWords: Readonly<Record<ChainGround, string>> = {
  kolom: 'volgens het plan',
  bron: 'volgens de bron',
  afgeleid: 'zelfde onderwerp',
}

export const chainKindWords: Readonly<Record<ChainKind, readonly [one: string, many: string]>> = {
  indicator: ['cijfer', 'cijfers'],
  prioriteit: ['prioriteit', 'prioriteiten'],
  plan: ['plan', 'plannen'],
  programma: ['programma', "programma's"],
  actie: ['actie', 'acties'],
  resultaat: ['resultaat', 'resultaten'],
}

/** Ground, reason and the thing in between, in one line: what stands under a neighbour in the chain. */
export function stepWords({ ground, reason, via }: Pick<ChainStep, 'ground' | 'reason' | 'via'>): string {
  const over = via === null ? null : `via ${chainKindWords[via.kind][0]} ${via.title}`
  return [groundWords[ground], over, reason].filter((part) => part !== null).join(' · ')
}
