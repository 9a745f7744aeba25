import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { hasCode, listed, type Slice } from '../../platform/db/list'
import type { View } from './hearing'

const inAmsterdam = (column: string) => sql<Day>`(${sql.ref(column)} at time zone 'Europe/Amsterdam')::date`

const hearings = (tx: Reader) =>
  tx
    .selectFrom('hearings.hearings as h')
    .leftJoin('hearings.closures as c', 'c.hearing', 'h.code')
    .select([
      'h.code',
      'h.strategy',
      'h.plan',
      'h.text_name as textName',
      'h.text_on as textOn',
      'h.term_ends_on as termEndsOn',
      'h.is_example as isExample',
      inAmsterdam('h.opened_at').as('openedOn'),
      sql<Day | null>`${inAmsterdam('c.at')}`.as('closedOn'),
      sql<number>`(select count(*) from hearings.notas n where n.hearing = h.code)`.as('notas'),
    ])

/** The hearings as everybody may read them, the newest first. */
export const listHearingRows = (tx: Reader, slice: Slice = null) =>
  listed(hearings(tx).orderBy('h.opened_at', 'desc').orderBy('h.code'), slice, (row) => row)

export const findHearingRow = async (tx: Reader, code: string) =>
  (await hearings(tx).where('h.code', '=', code).executeTakeFirst()) ?? null

export const hearingExists = (tx: Reader, code: string) => hasCode(tx, 'hearings.hearings', code)

/** What councils said in public, whoever asks; of one hearing when given. */
export function listViewRows(tx: Reader, hearing: string | undefined, slice: Slice) {
  const rows = tx
    .selectFrom('hearings.entries as e')
    .innerJoin('hearings.hearings as h', 'h.code', 'e.hearing')
    .innerJoin('territory.areas as a', 'a.code', 'e.party')
    .select([
      'e.hearing',
      'e.party',
      'a.name',
      'e.sent_on as sentOn',
      'e.on_agenda_on as onAgendaOn',
      sql<Day>`e.heard_on`.as('heardOn'),
      sql<View | null>`e.view`.as('view'),
      'e.paper',
      'h.is_example as isExample',
    ])
    .where(sql<SqlBool>`e.id = any((select hearings.public_entries())::uuid[])`)
    .orderBy('h.opened_at', 'desc')
    .orderBy('e.hearing')
    .orderBy('a.name')
  return listed(hearing === undefined ? rows : rows.where('e.hearing', '=', hearing), slice, (row) => row)
}
