import { addDays, type Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { List, ListLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Account, Part } from './account'
import { listAccounts } from './account.store'
import { accountAddress, previewAddress } from './address.parts'
import { type EndingConsent, endingConsents } from './consent.store'
import { partStates, partWords } from './document.parts'
import { findDraft } from './draft.verbs'
import type { Preview } from './window'
import { ownPreviews } from './window.store'

type Awaited = {
  readonly previews: readonly Preview[]
  readonly parts: readonly { readonly account: Account; readonly part: Part; readonly isChanged: boolean }[]
  /** Stories in released accounts of which the consent ends within 30 days, or did. */
  readonly consents: readonly EndingConsent[]
}

/** The pages the person who asks sees first, the parts that are his to clear as they are now, and the consent that ends in what he released; null when there is none. */
export async function awaitedAccounts(tx: Reader, today: Day): Promise<Awaited | null> {
  const previews = await ownPreviews(tx)
  const drafts = (await listAccounts(tx)).filter(({ released }) => !released)
  const parts: Awaited['parts'][number][] = []
  for (const { code } of drafts) {
    const draft = await findDraft(tx, code, today)
    if (!draft) continue
    for (const { part, state } of partStates(draft))
      if (draft.standing.parts.includes(part) && (state.is === 'open' || state.is === 'changed'))
        parts.push({ account: draft.account, part, isChanged: state.is === 'changed' })
  }
  const consents = await endingConsents(tx, addDays(today, 30))
  return previews.length + parts.length + consents.length > 0 ? { previews, parts, consents } : null
}

export function AwaitedAccounts({ accounts: { previews, parts, consents }, on }: { accounts: Awaited; on: Day }) {
  return (
    <List
      items={[
        ...previews.map((preview) => <PreviewItem preview={preview} />),
        ...parts.map(({ account, part, isChanged }) => (
          <>
            <ListLink href={`${accountAddress(account.code)}#vrijgeven`}>
              {account.title}: het deel van {partWords[part]} vrijgeven
            </ListLink>
            {isChanged && ' (veranderd sinds het was vrijgegeven)'}
          </>
        )),
        ...consents.map(({ account, title, story, until }) => (
          <>
            <ListLink href={`${accountAddress(account)}/corrigeren`}>
              {title}: de toestemming voor ‘{story}’ {until <= on ? 'is voorbij sinds' : 'eindigt op'} {day(until)}
            </ListLink>
            . Het stuk is openbaar en verandert niet meer. Schrijf een correctie die ‘{story}’ noemt.
          </>
        )),
      ]}
    />
  )
}

/** For a mayor or adviser: the page of his municipality, as he sees it first. */
export function PreviewItem({ preview: { account, area, areaName, title, until } }: { preview: Preview }) {
  return (
    <>
      <ListLink href={previewAddress(account, area)}>
        {title}: {areaName}
      </ListLink>{' '}
      (vooraf te zien tot en met {day(until)})
    </>
  )
}
