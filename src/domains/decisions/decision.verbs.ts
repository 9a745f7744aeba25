import { canonicalJson } from '../../kernel/canonical'
import type { Reader, Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'
import { enterDecision, sha256 } from '../publications'
import { findPlan, listActions, listProgrammes } from '../strategy'
import { type Decision, type Draft, decisionRecord, inOrder, type Occasion, Refused, type Wanted } from './decision'
import { addDecision, addEffect, decisionOfForm, findDecision, holdDecisions } from './decision.store'
import { addDocument } from './document.store'
import { asJson, type FrozenPlan, frozenPlan } from './frozen-plan'

/** A plan as it stands now, with everything under it; null when there is none. */
export async function planAsItStands(tx: Reader, code: string): Promise<FrozenPlan | null> {
  const plan = await findPlan(tx, code)
  return (
    plan &&
    frozenPlan(plan, (await listProgrammes(tx, { plan: code })).items, (await listActions(tx, { plan: code })).items)
  )
}

/**
 * Records a decision and does what it says, in the transaction of `tx`; a public one is entered in the log of publications. Gives
 * its code; of a form that came before, the code it got then. Throws a `Refused`, or a fault with `refusalIn`: nothing is kept.
 */
export async function recordDecision(
  tx: Writer,
  draft: Draft,
  wanted: readonly Wanted[],
  takenAt: Occasion | null,
  form: {
    readonly key: string
    readonly requestId: string
    readonly program: string
    /** A public decision as a document to read. */
    readonly written: (decision: Decision) => Promise<string>
  },
): Promise<string> {
  await holdDecisions(tx)
  const earlier = await decisionOfForm(tx, form.key)
  if (earlier) return earlier
  if (draft.reverses && (await findDecision(tx, draft.reverses))?.reversedBy) throw new Refused('al-teruggedraaid')
  const code = await addDecision(tx, draft, takenAt, form.key)
  const files: Record<string, string> = {}
  for (const [at, effect] of inOrder(wanted).entries()) {
    const frozen = effect.kind === 'stelt-plan-vast' ? await freeze(tx, effect.subject) : null
    if (frozen) files[`plan-${effect.subject}.json`] = frozen.hash
    await addEffect(tx, code, at + 1, effect, frozen)
  }
  const decision = await findDecision(tx, code)
  if (decision?.isPublic) {
    const content = await form.written(decision)
    const document = { content, hash: sha256(content) }
    await addDocument(tx, code, document)
    await enterDecision(tx, {
      code,
      bestanden: {
        'besluit.json': sha256(canonicalJson(decisionRecord(decision))),
        'besluit.html': document.hash,
        ...files,
      },
      programma: form.program,
    })
  }
  await noteDeed(tx, { event: 'besluit vastgelegd', object: code, requestId: form.requestId })
  return code
}

async function freeze(tx: Reader, code: string) {
  const plan = await planAsItStands(tx, code)
  if (!plan) throw new Refused('onbekend')
  if (plan.acties.length === 0) throw new Refused('plan-leeg')
  const model = canonicalJson(asJson(plan))
  return { model, hash: sha256(model) }
}
