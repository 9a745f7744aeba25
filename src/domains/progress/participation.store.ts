import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'

/** Whether a municipality takes part in what all promised together. */
export type TakesPart = 'ja' | 'nog-niet' | 'nee'

/** A municipality with what it said last; null is that it said nothing, and not that it does not take part. */
export type Participation = {
  readonly area: string
  readonly name: string
  readonly takesPart: TakesPart | null
  readonly sentence: string | null
  readonly at: string | null
  readonly actedAs: string | null
}

/** The municipalities of a collective promise, by name. Empty when it is none, and for whoever is no professional. */
export async function participationsIn(tx: Reader, action: string): Promise<Participation[]> {
  const { rows } = await sql<Participation>`
    select m.code as area, m.name, p.takes_part as "takesPart", p.sentence, p.at, p.acted_as as "actedAs"
      from progress.municipalities_of(${action}) m
      left join lateral (select * from progress.participations p where p.action = ${action} and p.area = m.code
                          order by p.version desc limit 1) p on true
     where (select identity.is_professional()) order by m.name`.execute(tx)
  return rows
}

/** The municipalities for which the signed-in person may say whether they take part. */
export async function ownParticipations(tx: Reader, action: string): Promise<readonly string[]> {
  const { rows } = await sql<{ area: string }>`select area from progress.speaks_of(${action})`.execute(tx)
  return rows.map(({ area }) => area)
}

/** Says whether a municipality takes part, as the signed-in person; false when he may not. */
export async function takePart(
  tx: Writer,
  said: {
    readonly action: string
    readonly area: string
    readonly takesPart: TakesPart
    readonly sentence: string | null
  },
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select progress.take_part(${said.action}, ${said.area}, ${said.takesPart}, ${said.sentence}, ${formKey}, ${requestId}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}
