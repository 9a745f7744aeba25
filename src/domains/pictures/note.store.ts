import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { allCrimes } from '../crime'
import type { Note, NoteContent } from './note'

const columns = sql`n.note as id, n.version, n.area, n.type, n.body, n.valid_from as "from", n.valid_to as until, n.at,
  n.acted_as as "actedAs"`
const newest = sql`not exists (select from crime.notes later where later.note = n.note and later.version > n.version)`

/** What stands above the figures of an area on a day: of one type, and of all crimes together. */
export async function notesOn(
  tx: Reader,
  { area, type, on }: { readonly area: string; readonly type: string; readonly on: Day },
): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${columns} from crime.notes n
     where n.area = ${area} and n.body is not null and ${newest}
       and (n.type is null or n.type = ${type === allCrimes ? null : type})
       and n.valid_from <= ${on} and (n.valid_to is null or ${on} < n.valid_to)
     order by n.type nulls last, n.at desc`.execute(tx)
  return rows
}

/** Every version of every explanation of an area that the reader may see, newest version of each first. */
export async function versionsOf(tx: Reader, area: string): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${columns} from crime.notes n where n.area = ${area}
     order by min(n.at) over (partition by n.note) desc, n.note, n.version desc`.execute(tx)
  return rows
}

/** Whether the person who asks may explain the figures of an area. */
export async function mayExplain(tx: Reader, area: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select crime.may_explain(${area}) as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** Adds a version; without content the explanation is taken back. Faults with SQLSTATE 23505 when somebody was just before. */
export async function addVersion(
  tx: Writer,
  { id, version, area }: Pick<Note, 'id' | 'version' | 'area'>,
  content: Omit<NoteContent, 'body'> & { readonly body: string | null },
): Promise<void> {
  const { type, body, from, until } = content
  await sql`insert into crime.notes (note, version, area, type, body, valid_from, valid_to)
    values (${id}, ${version}, ${area}, ${type}, ${body}, ${from}, ${until})`.execute(tx)
}
