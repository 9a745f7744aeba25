import { Section } from '../../platform/ui'
import type { OnItem, OnMeeting } from '../meetings'
import { DecisionTable } from './decision.parts'
import { listDecisions } from './decision.store'

/** What was decided under an item, for who may read it. */
export const decidedOnItem: OnItem = async (tx, _, item) => {
  const { items } = await listDecisions(tx, { item: item.id })
  return items.length === 0 ? null : (
    <Section id="besluiten" title="Wat er is besloten" full>
      <DecisionTable decisions={items} caption="Besluiten bij dit punt" />
    </Section>
  )
}

/** What was decided in a meeting, for who may read it. */
export const decidedInMeeting: OnMeeting = async (tx, meeting) => {
  const { items } = await listDecisions(tx, { meeting: meeting.code })
  return items.length === 0 ? null : (
    <Section id="besluiten" title="Wat er is besloten" full>
      <DecisionTable decisions={items} caption="Besluiten van deze vergadering" />
    </Section>
  )
}
