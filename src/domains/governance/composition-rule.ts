import type { Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'
import { compareSeats, type Seat, type SeatComparison } from './composition'

/** How often a rule asks its seats: once in the instance, or for every municipality or district of its area. */
export const rulePers = ['overleg', 'gemeente', 'district'] as const
export type RulePer = (typeof rulePers)[number]

/** The kinds of organisation of which a rule asks a seat, as a reader says them. */
export const rulePartyNames = {
  gemeente: 'gemeenten',
  om: 'Openbaar Ministerie',
  politie: 'politie',
  riec: 'RIEC',
  zvh: 'Zorg- en Veiligheidshuis',
  bureau: 'bureau',
  belastingdienst: 'Belastingdienst',
  provincie: 'provincie',
  pvo: 'Platform Veilig Ondernemen',
} as const
export type RuleParty = keyof typeof rulePartyNames
export const ruleParties = Object.keys(rulePartyNames) as RuleParty[]

/** Whom a body asks in each of its instances, and since when. */
export type CompositionRule = {
  readonly code: string
  readonly body: string
  readonly role: string
  readonly party: RuleParty
  readonly per: RulePer
  readonly count: number
  readonly validity: Validity
  readonly note: string | null
  readonly sources: readonly string[]
}

/** A member of an instance: a function of an organisation. */
export type Member = {
  readonly title: string
  readonly organisation: { readonly code: string; readonly name: string; readonly kind: string }
}

type Named = { readonly code: string; readonly name: string }
/** A municipality of the area of an instance, with its district. */
export type PlacedMunicipality = Named & { readonly district: Named | null }

/** One place of the rule beside who sits there. */
export type PlaceComparison = SeatComparison & {
  /** The municipalities of which each should have a seat and this one has none; empty while nobody says who sits there. */
  readonly missing: readonly string[]
}

export const rulesOn = (rules: readonly CompositionRule[], on: Day) =>
  rules.filter(({ validity }) => covers(validity, on))

/**
 * Holds who sits in an instance beside the rules of its body. Without a rule there is nothing to compare; without anybody there every place
 * is unknown, which is something else than missing.
 */
export function compareMembers(
  rules: readonly CompositionRule[],
  members: readonly Member[],
  municipalities: readonly PlacedMunicipality[],
): PlaceComparison[] {
  const isPerDistrict = rules.some(({ per }) => per === 'district')
  const agreed = rules.flatMap((rule) => asked(rule, municipalities))
  const actual = members.map((member, at) => seated(member, at, isPerDistrict ? municipalities : []))
  const asksEach = rules.some(({ per }) => per === 'gemeente')
  const seats = new Set(members.map(({ organisation }) => organisation.code))
  const absent = municipalities.filter(({ code }) => !seats.has(code)).map(({ name }) => name)
  return compareSeats(agreed, actual).map((one) => {
    const isEach = asksEach && isOfMunicipalities(one)
    // A seat for each of municipalities that no source names: how many that are, nobody knows.
    const verdict = isEach && municipalities.length === 0 ? 'unknown' : one.verdict
    return { ...one, verdict, missing: isEach && one.actual !== null ? absent : [] }
  })
}

/** Whether a place is other than the rule asks: more, fewer, not asked, or another municipality than the rule says. */
export const deviates = ({ verdict, missing }: PlaceComparison): boolean =>
  verdict === 'more' || verdict === 'fewer' || verdict === 'not-agreed' || missing.length > 0

const isOfMunicipalities = ({ seats }: SeatComparison) =>
  seats.some(({ municipality, organisation }) => municipality !== null || organisation?.standsForAll === true)

const blank = { seat: 0, municipality: null, note: null, sources: [] as readonly string[] }

function asked(rule: CompositionRule, municipalities: readonly PlacedMunicipality[]): Seat[] {
  const organisation = {
    code: rule.party,
    name: rulePartyNames[rule.party],
    kind: rule.party as string,
    standsForAll: rule.party === 'gemeente',
  }
  const one: Seat = {
    ...blank,
    code: rule.code,
    ground: 'vereist',
    role: rule.role,
    count: rule.count,
    district: null,
    organisation,
    note: rule.note,
    sources: rule.sources,
  }
  if (rule.per === 'gemeente') return [{ ...one, count: rule.count * municipalities.length }]
  if (rule.per === 'overleg') return [one]
  const districts = new Map(municipalities.flatMap(({ district }) => (district ? [[district.code, district]] : [])))
  return [...districts.values()].map((district) => ({ ...one, district: { ...district, kind: 'district' } }))
}

function seated({ title, organisation }: Member, at: number, placed: readonly PlacedMunicipality[]): Seat {
  const isMunicipality = organisation.kind === 'gemeente'
  const district = placed.find(({ code }) => code === organisation.code)?.district ?? null
  return {
    ...blank,
    code: String(at),
    ground: 'werkelijk',
    role: `${title}, ${organisation.name}`,
    count: 1,
    district: isMunicipality && district ? { ...district, kind: 'district' } : null,
    municipality: isMunicipality ? organisation : null,
    organisation: isMunicipality ? null : { ...organisation, standsForAll: false },
  }
}
