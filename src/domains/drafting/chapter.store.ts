import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { Chapter, Clearance, Enforcement, LookBack, Paragraph, Remark, Signature, WholeChapter } from './chapter'
import type { Sent } from './draft.store'
import type { DraftAction } from './draft-action'

/** Which versions to read: the newest of each, or all of one. */
type Which = { readonly chapter?: string; readonly draft?: string; readonly of?: string }
/** All versions, the oldest first; or the newest of each. */
type Versions = 'all' | 'newest'

const distinctOn = (versions: Versions, own: string) =>
  versions === 'newest' ? sql`distinct on (${sql.ref(own)})` : sql``
const inOrder = (versions: Versions, own: string) =>
  versions === 'newest' ? sql`order by ${sql.ref(own)}, v.version desc` : sql`order by v.entry`

const asAsked = (which: Which, owner: 'c.code' | 'p.chapter' | 'a.chapter', own: string) => sql`
  (${which.chapter ?? null}::text is null or ${sql.ref(owner)} = ${which.chapter ?? null})
  and (${which.draft ?? null}::text is null or ${sql.ref(owner)} in (select code from drafting.chapters where draft = ${which.draft ?? null}))
  and (${which.of ?? null}::text is null or ${sql.ref(own)}::text = ${which.of ?? null})`

async function newestChaptersOf(tx: Reader, which: Which): Promise<Chapter[]> {
  const { rows } = await sql<Chapter>`
    select distinct on (c.code) c.code, v.entry, v.version, v.seq, v.title, v.kind, v.priority, v.lead, v.is_removed as "isRemoved",
           x.title as "priorityTitle", y.name as "leadName", s.at, s.acted_as as "actedAs"
      from drafting.chapters c join drafting.chapter_versions v on v.chapter = c.code join drafting.sets s on s.key = v.set
      left join strategy.priorities x on x.code = v.priority left join identity.parties y on y.code = v.lead
     where ${asAsked(which, 'c.code', 'c.code')} order by c.code, v.version desc`.execute(tx)
  return rows
}

/** All versions of a paragraph, or those of the paragraphs of a chapter or draft; the oldest first. */
export async function paragraphVersions(tx: Reader, which: Which, versions: Versions = 'all'): Promise<Paragraph[]> {
  const { rows } = await sql<Paragraph>`
    select ${distinctOn(versions, 'p.id')} p.id, p.chapter, p.kind, p.part, v.entry, v.version, v.seq, v.title, v.body, v.is_removed as "isRemoved",
           s.at, s.acted_as as "actedAs"
      from drafting.paragraphs p join drafting.paragraph_versions v on v.paragraph = p.id join drafting.sets s on s.key = v.set
     where ${asAsked(which, 'p.chapter', 'p.id')} ${inOrder(versions, 'p.id')}`.execute(tx)
  return rows
}

/** All versions of an action, or those of the actions of a chapter or draft; the oldest first. */
export async function actionVersions(tx: Reader, which: Which, versions: Versions = 'all'): Promise<DraftAction[]> {
  const { rows } = await sql<DraftAction>`
    select ${distinctOn(versions, 'a.code')} a.code, a.chapter, a.came_from as "cameFrom", v.entry, v.version, v.seq, v.project, v.track, v.title, v.lead,
           v.lead_post as "leadPost", v.participants, v.areas, v.due, v.aim, v.indicators, v.target_value as "targetValue",
           v.target_unit as "targetUnit", v.target_by as "targetBy", v.target_text as "targetText",
           v.target_evidence as "targetEvidence", v.promise, v.is_removed as "isRemoved", y.name as "leadName",
           coalesce(o.stands_for is not null, false) as "isCollective", s.at, s.acted_as as "actedAs"
      from drafting.actions a join drafting.action_versions v on v.action = a.code join drafting.sets s on s.key = v.set
      join identity.parties y on y.code = v.lead left join identity.organisations o on o.code = v.lead
     where ${asAsked(which, 'a.chapter', 'a.code')} ${inOrder(versions, 'a.code')}`.execute(tx)
  return rows
}

const bySeq = <T extends { readonly seq: number }>(one: T, other: T) => one.seq - other.seq

/** The newest version of every paragraph of a chapter or draft, also of what was removed, in order. */
const newestParagraphs = async (tx: Reader, which: Which): Promise<Paragraph[]> =>
  (await paragraphVersions(tx, which, 'newest')).sort(bySeq)

/** The newest version of every action of a chapter or draft, also of what was removed, in order. */
export const newestActions = async (tx: Reader, which: Which): Promise<DraftAction[]> =>
  (await actionVersions(tx, which, 'newest')).sort(
    (one, other) => one.seq - other.seq || (one.code < other.code ? -1 : 1),
  )

/** The newest version of every chapter of a draft, also of those that were removed, in order. */
export const newestChapters = async (tx: Reader, draft: string): Promise<Chapter[]> =>
  (await newestChaptersOf(tx, { draft })).sort(bySeq)

/** A chapter with the newest version of everything in it; null when there is none with this code in the draft. */
export async function readChapter(tx: Reader, draft: string, code: string): Promise<WholeChapter | null> {
  const [chapter] = await newestChaptersOf(tx, { draft, of: code })
  if (!chapter) return null
  const { rows: enforced } = await sql<Enforcement>`
    select seq, upto, at, acted_as as "actedAs" from drafting.enforcements where chapter = ${code} order by seq desc limit 1`.execute(
    tx,
  )
  const { rows: clearances } = await sql<Clearance>`
    select part, upto, at, acted_as as "actedAs" from drafting.clearances where chapter = ${code} order by upto`.execute(
    tx,
  )
  const { rows: signatures } = await sql<Signature>`
    select upto, at, acted_as as "actedAs" from drafting.signatures where chapter = ${code} order by upto`.execute(tx)
  return {
    chapter,
    paragraphs: await newestParagraphs(tx, { chapter: code }),
    actions: await newestActions(tx, { chapter: code }),
    remarks: await remarksOn(tx, code),
    clearances,
    signatures,
    enforced: enforced[0] ?? null,
  }
}

/** The parts of the look-back of each chapter of a draft, with who cleared them: no more than what is still to be cleared needs. */
export async function lookBacks(tx: Reader, draft: string): Promise<({ readonly chapter: string } & LookBack)[]> {
  const { rows } = await sql<{ chapter: string } & LookBack>`
    select c.code as chapter, x.paragraphs,
           coalesce((select jsonb_agg(jsonb_build_object('part', k.part, 'upto', k.upto, 'at', k.at, 'actedAs', k.acted_as) order by k.upto)
                       from drafting.clearances k where k.chapter = c.code), '[]') as clearances
      from drafting.chapters c
      join lateral (
        select jsonb_agg(jsonb_build_object('kind', p.kind, 'part', p.part, 'entry', v.entry)) as paragraphs
          from drafting.paragraphs p
          join lateral (select max(entry) as entry from drafting.paragraph_versions where paragraph = p.id) v on true
         where p.chapter = c.code and p.kind = 'terugblik') x on x.paragraphs is not null
     where c.draft = ${draft}`.execute(tx)
  return rows
}

async function remarksOn(tx: Reader, chapter: string): Promise<Remark[]> {
  const { rows } = await sql<Remark>`
    select r.id, r.paragraph, r.action, r.text, r.at, r.acted_as as "actedAs",
           (select jsonb_build_object('at', s.at, 'actedAs', s.acted_as) from drafting.settlements s where s.remark = r.id) as settled,
           coalesce((select jsonb_agg(jsonb_build_object('text', a.text, 'at', a.at, 'actedAs', a.acted_as) order by a.at, a.id)
                       from drafting.remarks a where a.reply_to = r.id), '[]') as replies
      from drafting.remarks r where r.chapter = ${chapter} and r.reply_to is null order by r.at, r.id`.execute(tx)
  return rows
}

/** What a remark is about: the chapter, or a paragraph or action in it; or it answers another. */
export type NewRemark = {
  readonly chapter: string
  readonly paragraph?: string | null
  readonly action?: string | null
  readonly replyTo?: string | null
  readonly text: string
}

/** Adds a remark as the person who asks; false when there is nothing it can be about. The same form twice is one remark. */
export async function addRemark(tx: Writer, remark: NewRemark, { formKey, requestId }: Sent): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select drafting.remark(${remark.chapter}, ${remark.paragraph ?? null}::uuid, ${remark.action ?? null},
      ${remark.replyTo ?? null}::uuid, ${remark.text}, ${formKey}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

export async function settleRemark(tx: Writer, remark: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select drafting.settle(${remark}::uuid, ${requestId}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}

/** Clears a part of the look-back as it was seen; false when it is not his, or there is a newer version. */
export async function clearPart(
  tx: Writer,
  about: { readonly chapter: string; readonly part: string; readonly upto: number },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select drafting.clear(${about.chapter}, ${about.part}, ${about.upto}::integer, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** Signs the look-back as it was seen; false when he may not, a part is not cleared, or there is a newer version. */
export async function signLookBack(tx: Writer, chapter: string, upto: number, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select drafting.sign(${chapter}, ${upto}::integer, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** What became of putting a chapter in force; null when one may not. */
export type Enforced = 'gedaan' | 'botst' | 'bezet' | 'gesloten' | null

/** Puts a chapter in force as it was seen. */
export async function putInForce(tx: Writer, chapter: string, upto: number, requestId: string): Promise<Enforced> {
  const { rows } = await sql<{ became: Enforced }>`
    select drafting.put_in_force(${chapter}, ${upto}::integer, ${requestId}) as became`.execute(tx)
  return rows[0]?.became ?? null
}
