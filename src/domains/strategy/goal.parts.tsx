import { AgainstTarget, DataTable, ListLink, Quantity, TextLink } from '../../platform/ui'
import { period as periodInWords } from '../../platform/ui/wording'
import { type DocumentTitles, FigureText, numberWords, periodPhrase, Sources, VerdictText } from '../figures'
import type { FigureStand, Goal } from './goal'

/** Where a dot for the outcome may stand: at least, at most, or between. */
function limitsOf({ targets }: Goal): { min: number | null; max: number | null } {
  const value = (wanted: 'min' | 'max') => targets.find((target) => sideOf(target) === wanted)?.value ?? null
  return { min: value('min'), max: value('max') }
}

function sideOf({ qualifier, favourable }: Goal['targets'][number]): 'min' | 'max' | null {
  if (qualifier === 'min' || qualifier === 'more_than') return 'min'
  if (qualifier === 'max' || qualifier === 'less_than') return 'max'
  if (qualifier !== 'exact' || favourable === 'geen') return null
  return favourable === 'hoger' ? 'min' : 'max'
}

/** What was agreed, in words, as the source says it, each number a link to where it comes from: "ten minste 9,5%". */
function TargetText({ goal }: { goal: Goal }) {
  return (
    <>
      {goal.targets.map((target, index) => (
        <>
          {index > 0 ? ' en ' : ''}
          <TextLink href={`/metingen/${target.code}`}>{numberWords(target)}</TextLink>
        </>
      ))}
    </>
  )
}

/**
 * Goals with what came of them, one row each: outcome with the year before, target, and whether it was met. `by` says what
 * tells the rows apart: the figure (goals of one year) or the period (goals of one figure).
 */
export function GoalTable(props: {
  goals: readonly Goal[]
  caption: string
  by: 'figure' | 'period'
  showArea?: boolean
}) {
  const { goals, caption, by, showArea } = props
  return (
    <div class="sv-doeltabel">
      <DataTable
        caption={caption}
        hiddenCaption
        rows={goals}
        columns={[
          {
            head: by === 'figure' ? 'Doel' : 'Doel voor',
            rowHead: true,
            cell: (goal) => <GoalName goal={goal} by={by} showArea={showArea ?? false} />,
          },
          { head: 'Uitkomst', align: 'number', cell: (goal) => <OutcomeText goal={goal} /> },
          { head: 'Afgesproken', cell: (goal) => <TargetText goal={goal} /> },
          {
            head: 'Tegen het doel',
            narrow: false,
            cell: (goal) => <AgainstTarget value={goal.outcome?.value ?? null} {...limitsOf(goal)} />,
          },
          { head: 'Oordeel', narrow: '', cell: ({ verdict }) => <VerdictText verdict={verdict} /> },
        ]}
      />
    </div>
  )
}

function GoalName({ goal, by, showArea }: { goal: Goal; by: 'figure' | 'period'; showArea: boolean }) {
  const { indicator, area, period, basePeriod } = goal
  const aside = [
    by === 'figure' && !/^\d{4}$/.test(period) ? periodInWords(period) : null,
    showArea ? area.areaName : null,
    basePeriod === null ? null : `ten opzichte van ${periodInWords(basePeriod)}`,
  ].filter((part) => part !== null)
  return (
    <>
      {by === 'figure' ? (
        <ListLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</ListLink>
      ) : (
        periodInWords(period)
      )}
      {aside.length > 0 ? <span class="sv-stil sv-klein"> ({aside.join(', ')})</span> : null}
    </>
  )
}

function OutcomeText({ goal: { outcome, before } }: { goal: Goal }) {
  if (outcome === null) return <Quantity value={null} />
  return (
    <>
      <TextLink href={`/metingen/${outcome.code}`}>
        <Quantity value={outcome.value} unit={outcome.unit} qualifier={outcome.qualifier} />
      </TextLink>
      {before === null ? null : <span class="sv-was"> (was {numberWords(before)})</span>}
    </>
  )
}

/** Figures that belong to something, each with its latest outcome and the goal that is nearest to it in time. */
export function FigureTable(props: {
  figures: readonly FigureStand[]
  caption: string
  documents: DocumentTitles
  /** How each figure belongs here, as "zelfde onderwerp". */
  note?: (code: string) => string | null
}) {
  const { figures, caption, documents, note } = props
  const sources = figures.flatMap(({ outcome, goal }) => [
    ...(outcome?.sources ?? []),
    ...(goal?.targets ?? []).flatMap((target) => target.sources),
  ])
  return (
    <>
      <DataTable
        caption={caption}
        hiddenCaption
        wideFirst
        rows={figures}
        columns={[
          {
            head: 'Cijfer',
            rowHead: true,
            cell: ({ indicator }) => (
              <>
                <ListLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</ListLink>
                {note?.(indicator.code) ? <span class="sv-stil sv-klein"> {note(indicator.code)}</span> : null}
              </>
            ),
          },
          {
            head: 'Laatst bekend',
            cell: ({ outcome }) =>
              outcome === null ? (
                <Quantity value={null} />
              ) : (
                <>
                  <FigureText measurement={outcome} />
                  {outcome.areaKind === 'regio' ? null : <span class="sv-stil sv-klein"> {outcome.areaName}</span>}
                </>
              ),
          },
          {
            head: 'Afgesproken',
            cell: ({ goal }) =>
              goal === null ? (
                <span class="sv-stil">geen getal</span>
              ) : (
                <>
                  <TargetText goal={goal} /> {periodPhrase(goal.period)}
                </>
              ),
          },
          {
            head: 'Oordeel',
            narrow: '',
            cell: ({ goal }) => (goal === null ? null : <VerdictText verdict={goal.verdict} />),
          },
        ]}
      />
      {sources.length > 0 ? <Sources of={sources} documents={documents} /> : null}
    </>
  )
}
