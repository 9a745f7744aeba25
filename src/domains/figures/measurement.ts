import type { Day } from '../../kernel/day'
import { parsePeriod } from '../../kernel/period'
import type { Area } from '../territory'
import type { Favourable } from './indicator'

/** Outcome, target, starting point, or change against a base period. */
export const measurementKinds = ['realisatie', 'doel', 'nulmeting', 'verandering'] as const
export type MeasurementKind = (typeof measurementKinds)[number]

/** How exact a number is, or of which side it is the limit; as the facts write it. */
export const qualifiers = ['exact', 'approx', 'almost', 'more_than', 'less_than', 'min', 'max'] as const
export type Qualifier = (typeof qualifiers)[number]

/** The limits of a number that was asked of some and is said of all, in its unit. */
export type Margin = { readonly low: number; readonly high: number }

/** One mention of a number in a source. */
export type Measurement = {
  readonly code: string
  readonly indicator: string
  readonly indicatorTitle: string
  /** Which side of the indicator is the good one. */
  readonly favourable: Favourable
  readonly area: string
  readonly areaName: string
  readonly areaKind: Area['kind']
  /** As the data writes it: `2016`, `2022-11`, `2022-10-24`. */
  readonly period: string
  /** The period a change, or a target that is a change, is counted from. */
  readonly basePeriod: string | null
  /** In `unit`; null is unknown, and never zero. */
  readonly value: number | null
  /** Of a survey: between which limits the number of all people lies in 95 of 100 surveys; null when no source says. */
  readonly margin: Margin | null
  /** Of a survey: how many people answered; null when no source says. */
  readonly respondents: number | null
  readonly unit: string
  readonly kind: MeasurementKind
  readonly qualifier: Qualifier
  /** The number as the source prints it. */
  readonly printed: string
  /** Feeds charts, sums and the chain; of the mentions of one number only one does. */
  readonly leads: boolean
  readonly leadsBecause: string | null
  readonly note: string | null
  readonly sources: readonly string[]
  /** The day its first source was published; without a source document the day it was stored. */
  readonly knownOn: Day
  readonly knownOnEstimated: boolean
  /** The moment it was stored, ISO in UTC. */
  readonly recordedAt: string
  readonly withdrawnOn: Day | null
}

/** What makes two mentions speak of the same number. */
export type Subject = Pick<Measurement, 'indicator' | 'area' | 'period' | 'basePeriod' | 'kind'>

function sameSubject(one: Subject, other: Subject): boolean {
  return (
    one.indicator === other.indicator &&
    one.area === other.area &&
    one.period === other.period &&
    one.basePeriod === other.basePeriod &&
    one.kind === other.kind
  )
}

/** The day after the period; a text that is no period sorts first. */
const endOf = (text: string) => parsePeriod(text)?.until ?? ''
const startOf = (text: string) => parsePeriod(text)?.from ?? ''

/** Early periods first; of periods that end together the longest first, then by code. */
export function byPeriod(one: Measurement, other: Measurement): number {
  return (
    compare(endOf(one.period), endOf(other.period)) ||
    compare(startOf(one.period), startOf(other.period)) ||
    compare(one.code, other.code)
  )
}

/** The one period has ended when the other begins: a day and the month around it are not one after the other. */
export function isBefore(one: Pick<Measurement, 'period'>, other: Pick<Measurement, 'period'>): boolean {
  const [end, start] = [endOf(one.period), startOf(other.period)]
  return end !== '' && end <= start
}

/** The one period is directly followed by the other. */
export function isJustBefore(one: Pick<Measurement, 'period'>, other: Pick<Measurement, 'period'>): boolean {
  const end = endOf(one.period)
  return end !== '' && end === startOf(other.period)
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** An outcome is a level that was reached: realised, and not counted from a base period. */
export function isOutcome(measurement: Measurement): boolean {
  return measurement.kind === 'realisatie' && measurement.basePeriod === null
}

type Of = { readonly indicator?: string; readonly area?: string }

const isOf = (measurement: Measurement, { indicator, area }: Of) =>
  (indicator === undefined || measurement.indicator === indicator) && (area === undefined || measurement.area === area)

/**
 * The leading outcome of the latest period with a known value; null when no outcome is known. Give measurements of one
 * indicator and area, or say which. Changes are no outcomes: see `latestChange`.
 */
export function latestOutcome(measurements: readonly Measurement[], of: Of = {}): Measurement | null {
  return latest(measurements.filter((one) => isOf(one, of) && isOutcome(one)))
}

/** A change counts from a base period: one that a source prints as change, or an amount that was added since. */
function isChange({ kind, basePeriod }: Pick<Measurement, 'kind' | 'basePeriod'>): boolean {
  return kind === 'verandering' || (kind === 'realisatie' && basePeriod !== null)
}

/** The leading change of the latest period; null when none is known. */
export function latestChange(measurements: readonly Measurement[], of: Of = {}): Measurement | null {
  return latest(measurements.filter((one) => isOf(one, of) && isChange(one)))
}

const latest = (measurements: readonly Measurement[]) =>
  measurements
    .filter(({ leads, value }) => leads && value !== null)
    .sort(byPeriod)
    .at(-1) ?? null

/**
 * The leading targets for exactly what this outcome is about: same indicator, area and period, and both a level or both
 * a change from the same base. A range is two targets. Empty when nothing was agreed for that.
 */
export function targetsFor(measurements: readonly Measurement[], outcome: Measurement): Measurement[] {
  return measurements
    .filter(
      (one) =>
        one.kind === 'doel' &&
        one.leads &&
        one.indicator === outcome.indicator &&
        one.area === outcome.area &&
        one.period === outcome.period &&
        one.basePeriod === outcome.basePeriod,
    )
    .sort(byPeriod)
}

/** The other mentions of the number that one measurement is about. */
export function otherMentions(measurements: readonly Measurement[], of: Measurement): Measurement[] {
  return measurements.filter((one) => one.code !== of.code && sameSubject(one, of))
}
