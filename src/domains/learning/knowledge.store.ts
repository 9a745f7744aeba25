import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { occursIn } from '../../platform/db/list'
import type { Listed, Slice } from '../../platform/web/resource'
import type { KnowledgeItem, KnowledgeState, KnowledgeUser } from './knowledge'

export type KnowledgeFilter = {
  readonly kind?: string | undefined
  readonly theme?: string | undefined
  readonly state?: KnowledgeState | undefined
  /** Only what this area or organisation uses. */
  readonly usedBy?: string | undefined
}

function knowledge(tx: Reader) {
  return tx
    .selectFrom('learning.knowledge_items as k')
    .leftJoin('strategy.priorities as p', 'p.code', 'k.theme')
    .select([
      'k.code',
      'k.title',
      'k.kind',
      'k.theme',
      'p.title as priority_title',
      'k.target_group',
      'k.year',
      'k.state',
      'k.sources',
      'k.withdrawn_on',
    ])
    .select(
      sql<KnowledgeUser[]>`coalesce((
        select jsonb_agg(jsonb_build_object('code', u.used_by, 'name', coalesce(a.name, o.name, u.used_by), 'areaKind', a.kind)
                 order by u.seq)
          from learning.knowledge_item_users u
          left join territory.areas a on a.code = u.used_by
          left join identity.organisations o on o.code = u.used_by
         where u.knowledge_item = k.code), '[]')`.as('users'),
    )
}

const asItem = (row: Awaited<ReturnType<ReturnType<typeof knowledge>['execute']>>[number]): KnowledgeItem => ({
  code: row.code,
  title: row.title,
  kind: row.kind,
  theme:
    row.theme === null
      ? null
      : { code: row.theme, title: row.priority_title ?? row.theme, isPriority: row.priority_title !== null },
  targetGroups: row.target_group?.split(';') ?? [],
  users: row.users,
  year: row.year,
  state: row.state as KnowledgeState,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The items under a filter, by title. */
export async function listKnowledge(
  tx: Reader,
  { kind, theme, state, usedBy }: KnowledgeFilter = {},
  slice: Slice = null,
): Promise<Listed<KnowledgeItem>> {
  let query = knowledge(tx).where('k.withdrawn_on', 'is', null)
  if (kind) query = query.where('k.kind', '=', kind)
  if (theme) query = query.where('k.theme', '=', theme)
  if (state) query = query.where('k.state', '=', state)
  if (usedBy) {
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('learning.knowledge_item_users as u')
          .select('u.used_by')
          .whereRef('u.knowledge_item', '=', 'k.code')
          .where('u.used_by', '=', usedBy),
      ),
    )
  }
  const { total } = await query
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const sliced = slice ? query.limit(slice.limit).offset(slice.offset) : query
  const rows = await sliced.orderBy(sql`search.plain(k.title) collate "C"`).orderBy('k.code').execute()
  return { total, items: rows.map(asItem) }
}

/** One item, also a withdrawn one: its address stays. */
export async function findKnowledge(tx: Reader, code: string): Promise<KnowledgeItem | null> {
  const row = await knowledge(tx).where('k.code', '=', code).executeTakeFirst()
  return row ? asItem(row) : null
}

/** Whether any knowledge item is of this kind. */
export const knowledgeKindExists = occursIn('learning.knowledge_items', 'kind')

/** Whether any knowledge item has this theme. */
export const knowledgeThemeExists = occursIn('learning.knowledge_items', 'theme')
