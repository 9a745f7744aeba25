import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { iso } from '../../platform/db/iso'
import type { AgreementFact, FileFact, ItemFact, MeetingFact, ProposalFact } from './facts'

/** Meetings of public instances, by day. */
export async function meetingFacts(tx: Reader): Promise<MeetingFact[]> {
  const { rows } = await sql<MeetingFact>`
    select m.code, m.instance, n.held_on as "heldOn", n.ends_on as "endsOn", n.state, n.reason, ${iso('n.at')} as "saidAt",
           ${iso('g.at')} as "agendaAt", ${iso('f.at')} as "fixedAt", ${iso('l.at')} as "listAt", ${iso('p.at')} as "minutesAt",
           a.approved_in as "approvedIn",
           ${iso(`greatest(
             (select max(w.withdrawn_at) from meetings.items w where w.meeting = m.code and w.published_at is not null and not w.is_closed),
             (select max(x.withdrawn_at) from meetings.attachments x join meetings.items w on w.id = x.item
               where w.meeting = m.code and not x.is_closed and x.withdrawn_at > w.published_at and not w.is_closed))`)} as "takenOffAt"
      from meetings.meetings m
      join meetings.instances i on i.code = m.instance and i.is_public
      cross join lateral (select d.* from meetings.days d where d.meeting = m.code order by d.version desc limit 1) n
      left join meetings.publishings g on g.meeting = m.code
      left join outcomes.list_publishings l on l.meeting = m.code
      left join outcomes.fixings f on f.meeting = l.meeting
      left join outcomes.minute_publishings p on p.meeting = m.code
      left join outcomes.approvals a on a.meeting = p.meeting
     order by n.held_on, m.code`.execute(tx)
  return rows
}

/** The items that everybody reads, with what came of them once that is public. */
export async function itemFacts(tx: Reader, meeting: string | null): Promise<ItemFact[]> {
  const { rows } = await sql<ItemFact>`
    select i.code, i.meeting, i.number, p.title, p.kind, p.version, p.asked,
           array_remove(array[p.asked, p.core, p.caveat, p.occasion, p.means, p.follow_up], '') as note,
           ${iso('i.published_at')} as "publishedAt", ${iso('greatest(i.published_at, p.at)')} as "changedAt",
           (select jsonb_build_object('kind', r.outcome, 'words', r.words, 'heldTo', r.held_to)
              from outcomes.list_publishings l join outcomes.fixed_items f on f.meeting = l.meeting and f.item = i.id
              join outcomes.results r on r.item = f.item and r.version = f.version where l.meeting = i.meeting) as outcome,
           (select r.text from outcomes.minute_publishings l join outcomes.approved_items f on f.meeting = l.meeting and f.item = i.id
              join outcomes.minutes r on r.item = f.item and r.version = f.version where l.meeting = i.meeting) as minutes
      from meetings.items i
      join meetings.papers p on p.item = i.id and p.version = i.published_version
     where i.published_at is not null and not i.is_closed and i.withdrawn_at is null
       and (${meeting}::text is null or i.meeting = ${meeting})
     order by i.meeting, i.number`.execute(tx)
  return rows
}

type StoredFile = Omit<FileFact, 'mediaType'>

/** The open files with those items. */
export async function fileFacts(tx: Reader, meeting: string | null): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select i.code as item, a.hash, a.name, a.size, ${iso('greatest(i.published_at, a.at)')} as at
      from meetings.attachments a join meetings.items i on i.id = a.item
     where not a.is_closed and a.withdrawn_at is null and i.published_at is not null and not i.is_closed and i.withdrawn_at is null
       and (${meeting}::text is null or i.meeting = ${meeting})
     order by i.meeting, i.number, a.at, a.name, a.hash`.execute(tx)
  return rows
}

/** What was agreed under those items, once the list is public: what and who, never how it stands. */
export async function agreementFacts(tx: Reader, meeting: string | null): Promise<AgreementFact[]> {
  const { rows } = await sql<AgreementFact>`
    select r.meeting, i.code as item, r.number, r.kind, r.text, r.title, r.organisation, o.name as "organisationName"
      from outcomes.promises r
      join outcomes.list_publishings l on l.meeting = r.meeting
      join meetings.items i on i.id = r.item and i.published_at is not null and not i.is_closed and i.withdrawn_at is null
      join identity.organisations o on o.code = r.organisation
     where not r.is_closed and (${meeting}::text is null or r.meeting = ${meeting})
     order by r.meeting, r.number`.execute(tx)
  return rows
}

/** The decisions that are an example. */
export async function inventedDecisions(tx: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`select unnest(decisions.invented()) as code`.execute(tx)
  return new Set(rows.map(({ code }) => code))
}

/** The documents to read that are kept of decisions, without their text. */
export async function documentFacts(
  tx: Reader,
): Promise<ReadonlyMap<string, { readonly hash: string; readonly size: number }>> {
  const { rows } = await sql<{ decision: string; hash: string; size: number }>`
    select decision, hash, octet_length(content) as size from decisions.documents`.execute(tx)
  return new Map(rows.map(({ decision, hash, size }) => [decision, { hash, size }]))
}

/** Proposals that were made public when their route ended, with the public items they stand on. */
export async function proposalFacts(tx: Reader): Promise<ProposalFact[]> {
  const { rows } = await sql<ProposalFact>`
    select p.code, t.title, t.body, t.version, b.name as "broughtBy", ${iso('p.published_at')} as "publishedAt",
           p.is_example as "isExample", n.items
      from proposals.proposals p
      join identity.parties b on b.code = p.brought_by
      cross join lateral (select x.* from proposals.texts x where x.proposal = p.code order by x.version desc limit 1) t
      cross join lateral (
        select coalesce(array_agg(i.code order by i.meeting, i.number), '{}') as items
          from proposals.item_proposals x join meetings.items i on i.id = x.item
         where x.proposal = p.code and i.published_at is not null and not i.is_closed and i.withdrawn_at is null) n
     where p.published_at is not null
     order by p.code`.execute(tx)
  return rows
}
