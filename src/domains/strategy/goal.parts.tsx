import { AgainstTarget, DataTable, ListLink, Paragraph, Quantity, TextLink } from '../../platform/ui'
import { period as periodInWords } from '../../platform/ui/wording'
import { type DocumentTitles, figureWords, numberWords, Sources, VerdictText } from '../figures'
import type { Goal } from './goal'

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

/** What was agreed, in words, each number a link to where it comes from: "ten minste 9,5%". */
export function TargetText({ goal }: { goal: Goal }) {
  return (
    <>
      {goal.targets.map((target, index) => (
        <>
          {index > 0 ? ' en ' : ''}
          <TextLink href={`/metingen/${target.code}`}>{targetWords(target)}</TextLink>
        </>
      ))}
    </>
  )
}

function targetWords(target: Goal['targets'][number]): string {
  const side = sideOf(target)
  return target.qualifier === 'exact' && side !== null && target.basePeriod === null
    ? numberWords({ ...target, qualifier: side })
    : numberWords(target)
}

/** Goals with what came of them, one row each: outcome with the year before, target, and whether it was met. */
export function GoalTable(props: {
  goals: readonly Goal[]
  caption: string
  showArea?: boolean
  showPeriod?: boolean
}) {
  const { goals, caption, showArea, showPeriod } = props
  return (
    <div class="sv-doeltabel">
      <DataTable
        caption={caption}
        hiddenCaption
        rows={goals}
        columns={[
          {
            head: 'Doel',
            rowHead: true,
            cell: ({ indicator, area, period, basePeriod }) => (
              <>
                <ListLink href={`/indicatoren/${indicator.code}`}>{indicator.title}</ListLink>
                {showArea || showPeriod || basePeriod !== null ? (
                  <span class="sv-stil sv-klein">
                    {' '}
                    (
                    {[
                      showArea ? area.areaName : null,
                      showPeriod ? periodInWords(period) : null,
                      basePeriod === null ? null : `ten opzichte van ${periodInWords(basePeriod)}`,
                    ]
                      .filter((part) => part !== null)
                      .join(', ')}
                    )
                  </span>
                ) : null}
              </>
            ),
          },
          {
            head: 'Uitkomst',
            align: 'number',
            cell: ({ outcome, before }) =>
              outcome === null ? (
                <Quantity value={null} />
              ) : (
                <>
                  <TextLink href={`/metingen/${outcome.code}`}>
                    <Quantity value={outcome.value} unit={outcome.unit} qualifier={outcome.qualifier} />
                  </TextLink>
                  {before === null ? null : <span class="sv-was"> (was {numberWords(before)})</span>}
                </>
              ),
          },
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

/** A few goals as sentences, for a page about something else: what was agreed and what came of it. */
export function GoalLines({ goals, documents }: { goals: readonly Goal[]; documents: DocumentTitles }) {
  return (
    <>
      {goals.map((goal) => (
        <>
          <Paragraph>
            Afgesproken voor {periodInWords(goal.period)} in {goal.area.areaName}: <TargetText goal={goal} />.{' '}
            {goal.outcome === null ? 'De uitkomst is onbekend.' : `Uitkomst: ${figureWords(goal.outcome)}. `}
            {goal.outcome === null ? null : <VerdictText verdict={goal.verdict} />}
          </Paragraph>
          <Sources
            of={[...goal.targets, ...(goal.outcome ? [goal.outcome] : [])].flatMap(({ sources }) => sources)}
            documents={documents}
          />
        </>
      ))}
    </>
  )
}
