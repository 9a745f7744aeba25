import { decisionAddress, decisionsAbout } from '../domains/decisions'
import { measurementsOf, numberWords, periodPhrase } from '../domains/figures'
import { ownPosts, stateOf } from '../domains/identity'
import { movedSince, statusWords } from '../domains/progress'
import { actionsBinding, chainAddress, listActions } from '../domains/strategy'
import type { Day } from '../kernel/day'
import type { Reader } from '../platform/db/database'

export type Change = {
  readonly on: Day
  readonly text: string
  readonly href: string
  /** Of a figure. */
  readonly sources?: readonly string[]
}

/** What changed since a day for the municipalities and organisations the asker works for: how actions stand, decisions, figures. */
export async function changedSince(tx: Reader, since: Day, today: Day): Promise<Change[]> {
  const running = (await ownPosts(tx)).filter((post) => stateOf(post, today) === 'loopt')
  const areas = [
    ...new Set(running.flatMap((post) => post.areas.filter(({ kind }) => kind === 'gemeente').map(({ code }) => code))),
  ]
  const others = running.map(({ organisation }) => organisation).filter(({ kind }) => kind !== 'gemeente')
  const actions = new Map((await actionsBinding(tx, { areas, on: today })).map(({ action }) => [action.code, action]))
  for (const { code } of others)
    for (const action of [
      ...(await listActions(tx, { lead: code })).items,
      ...(await listActions(tx, { participant: code })).items,
    ])
      actions.set(action.code, action)
  const moved = await movedSince(tx, [...actions.keys()], since)
  const plans = new Set([...actions.values()].map(({ plan }) => plan.code))
  const decided = await decisionsAbout(tx, [
    ...[...actions.keys()].map((code) => ({ kind: 'actie' as const, code })),
    ...[...plans].map((code) => ({ kind: 'plan' as const, code })),
  ])
  const figures = areas.length === 0 ? [] : await measurementsOf(tx, { knownOn: today, areas })
  return [
    ...moved.map(({ action, on, status, before }) => ({
      on,
      text: `${actions.get(action)?.title ?? action}: ${statusWords[status]}${before ? `, was ${statusWords[before]}` : ''}`,
      href: chainAddress({ kind: 'actie', code: action }),
    })),
    ...decided
      .filter(({ takenOn }) => takenOn >= since)
      .map(({ code, title, takenOn }) => ({ on: takenOn, text: `Besluit: ${title}`, href: decisionAddress(code) })),
    ...figures
      .filter(({ leads, knownOn }) => leads && knownOn >= since)
      .map((one) => ({
        on: one.knownOn,
        text: `Nieuw cijfer: ${one.indicatorTitle}, ${one.areaName}: ${numberWords(one)} ${periodPhrase(one.period)}`,
        href: `/metingen/${one.code}`,
        sources: one.sources,
      })),
  ].sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : one.text < other.text ? -1 : 1))
}
