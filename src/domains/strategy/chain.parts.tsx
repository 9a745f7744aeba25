import { ChainRibbon, Code, type LinkState, ListLink, Paragraph, RowList, TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import { type DocumentTitles, Sources } from '../figures'
import {
  type ChainGround,
  type ChainKind,
  type ChainStep,
  type ChainView,
  chainAddress,
  chainScreen,
  type Station,
  stations,
} from './chain'

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

/** Ground, the thing in between and the reason, in one line: what stands under a neighbour in the chain. */
export function stepWords({ ground, reason, via }: Pick<ChainStep, 'ground' | 'reason' | 'via'>): string {
  const over = via === null ? null : `via ${chainKindWords[via.kind][0]} ${via.title}`
  return [groundWords[ground], over, reason].filter((part) => part !== null).join(' · ')
}

/** Neighbours in the chain under each other, each with its ground and, where there is one, its source line. */
export function StepList({ steps, documents }: { steps: readonly ChainStep[]; documents: DocumentTitles }) {
  return (
    <RowList
      items={steps.map((step) => ({
        content: (
          <>
            <ListLink href={chainAddress(step.node)}>{step.node.title}</ListLink>
            <Paragraph small quiet>
              {[step.node.context, stepWords(step)].filter((part) => part !== null).join(' · ')} ·{' '}
              <Code>{step.node.code}</Code>
            </Paragraph>
            {step.ground === 'bron' && step.sources.length > 0 ? (
              <Sources of={step.sources} documents={documents} />
            ) : null}
          </>
        ),
      }))}
    />
  )
}

const stationNames: Readonly<Record<Station['name'], readonly [one: string, many: string]>> = {
  cijfer: ['Cijfer', 'cijfers'],
  prioriteit: ['Prioriteit', 'prioriteiten'],
  plan: ['Plan', 'plannen'],
  actie: ['Actie', 'acties'],
  resultaat: ['Resultaat', 'resultaten'],
}

/** Where something stands in the chain: the five places in a row, what is missing shown as missing, and the whole chain as link. */
export function ChainPlace({ view }: { view: ChainView }) {
  const places = stations(view)
  const states = drawnStates(places)
  return (
    <>
      <ChainRibbon
        label="Plaats in de keten"
        links={places.map((station, index) => ({
          name: stationNames[station.name][0],
          state: states[index] ?? 'missing',
          coverage: stationWords(station),
          current: station.isHere,
          href: stationAddress(view, station) ?? undefined,
        }))}
      />
      <Paragraph>
        <TextLink href={chainScreen(view.self)}>Loop door de hele keten, beide kanten op</TextLink>
      </Paragraph>
    </>
  )
}

const isCertain = ({ ground }: ChainStep) => ground !== 'afgeleid'

/** A joint is drawn behind its first place: loose where what lies further from here is missing or only the same subject. */
function drawnStates(places: readonly Station[]): LinkState[] {
  const known = places.map(stationState)
  const here = places.findIndex(({ isHere }) => isHere)
  return known.map((state, index) => {
    if (state === 'missing') return 'missing'
    const further = index < here ? state : known[index + 1]
    return further === undefined || further === 'complete' ? 'complete' : 'partial'
  })
}

function stationState(station: Station): LinkState {
  if (station.isHere || station.steps.some(isCertain)) return 'complete'
  return station.steps.length > 0 ? 'partial' : 'missing'
}

function stationWords({ isHere, name, steps }: Station): string {
  if (isHere) return 'hier bent u'
  if (steps.length === 0) return 'ontbreekt'
  // A plan and its programme share a place: there the plans are counted, unless only programmes are there.
  const plans = steps.filter(({ node }) => node.kind === 'plan')
  const counted = plans.length > 0 ? plans : steps
  const [one, many] = name === 'plan' && plans.length === 0 ? chainKindWords.programma : stationNames[name]
  const words = count(new Set(counted.map(({ node }) => node.code)).size, one.toLowerCase(), many)
  return steps.some(isCertain) ? words : `${words}, zelfde onderwerp`
}

function stationAddress(view: ChainView, { isHere, steps }: Station): string | null {
  const [first] = steps
  if (isHere || !first) return null
  return new Set(steps.map(({ node }) => node.code)).size === 1 ? chainAddress(first.node) : chainScreen(view.self)
}
