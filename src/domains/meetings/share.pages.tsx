import { isUuid } from '../../kernel/typed'
import type { Ask } from '../../platform/web/ask'
import { meetingAddress } from './meeting.parts'
import { shareItem } from './share.store'

/** Shares a closed item with the own adviser, or takes that back. */
export async function shareForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const item = String(form.get('regel') ?? '')
  const meeting = ask.params.code ?? ''
  if (!isUuid(item)) return ask.notFound()
  const isDone = await ask.write((tx) => shareItem(tx, { meeting, item }, form.get('delen') === 'ja', ask.requestId))
  return isDone
    ? ask.redirect(`${meetingAddress(meeting)}/punten/${encodeURIComponent(ask.params.punt ?? '')}#delen`)
    : ask.notFound()
}
