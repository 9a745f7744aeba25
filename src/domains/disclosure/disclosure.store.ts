import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'

type Titled = { readonly kind: string; readonly code: string; readonly title: string; readonly isExample: boolean }

/** What each thing that was published is called, of what the asker may still read. */
export async function titlesOf(tx: Reader): Promise<ReadonlyMap<string, Titled>> {
  const { rows } = await sql<Titled>`
    select 'besluit' as kind, d.code, d.title, d.code = any ((select decisions.invented())::text[]) as "isExample"
      from decisions.decisions d where d.is_public
    union all
    select 'rapportage', r.code, 'Rapportage ' || a.name || ', ' || r.period, r.is_example
      from publications.reports r join territory.areas a on a.code = r.area
      join publications.signatures s on s.report = r.code
    union all
    select 'verantwoording', a.code, a.title, r.is_example
      from accounts.accounts a join accounts.releases r on r.account = a.code
    union all
    select 'nota', n.hearing || '-nota-' || n.version, 'Nota van beantwoording: ' || (n.model::jsonb #>> '{subject,title}'), h.is_example
      from hearings.notas n join hearings.hearings h on h.code = n.hearing
    union all
    select 'correctie', c.id::text, 'Correctie van ' || coalesce(c.title, c.subject), false from publications.corrections c`.execute(
    tx,
  )
  return new Map(rows.map((row) => [`${row.kind} ${row.code}`, row]))
}

/** The meetings of which everybody reads the open items, with when that began. */
export async function publishedAgendas(tx: Reader): Promise<
  {
    readonly code: string
    readonly body: string
    readonly heldOn: Day
    readonly at: string
    readonly isExample: boolean
  }[]
> {
  const { rows } = await sql<{ code: string; body: string; heldOn: Day; at: string; isExample: boolean }>`
    select p.meeting as code, b.name || ' ' || a.name as body, i.is_example as "isExample",
           (select d.held_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1) as "heldOn",
           to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from meetings.publishings p join meetings.meetings m on m.code = p.meeting
      join meetings.instances i on i.code = m.instance and i.is_public
      join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area`.execute(tx)
  return rows
}

export type KeptFile = {
  readonly kind: string
  readonly code: string
  readonly name: string
  /** SHA-256 of the bytes that are kept. */
  readonly hash: string
  /** The area it is about, of a page of one area. */
  readonly area: string | null
}

/** The files to read that are kept of what was published, without their bytes. The database holds that each has its hash. */
export async function keptFiles(tx: Reader): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    select 'besluit' as kind, d.decision as code, 'besluit.html' as name, d.hash, null as area from decisions.documents d
    union all
    select 'rapportage', f.report, 'rapport.' || f.format, f.hash, null
      from publications.files f join publications.signatures s on s.report = f.report
    union all
    select 'verantwoording', f.account, 'stuk.' || f.format, f.hash, null
      from accounts.files f join accounts.releases r on r.account = f.account
    union all
    select 'verantwoording', f.account, 'gebieden/' || f.area || '.' || f.format, f.hash, a.name
      from accounts.area_files f join accounts.releases r on r.account = f.account join territory.areas a on a.code = f.area
    union all
    select 'nota', f.hearing || '-nota-' || f.version, 'nota.' || f.format, f.hash, null from hearings.nota_files f`.execute(
    tx,
  )
  return rows
}

/** By whom each public decision was taken, and on which day. */
export async function takenDecisions(
  tx: Reader,
): Promise<ReadonlyMap<string, { readonly on: Day; readonly by: string }>> {
  const { rows } = await sql<{ code: string; on: Day; by: string }>`
    select d.code, d.taken_on as "on", b.name || coalesce(', ' || a.name, '') as "by"
      from decisions.decisions d join governance.bodies b on b.code = d.body left join territory.areas a on a.code = d.area
     where d.is_public`.execute(tx)
  return new Map(rows.map(({ code, ...taken }) => [code, taken]))
}
