import type { Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import type { WantedChange } from './change'
import { addChange, isChangedBy, tellSecretaries } from './change.store'

/**
 * Changes an action under the mandate of the signed-in person, and tells the secretaries of the bodies. A form that came before
 * changes nothing more. Throws a fault with `refusalIn`: nothing is kept.
 */
export async function changeAction(
  tx: Writer,
  action: string,
  changes: readonly WantedChange[],
  said: {
    readonly reason: string
    readonly formKey: string
    readonly requestId: string
    readonly mail: { readonly subject: string; readonly body: string }
  },
): Promise<void> {
  if (await isChangedBy(tx, action, said.formKey)) return
  for (const change of changes) await addChange(tx, action, change, said)
  await tellSecretaries(tx, action, said.mail)
  await noteDeed(tx, {
    event: 'actie gewijzigd',
    object: `${action}: ${changes.map(({ field }) => field).join(', ')}`,
    requestId: said.requestId,
  })
}
