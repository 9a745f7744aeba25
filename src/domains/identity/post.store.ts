import { sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { Post, Role } from './post'

type Row = {
  title: string
  role: Role
  valid_from: Day
  valid_to: Day | null
  code: string
  name: string
  kind: string
  areas: Post['areas']
}

/** The posts of the person who asks, those that ended included; the ones that run longest first. */
export async function ownPosts(tx: Reader): Promise<Post[]> {
  const { rows } = await sql<Row>`
    select p.title, p.role, p.valid_from, p.valid_to, o.code, o.name, o.kind,
           coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) order by a.name)
                       from territory.areas a where a.code in (
                         select pa.area from identity.post_areas pa where pa.post = p.id
                         union
                         select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
                            and not exists (select from identity.post_areas pa where pa.post = p.id))), '[]') as areas
      from identity.posts p join identity.organisations o on o.code = p.organisation
     order by p.valid_to desc nulls first, p.valid_from, p.title`.execute(tx)
  return rows.map(({ title, role, areas, valid_from, valid_to, code, name, kind }) => ({
    title,
    role,
    areas,
    organisation: { code, name, kind },
    validity: { from: valid_from, until: valid_to },
  }))
}

/** Whom to ask for access: the organisations of the functional administrators. */
export async function administeringOrganisations(tx: Reader): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select identity.administering_organisations() as name`.execute(tx)
  return rows.map(({ name }) => name)
}
