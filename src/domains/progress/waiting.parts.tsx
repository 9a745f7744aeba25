import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { ButtonLink, List, ListLink, Paragraph } from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import { ConceptTag } from '../strategy'
import { roundOn } from './calendar'
import { listRounds, startOf } from './round.store'
import type { Item } from './status'
import { actionAddress, ownAddress } from './update.parts'
import { ownItems } from './update.store'

/** What the round of today still asks of the signed-in person, and until when. */
export type Waiting = { readonly items: readonly Item[]; readonly until: Day }

/** Whether a round that began at a moment still waits for a word about an item. */
export const isAskedFor = (item: Pick<Item, 'saidAt'>, since: string | null) =>
  since !== null && (item.saidAt === null || Date.parse(item.saidAt) < Date.parse(since))

/** The actions the signed-in person is asked about today; null when nothing waits. */
export async function waitingItems(tx: Reader, on: Day): Promise<Waiting | null> {
  const round = roundOn(await listRounds(tx), on)
  if (!round) return null
  const since = await startOf(tx, round.code)
  // Who stands in is asked by mail, when the first did not answer: until then nothing waits for him.
  const items = (await ownItems(tx)).filter((item) => !item.isDeputy && isAskedFor(item, since))
  return items.length > 0 ? { items, until: round.endsOn } : null
}

const shown = 3

/** The actions that wait for somebody, the first few by name, and the one screen for all of them. */
export function WaitingItems({ waiting: { items, until } }: { waiting: Waiting }) {
  return (
    <>
      <Paragraph>
        Hoe {items.length === 1 ? 'staat deze actie' : `staan deze ${count(items.length, 'actie', 'acties')}`} ervoor?
        Tot en met {day(until)}.
      </Paragraph>
      <List
        items={[
          ...items.slice(0, shown).map(({ action, title, isConcept = false }) => (
            <>
              <ListLink href={actionAddress(action)}>{title}</ListLink>
              <ConceptTag isConcept={isConcept} />
            </>
          )),
          ...(items.length > shown ? [`en nog ${items.length - shown}`] : []),
        ]}
      />
      <ButtonLink kind="primary" href={ownAddress}>
        Werk {items.length === 1 ? 'haar' : 'ze'} bij
      </ButtonLink>
    </>
  )
}
