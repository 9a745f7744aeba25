import {
  Block,
  Bookmarks,
  Code,
  ColumnList,
  DataTable,
  EmptyState,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  Stack,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { ConceptTag } from './concept.parts'
import { coverageSentences, recordsAndPromises } from './overview.parts'
import { countOverview } from './overview.store'
import { PartyLink, type Said, WithdrawnNotice } from './page.parts'
import { yearsText } from './plan'
import { plansOf } from './plan.store'
import { type Priority, stateOn } from './priority'
import { LifeText, PriorityState } from './priority.parts'
import { listPriorities } from './priority.store'
import { type FocusLine, precedes, type Strategy } from './strategy'
import { findStrategy, listFocusLines, listStrategies, listTrends } from './strategy.store'

/** The strategies since 2015, each with its priorities and how they stand on a day. */
export async function strategiesPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2018-06-30.')
  const { strategies, priorities, overview } = await ask.read(async (tx) => ({
    strategies: (await listStrategies(tx)).items,
    priorities: (await listPriorities(tx)).items,
    overview: await countOverview(tx),
  }))
  return ask.page(
    {
      title: 'Strategieën',
      description: 'De veiligheidsstrategieën van vier jaar, met hun prioriteiten.',
      breadcrumbs: [{ label: 'Strategieën', href: '/strategieen' }],
    },
    <>
      <Opening
        title="Strategieën"
        lead="Elke vier jaar kiezen gemeenten, Openbaar Ministerie en politie samen waar zij zich op richten. Dat zijn de prioriteiten."
        meta={[
          count(strategies.length, 'strategie', 'strategieën'),
          count(overview.priorities, 'prioriteit', 'prioriteiten'),
          `Stand op ${dayInWords(on)}`,
        ]}
      />
      {strategies.map((strategy) => {
        const own = priorities.filter((priority) => priority.strategy.code === strategy.code)
        return (
          <Section
            id={strategy.code}
            title={<TextLink href={`/strategieen/${strategy.code}`}>{`${strategy.from}-${strategy.to}`}</TextLink>}
            intro={strategy.motto ? `“${strategy.motto}”` : undefined}
          >
            {strategy.goal ? <Paragraph>{strategy.goal}.</Paragraph> : null}
            <DataTable
              caption={`Prioriteiten van ${strategy.title}`}
              hiddenCaption
              wideFirst
              rows={own}
              columns={[
                {
                  head: 'Prioriteit',
                  rowHead: true,
                  cell: (priority) => (
                    <>
                      <ListLink href={`/prioriteiten/${priority.code}`}>{priority.title}</ListLink>
                      {priority.kind === 'ondersteunend' ? (
                        <span class="sv-stil sv-klein"> (ondersteunend)</span>
                      ) : null}
                    </>
                  ),
                },
                { head: 'Stand', cell: (priority) => <PriorityState stage={stateOn(priority.life, on)} /> },
                {
                  head: 'Trekker',
                  cell: (priority) => (priority.leadGroup ? <PartyLink party={priority.leadGroup} /> : 'onbekend'),
                },
              ]}
            />
          </Section>
        )
      })}
      <Section id="dekking" title="Wat wij weten" intro="En wat er niet in onze bronnen staat.">
        <List
          items={[
            coverageSentences.programmesWithPriority(overview),
            coverageSentences.actionsWithPriority(overview),
            coverageSentences.indicatorsWithPriority(overview),
          ]}
        />
      </Section>
    </>,
  )
}

/** One strategy: what it is for, its priorities with their life, its lines, its plans and what was seen coming. */
export const strategyPage =
  (said: Said) =>
  async (ask: Ask): Promise<Response> => {
    const on = ask.validOn
    if (!on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2018-06-30.')
    const code = ask.params.code ?? ''
    const found = await ask.read(async (tx) => {
      const strategy = await findStrategy(tx, code)
      if (!strategy) return null
      return {
        strategy,
        priorities: (await listPriorities(tx, { strategy: code })).items,
        lines: (await listFocusLines(tx, { strategy: code })).items,
        plans: await plansOf(tx, code),
        trends: (await listTrends(tx)).items.filter(({ inventory }) => precedes(inventory, strategy)),
        documents: await documentTitles(tx),
        beside: await said(tx, code, ask),
      }
    })
    if (!found) return ask.notFound()
    const { strategy, priorities, lines, plans, trends, documents, beside } = found
    const held = {
      actions: plans.reduce((sum, { actions }) => sum + actions, 0),
      promises: plans.reduce((sum, { promises }) => sum + promises, 0),
    }
    return ask.page(
      {
        title: strategy.title,
        description: strategy.goal ?? undefined,
        breadcrumbs: [
          { label: 'Strategieën', href: '/strategieen' },
          { label: `${strategy.from}-${strategy.to}`, href: `/strategieen/${code}` },
        ],
      },
      <>
        <Opening
          title={strategy.title}
          lead={strategy.goal ? `${strategy.goal}.` : undefined}
          meta={strategyFacts(strategy)}
        >
          <WithdrawnNotice on={strategy.withdrawnOn} />
          {strategy.statusNote ? <Notice>{strategy.statusNote}.</Notice> : null}
          <Bookmarks
            items={[
              { label: 'Prioriteiten', href: '#prioriteiten' },
              { label: 'Lijnen', href: '#lijnen' },
              { label: 'Plannen', href: '#plannen' },
              { label: 'Trends', href: '#trends' },
            ]}
          />
        </Opening>
        <Section
          id="prioriteiten"
          title="Prioriteiten"
          intro={`${count(priorities.length, 'prioriteit', 'prioriteiten')}, stand op ${dayInWords(on)}.`}
        >
          <RowList
            items={priorities.map((priority) => ({
              id: priority.code,
              content: <PriorityRow {...{ priority, on }} />,
            }))}
          />
        </Section>
        <Section
          id="lijnen"
          title="Lijnen"
          intro={`${count(lines.length, 'lijn', 'lijnen')} waarlangs de strategie werkt.`}
        >
          {lines.length > 0 ? <FocusLineGroups lines={lines} /> : <NotInSources what="lijnen" />}
        </Section>
        <Section
          id="plannen"
          title="Plannen"
          intro={`${recordsAndPromises(held)} in ${count(plans.length, 'plan', 'plannen')}.`}
        >
          {plans.length > 0 ? (
            <DataTable
              caption="Plannen bij deze strategie"
              hiddenCaption
              wideFirst
              rows={plans}
              columns={[
                {
                  head: 'Plan',
                  rowHead: true,
                  cell: (plan) => (
                    <>
                      <ListLink href={`/plannen/${plan.code}`}>{plan.title}</ListLink>
                      <ConceptTag isConcept={plan.isConcept} />
                    </>
                  ),
                },
                { head: 'Looptijd', cell: (plan) => yearsText(plan) ?? 'onbekend' },
                {
                  head: 'Acties',
                  align: 'number',
                  cell: (plan) => (plan.document === null ? 'onbekend' : number(plan.actions)),
                },
                {
                  head: 'Resultaten',
                  align: 'number',
                  cell: (plan) => (plan.document === null ? 'onbekend' : number(plan.results)),
                },
              ]}
            />
          ) : (
            <NotInSources what="plannen" />
          )}
        </Section>
        <Section id="trends" title="Trends" intro="Wat er vooraf op de regio af zag komen.">
          {trends.length > 0 ? (
            <Stack>
              {[...Map.groupBy(trends, ({ inventory }) => inventory)].map(([inventory, group]) => (
                <Block title={inventory} level={3}>
                  <RowList
                    items={group.map((trend) => ({
                      id: trend.code,
                      content: (
                        <>
                          <Paragraph>{trend.title}</Paragraph>
                          <Sources of={trend.sources} documents={documents} />
                        </>
                      ),
                    }))}
                  />
                </Block>
              ))}
            </Stack>
          ) : (
            <NotInSources what="trends voor deze strategie" />
          )}
        </Section>
        {beside}
        <Section id="bron" title="Bron">
          <Sources of={strategy.sources} documents={documents} />
          <Paragraph small>
            Code: <Code>{strategy.code}</Code>
          </Paragraph>
        </Section>
      </>,
    )
  }

function strategyFacts(strategy: Strategy) {
  const { predecessor, successor, adoptedOn, adoptedBy, municipalityCount, motto } = strategy
  return [
    ...(motto ? [`Motto: ${motto}`] : []),
    adoptedOn ? `Vastgesteld op ${dayInWords(adoptedOn)}` : 'Datum van vaststellen niet in onze bronnen',
    ...(adoptedBy ? [<PartyLink party={adoptedBy} />] : []),
    ...(municipalityCount === null ? [] : [count(municipalityCount, 'gemeente', 'gemeenten')]),
    ...(predecessor ? [<TextLink href={`/strategieen/${predecessor.code}`}>Strategie ervoor</TextLink>] : []),
    ...(successor ? [<TextLink href={`/strategieen/${successor.code}`}>Strategie erna</TextLink>] : []),
  ]
}

function PriorityRow({ priority, on }: { priority: Priority; on: Parameters<typeof stateOn>[1] }) {
  return (
    <>
      <Paragraph>
        <ListLink href={`/prioriteiten/${priority.code}`}>{priority.title}</ListLink>{' '}
        <PriorityState stage={stateOn(priority.life, on)} />
      </Paragraph>
      {priority.goal ? <Paragraph small>{priority.goal}.</Paragraph> : null}
      <LifeText life={priority.life} />
    </>
  )
}

function FocusLineGroups({ lines }: { lines: readonly FocusLine[] }) {
  return (
    <>
      {[...Map.groupBy(lines, ({ priority }) => priority?.title ?? 'Voor de hele strategie')].map(([title, group]) => (
        <Block title={title} level={3}>
          <ColumnList
            level={4}
            groups={[...Map.groupBy(group, ({ kind }) => kind)].map(([kind, of]) => ({
              title: kind,
              items: of.map((line) => ({ label: line.title, href: `/focuslijnen/${line.code}` })),
            }))}
          />
        </Block>
      ))}
    </>
  )
}

function NotInSources({ what }: { what: string }) {
  return (
    <EmptyState title={`Geen ${what} in onze bronnen`}>
      Wij verzinnen niets. Wat er niet staat, weten wij niet.
    </EmptyState>
  )
}
