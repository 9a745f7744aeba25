import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Foreseen, ForeseenDraft } from './foreseen'

type Filter = { readonly instance?: string; readonly id?: string }

/** The subjects foreseen that the asker may know of, each with its versions. */
export async function foreseenSubjects(tx: Reader, { instance, id }: Filter = {}): Promise<Foreseen[]> {
  const { rows } = await sql<Foreseen>`
    select f.id, f.is_closed as "isClosed",
           jsonb_build_object('code', i.code, 'body', jsonb_build_object('code', b.code, 'name', b.name, 'level', b.level),
             'area', jsonb_build_object('code', a.code, 'name', a.name)) as instance,
           (select jsonb_agg(jsonb_build_object('version', v.version, 'title', v.title, 'byWhom', v.by_whom, 'period', v.period,
              'meeting', case when v.meeting is not null then jsonb_build_object('code', v.meeting, 'heldOn',
                (select d.held_on from meetings.days d where d.meeting = v.meeting order by d.version desc limit 1)) end,
              'isDropped', v.is_dropped, 'reason', v.reason,
              'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actedAs', v.acted_as) order by v.version desc)
              from meetings.foreseen_versions v where v.subject = f.id) as versions,
           (select jsonb_build_object('meeting', t.meeting, 'label', case when t.is_closed then 'b' else '' end || t.number, 'heldOn',
                (select d.held_on from meetings.days d where d.meeting = t.meeting order by d.version desc limit 1))
              from meetings.foreseen_items x join meetings.items t on t.id = x.item where x.subject = f.id) as item
      from meetings.foreseen_subjects f join meetings.instances i on i.code = f.instance
      join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
     where (${instance ?? null}::text is null or f.instance = ${instance ?? null})
       and (${id ?? null}::text is null or f.id::text = ${id ?? null})
     order by f.id`.execute(tx)
  return rows
}

const asSaid = (draft: ForeseenDraft) =>
  JSON.stringify({
    title: draft.title,
    by_whom: draft.byWhom,
    period: draft.period,
    meeting: draft.meeting,
    is_dropped: draft.isDropped,
    reason: draft.reason,
  })

/** Foresees a subject; gives its id, or null when the asker may not. */
export async function foresee(
  tx: Writer,
  about: { readonly instance: string; readonly isClosed: boolean },
  draft: ForeseenDraft,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select meetings.foresee(${about.instance}, ${about.isClosed}, ${asSaid(draft)}::jsonb, ${formKey}, ${requestId}) as id`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

/** Moves, changes or drops a subject over the version that was seen. */
export async function moveForeseen(
  tx: Writer,
  id: string,
  seen: number,
  draft: ForeseenDraft,
  requestId: string,
): Promise<'bewaard' | 'botst' | null> {
  const { rows } = await sql<{ kept: 'bewaard' | 'botst' | null }>`
    select meetings.move_foreseen(${id}::uuid, ${seen}, ${asSaid(draft)}::jsonb, ${requestId}) as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** Says that a subject became an item. */
export async function placeForeseen(tx: Writer, id: string, item: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select meetings.place_foreseen(${id}::uuid, ${item}::uuid, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
