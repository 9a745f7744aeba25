import type { Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'

/** The ladder, from the street to the country. */
export const bodyLevels = ['gemeente-basisteam', 'district', 'regio', 'landelijk'] as const
export type BodyLevel = (typeof bodyLevels)[number]

/** What a body may do; until 2022 a district college decided, from 2023 it prepares. */
export const bodyPowers = ['besluiten', 'voorbereiden', 'adviseren', 'vaststellen', 'afstemmen', 'sturen'] as const
export type BodyPower = (typeof bodyPowers)[number]

/** Tackling what is unsafe, or steering the police. */
export const topicStreams = ['onveiligheidsaanpak', 'politie-eenheid'] as const
export type TopicStream = (typeof topicStreams)[number]

/** That a body may do something, from `validity.from` up to `validity.until`. */
export type Power = {
  readonly code: string
  readonly body: string
  readonly power: BodyPower
  readonly validity: Validity
  readonly explanation: string | null
  readonly sources: readonly string[]
}

/** A body in which the partners steer. */
export type Body = {
  readonly code: string
  readonly name: string
  readonly level: BodyLevel
  readonly kind: string
  readonly legalBase: string | null
  /** Functions, never people. */
  readonly members: readonly string[]
  readonly purpose: string | null
  readonly timesAYear: { readonly min: number | null; readonly max: number | null }
  readonly frequency: string | null
  /** How many there are of it: five district colleges. Null when no source says. */
  readonly instances: number | null
  readonly chair: string | null
  /** Begins in the first year a source speaks of it; it may be older. */
  readonly validity: Validity
  readonly note: string | null
  readonly sources: readonly string[]
  readonly withdrawnOn: Day | null
  /** In order of time, those that ended included. */
  readonly powers: readonly Power[]
}

/** A subject and the level it belongs at: a guide with a date, not a hard rule. */
export type Topic = {
  readonly code: string
  readonly level: BodyLevel
  readonly stream: TopicStream
  readonly seq: number
  readonly topic: string
  readonly validity: Validity
  readonly sources: readonly string[]
}

export type Rung = {
  readonly level: BodyLevel
  readonly bodies: readonly Body[]
  readonly topics: readonly Topic[]
}

/** The ladder on a day, from the street up: the bodies, each with its powers of that day, and the topics of each level. */
export function ladderOn(bodies: readonly Body[], topics: readonly Topic[], on: Day): Rung[] {
  return bodyLevels.map((level) => ({
    level,
    bodies: bodies
      .filter((body) => body.level === level && covers(body.validity, on))
      .map((body) => ({ ...body, powers: powersOn(body, on) })),
    topics: topics.filter((topic) => topic.level === level && covers(topic.validity, on)),
  }))
}

/** What a body may do on a day; nothing when it does not exist then. */
export function powersOn(body: Body, on: Day): Power[] {
  return covers(body.validity, on) ? body.powers.filter(({ validity }) => covers(validity, on)) : []
}

/** A day on which something came to an end, and what changed on it. */
export type TurningPoint = {
  readonly on: Day
  readonly endedBodies: readonly Body[]
  readonly begunBodies: readonly Body[]
  /** Bodies that go on with other powers: which they lost and which they got. */
  readonly changedPowers: readonly {
    readonly body: Body
    readonly lost: readonly BodyPower[]
    readonly gained: readonly BodyPower[]
  }[]
  readonly endedTopics: readonly Topic[]
  readonly begunTopics: readonly Topic[]
}

/**
 * The days on which the order changed, newest first. A beginning alone is none: it is the first year a source speaks of a
 * body. For the same reason a power counts as gained only when the body had powers before.
 */
export function turningPoints(bodies: readonly Body[], topics: readonly Topic[]): TurningPoint[] {
  const ends = [...bodies, ...bodies.flatMap(({ powers }) => powers), ...topics].map(({ validity }) => validity.until)
  const days = [...new Set(ends.filter((until) => until !== null))].sort().reverse()
  return days.map((on) => ({
    on,
    endedBodies: bodies.filter(({ validity }) => validity.until === on),
    begunBodies: bodies.filter(({ validity }) => validity.from === on),
    changedPowers: bodies
      .filter(({ validity }) => validity.from !== on && validity.until !== on)
      .map((body) => ({ body, ...powerChange(body, on) }))
      .filter(({ lost, gained }) => lost.length + gained.length > 0),
    endedTopics: topics.filter(({ validity }) => validity.until === on),
    begunTopics: topics.filter(({ validity }) => validity.from === on),
  }))
}

function powerChange({ powers }: Body, on: Day): { lost: BodyPower[]; gained: BodyPower[] } {
  const names = (chosen: readonly Power[]) => [...new Set(chosen.map(({ power }) => power))]
  const before = names(
    powers.filter(({ validity: { from, until } }) => (from === null || from < on) && (until === null || until >= on)),
  )
  const after = names(powers.filter(({ validity }) => covers(validity, on)))
  if (before.length === 0) return { lost: [], gained: [] }
  return {
    lost: before.filter((power) => !after.includes(power)),
    gained: after.filter((power) => !before.includes(power)),
  }
}
