import { type SqlBool, sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { type Listed, listed, type Slice } from '../../platform/db/list'
import {
  type Decision,
  type Draft,
  type Effect,
  type EffectKind,
  type Note,
  type Occasion,
  type SubjectKind,
  seriesOf,
  subjectKind,
  type Values,
  type Wanted,
} from './decision'

export type DecisionFilter = {
  readonly body?: string | undefined
  readonly year?: number | undefined
  readonly isPublic?: boolean | undefined
  /** Those taken at this meeting; or under this item of one, by its id. */
  readonly meeting?: string | undefined
  readonly item?: string | undefined
  /** Those with an effect on this subject. */
  readonly subject?: { readonly kinds: readonly EffectKind[]; readonly code: string } | undefined
}

type StoredEffect = {
  seq: number
  kind: EffectKind
  subject: string
  before: Values
  after: Values
  hash: string | null
  isGroup: boolean
  title: string | null
  names: Readonly<Record<string, string>>
}

function decisions(tx: Reader) {
  return tx
    .selectFrom('decisions.decisions as d')
    .innerJoin('governance.bodies as b', 'b.code', 'd.body')
    .leftJoin('territory.areas as a', 'a.code', 'd.area')
    .leftJoin('decisions.taken_at as t', 't.decision', 'd.code')
    .leftJoin('meetings.items as i', (join) => join.on(sql<SqlBool>`i.id = meetings.now_item(t.item)`))
    .select([
      'd.code',
      'd.body',
      'b.name as body_name',
      'd.area',
      'a.name as area_name',
      'd.taken_on',
      'd.title',
      'd.text',
      'd.ground',
      'd.adopted_by',
      'd.attended',
      'd.remarks',
      'd.knot_ground',
      sql<
        Note[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('party', n.party, 'words', n.words) order by n.seq), '[]')
        from decisions.notes n where n.decision = d.code)`.as('notes'),
      'd.conditions',
      'd.is_public',
      'd.closed_to',
      't.meeting',
      sql<string | null>`case when i.is_closed then 'b' else '' end || i.number`.as('item_label'),
      'd.reverses',
      'd.recorded_at',
      'd.acted_as',
      sql<string | null>`(select r.code from decisions.decisions r where r.reverses = d.code)`.as('reversed_by'),
      sql<StoredEffect[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'kind', e.kind, 'subject', e.subject, 'before', e.before,
                 'after', e.after, 'hash', e.hash,
                 'isGroup', e.kind = 'heft-op' and exists (select from governance.working_groups w where w.code = e.subject), 'title', coalesce(
                   case e.kind when 'wijzigt-actie' then (select x.title from strategy.actions x where x.code = e.subject)
                     when 'zet-doel' then (select x.title from figures.indicators x where x.code = e.subject)
                     when 'zet-prioriteit' then (select x.title from strategy.priorities x where x.code = e.subject)
                     when 'benoemt' then (select e.after ->> 'functie' || ', ' || x.name from identity.organisations x
                       where x.code = e.after ->> 'organisatie')
                     when 'verleent-decharge' then (select e.after ->> 'functie' || ', ' || x.name from identity.organisations x
                       where x.code = e.after ->> 'organisatie')
                     when 'heft-op' then (select x.name from identity.parties x where x.code = e.subject)
                     when 'vraagt' then coalesce((select x.name from identity.parties x where x.code = e.subject), 'de raden van de gemeenten')
                     when 'kent-geld-toe' then coalesce((select x.name from identity.parties x where x.code = e.subject),
                       (select x.title from strategy.plans x where x.code = e.subject),
                       (select x.title from strategy.programmes x where x.code = e.subject))
                     else (select x.title from strategy.plans x where x.code = e.subject) end, e.subject),
                 'names', (select coalesce(jsonb_object_agg(y.code, y.name), '{}') from identity.parties y
                   where e.after ->> 'veld' = 'trekker' and y.code in (e.before ->> 'waarde', e.after ->> 'waarde')))
               order by e.seq), '[]')
          from decisions.effects e where e.decision = d.code)`.as('effects'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number]

const asEffect = ({ title, ...effect }: StoredEffect): Effect => ({ ...effect, subjectTitle: title ?? effect.subject })

const asDecision = (row: Row): Decision => ({
  code: row.code,
  body: row.body,
  bodyName: row.body_name,
  area: row.area,
  areaName: row.area_name,
  takenOn: row.taken_on,
  title: row.title,
  text: row.text,
  ground: row.ground,
  adoptedBy: row.adopted_by,
  attended: row.attended,
  remarks: row.remarks,
  notes: row.notes,
  knotGround: row.knot_ground,
  conditions: row.conditions,
  isPublic: row.is_public,
  closedTo: row.closed_to,
  takenAt: row.meeting === null ? null : { meeting: row.meeting, item: row.item_label },
  reverses: row.reverses,
  recordedAt: new Date(row.recorded_at).toISOString(),
  actedAs: row.acted_as,
  reversedBy: row.reversed_by,
  effects: row.effects.map(asEffect),
})

/** The decisions the visitor may read, the newest first. */
export async function listDecisions(
  tx: Reader,
  { body, year, isPublic, meeting, item, subject }: DecisionFilter = {},
  slice: Slice = null,
): Promise<Listed<Decision>> {
  let query = decisions(tx)
  if (body) query = query.where('d.body', '=', body)
  if (isPublic !== undefined) query = query.where('d.is_public', '=', isPublic)
  if (meeting !== undefined) query = query.where('t.meeting', '=', meeting)
  if (item !== undefined) query = query.where(sql<SqlBool>`${item}::uuid in (t.item, i.id)`)
  if (year !== undefined) query = query.where(sql<SqlBool>`extract(year from d.taken_on) = ${year}`)
  if (subject)
    query = query.where(sql<SqlBool>`exists (select from decisions.effects e where e.decision = d.code
      and e.kind in (${sql.join(subject.kinds)}) and e.subject = ${subject.code})`)
  return listed(query.orderBy('d.taken_on', 'desc').orderBy('d.code', 'desc'), slice, asDecision)
}

/** The decisions the visitor may read that did something to these, the newest first, each with what it did to them and no more. */
export async function decisionsAbout(
  tx: Reader,
  subjects: readonly { readonly kind: SubjectKind; readonly code: string }[],
): Promise<Decision[]> {
  if (subjects.length === 0) return []
  const names = new Set(subjects.map(({ kind, code }) => `${kind} ${code}`))
  const rows = await decisions(tx)
    .where(sql<SqlBool>`exists (select from decisions.effects e where e.decision = d.code
      and e.subject in (${sql.join(subjects.map(({ code }) => code))}))`)
    .orderBy('d.taken_on', 'desc')
    .orderBy('d.code', 'desc')
    .execute()
  return rows.map(asDecision).flatMap((decision) => {
    const effects = decision.effects.filter((effect) => names.has(`${subjectKind[effect.kind]} ${effect.subject}`))
    return effects.length > 0 ? [{ ...decision, effects }] : []
  })
}

/** One decision, or null: also when it is not for the visitor. */
export async function findDecision(tx: Reader, code: string): Promise<Decision | null> {
  const row = await decisions(tx).where('d.code', '=', code).executeTakeFirst()
  return row ? asDecision(row) : null
}

/** What the list can be narrowed by: only what occurs. */
export async function decisionFacets(
  tx: Reader,
): Promise<{ bodies: { value: string; label: string }[]; years: { value: string; label: string }[] }> {
  const { rows: bodies } = await sql<{ value: string; label: string }>`
    select b.code as value, b.name as label from governance.bodies b
     where b.code in (select d.body from decisions.decisions d) order by b.name`.execute(tx)
  const { rows: years } = await sql<{ value: string; label: string }>`
    select distinct to_char(taken_on, 'YYYY') as value, to_char(taken_on, 'YYYY') as label
      from decisions.decisions order by 1 desc`.execute(tx)
  return { bodies, years }
}

/** The function from which the signed-in person records decisions; null when he may not. */
export async function recorderOf(tx: Reader): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select decisions.recorder() as as`.execute(tx)
  return rows[0]?.as ?? null
}

/** An instance of which the signed-in person is secretary, with the function he is that from. */
type OwnInstance = {
  readonly instance: string
  readonly body: string
  readonly area: string
  readonly title: string
}

/** The instances of which the signed-in person records the decisions as their secretary. */
export async function ownSecretariats(tx: Reader): Promise<OwnInstance[]> {
  const { rows } = await sql<OwnInstance>`select * from decisions.own_instances() order by instance`.execute(tx)
  return rows
}

/** As what the signed-in person records decisions of this body in this area; null when he may not. */
export async function recorderFor(tx: Reader, body: string, area: string | null): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select decisions.recorder_of(${body}, ${area}) as as`.execute(tx)
  return rows[0]?.as ?? null
}

/** How many were asked by a public decision, and how many answered; null when there is no such question. */
export async function answeredOf(
  tx: Reader,
  question: string,
): Promise<{ readonly asked: number; readonly answered: number } | null> {
  const { rows } = await sql<{ asked: number; answered: number }>`
    select asked, answered from decisions.answered(${question}) where asked > 0`.execute(tx)
  return rows[0] ?? null
}

/** From now until this transaction ends nobody else records a decision, and no action is changed. */
export async function holdDecisions(tx: Writer): Promise<void> {
  await sql`select decisions.hold()`.execute(tx)
}

/** The decision that came with this form before. */
export async function decisionOfForm(tx: Reader, formKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom('decisions.decisions')
    .select('code')
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return row?.code ?? null
}

/** Writes a decision under the next number of its series and year, with where it was taken. Gives its code. */
export async function addDecision(
  tx: Writer,
  draft: Draft,
  takenAt: Occasion | null,
  formKey: string,
): Promise<string> {
  const series = seriesOf(draft)
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substring(code, ${series.length + 1}::integer)::integer), 0) as last from decisions.decisions
     where starts_with(code, ${series})`.execute(tx)
  const code = `${series}${String((rows[0]?.last ?? 0) + 1).padStart(3, '0')}`
  await sql`insert into decisions.decisions (code, body, area, taken_on, title, text, ground, adopted_by, attended, remarks,
      conditions, is_public, closed_to, knot_ground, reverses, form_key)
    values (${code}, ${draft.body}, ${draft.area}, ${draft.takenOn}, ${draft.title}, ${draft.text}, ${draft.ground},
      ${[...draft.adoptedBy]}, ${[...draft.attended]}, ${draft.remarks}, ${draft.conditions}, ${draft.isPublic},
      ${draft.closedTo}, ${draft.knotGround}, ${draft.reverses}, ${formKey})`.execute(tx)
  for (const [at, { party, words }] of draft.notes.entries())
    await sql`insert into decisions.notes (decision, seq, party, words)
      values (${code}, ${at + 1}, ${party}, ${words})`.execute(tx)
  if (takenAt)
    await sql`insert into decisions.taken_at (decision, meeting, item)
      values (${code}, ${takenAt.meeting}, ${takenAt.item}::uuid)`.execute(tx)
  return code
}

/** Carries out what a decision does: the database does it while it writes it down. */
export async function addEffect(
  tx: Writer,
  decision: string,
  seq: number,
  { kind, subject, after }: Wanted,
  frozen: { readonly model: string; readonly hash: string } | null,
): Promise<void> {
  await sql`insert into decisions.effects (decision, seq, kind, subject, after, model, hash)
    values (${decision}, ${seq}, ${kind}, ${subject}, ${JSON.stringify(after)}::jsonb, ${frozen?.model ?? null},
      ${frozen?.hash ?? null})`.execute(tx)
}
