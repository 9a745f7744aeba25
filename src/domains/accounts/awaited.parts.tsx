import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { List, ListLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Account, Part } from './account'
import { listAccounts } from './account.store'
import { accountAddress, previewAddress } from './address.parts'
import { partStates, partWords } from './document.parts'
import { findDraft } from './draft.verbs'
import type { Preview } from './window'
import { ownPreviews } from './window.store'

type Awaited = {
  readonly previews: readonly Preview[]
  readonly parts: readonly { readonly account: Account; readonly part: Part; readonly isChanged: boolean }[]
}

/** The pages the person who asks sees first, and the parts that are his to clear as they are now; null when there is neither. */
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
  return previews.length + parts.length > 0 ? { previews, parts } : null
}

export function AwaitedAccounts({ accounts: { previews, parts } }: { accounts: Awaited }) {
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
