import type { Day } from '../../kernel/day'
import { monthRange } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import { regionName } from '../../platform/pack/region.store'
import { countedWhole, countsOf, crimeTypes, isProvisional, releaseKnownOn } from '../crime'
import { listCalls, standingNumber, stateOf } from '../datacalls'
import { findIndicator, findMeasurement, isOutcome, judgedTargets, measurementsOf } from '../figures'
import { answerOf } from '../publications'
import type { Found } from './bound'
import { isOfArea, parseReference, type Reference, referenceFor } from './reference'

/**
 * What each reference leads to on a day, by its text; null where there is no such figure. A figure of the area of a page is that of
 * `area`: the region when not given.
 */
export async function lookUp(
  tx: Reader,
  named: readonly string[],
  today: Day,
  area?: string,
): Promise<ReadonlyMap<string, Found | null>> {
  const found = new Map<string, Found | null>()
  const here = area ?? (named.some(isOfArea) ? (await regionName(tx)).code : '')
  for (const text of named) {
    if (found.has(text)) continue
    const reference = parseReference(referenceFor(text, here))
    found.set(text, reference && (await lookUpOne(tx, reference, today)))
  }
  return found
}

async function lookUpOne(tx: Reader, reference: Reference, today: Day): Promise<Found | null> {
  switch (reference.kind) {
    case 'meting': {
      const measurement = await measured(tx, reference.code, today)
      if (!measurement) return null
      const breaks = (await findIndicator(tx, measurement.indicator))?.breaks
      return { kind: 'meting', measurement, ...(breaks ? { breaks } : {}) }
    }
    case 'doel':
      return target(tx, reference.code, today)
    case 'uitvraag':
      return answered(tx, reference.code, today)
    case 'misdrijf':
      return counted(tx, reference, today)
    case 'uitkomst':
      return led(tx, reference, today)
  }
}

async function measured(tx: Reader, code: string, today: Day) {
  const measurement = await findMeasurement(tx, code)
  return measurement && !measurement.withdrawnOn && measurement.knownOn <= today ? measurement : null
}

/**
 * What each reference of a released account leads to later. A mention of a number stays what it is; when another mention of the same
 * number leads since the release, that is the later one.
 */
export async function lookUpLater(
  tx: Reader,
  named: readonly string[],
  released: { readonly at: string; readonly on: Day },
  today: Day,
): Promise<ReadonlyMap<string, Found | null>> {
  const found = new Map(await lookUp(tx, named, today))
  for (const [text, one] of found) {
    if (one?.kind !== 'meting') continue
    const { code, indicator, area, period, basePeriod, kind } = one.measurement
    const leading = (await measurementsOf(tx, { knownOn: today, indicator, area, period, kind, leads: true })).find(
      (other) => other.code !== code && other.basePeriod === basePeriod,
    )
    if (leading && (leading.knownOn > released.on || leading.recordedAt > released.at))
      found.set(text, { kind: 'meting', measurement: leading })
  }
  return found
}

async function led(
  tx: Reader,
  { indicator, area, period }: Extract<Reference, { kind: 'uitkomst' }>,
  today: Day,
): Promise<Found | null> {
  const filter = { knownOn: today, indicator, area, period, kind: 'realisatie', leads: true } as const
  const [measurement] = (await measurementsOf(tx, filter)).filter(isOutcome)
  return measurement ? { kind: 'meting', measurement } : null
}

async function target(tx: Reader, code: string, today: Day): Promise<Found | null> {
  const named = await measured(tx, code, today)
  if (named?.kind !== 'doel') return null
  const { indicator, area } = named
  const judged = judgedTargets(await measurementsOf(tx, { knownOn: today, indicator, area }))
  const own = judged.find((one) => one.target.code === code)
  return own ? { kind: 'doel', judged: own } : null
}

// Only what was signed counts, also for who sees more: everybody's draft says the same.
async function answered(tx: Reader, code: string, today: Day): Promise<Found | null> {
  for (const call of await listCalls(tx)) {
    const line = call.lines.find((one) => one.code === code)
    if (!line) continue
    const signed = { ...line, answers: line.answers.filter(({ signature }) => signature) }
    const last = signed.answers.at(-1)
    const value = stateOf(signed) === 'signed' ? standingNumber(signed) : null
    return {
      kind: 'uitvraag',
      line,
      year: call.year,
      areaName: call.area.name,
      // A place that the source left empty is as open as one that nobody answered.
      measurement: line.measurement?.value == null ? null : await measured(tx, line.measurement.code, today),
      answer:
        value !== null && last?.signature
          ? { id: last.id, value, actedAs: last.signature.actedAs, at: last.signature.at }
          : null,
    }
  }
  return null
}

type Counted = Extract<Reference, { kind: 'misdrijf' }>

async function counted(tx: Reader, reference: Counted, today: Day): Promise<Found | null> {
  const release = await releaseKnownOn(tx, today)
  if (!release) return null
  const whole = await countedWhole(tx, release, reference.area, today)
  return whole && ((await countedIn(tx, release, [whole], reference, today)).get(whole.code) ?? null)
}

type Release = NonNullable<Awaited<ReturnType<typeof releaseKnownOn>>>
type Whole = NonNullable<Awaited<ReturnType<typeof countedWhole>>>

// One count of one type over the same months, in many areas at once.
async function countedIn(
  tx: Reader,
  release: Release,
  wholes: readonly Whole[],
  { type, from, until }: Omit<Counted, 'kind' | 'area'>,
  today: Day,
): Promise<ReadonlyMap<string, Found>> {
  const named = (await crimeTypes(tx)).find(({ code }) => code === type)
  if (!named || from < release.firstMonth || until > release.lastMonth) return new Map()
  const all = await countsOf(tx, release, wholes, { first: from, last: until })
  return new Map(
    wholes.flatMap(({ code: area, name }): (readonly [string, Found])[] => {
      const counts = all.get(area)
      if (!counts) return []
      const found: Found = {
        kind: 'misdrijf',
        areaName: name,
        typeName: named.name,
        isProvisional: monthRange(from, until).some((month) => isProvisional(month, release)),
        isExample: release.isExample,
        figure: {
          question: {
            resource: 'misdrijfcijfers',
            area,
            type,
            from,
            until,
            release: { id: release.id, table: release.sourceTable, knownOn: release.knownOn },
            divisionOn: today,
          },
          value: answerOf(counts, { type, from, until }),
        },
      }
      return [[area, found]]
    }),
  )
}

/** What the references of a page lead to in each of many areas, by area and text; null where there is no such figure. */
export async function lookUpInAreas(
  tx: Reader,
  named: readonly string[],
  areas: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Found | null>>> {
  const same = await lookUp(
    tx,
    named.filter((text) => !isOfArea(text)),
    today,
  )
  const found = new Map(areas.map((area) => [area, new Map(same)]))
  const release = await releaseKnownOn(tx, today)
  const wholes: Whole[] = []
  for (const area of release && named.some((text) => text.startsWith('misdrijf:gebied/')) ? areas : []) {
    const whole = release && (await countedWhole(tx, release, area, today))
    if (whole) wholes.push(whole)
  }
  for (const text of new Set(named.filter(isOfArea))) {
    const reference = parseReference(text)
    const counts =
      release && reference?.kind === 'misdrijf' ? await countedIn(tx, release, wholes, reference, today) : new Map()
    for (const [area, of] of found)
      of.set(
        text,
        reference?.kind === 'uitkomst' ? await led(tx, { ...reference, area }, today) : (counts.get(area) ?? null),
      )
  }
  return found
}
