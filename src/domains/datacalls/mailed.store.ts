import { sql } from 'kysely'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import type { MailedConflict } from './call'
import type { Content } from './entry'

/** What came by mail and was not applied, by line, the first one first; as far as the reader may see it. */
export async function conflictsOf(
  tx: Reader,
  calls: readonly string[],
): Promise<ReadonlyMap<string, MailedConflict[]>> {
  const { rows } = await sql<{
    line: string
    against: number
    kind: 'getal' | 'kan-niet'
    value: number | null
    note: string | null
    at: string
    actedAs: string
  }>`
    select c.line, c.against, c.kind, c.value, c.note, c.at, c.acted_as as "actedAs"
      from datacalls.mailed_conflicts c join datacalls.lines l on l.code = c.line
     where l.call in (${sql.join([...calls])}) order by c.at, c.id`.execute(tx)
  const found = new Map<string, MailedConflict[]>()
  for (const { line, kind, value, note, ...row } of rows) {
    const content: Content =
      kind === 'getal' && value !== null ? { kind, value, note } : { kind: 'kan-niet', note: note ?? '' }
    found.set(line, [...(found.get(line) ?? []), { ...row, content }])
  }
  return found
}

/** Keeps what came by mail beside the version that stands. */
export async function addConflict(tx: Writer, line: string, against: number, content: Content): Promise<void> {
  if (content.kind === 'leeg') return
  const value = content.kind === 'getal' ? content.value : null
  await sql`insert into datacalls.mailed_conflicts (line, against, kind, value, note)
    values (${line}, ${against}, ${content.kind}, ${value}, ${content.note})`.execute(tx)
}

/** A list that was mailed to the people of a holder. */
export type Mailing = {
  readonly call: string
  readonly holder: { readonly code: string; readonly name: string }
  readonly kind: 'lijst' | 'herinnering'
  readonly at: string
  readonly receivers: number
  readonly actedAs: string
}

/** What was mailed about a call, newest first; as far as the reader may see it. */
export async function listMailings(tx: Reader, call: string): Promise<Mailing[]> {
  const { rows } = await sql<Omit<Mailing, 'holder'> & { code: string; name: string }>`
    select m.call, m.holder as code, o.name, m.kind, m.at, m.receivers, m.acted_as as "actedAs"
      from datacalls.mailings m join identity.organisations o on o.code = m.holder
     where m.call = ${call} order by m.at desc, o.name`.execute(tx)
  return rows.map(({ code, name, ...row }) => ({ ...row, holder: { code, name } }))
}

/** A list to be mailed; `lines` are the codes of its numbers in order, `domain` is null where no answer is taken. */
export type NewList = {
  readonly call: string
  readonly holder: string
  readonly subject: string
  readonly body: string
  readonly lines: readonly string[]
  readonly domain: string | null
}

/** Mails a list to whoever answers for the holder, for a programme manager of the asker. Gives to how many people. */
export async function mailList(tx: Writer, list: NewList): Promise<number> {
  const { rows } = await sql<{ mailed: number }>`
    select datacalls.mail_list(${list.call}, ${list.holder}, ${list.subject}, ${list.body},
      ${JSON.stringify(list.lines)}::jsonb, ${list.domain}) as mailed`.execute(tx)
  return rows[0]?.mailed ?? 0
}

/** The same as a reminder, by the program itself. */
export async function mailReminder(tx: Owner, list: NewList): Promise<number> {
  const { rows } = await sql<{ mailed: number }>`
    select datacalls.put_list(${list.call}, ${list.holder}, 'herinnering', 'vanzelf', ${list.subject}, ${list.body},
      ${JSON.stringify(list.lines)}::jsonb, ${list.domain}) as mailed`.execute(tx)
  return rows[0]?.mailed ?? 0
}
