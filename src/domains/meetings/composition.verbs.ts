import type { Day } from '../../kernel/day'
import { compareMembers, deviates, rulesOn } from '../governance'
import type { Composed, Place } from './composition'

/** Who sits there beside the rule of that day, place by place, with the reason where it differs; null without a rule. */
export function placesOf({ rules, members, given, municipalities }: Composed, on: Day): Place[] | null {
  const held = rulesOn(rules, on)
  if (held.length === 0) return null
  return compareMembers(held, members, municipalities).map((one) => {
    const newest = given.find(({ place }) => place === one.key) ?? null
    const holds = newest?.until != null && on < newest.until
    return { ...one, deviates: deviates(one), given: newest, reason: holds ? newest.reason : null }
  })
}
