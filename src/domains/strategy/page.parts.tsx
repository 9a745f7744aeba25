import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { Notice, TextLink } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { partyAddress } from '../identity'
import { areaAddress } from '../territory'
import type { PartyRef, PlaceRef } from './named'

/** What a later domain says of something on its page. */
export type Said = (tx: Reader, code: string, ask: Ask) => Promise<Child>

export function PartyLink({ party }: { party: PartyRef }) {
  return <TextLink href={partyAddress(party)}>{party.name}</TextLink>
}

/** Parties in a row, each a link. */
export function PartyLinks({ parties }: { parties: readonly PartyRef[] }) {
  return (
    <>
      {parties.map((party, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <PartyLink party={party} />
        </>
      ))}
    </>
  )
}

/** Areas in a row, each a link. */
export function PlaceLinks({ places }: { places: readonly PlaceRef[] }) {
  return (
    <>
      {places.map((place, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <TextLink href={areaAddress(place)}>{place.name}</TextLink>
        </>
      ))}
    </>
  )
}

/** On the page of something that was withdrawn: since when, and that its address stays. */
export function WithdrawnNotice({ on }: { on: string | null }) {
  if (on === null) return null
  return (
    <Notice kind="attention" title={`Ingetrokken op ${dayInWords(on)}`}>
      Dit staat niet meer in de lijsten. Het adres blijft bestaan, zodat verwijzingen blijven kloppen.
    </Notice>
  )
}
