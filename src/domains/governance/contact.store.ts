import { sql } from 'kysely'
import type { Reader, Writer } from '../../platform/db/database'
import type { ContactDraft, ContactPoint } from './contact'

export type ContactFilter = {
  readonly id?: string
  readonly organisation?: string | undefined
  /** A part of the subject, the function or the name of the organisation. */
  readonly about?: string | undefined
}

/** The points of contact as they are now, by organisation and subject; nothing to who is no professional. */
export async function contactPoints(
  tx: Reader,
  { id, organisation, about }: ContactFilter = {},
): Promise<ContactPoint[]> {
  const { rows } = await sql<ContactPoint>`
    select c.id, jsonb_build_object('code', o.code, 'name', o.name) as organisation, v.version, v.title, v.subject, v.telephone, v.mailbox,
           v.is_adviser as "isAdviser", v.is_ended as "isEnded", v.acted_as as "actedAs",
           to_char(v.at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as "confirmedOn"
      from governance.contact_points c join identity.organisations o on o.code = c.organisation
      cross join lateral (select n.* from governance.contact_versions n where n.point = c.id order by n.version desc limit 1) v
     where (${id ?? null}::text is null and not v.is_ended or c.id::text = ${id ?? null})
       and (${organisation ?? null}::text is null or c.organisation = ${organisation ?? null})
       and (${about ?? null}::text is null
            or position(search.plain(${about ?? null}) in search.plain(concat_ws(' ', v.subject, v.title, o.name))) > 0)
     order by o.name, v.subject, v.title, c.id`.execute(tx)
  return rows
}

type Choice = { readonly value: string; readonly label: string }

/** The organisations of which the asker keeps the points of contact. */
export async function keptOrganisations(tx: Reader): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select o.code as value, o.name as label from identity.organisations o
     where o.withdrawn_on is null and o.stands_for is null and (o.valid_to is null or platform.today() < o.valid_to)
       and governance.contact_author(o.code) is not null order by o.name`.execute(tx)
  return rows
}

/** Keeps a point over the version that was seen; `id` null for a new one. Null when the asker may not. */
export async function keepContact(
  tx: Writer,
  about: { readonly id: string | null; readonly seen: number },
  draft: ContactDraft,
  { formKey, requestId }: { readonly formKey: string; readonly requestId: string },
): Promise<{ readonly result: 'bewaard' | 'botst'; readonly point: string } | null> {
  const said = JSON.stringify({
    title: draft.title,
    subject: draft.subject,
    telephone: draft.telephone,
    mailbox: draft.mailbox,
    is_adviser: draft.isAdviser,
    is_ended: draft.isEnded,
  })
  const { rows } = await sql<{ kept: { result: 'bewaard' | 'botst'; point: string } | null }>`
    select governance.keep_contact(${draft.organisation}, ${about.id}::uuid, ${about.seen}, ${said}::jsonb, ${formKey}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}

/** Whom the administrators of an organisation ring: its own adviser. Null when it named none, or the asker is no professional. */
export async function adviserContact(tx: Reader, organisation: string): Promise<ContactPoint | null> {
  return (await contactPoints(tx, { organisation })).find(({ isAdviser }) => isAdviser) ?? null
}
