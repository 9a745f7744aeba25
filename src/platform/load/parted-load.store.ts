import { sql } from 'kysely'
import type { Owner, Reader } from '../db/database'

type State = 'bezig' | 'volledig' | 'geweigerd' | 'afgebroken'

/** A load as the administrator sees it. Moments are ISO. */
export type LoadLine = {
  readonly id: number
  readonly source: string
  readonly title: string
  readonly stand: string
  readonly state: State
  readonly refusedBecause: string | null
  readonly hash: string | null
  readonly parts: number
  readonly allParts: number
  /** When the last part came in; null when there is none, or when all were put together. */
  readonly lastPartAt: string | null
  readonly differences: number
  readonly startedAt: string
  readonly finishedAt: string | null
}

/** Loads, newest first. */
export async function loadLines(tx: Reader): Promise<LoadLine[]> {
  const { rows } = await sql<LoadLine>`
    select l.id, l.source, l.title, l.stand, l.state, l.refused_because as "refusedBecause", l.content_hash as hash,
           case l.state when 'volledig' then l.part_count
                else (select count(*) from platform.load_parts p where p.load = l.id) end as parts,
           l.part_count as "allParts", (select max(p.loaded_at) from platform.load_parts p where p.load = l.id) as "lastPartAt",
           l.differences, l.started_at as "startedAt", l.finished_at as "finishedAt"
      from platform.loads l order by l.id desc`.execute(tx)
  return rows
}

/** The newest load of a source that ended so; null when there is none. */
export async function newestLoad(
  tx: Reader,
  source: string,
  states: readonly State[],
): Promise<{ readonly id: number; readonly stand: string } | null> {
  const row = await tx
    .selectFrom('platform.loads')
    .select(['id', 'stand'])
    .where('source', '=', source)
    .where('state', 'in', states)
    .orderBy('stand', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export type Begun = { readonly source: string; readonly title: string; readonly stand: string; readonly plan: string }

/**
 * Goes on with the load of the same state of the source and the same plan that was broken off or killed, or begins a new one;
 * others of this source are given up. Gives its number.
 */
export async function beginLoad(tx: Owner, { source, title, stand, plan }: Begun, parts: number): Promise<number> {
  const open = await tx
    .selectFrom('platform.loads')
    .select(['id', 'stand', 'plan', 'finished_at'])
    .where('source', '=', source)
    .where('state', 'in', ['bezig', 'afgebroken'])
    .where('finished_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  const same = open.find((load) => load.stand === stand && load.plan === plan)
  for (const { id } of open.filter((load) => load !== same)) await giveUp(tx, id)
  if (same) {
    await tx.updateTable('platform.loads').set({ state: 'bezig' }).where('id', '=', same.id).execute()
    return same.id
  }
  const { id } = await tx
    .insertInto('platform.loads')
    .values({ source, title, stand, plan, state: 'bezig', part_count: parts })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const withoutParts = (tx: Owner, load: number) =>
  tx.deleteFrom('platform.load_parts').where('load', '=', load).execute()

async function giveUp(tx: Owner, load: number): Promise<void> {
  await withoutParts(tx, load)
  await tx
    .updateTable('platform.loads')
    .set({ state: 'afgebroken', finished_at: sql`platform.moment()` })
    .where('id', '=', load)
    .execute()
}

/** The parts of a load that are there, by name. */
export async function partsOf(tx: Reader, load: number): Promise<Map<string, unknown>> {
  const rows = await tx.selectFrom('platform.load_parts').select(['part', 'content']).where('load', '=', load).execute()
  return new Map(rows.map(({ part, content }) => [part, content]))
}

export async function addPart(tx: Owner, load: number, part: string, content: unknown): Promise<void> {
  await sql`
    insert into platform.load_parts (load, part, content) values (${load}, ${part}, ${JSON.stringify(content)}::jsonb)`.execute(
    tx,
  )
}

/** Leaves a load for a next one to go on with. */
export async function interruptLoad(tx: Owner, load: number): Promise<void> {
  await tx
    .updateTable('platform.loads')
    .set({ state: 'afgebroken' })
    .where('id', '=', load)
    .where('state', '=', 'bezig')
    .execute()
}

/** Refuses a load whole: its line and its reason stay, its parts do not. */
export async function refuseLoad(tx: Owner, load: number, because: string): Promise<void> {
  await withoutParts(tx, load)
  await tx
    .updateTable('platform.loads')
    .set({ state: 'geweigerd', refused_because: because, finished_at: sql`platform.moment()` })
    .where('id', '=', load)
    .execute()
}

/** The load is whole; what it loaded is stored elsewhere. */
export async function finishLoad(tx: Owner, load: number, hash: string, differences: number): Promise<void> {
  await withoutParts(tx, load)
  await tx
    .updateTable('platform.loads')
    .set({ state: 'volledig', content_hash: hash, differences, finished_at: sql`platform.moment()` })
    .where('id', '=', load)
    .execute()
}

/** Removes a load that turned out to be the same as the one before. */
export async function removeLoad(tx: Owner, load: number): Promise<void> {
  await tx.deleteFrom('platform.loads').where('id', '=', load).execute()
}
