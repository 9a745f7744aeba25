import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { Attachment, Closing, Item, ItemDraft, Paper } from './item'

type Row = Omit<Item, 'papers' | 'attachments'> & { papers: Paper[] | null; attachments: Attachment[] }

type ItemFilter = {
  /** As it is called in its meeting: `2` or `b1`. */
  readonly label?: string
  readonly newestOnly?: boolean
}

/** The items of a meeting that the asker may read: the open ones first, each series by number. */
export async function itemsOf(
  tx: Reader,
  meeting: string,
  { label, newestOnly = false }: ItemFilter = {},
): Promise<Item[]> {
  const { rows } = await sql<Row>`
    select i.id, i.number, i.sent_at is not null as "isSent", i.published_at is not null as "isPublished",
           i.withdrawn_because as "withdrawnBecause",
           (select case when w.is_closed then 'b' else '' end || w.number from meetings.items w where w.id = i.went_to) as "wentTo",
           (select case when w.is_closed then 'b' else '' end || w.number from meetings.items w where w.went_to = i.id) as "cameFrom",
           case when i.is_closed then jsonb_build_object('ground', i.ground, 'until', i.closed_until) end as closing,
           (select jsonb_agg(jsonb_build_object('version', p.version, 'title', p.title, 'kind', p.kind, 'topic', p.topic,
              'subjects', (select coalesce(jsonb_agg(jsonb_build_object('kind', split_part(s.one, ' ', 1), 'code', split_part(s.one, ' ', 2))
                order by s.seq), '[]') from unnest(p.subjects) with ordinality as s(one, seq)),
              'note', jsonb_build_object('asked', p.asked, 'occasion', p.occasion, 'core', p.core, 'caveat', p.caveat, 'means', p.means,
                'followUp', p.follow_up),
              'changeNote', p.change_note, 'at', ${iso('p.at')}, 'actedAs', p.acted_as) order by p.version desc)
              from (select * from meetings.papers p where p.item = i.id order by p.version desc
                     limit ${newestOnly ? 1 : null}) p) as papers,
           (select coalesce(jsonb_agg(jsonb_build_object('hash', a.hash, 'name', a.name, 'size', a.size,
              'closing', case when a.is_closed then jsonb_build_object('ground', a.ground, 'until', a.closed_until) end,
              'changeNote', a.change_note, 'at', ${iso('a.at')}) order by a.at, a.name, a.hash), '[]')
              from meetings.attachments a where a.item = i.id and a.withdrawn_at is null) as attachments
      from meetings.items i where i.meeting = ${meeting}
       and (${label ?? null}::text is null or case when i.is_closed then 'b' else '' end || i.number = ${label ?? null}) order by i.is_closed, i.number`.execute(
    tx,
  )
  return rows.filter(({ papers }) => papers !== null) as unknown as Item[]
}

export type Ground = { readonly code: string; readonly article: string; readonly words: string }

/** Why something can be closed. */
export async function listGrounds(tx: Reader): Promise<Ground[]> {
  return tx
    .selectFrom('meetings.grounds')
    .select(['code', 'article', 'words'])
    .where('withdrawn_on', 'is', null)
    .orderBy('code')
    .execute()
}

/** When the agenda was sent and when it was shown to everybody, as ISO text; null where it was not, or the asker may not know. */
export async function agendaOf(
  tx: Reader,
  meeting: string,
): Promise<{ sentAt: string | null; publishedAt: string | null }> {
  const { rows } = await sql<{ sentAt: string | null; publishedAt: string | null }>`
    select (select ${iso('s.at')} from meetings.sendings s where s.meeting = ${meeting}) as "sentAt",
           (select ${iso('p.at')} from meetings.publishings p where p.meeting = ${meeting}) as "publishedAt"`.execute(
    tx,
  )
  return rows[0] ?? { sentAt: null, publishedAt: null }
}

export type KeptItem = { readonly result: 'bewaard' | 'ongewijzigd' | 'botst'; readonly item: string }

/** Keeps an item over the version that was seen; `id` null for a new one. Null when the asker may not. */
export async function keepItem(
  tx: Writer,
  about: { readonly meeting: string; readonly id: string | null; readonly seen: number },
  draft: ItemDraft,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<KeptItem | null> {
  const said = JSON.stringify({
    title: draft.title,
    kind: draft.kind,
    topic: draft.topic,
    subjects: draft.subjects.map(({ kind, code }) => `${kind} ${code}`),
    asked: draft.note.asked,
    occasion: draft.note.occasion,
    core: draft.note.core,
    caveat: draft.note.caveat,
    means: draft.note.means,
    follow_up: draft.note.followUp,
    change_note: draft.changeNote,
    ...asClosing(draft.closing),
  })
  const { rows } = await sql<{ kept: KeptItem | null }>`
    select meetings.keep_item(${about.meeting}, ${about.id}::uuid, ${about.seen}, ${said}::jsonb, ${formKey}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}

const asClosing = (closing: Closing | null) => ({
  is_closed: closing !== null,
  ground: closing?.ground ?? null,
  closed_until: closing?.until ?? null,
})

async function done(query: ReturnType<typeof sql<{ done: boolean }>>, tx: Writer): Promise<boolean> {
  return (await query.execute(tx)).rows[0]?.done ?? false
}

export const raiseItem = (tx: Writer, meeting: string, item: string, seen: number, requestId: string) =>
  done(sql`select meetings.raise_item(${meeting}, ${item}::uuid, ${seen}, ${requestId}) as done`, tx)

export const takeOff = (tx: Writer, meeting: string, item: string, because: string, requestId: string) =>
  done(sql`select meetings.take_off(${meeting}, ${item}::uuid, ${because}, ${requestId}) as done`, tx)

export const sendAgenda = (tx: Writer, meeting: string, requestId: string) =>
  done(sql`select meetings.send_agenda(${meeting}, ${requestId}) as done`, tx)

export const publishAgenda = (tx: Writer, meeting: string, requestId: string) =>
  done(sql`select meetings.publish_agenda(${meeting}, ${requestId}) as done`, tx)

export const detachFile = (tx: Writer, meeting: string, item: string, hash: string, requestId: string) =>
  done(sql`select meetings.detach(${meeting}, ${item}::uuid, ${hash}, ${requestId}) as done`, tx)

/** Opens a closed item that was sent, or closes an open one: gives what it became, or null when the asker may not. */
export async function moveToOtherSeries(
  tx: Writer,
  about: { readonly meeting: string; readonly item: string },
  { reason, closing }: { readonly reason: string; readonly closing: Closing | null },
  requestId: string,
): Promise<string | null> {
  const { rows } = await sql<{ made: string | null }>`
    select meetings.move_to_other_series(${about.meeting}, ${about.item}::uuid, ${reason}, ${JSON.stringify(asClosing(closing))}::jsonb, ${requestId})
      as made`.execute(tx)
  return rows[0]?.made ?? null
}

/** Adds a file to an item, as it was received. Null when the asker may not. */
export async function attachFile(
  tx: Writer,
  about: { readonly meeting: string; readonly item: string },
  file: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly closing: Closing | null
    readonly changeNote: string | null
  },
  requestId: string,
): Promise<'bewaard' | 'staat-er-al' | null> {
  const said = JSON.stringify({ name: file.name, change_note: file.changeNote, ...asClosing(file.closing) })
  const { rows } = await sql<{ kept: 'bewaard' | 'staat-er-al' | null }>`
    select meetings.attach(${about.meeting}, ${about.item}::uuid, ${said}::jsonb, ${Buffer.from(file.bytes).toString('base64')}, ${requestId})
      as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** The bytes of a file that the asker may read. */
export async function readFile(tx: Reader, hash: string): Promise<Uint8Array | null> {
  const row = await tx.selectFrom('meetings.files').select('content').where('hash', '=', hash).executeTakeFirst()
  return row ? new Uint8Array(row.content as unknown as Uint8Array) : null
}
