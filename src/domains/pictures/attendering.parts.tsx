import type { Month } from '../../kernel/month'
import { count, period } from '../../platform/ui/wording'
import type { Watch, Watchpoint } from '../crime'

/** A series by its area and type. */
export const watchedName = ({ area, type }: Watchpoint) => `${area.name}: ${type.name.toLowerCase()}`

/** Which attenderingen stand when all series are judged together, by name. */
export function standingSentence({ judged, attenderingen }: Watch<Watchpoint>, last: Month): string {
  if (judged === 0)
    return `Voor ${period(last)} is geen reeks te beoordelen: er zijn te weinig voorvallen of te weinig jaren.`
  const standing = attenderingen.filter(({ stands }) => stands).map(({ subject }) => watchedName(subject))
  const together = 'stand als alle reeksen samen worden beoordeeld'
  if (standing.length === 0) return `In ${period(last)} houdt geen enkele attendering ${together}.`
  const howMany = count(standing.length, 'attendering', 'attenderingen')
  return `In ${period(last)} ${standing.length === 1 ? 'houdt' : 'houden'} ${howMany} ${together}: ${standing.join('; ')}.`
}
