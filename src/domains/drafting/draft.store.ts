import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Draft, DraftKind, Named, Rights } from './draft'

type DraftRow = Pick<Draft, 'code' | 'kind' | 'title' | 'from' | 'to' | 'strategy' | 'owner' | 'beganFrom'> &
  Pick<Draft, 'isInForce' | 'adoptedOn' | 'at' | 'actedAs'>

/** The drafts that exist for who asks, the newest period first; of one code when given. */
export async function listDrafts(tx: Reader, code?: string): Promise<Draft[]> {
  const { rows } = await sql<DraftRow>`
    select d.code, d.kind, d.title, d.period_from as "from", d.period_to as "to",
           case when s.code is not null then jsonb_build_object('code', s.code, 'name', s.title) end as strategy,
           jsonb_build_object('code', o.code, 'name', o.name) as owner,
           case when b.code is not null then jsonb_build_object('code', b.code, 'name', b.title) end as "beganFrom",
           p.code is not null as "isInForce", p.adopted_on as "adoptedOn", d.at, d.acted_as as "actedAs"
      from drafting.drafts d join identity.organisations o on o.code = d.owner
      left join strategy.strategies s on s.code = d.strategy
      left join strategy.plans b on b.code = d.began_from
      left join strategy.plans p on p.code = d.code and p.made_here
     where ${code ?? null}::text is null or d.code = ${code ?? null}
     order by d.period_from desc, d.title, d.code`.execute(tx)
  return rows
}

export async function findDraft(tx: Reader, code: string): Promise<Draft | null> {
  return (await listDrafts(tx, code))[0] ?? null
}

/** What the person who asks may do in the drafts of a bureau. */
export async function rightsIn(tx: Reader, owner: string): Promise<Rights> {
  const { rows } = await sql<{ rights: Rights }>`select drafting.rights(${owner}) as rights`.execute(tx)
  return rows[0]?.rights ?? { writes: false, enforces: false, parts: [], leads: [] }
}

/** The bureaus where the person who asks begins a draft. */
export async function bureausOf(tx: Reader): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select o.code, o.name from identity.organisations o
     where o.code = any ((select drafting.begins_for())::text[]) order by o.name`.execute(tx)
  return rows
}

export type NewDraft = {
  readonly kind: DraftKind
  readonly title: string
  readonly from: number
  readonly to: number
  readonly strategy: string | null
  readonly owner: string
  readonly beganFrom: string | null
}

/** What a form was sent with: the same key counts once. */
export type Sent = { readonly formKey: string; readonly requestId: string }

/** Begins a draft without chapters and gives its code; null when the person who asks may not. */
export async function beginDraft(tx: Writer, draft: NewDraft, { formKey, requestId }: Sent): Promise<string | null> {
  const row = JSON.stringify({
    kind: draft.kind,
    title: draft.title,
    period_from: draft.from,
    period_to: draft.to,
    strategy: draft.strategy,
    owner: draft.owner,
    began_from: draft.beganFrom,
  })
  const { rows } = await sql<{ code: string | null }>`
    select drafting.begin(${row}::jsonb, ${formKey}, ${requestId}) as code`.execute(tx)
  return rows[0]?.code ?? null
}

/** How much stands in a chapter, for a table of contents. */
export type ChapterCount = {
  readonly code: string
  readonly seq: number
  readonly title: string
  readonly kind: string
  readonly paragraphs: number
  readonly actions: number
  readonly openRemarks: number
  /** When it was last put in force, and what of it; null when never. */
  readonly enforcedAt: string | null
  readonly enforcedUpto: number | null
  readonly newest: number
}

/** The chapters of a draft that were not removed, in order. */
export async function chapterCounts(tx: Reader, draft: string): Promise<ChapterCount[]> {
  const { rows } = await sql<ChapterCount>`
    with paragraphs as (
      select distinct on (v.paragraph) p.chapter, v.entry, v.is_removed
        from drafting.paragraphs p join drafting.paragraph_versions v on v.paragraph = p.id
        join drafting.chapters c on c.code = p.chapter and c.draft = ${draft} order by v.paragraph, v.version desc),
    actions as (
      select distinct on (v.action) a.chapter, v.entry, v.is_removed
        from drafting.actions a join drafting.action_versions v on v.action = a.code
        join drafting.chapters c on c.code = a.chapter and c.draft = ${draft} order by v.action, v.version desc)
    select c.code, n.seq, n.title, n.kind,
           (select count(*) from paragraphs x where x.chapter = c.code and not x.is_removed) as paragraphs,
           (select count(*) from actions x where x.chapter = c.code and not x.is_removed) as actions,
           (select count(*) from drafting.remarks r where r.chapter = c.code and r.reply_to is null
               and not exists (select from drafting.settlements s where s.remark = r.id)) as "openRemarks",
           e.at as "enforcedAt", e.upto as "enforcedUpto",
           greatest(n.entry, (select max(entry) from paragraphs x where x.chapter = c.code),
                    (select max(entry) from actions x where x.chapter = c.code)) as newest
      from drafting.chapters c
      join lateral (select * from drafting.chapter_versions v where v.chapter = c.code order by v.version desc limit 1) n on not n.is_removed
      left join lateral (select * from drafting.enforcements f where f.chapter = c.code order by f.seq desc limit 1) e on true
     where c.draft = ${draft} order by n.seq, c.code`.execute(tx)
  return rows
}

/** Where an action stands in a draft that was not adopted, and who leads it there; null when it is in none. */
export async function draftedAction(
  tx: Reader,
  action: string,
): Promise<{ draft: string; chapter: string; lead: string; isRemoved: boolean } | null> {
  const { rows } = await sql<{ draft: string; chapter: string; lead: string; isRemoved: boolean }>`
    select c.draft, a.chapter, v.lead, v.is_removed as "isRemoved" from drafting.actions a join drafting.chapters c on c.code = a.chapter
      join drafting.action_versions v on v.action = a.code
     where a.code = ${action}
       and not exists (select from strategy.plans p where p.code = c.draft and p.made_here and p.adopted_on is not null)
     order by v.version desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** What of a draft that was not adopted a decision would not adopt: chapters not in force, and what changed in others since. */
export async function leftOutOf(tx: Reader, draft: string): Promise<{ never: string[]; changed: string[] }> {
  const chapters = (await findDraft(tx, draft)) ? await chapterCounts(tx, draft) : []
  const titles = (of: readonly ChapterCount[]) => of.map(({ title }) => title)
  return {
    never: titles(chapters.filter(({ enforcedAt }) => enforcedAt === null)),
    changed: titles(chapters.filter((one) => one.enforcedAt !== null && one.enforcedUpto !== one.newest)),
  }
}

/** Who leads an action of a draft and is no more, and the priorities of its chapters that ended or are of a strategy that is over. */
export async function endedIn(tx: Reader, draft: string): Promise<{ leads: string[]; priorities: string[] }> {
  const { rows } = await sql<{ leads: string[]; priorities: string[] }>`
    with leader as (
      select distinct n.lead as code from (select distinct on (v.action) v.* from drafting.actions a
          join drafting.chapters c on c.code = a.chapter and c.draft = ${draft}
          join drafting.action_versions v on v.action = a.code order by v.action, v.version desc) n where not n.is_removed
      union
      select n.lead from (select distinct on (v.chapter) v.* from drafting.chapters c join drafting.chapter_versions v on v.chapter = c.code
         where c.draft = ${draft} order by v.chapter, v.version desc) n where not n.is_removed and n.lead is not null),
    ended as (
      select code, name from identity.organisations where valid_to <= platform.today() or withdrawn_on is not null
      union all select code, name from governance.working_groups where valid_to <= platform.today() or withdrawn_on is not null),
    worked_on as (
      select distinct n.priority as code from (select distinct on (v.chapter) v.* from drafting.chapters c
          join drafting.chapter_versions v on v.chapter = c.code where c.draft = ${draft} order by v.chapter, v.version desc) n
       where not n.is_removed)
    select array(select distinct e.name from leader l join ended e on e.code = l.code order by e.name) as leads,
           array(select x.title from worked_on w join strategy.priorities x on x.code = w.code join strategy.strategies s on s.code = x.strategy
                  where x.withdrawn_on is not null or s.period_to < (select d.period_from from drafting.drafts d where d.code = ${draft})
                     or (select p.state from strategy.priority_states p where p.priority = x.code and p.withdrawn_on is null
                            and p.valid_from <= platform.today() order by p.valid_from desc limit 1) in ('afgesloten', 'overgedragen')
                  order by x.title) as priorities`.execute(tx)
  return rows[0] ?? { leads: [], priorities: [] }
}

/** A line of text in force, as the public reads it. */
export type EnforcedText = {
  readonly chapter: string
  readonly title: string
  readonly at: string
  readonly text: readonly { readonly kind: string; readonly title: string | null; readonly body: string }[]
}

/** The text of the chapters of a plan that are in force; for everybody. */
export async function enforcedTexts(tx: Reader, plan: string): Promise<EnforcedText[]> {
  const { rows } = await sql<EnforcedText>`
    select e.chapter, g.title, e.at, e.text
      from (select distinct on (chapter) * from drafting.enforcements order by chapter, seq desc) e
      join strategy.programmes g on g.code = e.chapter and g.withdrawn_on is null
     where g.plan = ${plan} order by g.code`.execute(tx)
  return rows
}
