import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { readWord } from './entry'
import { wordRoundEnd } from './mail.parts'
import { drawAddressee, findAddressee } from './view.pages'
import { closeRound, speak } from './view.store'

/** What a seat says, while the round is open. */
export async function speakForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await findAddressee(ask)
  const seat = found?.hands.seats.find((one) => one.seat === typed('zetel'))
  if (!found || !seat) return ask.notFound()
  const read = readWord(typed)
  if ('faults' in read) return drawAddressee(ask, found, { typed, faults: read.faults }, 422)
  const isKept = await ask.write((tx) => speak(tx, found.addressee.id, seat.seat, read, ask.requestId))
  return isKept ? ask.redirect(`${found.address}?bewaard=ja#ronde`) : ask.notFound()
}

/** Closes the round, for the chair. */
export async function closeRoundForm(ask: Ask): Promise<Response> {
  const found = await findAddressee(ask)
  if (!found) return ask.notFound()
  const mail = wordRoundEnd(ask.installation.baseUrl, found.proposal)
  const closed = await ask.write((tx) => closeRound(tx, found.addressee.id, mail, ask.requestId))
  const message = 'De termijn loopt nog, en niet alle leden hebben geantwoord.'
  if (closed === 'loopt')
    return drawAddressee(ask, found, { typed: () => '', faults: [{ field: 'sluiten', message }] }, 422)
  return closed ? ask.redirect(`${found.address}?bewaard=ja#ronde`) : ask.notFound()
}
