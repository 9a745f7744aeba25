import type { Reader } from '../../platform/db/database'
import { DataTable, List, ListLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import {
  addresseeAddress,
  type Condition,
  ConditionStatus,
  conditionStanding,
  isUnsettled,
  listViewConditions,
  type ViewCondition,
} from '../proposals'
import type { DecisionCondition } from './condition'
import { awaitedOfDecisions, conditionsOf, unsettledOf } from './condition.store'
import type { Decision } from './decision'
import { decisionAddress } from './decision.parts'

/** A condition of a decision or of a view, with where it stands. */
export type SetCondition = {
  readonly condition: Condition
  readonly href: string
  /** Its words; of a decision under a closed item those stand with that decision only, where reading is noted. */
  readonly words: string
  /** What set it. */
  readonly from: string
  /** How it stands, in one line. */
  readonly standing: string
}

const ofDecision = (condition: DecisionCondition): SetCondition => ({
  condition,
  href: `${decisionAddress(condition.decision)}#voorwaarden`,
  words: condition.isClosed ? 'Een voorwaarde van een besloten besluit' : condition.words,
  standing: condition.isClosed ? condition.state : conditionStanding(condition),
  from: `besluit ${condition.decision} van ${day(condition.takenOn)}, ${condition.bodyName}`,
})

const ofView = (condition: ViewCondition): SetCondition => ({
  condition,
  href: `${addresseeAddress(condition.proposal, condition.step, condition.who)}#voorwaarden`,
  words: condition.words,
  standing: conditionStanding(condition),
  from: `zienswijze van ${condition.whoName} over ${condition.title}`,
})

/** The conditions of each of these decisions, by its code. */
export async function conditionsSetIn(
  tx: Reader,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<string, readonly SetCondition[]>> {
  const found = await conditionsOf(
    tx,
    decisions.map(({ code }) => code),
  )
  return new Map(
    decisions.map(({ code, title, takenOn, closedTo, bodyName }) => [
      code,
      (found.get(code) ?? []).map((one) =>
        ofDecision({ ...one, decision: code, title, takenOn, isClosed: closedTo !== null, bodyName }),
      ),
    ]),
  )
}

/** The conditions in views of these instances, as the asker may read them. */
export const viewConditionsOf = async (tx: Reader, instances: readonly string[]): Promise<SetCondition[]> =>
  (await listViewConditions(tx, { instances })).map(ofView)

/** What an instance set as a condition and still has to look at, so that nothing falls between two rounds. */
export async function unsettledConditions(
  tx: Reader,
  instance: {
    readonly code: string
    readonly body: { readonly code: string }
    readonly area: { readonly code: string }
  },
): Promise<SetCondition[]> {
  const decided = (await unsettledOf(tx, instance.body.code, instance.area.code)).map(ofDecision)
  return [
    ...decided,
    ...(await viewConditionsOf(tx, [instance.code])).filter(({ condition }) => isUnsettled(condition)),
  ]
}

/** The open conditions of which the asker says whether they were met; null when there are none. */
export async function awaitedConditions(tx: Reader): Promise<readonly SetCondition[] | null> {
  const own = [
    ...(await awaitedOfDecisions(tx)).map(ofDecision),
    ...(await listViewConditions(tx, { waiting: true })).map(ofView),
  ]
  return own.length > 0 ? own : null
}

export const AwaitedConditions = ({ conditions }: { conditions: readonly SetCondition[] }) => (
  <List
    items={conditions.map(({ href, words, from }) => (
      <>
        <ListLink href={href}>{words}</ListLink> ({from}): leg vast of eraan is voldaan
      </>
    ))}
  />
)

export const ConditionTable = ({ conditions, caption }: { conditions: readonly SetCondition[]; caption: string }) => (
  <DataTable
    caption={caption}
    hiddenCaption
    wideFirst
    rows={conditions}
    columns={[
      { head: 'Voorwaarde', rowHead: true, cell: ({ href, words }) => <ListLink href={href}>{words}</ListLink> },
      { head: 'Uit', cell: ({ from }) => from },
      { head: 'Stand', cell: ({ condition }) => <ConditionStatus state={condition.state} /> },
    ]}
  />
)
