import { sql } from 'kysely'
import type { Month } from '../../kernel/month'
import type { Reader } from '../../platform/db/database'
import type { Report } from './report'

/** A published report of an area, or of a whole that the area is part of. */
export type Relying = { readonly code: string; readonly signedAt: string; readonly report: Report }

/**
 * Published reports that may hold a figure of an area and a month: of the area itself, and of the district and the region it
 * lay in on the day of their division. Drafts are not among them.
 */
export async function publishedAround(tx: Reader, area: string, month: Month): Promise<Relying[]> {
  const { rows } = await sql<{ code: string; signedAt: string; model: string }>`
    select r.code, s.at as "signedAt", r.model
      from publications.reports r join publications.signatures s on s.report = r.code
     where publications.is_public(r.code) and left(r.period, 4)::integer - left(${month}, 4)::integer in (0, 1)
       and (r.area = ${area} or ${area} in (select w.code from territory.within(r.area, 'bestuurlijk',
            (r.model::jsonb #>> '{total,now,question,divisionOn}')::date) as w (code)))
     order by s.at desc, r.code`.execute(tx)
  return rows.map(({ model, ...own }) => ({ ...own, report: JSON.parse(model) as Report }))
}
