import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import {
  changesOf,
  conditionsSetIn,
  type Decision,
  decisionsAbout,
  listDecisions,
  subjectKind,
  viewConditionsOf,
} from '../decisions'
import { judge, judgedTargets, latestOutcome, measurementsOf } from '../figures'
import { listInstances } from '../meetings'
import { judgementsOf, lastSaidDays, standsOf } from '../progress'
import { findPriority, listPlans, type Plan, stateOn } from '../strategy'
import {
  type ActionStand,
  held,
  isOf,
  laterAbout,
  newestAbout,
  type PlanStand,
  type PriorityStand,
  type Standing,
  type TargetStand,
  type Whose,
} from './standing'

/** What became of everything this body decided on, as the asker may read it, and of nothing else. */
export async function standingOf(tx: Reader, whose: Whose, today: Day): Promise<Standing> {
  const all = whose.kind === 'gremium' ? (await listDecisions(tx, { body: whose.code })).items : []
  const { decisions, turnedBack } = held(all.filter((decision) => isOf(whose, decision)))
  const stands = Map.groupBy(await standsOf(tx), ({ plan }) => plan)
  return {
    decisions,
    turnedBack,
    plans: await plansOf(tx, whose, decisions, stands),
    targets: await targetsOf(tx, decisions, today),
    priorities: await prioritiesOf(tx, decisions, today),
    actions: await actionsOf(tx, decisions, [...stands.values()].flat()),
    conditions: await conditionsIn(tx, decisions),
    viewConditions: await viewConditionsIn(tx, whose),
  }
}

async function plansOf(
  tx: Reader,
  whose: Whose,
  decisions: readonly Decision[],
  stands: ReadonlyMap<string, Awaited<ReturnType<typeof standsOf>>>,
): Promise<PlanStand[]> {
  const adopted = new Map(
    newestAbout(decisions, 'stelt-plan-vast').map(({ decision, effect }) => [effect.subject, decision]),
  )
  // A source that says who adopted a plan names a body, and not which one of it.
  const isNamed = ({ adoptedBy }: Plan) => adoptedBy?.code === whose.code && (whose.area === null || whose.isOnly)
  const plans = (await listPlans(tx)).items.filter((plan) => adopted.has(plan.code) || isNamed(plan))
  const found: PlanStand[] = []
  for (const plan of plans) {
    const own = stands.get(plan.code) ?? []
    const decision = adopted.get(plan.code) ?? null
    const judgements = await judgementsOf(tx, plan.code)
    const days = await lastSaidDays(
      tx,
      own.map(({ action }) => action),
    )
    found.push({
      plan,
      decision,
      changes: decision ? (await changesOf(tx, { plan: plan.code, since: decision.recordedAt })).length : 0,
      stands: own,
      judged: [...Map.groupBy(own, ({ programme }) => programme)].map(([programme, of]) => ({
        title: of[0]?.programmeTitle ?? programme,
        stands: of,
        judgement: judgements.get(programme) ?? null,
      })),
      reported: { promises: days.length, last: days[0]?.on ?? null },
    })
  }
  return found
}

async function targetsOf(tx: Reader, decisions: readonly Decision[], knownOn: Day): Promise<TargetStand[]> {
  const found: TargetStand[] = []
  for (const { decision, effect } of newestAbout(decisions, 'zet-doel')) {
    const about = await measurementsOf(tx, { knownOn, indicator: effect.subject, area: String(effect.after.gebied) })
    const target = about.find(({ code }) => code === `${decision.code}-${effect.seq}`)
    const judged = judgedTargets(about).find((one) => one.target.code === target?.code)
    if (target)
      found.push({ decision, target, latest: latestOutcome(about), verdict: judged?.verdict ?? judge(null, target) })
  }
  return found
}

async function prioritiesOf(tx: Reader, decisions: readonly Decision[], today: Day): Promise<PriorityStand[]> {
  const found: PriorityStand[] = []
  for (const { decision, effect } of newestAbout(decisions, 'zet-prioriteit')) {
    const priority = await findPriority(tx, effect.subject)
    if (priority) found.push({ decision, priority, stage: stateOn(priority.life, today) })
  }
  return found
}

async function actionsOf(
  tx: Reader,
  decisions: readonly Decision[],
  stands: Awaited<ReturnType<typeof standsOf>>,
): Promise<ActionStand[]> {
  const changed = newestAbout(decisions, 'wijzigt-actie')
  const days = await lastSaidDays(
    tx,
    changed.map(({ effect }) => effect.subject),
  )
  return changed.map(({ decision, effect }) => ({
    decision,
    code: effect.subject,
    title: effect.subjectTitle,
    stand: stands.find(({ action }) => action === effect.subject) ?? null,
    lastSaid: days.find(({ action }) => action === effect.subject)?.on ?? null,
  }))
}

async function conditionsIn(tx: Reader, decisions: readonly Decision[]): Promise<Standing['conditions']> {
  const found = []
  const set = await conditionsSetIn(tx, decisions)
  for (const decision of decisions.filter(({ conditions }) => conditions !== null)) {
    const subjects = decision.effects.flatMap(({ kind, subject }) => {
      const about = subjectKind[kind]
      return about ? [{ kind: about, code: subject }] : []
    })
    const later = laterAbout(decision, await decisionsAbout(tx, subjects))
    found.push({ decision, set: set.get(decision.code) ?? [], later })
  }
  return found
}

async function viewConditionsIn(tx: Reader, { kind, code, area }: Whose): Promise<Standing['viewConditions']> {
  if (kind === 'werkgroep') return []
  const instances = await listInstances(tx, { body: code, ...(area === null ? {} : { area }) })
  return viewConditionsOf(
    tx,
    instances.map((one) => one.code),
  )
}
