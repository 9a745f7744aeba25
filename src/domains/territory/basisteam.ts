import type { Day } from '../../kernel/day'
import { covers, type Validity } from '../../kernel/period'
import { typedDay } from '../../kernel/typed-day'
import { holdsFrom } from './team-neighbourhood'

/** What stands at a basisteam of which no source gives the name. */
export const notFilledIn = 'nog niet ingevuld'

/** A basisteam of the police with the municipalities it works for on a day. */
export type Basisteam = {
  readonly code: string
  readonly name: string
  readonly isFilledIn: boolean
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

/** That a municipality belongs, belonged or will belong to a basisteam. */
export type TeamMembership = {
  readonly code: string
  readonly team: string
  readonly municipality: string
  readonly validity: Validity
}

/** What somebody typed in the form, as typed. */
export type TypedEntry = {
  readonly name: string
  readonly municipalities: readonly string[]
  readonly from: { readonly day: string; readonly month: string; readonly year: string }
}

/** A basisteam from a day on: its name, and all its municipalities. */
export type Entry = { readonly name: string; readonly municipalities: readonly string[]; readonly from: Day }

export type EntryFault = { readonly field: 'naam' | 'gemeenten' | 'vanaf'; readonly message: string }

/** What is known beside the form: who exists, and who belongs to whom. Names are by code. */
export type Surroundings = {
  readonly team: string
  readonly teamNames: ReadonlyMap<string, string>
  /** The municipalities that exist on the day of the entry. */
  readonly municipalityNames: ReadonlyMap<string, string>
  /** Memberships of every basisteam. */
  readonly memberships: readonly TeamMembership[]
  /** Until when municipalities are divided over teams by wijk and buurt. */
  readonly divided: readonly { readonly municipality: string; readonly validity: Validity }[]
}

/** Reads a form, or says per field what is wrong with it. */
export function readEntry(typed: TypedEntry, around: Surroundings): Entry | { readonly faults: readonly EntryFault[] } {
  const faults: EntryFault[] = []
  const name = typed.name.trim().replace(/\s+/g, ' ')
  const sameName = [...around.teamNames].find(
    ([code, other]) => code !== around.team && other.toLowerCase() === name.toLowerCase(),
  )
  if (name === '') faults.push({ field: 'naam', message: 'Vul de naam van het basisteam in.' })
  else if (name.length > 80)
    faults.push({ field: 'naam', message: 'De naam is te lang. Gebruik ten hoogste 80 tekens.' })
  else if (sameName) faults.push({ field: 'naam', message: `De naam ${name} heeft basisteam ${sameName[0]} al.` })

  const from = typedDay(typed.from)
  if (!from) {
    faults.push({ field: 'vanaf', message: 'Vul een datum in die bestaat, bijvoorbeeld 1 januari 2026.' })
    return { faults }
  }
  const unknown = typed.municipalities.filter((code) => !around.municipalityNames.has(code))
  if (unknown.length > 0) {
    faults.push({ field: 'gemeenten', message: `Deze gemeenten bestaan niet op die dag: ${unknown.join(', ')}.` })
  }
  for (const { team, municipality, validity } of around.memberships) {
    if (team === around.team || !holdsFrom(validity, from) || !typed.municipalities.includes(municipality)) continue
    const names = [around.municipalityNames.get(municipality), around.teamNames.get(team)]
    faults.push({
      field: 'gemeenten',
      message: `${names[0]} hoort op of na die dag al bij ${names[1]}. Haal haar daar eerst weg.`,
    })
  }
  const divided = around.divided.filter(
    ({ municipality, validity }) => typed.municipalities.includes(municipality) && holdsFrom(validity, from),
  )
  for (const municipality of new Set(divided.map(({ municipality }) => municipality))) {
    faults.push({
      field: 'gemeenten',
      message: `${around.municipalityNames.get(municipality)} is op of na die dag verdeeld over basisteams. Maak de wijken daar eerst los.`,
    })
  }
  return faults.length > 0 ? { faults } : { name, municipalities: [...new Set(typed.municipalities)], from }
}

/** What has to change so that from a day on these, and only these, municipalities belong to a team. */
export type MembershipChanges = {
  readonly added: readonly string[]
  /** Codes of memberships that run up to the day of the entry. */
  readonly ended: readonly string[]
  /** Codes of memberships that would end later, and now go on. */
  readonly continued: readonly string[]
  /** Codes of memberships that would only begin on or after that day: they never held. */
  readonly withdrawn: readonly string[]
}

export function membershipChanges(own: readonly TeamMembership[], { municipalities, from }: Entry): MembershipChanges {
  const chosen = new Set(municipalities)
  const isRunning = ({ validity }: TeamMembership) => covers(validity, from)
  const running = own.filter(isRunning)
  const kept = running.filter(({ municipality }) => chosen.has(municipality))
  const left = running.filter(({ municipality }) => !chosen.has(municipality))
  const startsHere = ({ validity }: TeamMembership) => validity.from === from
  const later = own.filter(({ validity }) => validity.from !== null && from < validity.from)
  return {
    added: municipalities.filter((code) => !kept.some(({ municipality }) => municipality === code)),
    ended: left.filter((membership) => !startsHere(membership)).map(({ code }) => code),
    continued: kept.filter(({ validity }) => validity.until !== null).map(({ code }) => code),
    withdrawn: [...left.filter(startsHere), ...later].map(({ code }) => code),
  }
}
