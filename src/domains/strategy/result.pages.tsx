import { Code, DataList, EmptyState, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { type DocumentTitles, documentTitles, judgeAll, measurementsOf, Sources } from '../figures'
import type { ChainStep } from './chain'
import { ChainPlace, StepList } from './chain.parts'
import { chainOf } from './chain.store'
import { type Goal, goalsAmong, yearOf } from './goal'
import { GoalTable } from './goal.parts'
import { coverageSentences } from './overview.parts'
import { countOverview } from './overview.store'
import { PartyLink, PlaceLinks, type Said, WithdrawnNotice } from './page.parts'
import type { Result } from './result'
import { resultNumber } from './result.parts'
import { findResult } from './result.store'

/** One result: what was reported, the goal it can be held against, the action it belongs to when a source says so, and what later domains say of it. */
export const resultPage =
  (said: Said) =>
  async (ask: Ask): Promise<Response> => {
    const knownOn = ask.knownOn
    if (!knownOn) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2022-03-24.')
    const code = ask.params.code ?? ''
    const found = await ask.read(async (tx) => {
      const result = await findResult(tx, code)
      if (!result) return null
      const { indicator, year } = result
      const measurements = indicator
        ? await measurementsOf(tx, { knownOn, indicator: indicator.code, leads: true })
        : []
      const goals = goalsAmong(measurements, judgeAll).filter(({ period }) => yearOf(period) === year)
      return {
        result,
        goals: goals.filter(
          ({ area }) => result.areas.length === 0 || result.areas.some((place) => place.code === area.area),
        ),
        overview: await countOverview(tx),
        chain: await chainOf(tx, 'resultaat', code),
        documents: await documentTitles(tx),
        accounts: await said(tx, code, ask),
      }
    })
    if (!found) return ask.notFound()
    const { result, goals, overview, chain, documents, accounts } = found
    const { plan, programme, year } = result
    const direct = chain?.steps.filter(({ via, ground }) => via === null && ground !== 'kolom') ?? []
    return ask.page(
      {
        title: `${result.title} (${result.code})`,
        description: `Resultaat over ${year}, gemeld in ${plan.title}.`,
        breadcrumbs: [
          { label: 'Verantwoording', href: '/verantwoording' },
          { label: String(year), href: `/verantwoording/${year}` },
          { label: result.code, href: `/resultaten/${code}` },
        ],
      },
      <>
        <Opening
          title={result.title}
          meta={[
            `Over ${year}`,
            <>
              Gemeld in <TextLink href={`/plannen/${plan.code}`}>{plan.title}</TextLink>
            </>,
            <TextLink href={`/programmas/${programme.code}`}>{programme.title}</TextLink>,
            <Code>{result.code}</Code>,
          ]}
        >
          <WithdrawnNotice on={result.withdrawnOn} />
        </Opening>
        <Section id="resultaat" title="Het resultaat">
          <ReportedFacts result={result} />
          <Sources of={result.sources} documents={documents} />
        </Section>
        <Section id="doel" title="Tegen het doel" intro={coverageSentences.resultsWithIndicator(overview)}>
          <AgainstGoal result={result} goals={goals} />
        </Section>
        <Section id="actie" title="Waar het van kwam" intro={coverageSentences.actionsWithResult(overview)}>
          <Origin steps={direct} documents={documents} />
        </Section>
        {accounts}
        {chain ? (
          <Section id="keten" title="In de keten" intro="Van cijfer naar resultaat.">
            <ChainPlace view={chain} />
          </Section>
        ) : null}
      </>,
    )
  }

function ReportedFacts({ result }: { result: Result }) {
  const { lead, areas, project, indicator } = result
  return (
    <DataList
      items={[
        { term: 'Getal', value: resultNumber(result) ?? 'geen getal gemeld' },
        {
          term: 'Cijfer',
          value: indicator ? (
            <TextLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</TextLink>
          ) : (
            'noemt geen indicator'
          ),
        },
        { term: 'Trekker', value: <PartyLink party={lead} /> },
        { term: 'Gaat over', value: areas.length > 0 ? <PlaceLinks places={areas} /> : 'geen gebied genoemd' },
        ...(project ? [{ term: 'Onderdeel', value: project }] : []),
      ]}
    />
  )
}

function AgainstGoal({ result, goals }: { result: Result; goals: readonly Goal[] }) {
  if (goals.length > 0) return <GoalTable by="figure" goals={goals} caption={`Doelen over ${result.year}`} showArea />
  return (
    <EmptyState title="Er is geen doel om dit tegen te houden">
      {result.indicator
        ? `Voor ${result.year} vonden wij geen doel bij dit cijfer.`
        : 'Dit resultaat noemt geen cijfer. Of het genoeg was, is dus niet uit te rekenen.'}
    </EmptyState>
  )
}

function Origin({ steps, documents }: { steps: readonly ChainStep[]; documents: DocumentTitles }) {
  const actions = steps.filter(({ node }) => node.kind === 'actie')
  const bySource = actions.filter(({ relation, ground }) => relation === 'kwam-ervan' && ground === 'bron')
  const related = actions.filter(({ relation, ground }) => relation === 'kwam-ervan' && ground === 'afgeleid')
  const onward = actions.filter(({ relation }) => relation === 'bouwt-voort')
  return (
    <>
      {bySource.length > 0 ? (
        <StepList steps={bySource} documents={documents} />
      ) : (
        <EmptyState title="De bron noemt geen actie">Uit welke afspraak dit kwam, staat er niet bij.</EmptyState>
      )}
      {related.length > 0 ? (
        <>
          <Paragraph>Deze acties gaan over hetzelfde onderwerp. Of dit resultaat eruit kwam, weten wij niet.</Paragraph>
          <StepList steps={related} documents={documents} />
        </>
      ) : null}
      {onward.length > 0 ? (
        <>
          <Paragraph>Deze latere acties bouwen erop voort.</Paragraph>
          <StepList steps={onward} documents={documents} />
        </>
      ) : null}
    </>
  )
}
