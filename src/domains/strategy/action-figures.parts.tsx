import { EmptyState, Paragraph, TextLink } from '../../platform/ui'
import { type DocumentTitles, FigureText, judgeAll, latestOutcome, type Measurement, Sources } from '../figures'
import type { Action } from './action'
import type { ChainStep } from './chain'
import { StepList } from './chain.parts'
import { type Goal, goalsAmong } from './goal'
import { GoalTable } from './goal.parts'

/** The figures an action names, with target and outcome; then those on the same subject. */
export function ActionFigures(props: {
  action: Action
  measurements: readonly Measurement[]
  steps: readonly ChainStep[]
  documents: DocumentTitles
}) {
  const { action, measurements, steps, documents } = props
  const related = steps.filter(
    ({ node, ground, via }) => node.kind === 'indicator' && ground !== 'kolom' && via === null,
  )
  return (
    <>
      {action.indicators.length === 0 ? (
        <EmptyState title="Deze actie noemt geen cijfer">
          Daarom is niet uit te rekenen of zij gehaald is.
          {related.length > 0 ? ' Wel zijn er cijfers over hetzelfde onderwerp.' : ''}
        </EmptyState>
      ) : null}
      {action.indicators.map((indicator) => {
        const own = measurements.filter((one) => one.indicator === indicator.code)
        const goals = goalsAmong(inAreasOf(action, own), judgeAll)
        return (
          <IndicatorOutcome
            indicator={indicator}
            measurements={inAreasOf(action, own)}
            goals={goals}
            documents={documents}
          />
        )
      })}
      {related.length > 0 ? <StepList steps={related} documents={documents} /> : null}
    </>
  )
}

/** The numbers about the areas of the action; when there are none, all of them: they say their area. */
function inAreasOf(action: Action, measurements: readonly Measurement[]): readonly Measurement[] {
  const own = measurements.filter(({ area }) => action.areas.some(({ code }) => code === area))
  return own.length > 0 ? own : measurements
}

function IndicatorOutcome(props: {
  indicator: Action['indicators'][number]
  measurements: readonly Measurement[]
  goals: readonly Goal[]
  documents: DocumentTitles
}) {
  const { indicator, measurements, goals, documents } = props
  const latest = latestOutcome(measurements)
  return (
    <>
      <Paragraph>
        <TextLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</TextLink>:{' '}
        {latest ? (
          <>
            laatst bekend <FigureText measurement={latest} />, {latest.areaName}.
          </>
        ) : (
          'geen uitkomst bekend.'
        )}
      </Paragraph>
      {goals.length > 0 ? (
        <GoalTable
          by="period"
          goals={goals}
          caption={`Doelen voor ${indicator.title}`}
          showArea={goals.some(({ area }) => area.areaKind !== 'regio')}
        />
      ) : null}
      <Sources
        of={[
          ...new Set(
            [...goals.flatMap(({ targets }) => targets), ...(latest ? [latest] : [])].flatMap(({ sources }) => sources),
          ),
        ]}
        documents={documents}
      />
    </>
  )
}
