import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { prioritiesOn } from '../strategy'
import {
  listLocalPlans,
  listNamedPlans,
  type Municipality,
  municipalitiesOf,
  municipalitiesPer,
} from './local-plan.store'
import { listNational } from './national.store'
import type { Known } from './overview'

/** All that is known of the levels in a region on a day, for whoever asks. */
export async function knownOn(tx: Reader, region: string, on: Day): Promise<Known<Municipality>> {
  const [plans, named] = [await listLocalPlans(tx), await listNamedPlans(tx)]
  const areas = new Set([...plans, ...named].map(({ area }) => area.code))
  return {
    municipalities: await municipalitiesOf(tx, region),
    plans,
    named,
    within: await municipalitiesPer(tx, [...areas]),
    priorities: (await prioritiesOn(tx, on)).map(({ code, title }) => ({ code, title })),
    national: (await listNational(tx)).items,
    year: Number(on.slice(0, 4)),
  }
}
