import type { Reader } from '../../platform/db/database'
import { List, ListLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import { addresseeAddress } from './proposal.parts'
import { awaitedOfOwn, type Waiting } from './view.store'

/** What waits for the person who asks about proposals; null when nothing does. */
export async function awaitedProposals(tx: Reader): Promise<readonly Waiting[] | null> {
  const waiting = await awaitedOfOwn(tx)
  return waiting.length > 0 ? waiting : null
}

export type OpenRound = { readonly title: string; readonly who: string; readonly term: string; readonly href: string }

/** The written rounds that are open and in which a seat of the person who asks said nothing yet. */
export async function openRounds(tx: Reader): Promise<OpenRound[]> {
  return (await awaitedOfOwn(tx))
    .filter(({ what }) => what === 'ronde')
    .map((one) => ({ title: one.title, who: one.who, term: one.term, href: `${addressOf(one)}#ronde` }))
}

const addressOf = ({ proposal, seq, addressee }: Waiting) => addresseeAddress(proposal, seq, addressee)

const whatWords: Readonly<Record<Waiting['what'], string>> = {
  schrijven: 'schrijf de zienswijze',
  vrijgeven: 'geef de zienswijze vrij',
  ronde: 'schriftelijke ronde: laat weten wat u vindt',
  terugmelden: 'meld terug wat met de zienswijze is gedaan',
}

export function AwaitedProposals({ rows }: { rows: readonly Waiting[] }) {
  return (
    <List
      items={rows.map((one) => (
        <>
          <ListLink href={addressOf(one)}>{`${one.title}: ${one.who}`}</ListLink> {whatWords[one.what]}
          {one.what === 'terugmelden' ? '' : `, uiterlijk ${day(one.term)}`}
        </>
      ))}
    />
  )
}
