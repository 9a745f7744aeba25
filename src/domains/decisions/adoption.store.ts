import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

/** A plan as a decision adopted it. */
export type Adoption = {
  readonly decision: string
  readonly title: string
  readonly body: string
  readonly bodyName: string
  readonly takenOn: Day
  readonly recordedAt: string
  readonly hash: string
  readonly model: string
  readonly adoptedBy: readonly string[]
  readonly attended: readonly string[]
  /** The decision that turned it back. */
  readonly reversedBy: string | null
}

/** Every time a plan was adopted by a decision, the newest first. */
export async function adoptionsOf(tx: Reader, plan: string): Promise<Adoption[]> {
  const { rows } = await sql<Adoption>`
    select d.code as decision, d.title, d.body, b.name as "bodyName", d.taken_on as "takenOn", d.recorded_at as "recordedAt",
           e.hash, e.model, d.adopted_by as "adoptedBy", d.attended,
           (select r.code from decisions.decisions r where r.reverses = d.code) as "reversedBy"
      from decisions.effects e join decisions.decisions d on d.code = e.decision
      join governance.bodies b on b.code = d.body
     where e.kind = 'stelt-plan-vast' and e.subject = ${plan}
     order by d.taken_on desc, d.recorded_at desc, d.code desc`.execute(tx)
  return rows
}
