import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { Actions, ButtonLink, Code, EmptyState, Fold, List, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { accountedOn } from '../accounts'
import { actionInConcept, conceptOn } from '../drafting'
import { TargetAdvice } from '../figures'
import { hearingsOn } from '../hearings'
import { partyNames } from '../identity'
import { levelsOfPriority, variantsOn } from '../levels'
import { meetingsOfBody } from '../meetings'
import { findAction, listPlans } from '../strategy'
import { type Adoption, adoptionsOf } from './adoption.store'
import { adviceOnAction } from './advice.verbs'
import { ChangeTable, changeAddress, leadsIn } from './change.parts'
import { changesOf } from './change.store'
import {
  adoptionAddress,
  DecisionTable,
  decisionAddress,
  decisionsAddress,
  newDecisionAddress,
  planAddress,
} from './decision.parts'
import { listDecisions, recorderOf } from './decision.store'
import { ownMandates } from './mandate.store'

/** What a plan that was made here says in words, what councils thought of it, what was decided on it, and which accounts are about it. */
export async function saidOfPlan(tx: Reader, plan: string, ask: Ask): Promise<Child> {
  return (
    <>
      {await conceptOn(tx, plan, ask)}
      {await hearingsOn(tx, 'plan', plan, ask)}
      {await decidedOnPlan(tx, plan)}
      {await accountedOn(tx, 'plan', plan)}
    </>
  )
}

/** What was decided about a plan, on its page: how it was adopted, and what was changed since. */
async function decidedOnPlan(tx: Reader, plan: string): Promise<Child> {
  const adoptions = await adoptionsOf(tx, plan)
  const [holding] = adoptions.filter(({ reversedBy }) => reversedBy === null)
  const changes = await changesOf(tx, { plan, ...(holding ? { since: holding.recordedAt } : {}) })
  const recorder = await recorderOf(tx)
  if (adoptions.length === 0 && changes.length === 0 && !recorder) return null
  const names = await partyNames(tx, leadsIn(changes))
  return (
    <Section id="besluiten" title="Besluiten en wijzigingen" intro="Wat is vastgesteld, en wat sindsdien veranderde.">
      {adoptions.length === 0 ? (
        <EmptyState title="Dit plan is nog niet met een besluit vastgelegd." />
      ) : (
        <List items={adoptions.map((adoption) => <AdoptionLine plan={plan} adoption={adoption} />)} />
      )}
      {changes.length > 0 && (
        <Fold
          label={`${holding ? 'Wijzigingen sinds het besluit' : 'Wijzigingen'}: ${changes.length}`}
          open={changes.length <= 5}
        >
          <ChangeTable changes={changes} names={names} caption="Wijzigingen in dit plan" ofMany />
        </Fold>
      )}
      {recorder && (
        <Actions>
          <ButtonLink href={`${newDecisionAddress}?plan=${encodeURIComponent(plan)}`}>Leg een besluit vast</ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

const AdoptionLine = ({ plan, adoption }: { plan: string; adoption: Adoption }) => (
  <>
    <TextLink href={adoptionAddress(plan, adoption.hash)}>
      Vastgesteld op {day(adoption.takenOn)} door {adoption.bodyName}
    </TextLink>
    , besluit <TextLink href={decisionAddress(adoption.decision)}>{adoption.decision}</TextLink>, kenmerk{' '}
    <Code>{adoption.hash.slice(0, 12)}</Code>
    {adoption.reversedBy ? ` (ingetrokken met ${adoption.reversedBy})` : ''}
  </>
)

/** What was decided on a priority, which accounts are about it, and the way to what belongs to it nationally and locally. */
export async function saidOfPriority(tx: Reader, priority: string): Promise<Child> {
  return (
    <>
      {await decidedOnPriority(tx, priority)}
      {await accountedOn(tx, 'prioriteit', priority)}
      {levelsOfPriority(priority)}
    </>
  )
}

/** The decisions that moved a priority, on its page. */
async function decidedOnPriority(tx: Reader, priority: string): Promise<Child> {
  const { items } = await listDecisions(tx, { subject: { kinds: ['zet-prioriteit'], code: priority } })
  const recorder = await recorderOf(tx)
  if (items.length === 0 && !recorder) return null
  return (
    <Section id="besluiten" title="Besluiten" intro="Een prioriteit krijgt alleen met een besluit een andere stand.">
      {items.length === 0 ? (
        <EmptyState title="Er is nog geen besluit over deze prioriteit vastgelegd." />
      ) : (
        <DecisionTable decisions={items} caption="Besluiten over deze prioriteit" />
      )}
      {recorder && (
        <Actions>
          <ButtonLink href={`${newDecisionAddress}?prioriteit=${encodeURIComponent(priority)}`}>
            Leg een besluit vast
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

const mostOnBody = 10

/** Who sits in a body and when it meets, and what it decided. */
export async function saidOfBody(tx: Reader, body: string, ask: Ask): Promise<Child> {
  return (
    <>
      {await meetingsOfBody(tx, body, ask)}
      {await decidedByBody(tx, body)}
      <Section id="stand-van-zaken" title="Stand van zaken">
        <ButtonLink href={`/gremia/${encodeURIComponent(body)}/stand`}>Wat er kwam van wat het besloot</ButtonLink>
      </Section>
    </>
  )
}

/** What a body decided, on its page, with the plans it adopted and how much was changed in them since. */
async function decidedByBody(tx: Reader, body: string): Promise<Child> {
  const { total, items } = await listDecisions(tx, { body }, { limit: mostOnBody, offset: 0 })
  const adopted = (await listPlans(tx)).items.filter(({ adoptedBy }) => adoptedBy?.code === body)
  const changed = []
  for (const { code, title } of adopted) {
    const [holding] = (await adoptionsOf(tx, code)).filter(({ reversedBy }) => reversedBy === null)
    const changes = await changesOf(tx, { plan: code, ...(holding ? { since: holding.recordedAt } : {}) })
    if (changes.length > 0) changed.push({ code, title, changes: changes.length })
  }
  if (total === 0 && changed.length === 0) return null
  return (
    <Section id="besluiten" title="Wat het besloot" intro="De nieuwste eerst.">
      {total > 0 && <DecisionTable decisions={items} caption="Besluiten van dit gremium" />}
      {total > items.length && (
        <Paragraph>
          <TextLink href={`${decisionsAddress}?gremium=${encodeURIComponent(body)}`}>Alle {total} besluiten</TextLink>
        </Paragraph>
      )}
      {changed.length > 0 && (
        <>
          <Paragraph>Gewijzigd in plannen die dit gremium vaststelde:</Paragraph>
          <List
            items={changed.map(({ code, title, changes }) => (
              <TextLink href={`${planAddress(code)}#besluiten`}>
                {title}: {count(changes, 'wijziging', 'wijzigingen')} sinds het besluit
              </TextLink>
            ))}
          />
        </>
      )}
    </Section>
  )
}

/** What was changed in an action, and what districts and municipalities make of it. */
export async function saidOfAction(tx: Reader, action: string, ask: Ask): Promise<Child> {
  return (
    <>
      {await changedInAction(tx, action, ask)}
      {await variantsOn(tx, action)}
    </>
  )
}

/** What was changed in an action, on its page, and the way to change it for who may. */
async function changedInAction(tx: Reader, action: string, ask: Ask): Promise<Child> {
  const changes = await changesOf(tx, { action })
  const mandates = await ownMandates(tx, action)
  const inConcept = await actionInConcept(tx, action, ask)
  const own = await findAction(tx, action)
  const advice = own && (await adviceOnAction(tx, own, own.target, ask.today))
  if (changes.length === 0 && mandates.length === 0 && !inConcept && !advice) return null
  const names = await partyNames(tx, leadsIn(changes))
  return (
    <Section id="toen-en-nu" title="Toen en nu" intro="Wat er in deze actie is gewijzigd." full={changes.length > 0}>
      {changes.length > 0 ? (
        <ChangeTable changes={changes} names={names} caption="Wijzigingen in deze actie" />
      ) : (
        <EmptyState title="Nog niets gewijzigd." />
      )}
      {advice && <TargetAdvice advice={advice} about="Het doel" />}
      {mandates.length > 0 && <ButtonLink href={changeAddress(action)}>Wijzig deze actie</ButtonLink>}
      {inConcept}
    </Section>
  )
}
