import type { Day } from '../../kernel/day'
import { addMonths } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import {
  type CountedArea,
  type CrimeType,
  countedAreas,
  countsOf,
  crimeTypes,
  type KnownRelease,
  monthsToJudge,
  municipalityOf,
  noCounts,
  type Verdict,
  verdictsOf,
  type Watch,
  type WatchedKind,
  type Watchpoint,
  watchRelease,
  yearOnYear,
} from '../crime'
import type { Compared } from './comparison'
import { compareIn } from './comparison.verbs'
import { type Asked, type Says, standingCode, unknownAnswer, verdictCode } from './question'
import { type RegionChange, regionChange } from './region-change.verbs'

/** What a view shows. */
export type Found =
  | {
      readonly view: 'beeld'
      readonly type: CrimeType
      readonly area: CountedArea
      readonly now: number | null
      readonly before: number | null
      readonly verdict: Verdict
    }
  | { readonly view: 'vergelijking'; readonly type: CrimeType; readonly own: Compared }
  | { readonly view: 'regio'; readonly type: CrimeType; readonly change: RegionChange }
  | { readonly view: 'attenderingen'; readonly level: WatchedKind; readonly result: Watch<Watchpoint> }

/** An answer with what it rests on, and the names of the areas and types that it can be about. */
export type Answered = Says & { readonly found: Found; readonly names: ReadonlyMap<string, string> }

/** Answers what is asked; null when there is no such area, type or level. */
export type Answers = (tx: Reader, asked: Asked) => Promise<Answered | null>

type Place = { readonly region: string; readonly on: Day }

/** The answers of one release. What many questions need is asked of the database once. */
export function answersOf(release: KnownRelease, place: Place): Answers {
  const kept = new Map<string, Promise<unknown>>()
  const once = <T>(key: string, find: () => Promise<T>): Promise<T> => {
    const found = (kept.get(key) as Promise<T> | undefined) ?? find()
    kept.set(key, found)
    return found
  }
  const last = release.lastMonth
  const range = { first: addMonths(last, 1 - monthsToJudge), last }
  const typesIn = (tx: Reader) => once('types', () => crimeTypes(tx))
  const wholesIn = (tx: Reader) => once('wholes', () => countedAreas(tx, release, place))

  async function picture(tx: Reader, code: string) {
    const within = await municipalityOf(tx, release, code, place.on)
    const smaller = within ? await once(`in ${within}`, () => countedAreas(tx, release, { ...place, within })) : []
    const area = [...smaller, ...(await wholesIn(tx))].find((one) => one.code === code)
    if (!area) return null
    const own = (await countsOf(tx, release, [area], range)).get(code) ?? noCounts
    return { area, own, verdicts: verdictsOf(own, await typesIn(tx), last) }
  }

  const ways: Readonly<Record<Asked['view'], Answers>> = {
    async beeld(tx, { area: code, type: typeCode }) {
      const type = await typeIn(tx, typeCode)
      const found = type && code && (await once(`beeld ${code}`, () => picture(tx, code)))
      if (!found) return null
      const { area, own, verdicts } = found
      const verdict = verdicts.get(type.code) ?? 'unknown'
      const { now, before } = yearOnYear(own, type.code, last)
      return ofOne({ view: 'beeld', type, area, now, before, verdict }, verdictCode[verdict])
    },

    async vergelijking(tx, { area, type: typeCode }) {
      const type = await typeIn(tx, typeCode)
      if (!type?.isPublishedMonthly) return null
      const asked = { ...place, knownOn: place.on, type: type.code, month: null }
      const comparison = await once(`vergelijking ${type.code}`, () => compareIn(tx, release, asked))
      const own = comparison?.municipalities.find((one) => one.area.code === area)
      return own ? ofOne({ view: 'vergelijking', type, own }, standingCode[own.standing]) : null
    },

    async regio(tx, { type: typeCode }) {
      const type = await typeIn(tx, typeCode)
      if (!type?.isPublishedMonthly) return null
      return once(`regio ${type.code}`, async () => {
        const areas = await wholesIn(tx)
        const change = regionChange(
          areas,
          await countsOf(tx, release, areas, { ...range, type: type.code }),
          type.code,
          last,
        )
        const statements = change.changed.map(({ area, verdict }) => `${area.code} ${verdictCode[verdict]}`)
        const unknown = new Set(change.unknown.map(({ code }) => code))
        const isSilent = change.changed.length + change.unchanged.length + change.few.length === 0
        return {
          found: { view: 'regio', type, change },
          ...ofMany(isSilent ? null : statements, areas, (code) => unknown.has(code)),
        }
      })
    },

    async attenderingen(tx, { level }) {
      if (level === null) return null
      return once(`attenderingen ${level}`, async () => {
        const { areas, types, result } = await watchRelease(tx, release, { ...place, kind: level })
        const statementOf = ({ area, type }: Watchpoint) => `${area.code} ${type.code}`
        const statements = result.attenderingen
          .filter(({ stands }) => stands)
          .map(({ subject }) => statementOf(subject))
        const unknown = new Set(result.unknown.map(statementOf))
        return {
          found: { view: 'attenderingen', level, result },
          ...ofMany(unknown.size === areas.length * types.length ? null : statements, [...areas, ...types], (_, one) =>
            unknown.has(one),
          ),
        }
      })
    },
  }

  async function typeIn(tx: Reader, code: string | null) {
    const type = (await typesIn(tx)).find((one) => one.code === code)
    return type && release.types.includes(type.code) ? type : null
  }

  return (tx, asked) => ways[asked.view](tx, asked)
}

/** An answer of one word. */
const ofOne = (found: Found, word: string): Answered => ({
  found,
  answer: [word],
  knows: () => 'known',
  names: new Map(),
})

/** An answer of areas; null when nothing is known of any. */
function ofMany(
  statements: readonly string[] | null,
  named: readonly { readonly code: string; readonly name: string }[],
  isUnknown: (area: string, statement: string) => boolean,
): Omit<Answered, 'found'> {
  const names = new Map(named.map(({ code, name }) => [code, name]))
  return {
    names,
    answer: statements?.toSorted() ?? unknownAnswer,
    knows: (statement) => {
      const [area = ''] = statement.split(' ')
      if (isUnknown(area, statement)) return 'unknown'
      return names.has(area) || statement === 'onbekend' ? 'known' : 'gone'
    },
  }
}
