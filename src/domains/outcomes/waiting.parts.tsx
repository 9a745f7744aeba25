import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { List, ListLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import { agreementAddress } from './outcome.parts'
import { agreementName } from './promise.parts'
import { waitingAgreements } from './promise.store'

/** What the asker agreed to do and said nothing of yet, and what he closes as secretary; null when nothing waits. */
export async function awaitedAgreements(tx: Reader) {
  const agreements = await waitingAgreements(tx)
  return agreements.length === 0 ? null : agreements
}

export function AwaitedAgreements(props: {
  agreements: NonNullable<Awaited<ReturnType<typeof awaitedAgreements>>>
  on: Day
}) {
  return (
    <List
      items={props.agreements.map(({ meeting, label, text, due, proof, instanceName }) => (
        <>
          <ListLink href={agreementAddress(meeting, label)}>{agreementName({ label, text })}</ListLink> ({instanceName}
          {due ? `, ${due < props.on ? 'had klaar moeten zijn' : 'klaar'} op ${day(due)}` : ''})
          {proof ? ': gemeld als gedaan, u sluit het' : ''}
        </>
      ))}
    />
  )
}
