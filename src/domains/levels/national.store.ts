import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Slice } from '../../platform/db/list'
import type { NationalItem, NationalLink } from './national'

type Row = Omit<NationalItem, 'links'> & { links: NationalLink[] | null }

/** The items of national agendas, the newest first; each with its links, of each priority the newest word. */
export async function listNational(
  tx: Reader,
  { code }: { readonly code?: string } = {},
  slice: Slice = null,
): Promise<{ total: number; items: NationalItem[] }> {
  const { rows } = await sql<Row & { total: number }>`
    select i.code, i.agenda, i.plan, i.title, i.goal, i.period_from as "from", i.period_to as "to", i.sources,
           count(*) over () as total, l.links
      from levels.national_items i
      left join lateral (
        select jsonb_agg(jsonb_build_object('priority', jsonb_build_object('code', p.code, 'title', p.title), 'linked', w.linked,
                 'reason', w.reason, 'ground', w.ground,
                 'saidBy', case when w.at is not null then jsonb_build_object('actedAs', w.acted_as, 'at', w.at) end)
                 order by p.code desc) as links
          from (
            select distinct on (y.priority) y.* from (
              select n.priority, n.linked, n.reason, 'opgave' as ground, n.at, n.acted_as, n.version from levels.national_links n where n.item = i.code
              union all
              select b.priority, true, coalesce(i.reason, ''), i.ground, null, null, 0 from levels.national_item_priorities b where b.item = i.code
            ) y order by y.priority, y.version desc) w
          join strategy.priorities p on p.code = w.priority) l on true
     where i.withdrawn_on is null and (${code ?? null}::text is null or i.code = ${code ?? null})
     order by i.period_to desc nulls first, i.code limit ${slice?.limit ?? null} offset ${slice?.offset ?? 0}`.execute(
    tx,
  )
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _, links, ...row }) => ({ ...row, links: links ?? [] })),
  }
}

/** As what the person who asks links the national agenda; null when he does not. */
export async function bureauFunction(tx: Reader): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select levels.bureau_function() as as`.execute(tx)
  return rows[0]?.as ?? null
}

export type LinkWord = {
  readonly item: string
  readonly priority: string
  readonly linked: boolean
  readonly reason: string
}

/** Says whether a priority answers an item; false when one may not. */
export async function linkNational(
  tx: Writer,
  { item, priority, linked, reason }: LinkWord,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select levels.link_national(${item}, ${priority}, ${linked}, ${reason}, ${formKey}, ${requestId}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}
