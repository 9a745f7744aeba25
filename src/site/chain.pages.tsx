import {
  type DocumentTitles,
  documentTitles,
  FigureText,
  judgeAll,
  latestOutcome,
  type Measurement,
  measurementsOf,
  Sources,
  targetsFor,
  VerdictText,
} from '../domains/figures'
import {
  type ChainKind,
  type ChainStep,
  type ChainView,
  chainAddress,
  chainKindWords,
  chainOf,
  countOverview,
  coverageSentences,
  groundWords,
  type Overview,
  type Station,
  stations,
  stepWords,
} from '../domains/strategy'
import {
  Chain,
  type ChainEnd,
  ChainRibbon,
  Code,
  EmptyState,
  Fold,
  List,
  ListLink,
  Opening,
  Paragraph,
  RowList,
  Section,
  TextLink,
} from '../platform/ui'
import { count, number } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { accountLink, decisionLink, type HereLink, type Living, livingOf, updateLink } from './chain-living.parts'

const kinds: Readonly<Record<string, ChainKind>> = {
  indicatoren: 'indicator',
  prioriteiten: 'prioriteit',
  plannen: 'plan',
  programmas: 'programma',
  acties: 'actie',
  resultaten: 'resultaat',
}
const paths = Object.fromEntries(Object.entries(kinds).map(([path, kind]) => [kind, path])) as Record<ChainKind, string>
const stationNames: Readonly<Record<Station['name'], string>> = {
  cijfer: 'Cijfer',
  prioriteit: 'Prioriteit',
  plan: 'Plan',
  actie: 'Actie',
  resultaat: 'Resultaat',
}

/** The screen on which one thing stands in its chain. */
const chainPath = ({ kind, code }: { kind: ChainKind; code: string }) =>
  `/keten/${paths[kind]}/${encodeURIComponent(code)}`

/** What the chain is, how whole it is at each joint, and where to step in. */
export async function chainsPage(ask: Ask): Promise<Response> {
  const overview = await ask.read((tx) => countOverview(tx))
  return ask.page(
    {
      title: 'De keten',
      description: 'Van cijfer naar verantwoording, en weer terug.',
      breadcrumbs: [{ label: 'Keten', href: '/keten' }],
    },
    <>
      <Opening
        title="Van cijfer naar verantwoording, en weer terug"
        lead="Bij elk cijfer hoort een prioriteit, bij elke prioriteit een plan, bij elk plan een actie en bij elke actie een resultaat. Daarbij horen het besluit, de melding hoe het staat en het stuk ter verantwoording. Waar een schakel ontbreekt, staat dat er."
      />
      <Section id="dekking" title="Hoe heel de keten is" intro="Geteld over alle bronnen.">
        <List items={Object.values(coverageSentences).map((sentence) => sentence(overview))} />
        <Paragraph quiet small>
          Een verband komt uit een kolom of een regel van de bron, of wij leidden het af. Een afgeleid verband heet hier{' '}
          <em>zelfde onderwerp</em>: het zegt niet dat het een door het ander komt. Een actie heeft alleen een resultaat
          als de bron dat zegt.
        </Paragraph>
      </Section>
      <Section id="begin" title="Waar u kunt beginnen">
        <RowList
          items={[
            { content: <ListLink href="/cijfers">Bij een cijfer: waar werken wij aan, en wat kwam ervan?</ListLink> },
            { content: <ListLink href="/strategieen">Bij een strategie: welke prioriteiten koos de regio?</ListLink> },
            {
              content: (
                <ListLink href="/acties">Bij een actie: waar komt die vandaan, en waar leidde die toe?</ListLink>
              ),
            },
            { content: <ListLink href="/besluiten">Bij een besluit: wat veranderde het?</ListLink> },
            { content: <ListLink href="/resultaten">Bij een resultaat: was dat ook de afspraak?</ListLink> },
            {
              content: (
                <ListLink href="/verantwoordingsstukken">Bij een stuk: waar horen de cijfers erin bij?</ListLink>
              ),
            },
          ]}
        />
      </Section>
    </>,
  )
}

/** One thing in its chain, on one screen, both ways. */
export async function chainPage(ask: Ask): Promise<Response> {
  const asked = ask.params.soort ?? ''
  const kind = Object.hasOwn(kinds, asked) ? kinds[asked] : undefined
  const knownOn = ask.knownOn
  if (!knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2018-12-31.')
  if (!kind) return ask.notFound()
  const found = await ask.read(async (tx) => {
    const view = await chainOf(tx, kind, ask.params.code ?? '')
    return (
      view && {
        view,
        overview: await countOverview(tx),
        facts: {
          living: await livingOf(tx, view),
          titles: await documentTitles(tx),
          figures: await measurementsOf(tx, { knownOn, area: ask.region.code, leads: true }),
        },
      }
    )
  })
  if (!found) return ask.notFound()
  const { view, overview, facts } = found
  const { self } = view
  const links = chainLinks(view, overview, facts)
  return ask.page(
    {
      title: `Keten van ${self.title} (${self.code})`,
      breadcrumbs: [
        { label: 'Keten', href: '/keten' },
        { label: self.title, href: chainPath(self) },
      ],
    },
    <>
      <Opening
        title={self.title}
        lead={leadOf(links)}
        meta={[
          <TextLink href={chainAddress(self)}>Naar de pagina van {article(self.kind)}</TextLink>,
          <Code>{self.code}</Code>,
          ...(self.context ? [self.context] : []),
        ]}
      >
        <ChainRibbon
          label="De schakels"
          links={links.map(({ id, name, state, coverage, isHere }) => ({
            name,
            state,
            coverage,
            href: `#${id}`,
            current: isHere,
          }))}
        />
      </Opening>
      <Chain links={links} />
    </>,
  )
}

const article = (kind: ChainKind) =>
  `${kind === 'actie' || kind === 'prioriteit' ? 'de' : 'het'} ${chainKindWords[kind][0]}`

function leadOf(links: readonly HereLink[]): string {
  const missing = links.filter(({ state }) => state === 'missing').map(({ name }) => name.toLowerCase())
  if (missing.length === 0) return 'Acht schakels, en alle acht zijn er.'
  return `Acht schakels. Er ${missing.length === 1 ? 'ontbreekt er één' : `ontbreken er ${number(missing.length)}`}: ${missing.join(', ')}.`
}

/** What the rows of the chain show beside a joint: the titles of sources, the figures of the region, and what was done and said since. */
type Facts = { readonly titles: DocumentTitles; readonly figures: readonly Measurement[]; readonly living: Living }

function chainLinks(view: ChainView, overview: Overview, facts: Facts): HereLink[] {
  const found = new Map(stations(view).map((station) => [station.name, station]))
  const station = (name: Station['name']): HereLink => {
    const here = found.get(name)
    const steps = here?.steps ?? []
    const isHere = here?.isHere ?? false
    const sure = steps.some(({ ground }) => ground !== 'afgeleid')
    return {
      id: name,
      name: stationNames[name],
      isHere,
      state: isHere || sure ? 'complete' : steps.length > 0 ? 'partial' : 'missing',
      coverage: isHere ? 'u bent hier' : steps.length > 0 ? count(steps.length, 'verband', 'verbanden') : undefined,
      title: isHere ? view.self.title : titleOf(name, steps.length),
      children: (
        <>
          {isHere && view.self.kind === 'indicator' && <Latest indicator={view.self.code} figures={facts.figures} />}
          <Steps steps={steps} facts={facts} />
          {steps.length === 0 && !isHere && (
            <EmptyState title="Deze schakel ontbreekt">{missingWords[name](overview)}</EmptyState>
          )}
        </>
      ),
      ...(isHere ? { from: ends(view.steps, 'terug'), to: ends(view.steps, 'verder') } : {}),
    }
  }
  return [
    station('cijfer'),
    station('prioriteit'),
    station('plan'),
    station('actie'),
    decisionLink(view, facts.living),
    updateLink(view, facts.living),
    station('resultaat'),
    accountLink(view, facts.living),
  ]
}

const titles: Readonly<Record<Station['name'], readonly [one: string, many: string, none: string]>> = {
  cijfer: ['Eén cijfer hoort erbij', 'cijfers horen erbij', 'Geen cijfer hoort erbij'],
  prioriteit: ['Eén prioriteit', 'prioriteiten', 'Geen prioriteit'],
  plan: ['Eén plan of programma', "plannen en programma's", 'Geen plan'],
  actie: ['Eén actie', 'acties', 'Geen actie'],
  resultaat: ['Eén resultaat', 'resultaten', 'Geen resultaat gemeld'],
}
const titleOf = (name: Station['name'], steps: number) =>
  steps === 0 ? titles[name][2] : steps === 1 ? titles[name][0] : `${number(steps)} ${titles[name][1]}`

/** What a hole says: how much of this joint is known in all sources together. */
const missingWords: Readonly<Record<Station['name'], (overview: Overview) => string>> = {
  cijfer: coverageSentences.actionsWithIndicator,
  prioriteit: coverageSentences.programmesWithPriority,
  plan: coverageSentences.plansWithActions,
  actie: coverageSentences.actionsWithIndicator,
  resultaat: coverageSentences.actionsWithResult,
}

const shown = 6

/** The neighbours at one station: those one joint away first; the rest folded. */
function Steps({ steps, facts }: { steps: readonly ChainStep[]; facts: Facts }) {
  const ordered = [...steps.filter(({ via }) => !via), ...steps.filter(({ via }) => via)]
  const row = (step: ChainStep) => ({ content: <Step step={step} facts={facts} /> })
  const rest = ordered.slice(shown)
  return (
    <>
      {ordered.length > 0 && <RowList items={ordered.slice(0, shown).map(row)} />}
      {rest.length > 0 && (
        <Fold label={`Nog ${count(rest.length, 'verband', 'verbanden')}`}>
          <RowList items={rest.map(row)} />
        </Fold>
      )}
    </>
  )
}

function Step({ step, facts }: { step: ChainStep; facts: Facts }) {
  const { node } = step
  return (
    <>
      <ListLink href={chainAddress(node)}>{node.title}</ListLink>
      <Paragraph small quiet>
        <Code>{node.code}</Code>
        {node.context && node.context !== node.title ? ` · ${node.context}` : ''} · {stepWords(step)} ·{' '}
        <TextLink href={chainPath(node)}>keten van {node.code}</TextLink>
      </Paragraph>
      {node.kind === 'indicator' && <Latest indicator={node.code} figures={facts.figures} />}
      {step.ground === 'bron' && <Sources of={step.sources} documents={facts.titles} />}
    </>
  )
}

function ends(steps: readonly ChainStep[], direction: ChainStep['direction']): ChainEnd[] {
  return (
    steps
      .filter((step) => !step.via && step.direction === direction)
      // This is the only place that shows an earlier result an action builds on.
      .toSorted((one, other) => Number(buildsOn(other)) - Number(buildsOn(one)))
      .slice(0, 3)
      .map((step) => ({
        label: buildsOn(step)
          ? `${step.node.kind === 'resultaat' ? 'Eerder resultaat' : 'Latere actie'}: ${step.node.title}`
          : step.node.title,
        href: chainPath(step.node),
        ground: groundWords[step.ground],
      }))
  )
}

const buildsOn = ({ relation }: ChainStep) => relation === 'bouwt-voort'

/** The latest outcome of the region with what was agreed for it; both lead to their source. */
function Latest({ indicator, figures }: { indicator: string; figures: readonly Measurement[] }) {
  const outcome = latestOutcome(figures, { indicator })
  if (!outcome) return <Paragraph small>Voor de regio is geen uitkomst bekend.</Paragraph>
  const agreed = targetsFor(figures, outcome)
  return (
    <Paragraph small>
      <FigureText measurement={outcome} />
      {agreed.length === 0 ? '. Voor deze periode staat geen doel in de bronnen.' : '. Doel: '}
      {agreed.map((target) => (
        <>
          <FigureText measurement={target} />.{' '}
        </>
      ))}
      {agreed.length > 0 && <VerdictText verdict={judgeAll(outcome, agreed)} />}
    </Paragraph>
  )
}
