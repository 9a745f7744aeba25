import type { Reader } from '../../platform/db/database'
import { listIndicators } from '../figures'
import { partyNames } from '../identity'
import { areaNames } from '../territory'

/** Names by code. A municipality is an area and an organisation under one code. */
export type Names = {
  readonly parties: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
  readonly indicators: ReadonlyMap<string, string>
}

/** Everything an action can name. Neighbourhoods are too many, and no plan names one. */
export async function allNames(tx: Reader): Promise<Names> {
  const parties = await partyNames(tx)
  const areas = [...(await areaNames(tx)).values()].filter(({ kind }) => kind !== 'wijk' && kind !== 'buurt')
  const { items } = await listIndicators(tx)
  return {
    parties: byName([...parties.values()].map(({ code, name }) => [code, name])),
    areas: byName(areas.map(({ code, name }) => [code, name])),
    indicators: byName(items.map(({ code, title }) => [code, title])),
  }
}

const byName = (pairs: readonly (readonly [string, string])[]) =>
  new Map([...pairs].sort(([, one], [, other]) => one.localeCompare(other, 'nl')))
