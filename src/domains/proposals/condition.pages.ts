import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { readCondition } from './condition'
import { typedCondition } from './condition.parts'
import { keepViewCondition } from './condition.store'
import { viewOf } from './proposal'
import { drawAddressee, findAddressee } from './view.pages'

/** Says whether a condition of the view that counts was met: who writes the views of that instance or organisation. */
export async function conditionForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findAddressee(ask)
  const condition = found?.conditions.find(({ seq }) => String(seq) === ask.params.voorwaarde)
  const view = found && viewOf(found.addressee)
  if (!found?.hands.drafterAs || !condition || !view) return ask.notFound()
  const { seq } = condition
  const typed = typedCondition(form, seq)
  const draft = readCondition(typed, { from: null, today: ask.today, droppers: null }, String(seq))
  if ('faults' in draft)
    return drawAddressee(ask, found, null, 422, { seq, typed, faults: draft.faults, theirs: false })
  const seen = Number.parseInt(textIn(form)('versie'), 10) || 0
  const at = { addressee: found.addressee.id, view: view.version, seq }
  const kept = await ask.write((tx) => keepViewCondition(tx, at, seen, draft, ask.requestId))
  if (kept === null) return ask.notFound()
  if (kept !== 'botst') return ask.redirect(`${found.address}?bewaard=voorwaarde#voorwaarden`)
  const now = await findAddressee(ask)
  return now ? drawAddressee(ask, now, null, 409, { seq, typed, faults: [], theirs: true }) : ask.notFound()
}
