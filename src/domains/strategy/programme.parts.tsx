import { ColumnList, Fold, Paragraph, Stack, TextLink } from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import { partyAddress } from '../identity'
import type { Action } from './action'
import type { ChainStep } from './chain'
import { accountOf, type Goal } from './goal'
import { GoalTable } from './goal.parts'
import type { PartyRef } from './named'
import type { Result } from './result'
import { ResultList } from './result.parts'

/** First what can be held against a goal, then what has a number, then the rest folded away. */
export function LookBack({ results, goals }: { results: readonly Result[]; goals: readonly Goal[] }) {
  const { notMet, met } = accountOf(goals)
  const judged = [...notMet, ...met]
  const numbered = results.filter(({ value }) => value !== null)
  const worded = results.filter(({ value }) => value === null)
  return (
    <Stack>
      {judged.length > 0 ? (
        <GoalTable
          by="figure"
          goals={judged}
          caption="Doelen waarvan de uitkomst bekend is"
          showArea={judged.some(({ area }) => area.areaKind !== 'regio')}
        />
      ) : (
        <Paragraph small>Bij deze resultaten hoort geen doel waarvan wij de uitkomst kunnen beoordelen.</Paragraph>
      )}
      {numbered.length > 0 ? <ResultList results={numbered} /> : null}
      {worded.length > 6 ? (
        <Fold label={`Toon ${count(worded.length, 'resultaat', 'resultaten')} zonder getal`}>
          <ResultList results={worded} />
        </Fold>
      ) : worded.length > 0 ? (
        <ResultList results={worded} />
      ) : null}
    </Stack>
  )
}

/** What came of an action, when anything is known; silence is said once for the whole list. */
export function cameWords(steps: readonly ChainStep[]) {
  if (steps.length === 0) return null
  return (
    <>
      {steps.map((step, index) => (
        <>
          {index > 0 ? '; ' : ''}
          {step.relation === 'bouwt-voort'
            ? 'bouwt voort op: '
            : step.ground === 'bron'
              ? 'wat ervan kwam: '
              : 'zelfde onderwerp: '}
          <TextLink href={`/resultaten/${step.node.code}`}>{step.node.title}</TextLink>
        </>
      ))}
    </>
  )
}

export function WhoTakesPart({ actions }: { actions: readonly Action[] }) {
  const leads = tallyOf(actions.map(({ lead }) => lead))
  const participants = tallyOf(actions.flatMap((action) => action.participants))
  return (
    <ColumnList
      groups={[
        { title: 'Trekt', note: 'aantal acties', items: leads },
        ...(participants.length > 0 ? [{ title: 'Doet mee', note: 'aantal acties', items: participants }] : []),
      ]}
    />
  )
}

function tallyOf(parties: readonly PartyRef[]) {
  return [...Map.groupBy(parties, ({ code }) => code).values()]
    .sort((one, other) => other.length - one.length)
    .flatMap((of) => {
      const [party] = of
      return party ? [{ label: party.name, href: partyAddress(party), value: number(of.length) }] : []
    })
}
