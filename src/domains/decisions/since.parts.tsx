import type { Day } from '../../kernel/day'
import { dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { EmptyState, List, TextLink } from '../../platform/ui'
import { capital, count, day, period } from '../../platform/ui/wording'
import {
  findIndicator,
  judge,
  latestOutcome,
  measurementsOf,
  numberWords,
  periodPhrase,
  unjudgedWords,
} from '../figures'
import { lastSaidDays } from '../progress'
import { findProposal, proposalAddress } from '../proposals'
import { findAction, findPlan, findPriority, stateOn } from '../strategy'
import { adoptionsOf } from './adoption.store'
import type { Change } from './change'
import { actionAddress } from './change.parts'
import { changesOf } from './change.store'
import type { Decision, Effect } from './decision'
import { decisionAddress, planAddress } from './decision.parts'
import { answeredOf, findDecision } from './decision.store'
import type { Since } from './since'

/**
 * What stands now of each effect of a decision, from the database of this moment. Only what everybody may read: how an action
 * stands is told by the day of the newest status alone.
 */
export async function sinceOf(tx: Reader, decision: Decision, today: Day): Promise<Since[]> {
  const found: Since[] = []
  for (const effect of decision.effects) {
    const since = await ofEffect(tx, decision, effect, today)
    if (since) found.push({ ...since, seq: effect.seq })
  }
  return found
}

type Told = Omit<Since, 'seq'>

async function ofEffect(tx: Reader, decision: Decision, effect: Effect, today: Day): Promise<Told | null> {
  const turned = decision.reversedBy ? await findDecision(tx, decision.reversedBy) : null
  const about = `${capital(effect.subjectTitle)}: `
  if (turned)
    return {
      words: `${about}teruggedraaid op ${day(turned.takenOn)} met besluit ${turned.code}.`,
      link: { href: decisionAddress(turned.code), label: turned.title },
    }
  const told = await nowOf(tx, decision, effect, today)
  return told && { ...told, words: about + told.words }
}

async function nowOf(tx: Reader, decision: Decision, effect: Effect, today: Day): Promise<Told | null> {
  switch (effect.kind) {
    case 'stelt-plan-vast':
      return planNow(tx, decision, effect)
    case 'trekt-vaststelling-in': {
      const plan = await findPlan(tx, effect.subject)
      return plan && { words: adoptionNow(plan), link: null }
    }
    case 'wijzigt-actie':
      return actionNow(tx, decision, effect)
    case 'zet-doel':
      return targetNow(tx, decision, effect, today)
    case 'zet-prioriteit':
      return priorityNow(tx, effect, today)
    case 'vraagt':
      return questionNow(tx, effect)
    default:
      return null
  }
}

function adoptionNow({ adoptedOn, adoptedBy }: NonNullable<Awaited<ReturnType<typeof findPlan>>>): string {
  if (adoptedOn) return `nu vastgesteld op ${day(adoptedOn)}.`
  return adoptedBy ? `volgens de bronnen vastgesteld door ${adoptedBy.name}, dag onbekend.` : 'nu niet vastgesteld.'
}

/** Later changes in words: how many, and the newest with the decision or that it was under a mandate. */
function changeWords(changes: readonly Change[]): string {
  const [newest] = changes
  if (!newest) return 'sindsdien niet gewijzigd.'
  const by = newest.decision ? `met besluit ${newest.decision}` : 'onder een mandaat'
  return `sindsdien ${count(changes.length, 'keer', 'keer')} gewijzigd, het laatst op ${day(dayInAmsterdam(new Date(newest.at)))} ${by}.`
}

const notOf = (decision: Decision) => (change: Change) => change.decision !== decision.code

async function planNow(tx: Reader, decision: Decision, effect: Effect): Promise<Told | null> {
  const plan = await findPlan(tx, effect.subject)
  if (!plan) return null
  const changes = (await changesOf(tx, { plan: plan.code, since: decision.recordedAt })).filter(notOf(decision))
  const [again] = (await adoptionsOf(tx, plan.code)).filter(
    ({ reversedBy, takenOn, decision: code }) =>
      reversedBy === null && (takenOn > decision.takenOn || (takenOn === decision.takenOn && code > decision.code)),
  )
  return {
    words: `${changeWords(changes)}${again ? ` Opnieuw vastgesteld op ${day(again.takenOn)} met besluit ${again.decision}.` : ''}`,
    link: {
      href: `${planAddress(plan.code)}#besluiten`,
      label: changes.length > 0 ? 'Wat er wijzigde' : 'Besluiten over dit plan',
    },
  }
}

async function actionNow(tx: Reader, decision: Decision, { subject }: Effect): Promise<Told | null> {
  if (!(await findAction(tx, subject))) return null
  const changes = (await changesOf(tx, { action: subject, since: decision.recordedAt })).filter(notOf(decision))
  const [said] = await lastSaidDays(tx, [subject])
  const reported = said ? `Laatst bijgewerkt op ${day(said.on)}.` : 'Nog niet bijgewerkt.'
  return { words: `${changeWords(changes)} ${reported}`, link: { href: actionAddress(subject), label: 'De actie' } }
}

async function targetNow(tx: Reader, decision: Decision, effect: Effect, knownOn: Day): Promise<Told | null> {
  if (!(await findIndicator(tx, effect.subject))) return null
  const area = String(effect.after.gebied)
  const about = await measurementsOf(tx, { knownOn, indicator: effect.subject, area })
  const target = about.find(({ code }) => code === `${decision.code}-${effect.seq}`)
  const latest = latestOutcome(about)
  const figure = latest
    ? `het laatste cijfer is ${numberWords(latest)} ${periodPhrase(latest.period)} (${latest.areaName}).`
    : 'er is nog geen cijfer bekend.'
  const same = about.find(
    ({ kind, leads, period: of, basePeriod }) =>
      kind === 'realisatie' && leads && basePeriod === null && of === String(effect.after.periode),
  )
  return {
    words: `${figure} ${target?.leads ? verdictWords(judge(same ?? null, target), String(effect.after.periode)) : 'Dit doel geldt niet meer.'}`,
    link: { href: `/indicatoren/${encodeURIComponent(effect.subject)}`, label: 'Alle cijfers' },
  }
}

function verdictWords(verdict: ReturnType<typeof judge>, of: string): string {
  if (verdict.is === 'unjudged')
    return `Het doel voor ${period(of)} is niet te beoordelen: ${unjudgedWords(verdict.because)}.`
  return `Het doel voor ${period(of)} is ${verdict.is === 'met' ? 'gehaald' : 'niet gehaald'}.`
}

async function priorityNow(tx: Reader, { subject }: Effect, today: Day): Promise<Told | null> {
  const priority = await findPriority(tx, subject)
  if (!priority) return null
  const stage = stateOn(priority.life, today)
  return {
    words: stage
      ? `nu ${stage.state}${stage.validity.from ? `, sinds ${day(stage.validity.from)}` : ''}.`
      : 'nu zonder stand.',
    link: { href: `/prioriteiten/${encodeURIComponent(subject)}`, label: 'De prioriteit' },
  }
}

/** How many answered, for everybody; the way to the question for who may read it. */
async function questionNow(tx: Reader, { after }: Effect): Promise<Told | null> {
  const question = String(after.voorstel)
  const of = await answeredOf(tx, question)
  if (!of) return null
  return {
    words: `${of.answered} van de ${of.asked} antwoordden.`,
    link: (await findProposal(tx, question)) && { href: proposalAddress(question), label: 'De vraag en de antwoorden' },
  }
}

/** What has happened since, one line per effect. */
export function SinceList({ since }: { since: readonly Since[] }) {
  return since.length === 0 ? (
    <EmptyState title="Er is niets om te volgen.">Dit besluit veranderde niets in de plannen.</EmptyState>
  ) : (
    <List
      items={since.map(({ words, link }) => (
        <>
          {words} {link && <TextLink href={link.href}>{link.label}</TextLink>}
        </>
      ))}
    />
  )
}
