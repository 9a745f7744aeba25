import { dayInAmsterdam } from '../../kernel/day'
import { Section } from '../../platform/ui'
import type { OnMeeting } from '../meetings'
import { WooLine, wooCategories } from '../publications'
import { publishedAgendas } from './disclosure.store'

/** On the page of a meeting of which the open items are public: since when, and under which category of the Woo. */
export const disclosedOnMeeting: OnMeeting = async (tx, meeting) => {
  const published = (await publishedAgendas(tx)).find(({ code }) => code === meeting.code)
  if (!published) return null
  return (
    <Section id="openbaarheid" title="Openbaarheid" intro="Van de open punten.">
      <WooLine on={dayInAmsterdam(new Date(published.at))} category={(await wooCategories(tx)).get('agenda')} />
    </Section>
  )
}
