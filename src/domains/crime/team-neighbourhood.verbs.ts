import type { Day } from '../../kernel/day'
import { covers } from '../../kernel/period'
import { typedDay } from '../../kernel/typed-day'
import type { Reader, Writer } from '../../platform/db/database'
import { divideOverTeams, findArea, listAreas, type Neighbourhood, teamNeighbourhoods, teamsOn } from '../territory'
import { releaseKnownOn, smallAreas } from './count.store'

/** A municipality with the wijken and buurten of the newest release, and the team of each where one is chosen. */
export type Divisible = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly chosen: ReadonlyMap<string, string>
  readonly teams: readonly { readonly code: string; readonly name: string }[]
}

/** What somebody chose in the form, as typed: a team per wijk, and per buurt that differs. */
export type TypedDivision = {
  readonly chosen: ReadonlyMap<string, string>
  readonly from: { readonly day: string; readonly month: string; readonly year: string }
}
export type DivisionFault = { readonly field: 'vanaf'; readonly message: string }

/** Wijken of example figures are invented and belong to no team. */
async function realNeighbourhoods(tx: Reader, today: Day) {
  const release = await releaseKnownOn(tx, today)
  return release && !release.isExample ? smallAreas(tx, release) : []
}

/** The municipalities of a region, with how many wijken the newest release has of them and the teams they are divided over on a day. */
export async function divisions(tx: Reader, region: string, on: Day) {
  const placed = (await teamNeighbourhoods(tx)).filter(({ validity }) => covers(validity, on))
  const names = new Map((await teamsOn(tx, on)).map(({ code, name }) => [code, name]))
  const small = await realNeighbourhoods(tx, on)
  const wijkenOf = Map.groupBy(
    small.filter(({ kind }) => kind === 'wijk'),
    ({ municipality }) => municipality?.code ?? '',
  )
  const { items } = await listAreas(tx, { validOn: on, kind: 'gemeente', within: region })
  return items.map(({ code, name }) => ({
    code,
    name,
    wijken: wijkenOf.get(code)?.length ?? 0,
    teams: [
      ...new Set(placed.filter(({ municipality }) => municipality === code).map(({ team }) => names.get(team) ?? team)),
    ].toSorted((one, other) => one.localeCompare(other, 'nl')),
  }))
}

/** One municipality to divide, as it is on a day; without neighbourhoods when the newest release has none. Null when it is no municipality. */
export async function divisible(tx: Reader, code: string, on: Day): Promise<Divisible | null> {
  const own = (await realNeighbourhoods(tx, on)).filter(({ municipality }) => municipality?.code === code)
  const area = await findArea(tx, code)
  if (area?.kind !== 'gemeente') return null
  const municipality = { code, name: area.name }
  const placed = (await teamNeighbourhoods(tx, code)).filter(({ validity }) => covers(validity, on))
  return {
    municipality,
    neighbourhoods: own.map(({ code, name, wijk }) => ({ code, name, wijk })),
    chosen: new Map(placed.map(({ code, team }) => [code, team])),
    teams: await teamsOn(tx, on),
  }
}

/** Divides a municipality as typed, or says what is wrong; null when it cannot be divided. */
export async function divide(
  tx: Writer,
  code: string,
  typed: TypedDivision,
  { today, requestId }: { readonly today: Day; readonly requestId: string },
): Promise<
  { readonly faults: readonly DivisionFault[]; readonly divisible: Divisible } | { readonly isDone: true } | null
> {
  const found = await divisible(tx, code, today)
  if (!found || found.neighbourhoods.length === 0) return null
  const refuse = (message: string) => ({ faults: [{ field: 'vanaf', message } as const], divisible: found })
  const from = typedDay(typed.from)
  if (!from) return refuse('Vul een datum in die bestaat, bijvoorbeeld 1 januari 2026.')
  const { municipality, neighbourhoods } = found
  const refused = await divideOverTeams(tx, { municipality, neighbourhoods, chosen: typed.chosen, from }, requestId)
  if (!refused) return { isDone: true }
  return refuse(
    `${municipality.name} hoort op of na die dag als geheel bij ${refused.isWithWhole}. Haal de gemeente daar eerst weg.`,
  )
}
