import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { ProposalDraft, TextDraft } from './entry'
import type { Proposal, Result } from './proposal'
import type { Route } from './route'

/** The routes as they are today. */
export async function listRoutes(tx: Reader): Promise<Route[]> {
  const { rows } = await sql<Route>`
    select r.route as code, (array_agg(r.name order by r.seq))[1] as name, (array_agg(r.direction order by r.seq))[1] as direction,
           jsonb_agg(jsonb_build_object('seq', r.seq, 'mode', r.mode, 'who', r.who, 'place', r.before_whom) order by r.seq, r.code) as steps
      from proposals.route_steps r
     where r.withdrawn_on is null and (r.valid_from is null or r.valid_from <= platform.today())
       and (r.valid_to is null or platform.today() < r.valid_to)
     group by r.route order by 3 desc, 2, 1`.execute(tx)
  return rows
}

type Filter = {
  readonly code?: string
  /** Whose steps go along this instance. */
  readonly instance?: string
  /** That stands on this item. */
  readonly item?: string
}

/** The proposals the asker may read with everything of them, the newest first. */
export async function listProposals(tx: Reader, { code, instance, item }: Filter = {}): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select p.code, p.route_name as "routeName", p.direction, b.name as "broughtBy", p.decision, p.is_example as "isExample",
           ${iso('p.at')} as at, p.acted_as as "actedAs", ${iso('p.finished_at')} as "finishedAt", p.result, p.result_note as "resultNote",
           ${iso('p.published_at')} as "publishedAt",
           (select jsonb_agg(jsonb_build_object('version', t.version, 'title', t.title, 'body', t.body, 'changeNote', t.change_note,
               'becauseOf', (${nameOf('t.because_of')}), 'at', ${iso('t.at')}, 'actedAs', t.acted_as) order by t.version desc)
              from proposals.texts t where t.proposal = p.code) as texts,
           (select jsonb_agg(jsonb_build_object('seq', s.seq, 'mode', s.mode, 'place', s.before_whom, 'who', s.who,
               'openedAt', ${iso('s.opened_at')}, 'term', s.term, 'closedAt', ${iso('s.closed_at')}, 'outcome', s.outcome,
               'addressees', ${addressees}) order by s.seq)
              from proposals.steps s where s.proposal = p.code) as steps
      from proposals.proposals p join identity.parties b on b.code = p.brought_by
     where (${code ?? null}::text is null or p.code = ${code ?? null})
       and (${instance ?? null}::text is null
            or exists (select from proposals.addressees a where a.proposal = p.code and a.instance = ${instance ?? null}))
       and (${item ?? null}::uuid is null
            or exists (select from proposals.item_proposals n where n.proposal = p.code and n.item = ${item ?? null}::uuid))
     order by p.at desc, p.code`.execute(tx)
  return rows
}

function nameOf(addressee: string) {
  return sql.raw(`select coalesce(b.name || ' ' || r.name, o.name) from proposals.addressees x
    left join meetings.instances i on i.code = x.instance left join governance.bodies b on b.code = i.body
    left join territory.areas r on r.code = i.area left join identity.organisations o on o.code = x.organisation where x.id = ${addressee}`)
}

const views = sql`(select coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'edits', v.edits, 'textVersion', v.text_version,
    'stance', v.stance, 'said', v.said, 'condition', v.condition, 'reason', v.reason, 'actedAs', v.acted_as,
    'releasedAt', ${iso('v.released_at')}, 'releasedAs', v.released_as,
    'told', (select coalesce(jsonb_agg(jsonb_build_object('verdict', n.verdict, 'why', n.why, 'at', ${iso('n.at')}, 'actedAs', n.acted_as)
        order by n.round desc), '[]') from proposals.answers n where n.addressee = v.addressee and n.version = v.version))
    order by v.version desc), '[]') from proposals.views v where v.addressee = a.id)`

const addressees = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'code', coalesce(a.instance, a.organisation),
    'name', coalesce(b.name || ' ' || r.name, o.name), 'isInstance', a.instance is not null,
    'round', case when a.round_closed_at is not null then jsonb_build_object('closedAt', ${iso('a.round_closed_at')}, 'result', a.round_result) end,
    'views', ${views}) order by coalesce(r.name, o.name), a.id), '[]')
  from proposals.addressees a
  left join meetings.instances i on i.code = a.instance left join governance.bodies b on b.code = i.body
  left join territory.areas r on r.code = i.area left join identity.organisations o on o.code = a.organisation
 where a.proposal = s.proposal and a.seq = s.seq)`

export async function findProposal(tx: Reader, code: string): Promise<Proposal | null> {
  return (await listProposals(tx, { code }))[0] ?? null
}

/** A proposal that lies before, or is led from, an instance whose body ended or ends tonight. */
export type HomelessProposal = {
  readonly code: string
  readonly title: string
  readonly instanceName: string
  readonly why: 'ligt daar' | 'komt daar nog' | 'werd daar geleid'
}

/** The proposals under way that the asker leads and that need another place. */
export async function homelessProposals(tx: Reader): Promise<HomelessProposal[]> {
  const { rows } = await sql<HomelessProposal>`
    select p.code, (select t.title from proposals.texts t where t.proposal = p.code order by t.version desc limit 1) as title,
           b.name || ' ' || r.name as "instanceName", x.why
      from proposals.proposals p
      join lateral (
        select a.instance, case when s.opened_at is null then 'komt daar nog' else 'ligt daar' end as why
          from proposals.addressees a join proposals.steps s on s.proposal = a.proposal and s.seq = a.seq and s.closed_at is null
         where a.proposal = p.code and not exists (
           select from proposals.views v where v.addressee = a.id and v.released_at is not null)
         union select p.instance, 'werd daar geleid') x on true
      join meetings.instances i on i.code = x.instance
      join governance.bodies b on b.code = i.body and b.valid_to <= platform.today() + 1 join territory.areas r on r.code = i.area
     where p.finished_at is null and proposals.keeper_of(p.code) is not null
     order by 3, 2, x.why`.execute(tx)
  return rows
}

/** As what the asker may start a proposal; null when he may not. */
export async function starterOf(tx: Reader): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select proposals.starter() as as`.execute(tx)
  return rows[0]?.as ?? null
}

/** As what the asker leads a proposal along its route; null when he does not. */
export async function keeperOf(tx: Reader, code: string): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select proposals.keeper_of(${code}) as as`.execute(tx)
  return rows[0]?.as ?? null
}

export type Form = { readonly formKey: string; readonly requestId: string }

/** Starts a proposal; gives its code, or null when the asker may not. */
export async function startProposal(tx: Writer, draft: ProposalDraft, form: Form): Promise<string | null> {
  const said = JSON.stringify({
    title: draft.title,
    body: draft.body,
    brought_by: draft.broughtBy,
    route: draft.route,
    instance: draft.instance,
  })
  const { rows } = await sql<{ code: string | null }>`
    select proposals.start(${said}::jsonb, ${form.formKey}, ${form.requestId}) as code`.execute(tx)
  return rows[0]?.code ?? null
}

async function kept<Outcome>(query: ReturnType<typeof sql<{ kept: Outcome | null }>>, tx: Writer) {
  return (await query.execute(tx)).rows[0]?.kept ?? null
}

export function amendText(tx: Writer, code: string, seen: number, draft: TextDraft, requestId: string) {
  const { title, body, changeNote, becauseOf } = draft
  const said = JSON.stringify({ title, body, change_note: changeNote, because_of: becauseOf })
  return kept<'bewaard' | 'ongewijzigd' | 'botst'>(
    sql`select proposals.amend(${code}, ${seen}, ${said}::jsonb, ${requestId}) as kept`,
    tx,
  )
}

export type Mail = { readonly subject: string; readonly body: string }

/** Begins a step until a day; `leftOut`: the codes of those it lies with who are not asked. */
export const openStep = (
  tx: Writer,
  { proposal, seq }: { readonly proposal: string; readonly seq: number },
  { until, leftOut }: { readonly until: string; readonly leftOut: readonly string[] },
  mail: Mail,
  requestId: string,
) =>
  kept<boolean>(
    sql`select proposals.open_step(${proposal}, ${seq}, ${until}, ${[...leftOut]}::text[], ${mail.subject}, ${mail.body},
      ${requestId}) as kept`,
    tx,
  )

export const closeStep = (tx: Writer, code: string, seq: number, outcome: string, requestId: string) =>
  kept<'bewaard' | 'loopt'>(sql`select proposals.close_step(${code}, ${seq}, ${outcome}, ${requestId}) as kept`, tx)

export const finishProposal = (tx: Writer, code: string, result: Result, note: string | null, requestId: string) =>
  kept<'bewaard' | 'loopt' | 'terugmelden'>(
    sql`select proposals.finish(${code}, ${result}, ${note}, ${requestId}) as kept`,
    tx,
  )

export const publishProposal = (tx: Writer, code: string, requestId: string) =>
  kept<boolean>(sql`select proposals.publish(${code}, ${requestId}) as kept`, tx)

export const nameOnItem = (tx: Writer, meeting: string, item: string, code: string | null, requestId: string) =>
  kept<boolean>(sql`select proposals.name_on_item(${meeting}, ${item}::uuid, ${code}, ${requestId}) as kept`, tx)

/** The items of agendas on which a proposal stands, of those the asker may read. */
export async function itemsNaming(
  tx: Reader,
  code: string,
): Promise<{ readonly meeting: string; readonly label: string; readonly instance: string; readonly heldOn: string }[]> {
  const { rows } = await sql<{ meeting: string; label: string; instance: string; heldOn: string }>`
    select m.code as meeting, case when i.is_closed then 'b' else '' end || i.number as label, m.instance,
           (select d.held_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1) as "heldOn"
      from proposals.item_proposals n join meetings.items i on i.id = n.item join meetings.meetings m on m.code = i.meeting
     where n.proposal = ${code} and i.withdrawn_because is null order by 4, 1, 2`.execute(tx)
  return rows
}
