import { addDays, type Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { List, ListLink, TextLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import { decisionAddress } from './decision.parts'
import { type Returning, returningBy } from './returning.store'

/** The watched priorities that come back on an agenda within 90 days, for who keeps one; null when there are none. */
export async function awaitedReturns(tx: Reader, today: Day): Promise<readonly Returning[] | null> {
  const returning = await returningBy(tx, addDays(today, 90))
  return returning.length > 0 ? returning : null
}

export const AwaitedReturns = ({ returning, on }: { returning: readonly Returning[]; on: Day }) => (
  <List
    items={returning.map(({ priority, title, backOn, decision, bodyName }) => (
      <>
        <ListLink href={`/prioriteiten/${encodeURIComponent(priority)}`}>{title}</ListLink>:{' '}
        {backOn < on ? 'had terug moeten zijn' : 'komt terug'} op de agenda van {bodyName} op {day(backOn)} (
        <TextLink href={decisionAddress(decision)}>besluit {decision}</TextLink>)
      </>
    ))}
  />
)
