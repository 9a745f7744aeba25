import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import type { AnnouncedKind, AnnouncedMoment, Announcement } from './announcement'

type Row = Omit<Announcement, 'published'> & { address: string | null; publishedAt: string | null }

/** Everything that was announced, by the moment that stands; one by its code when given. */
export async function listAnnouncements(tx: Reader, code?: string): Promise<Announcement[]> {
  const { rows } = await sql<Row>`
    select a.code, a.kind, a.title, a.period, o.name as "ownerName",
           a.owner = any ((select publications.announces_for())::text[]) as "isOwn",
           p.address, p.published_at as "publishedAt", m.moments
      from publications.announcements a join identity.organisations o on o.code = a.owner
     cross join lateral (
       select jsonb_agg(jsonb_build_object('version', v.version, 'on', v.on_day, 'time', v.at_time,
                'moment', to_char((v.on_day + v.at_time::time) at time zone 'Europe/Amsterdam' at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                'isOff', v.is_off, 'reason', v.reason, 'at', v.at, 'actedAs', v.acted_as) order by v.version) as moments,
              (array_agg(v.on_day + v.at_time::time order by v.version desc))[1] as standing
         from publications.announced_moments v where v.announcement = a.code) m
      left join lateral publications.announced_as(a.code) p on true
     where m.moments is not null and (${code ?? null}::text is null or a.code = ${code ?? null})
     order by m.standing, a.code`.execute(tx)
  return rows.map(({ address, publishedAt, ...row }) => ({
    ...row,
    published: address === null || publishedAt === null ? null : { address, at: publishedAt },
  }))
}

/** The bureaus for which whoever asks announces, with their names. */
export async function announcingBureaus(tx: Reader): Promise<{ readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select o.code, o.name from identity.organisations o
     where o.code = any ((select publications.announces_for())::text[]) order by o.name`.execute(tx)
  return rows
}

/** The code of the announcement that stands for something, for who announces it; null when there is none or it is not his to know. */
export async function announcementOf(tx: Reader, kind: AnnouncedKind, subject: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select publications.announcement_of(${kind}, ${subject}) as code`.execute(tx)
  return rows[0]?.code ?? null
}

/** Of what an announcement is, for who moves it; null when that was not said or is not his to know. */
export async function announcedSubject(tx: Reader, code: string): Promise<string | null> {
  const { rows } = await sql<{ subject: string | null }>`
    select publications.announced_subject(${code}) as subject`.execute(tx)
  return rows[0]?.subject ?? null
}

/** Announces something; the same twice is once. */
export async function addAnnouncement(
  tx: Writer,
  {
    code,
    kind,
    title,
    period,
    owner,
  }: Pick<Announcement, 'code' | 'kind' | 'title' | 'period'> & { readonly owner: string },
): Promise<void> {
  await sql`insert into publications.announcements (code, kind, title, period, owner)
    values (${code}, ${kind}, ${title}, ${period}, ${owner}) on conflict do nothing`.execute(tx)
}

/** Whether the form with this key moved an announcement before; false for who does not announce it. */
export async function movedWith(tx: Reader, announcement: string, formKey: string): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    select publications.moved_with(${announcement}, ${formKey}) as moved`.execute(tx)
  return rows[0]?.moved ?? false
}

/** Adds a moment; the same form twice is once. Faults with SQLSTATE 23505 when it or another was added just now. */
export async function addMoment(
  tx: Writer,
  announcement: string,
  of: Pick<AnnouncedMoment, 'version' | 'time' | 'isOff' | 'reason'> & {
    readonly on: Day
    readonly subject: string | null
    readonly formKey: string
  },
): Promise<void> {
  await sql`insert into publications.announced_moments
      (announcement, version, on_day, at_time, is_off, reason, subject, form_key)
    values (${announcement}, ${of.version}, ${of.on}, ${of.time}, ${of.isOff}, ${of.reason}, ${of.subject},
            ${of.formKey}) on conflict do nothing`.execute(tx)
}
