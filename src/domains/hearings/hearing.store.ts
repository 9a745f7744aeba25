import { sql } from 'kysely'
import type { Owner, Reader, Writer } from '../../platform/db/database'
import { type Answer, type Answers, answerKey, type Entry, type Hearing, type Party, type Point } from './hearing'
import type { Opening } from './opening'

type HearingRow = Omit<Hearing, 'subject' | 'text' | 'askedBy'> & {
  kind: Hearing['subject']['kind']
  subject: string
  title: string
  textName: string
  textOn: Hearing['text']['on']
  textAddress: string | null
  bureau: string
  bureauName: string
}

/** The hearings, the newest first: one by its code, or all of one subject, when given. */
export async function listHearings(
  tx: Reader,
  { code, subject }: { readonly code?: string; readonly subject?: string } = {},
): Promise<Hearing[]> {
  const { rows } = await sql<HearingRow>`
    select h.code, case when h.strategy is not null then 'strategie' else 'plan' end as kind,
           coalesce(h.strategy, h.plan) as subject, coalesce(s.title, p.title) as title,
           h.text_name as "textName", h.text_on as "textOn", h.text_address as "textAddress",
           h.term_ends_on as "termEndsOn", h.asked_by as bureau, o.name as "bureauName", h.opened_at as "openedAt",
           h.is_example as "isExample", c.at as "closedAt"
      from hearings.hearings h join identity.organisations o on o.code = h.asked_by
      left join strategy.strategies s on s.code = h.strategy left join strategy.plans p on p.code = h.plan
      left join hearings.closures c on c.hearing = h.code
     where (${code ?? null}::text is null or h.code = ${code ?? null})
       and (${subject ?? null}::text is null or ${subject ?? null} in (h.strategy, h.plan))
     order by h.opened_at desc, h.code desc`.execute(tx)
  return rows.map(({ kind, subject: about, title, textName, textOn, textAddress, bureau, bureauName, ...row }) => ({
    ...row,
    subject: { kind, code: about, title },
    text: { name: textName, on: textOn, address: textAddress },
    askedBy: { code: bureau, name: bureauName },
  }))
}

type EntryRow = Omit<Entry, 'points'> & { party: string; points: Point[] | null }
const noPoints: readonly Point[] = []
const asEntry = ({ party: _, points, ...row }: EntryRow): Entry => ({ ...row, points: points ?? noPoints })

const entryColumns = sql`e.id, e.party, e.version, e.sent_on as "sentOn", e.on_agenda_on as "onAgendaOn", e.heard_on as "heardOn",
  e.in_private as "inPrivate", e.view, e.paper, e.at, e.acted_as as "actedAs",
  (select jsonb_agg(jsonb_build_object('number', p.number, 'text', p.text) order by p.number)
     from hearings.points p where p.entry = e.id) as points`

/** Who is heard, councils first and then partners, by name; each with the newest that exists for whoever asks. */
export async function partiesOf(tx: Reader, hearing: string): Promise<Party[]> {
  const { rows } = await sql<Omit<Party, 'entry'>>`
    select y.code, case when y.area is not null then 'raad' else 'partner' end as kind, coalesce(a.name, o.name) as name
      from hearings.parties y join identity.organisations o on o.code = y.organisation
      left join territory.areas a on a.code = y.area
     where y.hearing = ${hearing} order by y.area is null, name`.execute(tx)
  const { rows: entries } = await sql<EntryRow>`
    select distinct on (e.party) ${entryColumns} from hearings.entries e
     where e.hearing = ${hearing} order by e.party, e.version desc`.execute(tx)
  const newest = new Map(entries.map((row) => [row.party, asEntry(row)]))
  return rows.map((party) => ({ ...party, entry: newest.get(party.code) ?? null }))
}

/** Every version of a party that exists for whoever asks, the newest first. */
export async function entriesOf(tx: Reader, hearing: string, party: string): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from hearings.entries e
     where e.hearing = ${hearing} and e.party = ${party} order by e.version desc`.execute(tx)
  return rows.map(asEntry)
}

/** Every version of the answers in a hearing, by point, the newest first; none for who is not of the bureau. */
export async function answerVersions(tx: Reader, hearing: string): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const { rows } = await sql<Answer & { party: string; point: number }>`
    select a.party, a.point, a.version, a.text, a.effect, a.place, a.text_before as before, a.text_after as after,
           a.at, a.acted_as as "actedAs", p.text as "pointText"
      from hearings.answers a join hearings.points p on p.entry = a.entry and p.number = a.point
     where a.hearing = ${hearing} order by a.version desc`.execute(tx)
  return Map.groupBy(rows, ({ party, point }) => answerKey(party, point))
}

/** The newest answer to each point. */
export async function answersOf(tx: Reader, hearing: string): Promise<Answers> {
  const versions = await answerVersions(tx, hearing)
  return new Map([...versions].flatMap(([key, [newest]]) => (newest ? [[key, newest]] : [])))
}

/** What the person who asks may do in a hearing. */
export type Standing = {
  /** As what he works on it for the bureau that asks; null when he does not. */
  readonly bureauAs: string | null
  /** The parties he speaks for. */
  readonly own: readonly string[]
  /** Whether he may release the nota; `laatste` when he wrote last. */
  readonly mayRelease: 'ja' | 'laatste' | null
}

export async function standingOf(tx: Reader, hearing: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select hearings.bureau_function(h.asked_by) as "bureauAs", hearings.may_release(h.code) as "mayRelease",
           array(select o.party from hearings.own_parties() o where o.hearing = h.code) as own
      from hearings.hearings h where h.code = ${hearing}`.execute(tx)
  return rows[0] ?? { bureauAs: null, own: [], mayRelease: null }
}

/** As what the person who asks keeps the row of a party; null when he does not. */
export async function functionFor(tx: Reader, hearing: string, party: string): Promise<string | null> {
  const { rows } = await sql<{ as: string | null }>`select hearings.function_for(${hearing}, ${party}) as as`.execute(
    tx,
  )
  return rows[0]?.as ?? null
}

/** Whether the person who asks works at a bureau, and so opens hearings. */
export async function opensHearings(tx: Reader): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select cardinality(hearings.own_bureaus()) > 0 as may`.execute(tx)
  return rows[0]?.may ?? false
}

export type Choice = { readonly value: string; readonly label: string }

/** What can be put to the councils, the newest first, and who can be invited to react. */
export async function openingChoices(tx: Reader): Promise<{ subjects: Choice[]; partners: Choice[] }> {
  const { rows: subjects } = await sql<Choice>`
    select value, label from (
      select 'strategie ' || code as value, title as label, period_to, 1 as place from strategy.strategies where withdrawn_on is null
      union all
      select 'plan ' || code, title, period_to, 2 from strategy.plans where withdrawn_on is null) s
     order by period_to desc nulls last, place, label`.execute(tx)
  const { rows: partners } = await sql<Choice>`
    select o.code as value, o.name as label from identity.organisations o
     where o.withdrawn_on is null and o.stands_for is null and o.kind in ('om', 'politie', 'belastingdienst', 'riec', 'zvh', 'pvo', 'provincie')
       and (o.valid_to is null or platform.today() < o.valid_to) and not o.code = any (hearings.own_bureaus())
     order by array_position(array['om', 'politie', 'belastingdienst', 'riec', 'zvh', 'pvo', 'provincie'], o.kind), o.name`.execute(
    tx,
  )
  return { subjects, partners }
}

/** Opens a hearing; gives its code, of the same form sent twice the same. Null when the person who asks may not. */
export async function openHearing(
  tx: Writer,
  { kind, subject, text, textOn, address, termEndsOn, partners }: Opening,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select hearings.open(${kind}, ${subject}, ${text}, ${textOn}, ${address}, ${termEndsOn}, ${[...partners]}, ${formKey}, ${requestId})
      as code`.execute(tx)
  return rows[0]?.code ?? null
}

export async function closeHearing(tx: Writer, hearing: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select hearings.close(${hearing}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

type Mail = { readonly subject: string; readonly body: string }

/** Mails a party that a hearing was opened, once; `domain` is where answers are taken. Gives how many people. */
export async function mailOpening(
  tx: Writer,
  hearing: string,
  party: string,
  mail: Mail,
  domain: string | null,
): Promise<number> {
  const { rows } = await sql<{ mailed: number }>`
    select hearings.mail_opening(${hearing}, ${party}, ${mail.subject}, ${mail.body}, ${domain}) as mailed`.execute(tx)
  return rows[0]?.mailed ?? 0
}

/** Reminds a party, once. Gives how many people. */
export async function mailReminder(
  tx: Owner,
  hearing: string,
  party: string,
  mail: Mail,
  domain: string | null,
): Promise<number> {
  const { rows } = await sql<{ mailed: number }>`
    select hearings.put_mail(${hearing}, ${party}, 'herinnering', ${mail.subject}, ${mail.body}, ${domain}) as mailed`.execute(
    tx,
  )
  return rows[0]?.mailed ?? 0
}

/** How many people of each party were mailed, and when last; for the bureau that asks. */
export async function mailingsOf(
  tx: Reader,
  hearing: string,
): Promise<ReadonlyMap<string, { readonly at: string; readonly receivers: number }>> {
  const { rows } = await sql<{ party: string; at: string; receivers: number }>`
    select distinct on (party) party, at, receivers from hearings.mailings where hearing = ${hearing}
     order by party, at desc`.execute(tx)
  return new Map(rows.map(({ party, ...row }) => [party, row]))
}

/** The rows of open hearings that wait for a word of the person who asks. */
export async function awaitedOfOwn(
  tx: Reader,
): Promise<{ hearing: string; title: string; party: string; name: string; termEndsOn: Hearing['termEndsOn'] }[]> {
  const { rows } = await sql<{
    hearing: string
    title: string
    party: string
    name: string
    termEndsOn: Hearing['termEndsOn']
  }>`
    select w.hearing, coalesce(s.title, p.title) as title, w.party, coalesce(a.name, o.name) as name, h.term_ends_on as "termEndsOn"
      from hearings.own_parties() w join hearings.hearings h on h.code = w.hearing
      join hearings.parties y on y.hearing = w.hearing and y.code = w.party
      join identity.organisations o on o.code = y.organisation left join territory.areas a on a.code = y.area
      left join strategy.strategies s on s.code = h.strategy left join strategy.plans p on p.code = h.plan
     where not exists (select from hearings.closures c where c.hearing = h.code)
       and (select e.view from hearings.entries e where e.hearing = w.hearing and e.party = w.party order by e.version desc limit 1) is null
     order by h.term_ends_on, name`.execute(tx)
  return rows
}
