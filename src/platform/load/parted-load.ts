import { alone } from '../db/alone'
import { type Database, type Owner, owning } from '../db/database'
import { ODataFault } from '../odata/fault'
import { type LoadOutcome, type LoadWish, troubleTexts, type Unusable, type Watch } from './loader'
import {
  addPart,
  type Begun,
  beginLoad,
  finishLoad,
  interruptLoad,
  newestLoad,
  partsOf,
  refuseLoad,
  removeLoad,
} from './parted-load.store'

/** What is loaded part after part and stored whole at the end. */
export type PartedLoad<Content> = Begun & {
  /** Asks and checks one part; `done` has those that are there. Its name is the same every time. */
  readonly parts: readonly {
    readonly name: string
    ask(done: ReadonlyMap<string, Content>): Promise<Content | Unusable>
  }[]
  /** Whether the source still has the state it had when we began. */
  isUnchanged(): Promise<boolean>
  /** Stores all parts as a release, or says why that is not done. The same release again is not new. */
  store(
    tx: Owner,
    parts: ReadonlyMap<string, Content>,
  ): Promise<{ readonly isNew: boolean; readonly hash: string; readonly differences: number } | Unusable>
}

/** A load to do, or why there is none: the source cannot be used now, or has the same state as the newest release. */
export type Prepared<Content> = PartedLoad<Content> | Unusable

/**
 * Does a load that comes in parts; one program at a time. One that was broken off or killed goes on after its last part. One
 * that is refused keeps its line and its reason, and nothing of what it loaded.
 */
export async function loadInParts<Content>(
  db: Database,
  source: string,
  prepare: () => Promise<Prepared<Content>>,
  wish: LoadWish = {},
  watch: Watch = {},
): Promise<LoadOutcome> {
  return (await alone(db, `load ${source}`, () => load(db, prepare, wish, watch))) ?? { outcome: 'busy' }
}

async function load<Content>(
  db: Database,
  prepare: () => Promise<Prepared<Content>>,
  wish: LoadWish,
  watch: Watch,
): Promise<LoadOutcome> {
  let begun: number | null = null
  try {
    const wanted = await prepare()
    if ('because' in wanted) return { outcome: 'unusable', because: wanted.because }
    const { stand } = wanted
    const newest = await owning(db, (tx) => newestLoad(tx, wanted.source, ['volledig']))
    if (newest?.stand === stand && !wish.again) return { outcome: 'unchanged', modifiedAt: stand }
    if (newest && stand < newest.stand)
      return { outcome: 'unusable', because: 'De bron geeft een oudere stand dan de laatste levering.' }
    const id = await owning(db, (tx) => beginLoad(tx, wanted, wanted.parts.length))
    begun = id
    return (await askParts(db, id, wanted, watch)) ?? (await finish(db, id, wanted))
  } catch (fault) {
    if (begun !== null) {
      const id = begun
      await owning(db, (tx) => interruptLoad(tx, id))
    }
    if (!(fault instanceof ODataFault)) throw fault
    if (fault.trouble === 'stopped') return { outcome: 'stopped' }
    return { outcome: 'interrupted', because: troubleTexts[fault.trouble] }
  }
}

/** Asks and stores the parts that are not there yet. Gives an outcome when it ends before the last. */
async function askParts<Content>(
  db: Database,
  id: number,
  { source, parts }: PartedLoad<Content>,
  watch: Watch,
): Promise<LoadOutcome | null> {
  const done = (await owning(db, (tx) => partsOf(tx, id))) as Map<string, Content>
  for (const { name, ask } of parts.filter((part) => !done.has(part.name))) {
    if (watch.isOver?.()) {
      await owning(db, (tx) => interruptLoad(tx, id))
      return { outcome: 'stopped' }
    }
    const content = await ask(done)
    if (isUnusable(content)) return refuse(db, id, content.because)
    await owning(db, (tx) => addPart(tx, id, name, content))
    done.set(name, content)
    watch.told?.({ table: source, done: done.size, total: parts.length, at: name })
  }
  return null
}

async function finish<Content>(db: Database, id: number, wanted: PartedLoad<Content>): Promise<LoadOutcome> {
  if (!(await wanted.isUnchanged()))
    return refuse(db, id, 'De bron is veranderd terwijl wij laadden: een deel kan oud zijn en een deel nieuw.')
  try {
    return await owning(db, async (tx): Promise<LoadOutcome> => {
      const stored = await wanted.store(tx, (await partsOf(tx, id)) as Map<string, Content>)
      if ('because' in stored) throw new Refused(stored.because)
      const newest = await newestLoad(tx, wanted.source, ['volledig'])
      if (!stored.isNew && newest?.stand === wanted.stand) {
        await removeLoad(tx, id)
        return { outcome: 'same', modifiedAt: wanted.stand }
      }
      await finishLoad(tx, id, stored.hash, stored.differences)
      return { outcome: 'whole', release: id, parts: wanted.parts.length, differences: stored.differences }
    })
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return refuse(db, id, fault.because)
  }
}

/** Takes back what was stored before something turned out to be wrong: a release is refused whole. */
class Refused extends Error {
  constructor(readonly because: string) {
    super(because)
  }
}

async function refuse(db: Database, id: number, because: string): Promise<LoadOutcome> {
  await owning(db, (tx) => refuseLoad(tx, id, because))
  return { outcome: 'refused', because }
}

const isUnusable = (content: unknown): content is Unusable =>
  typeof content === 'object' && content !== null && 'because' in content
