import type { Reader } from '../../platform/db/database'
import type { Listed, Slice } from '../../platform/web/resource'
import type { Favourable, Indicator } from './indicator'

export type IndicatorFilter = {
  readonly theme?: string | undefined
  readonly unit?: string | undefined
  readonly favourable?: Favourable | undefined
  /** Words that must all stand in the title, definition or code. */
  readonly text?: string | undefined
}

function indicators(tx: Reader) {
  return tx
    .selectFrom('figures.indicators as i')
    .select([
      'i.code',
      'i.title',
      'i.unit',
      'i.favourable',
      'i.definition',
      'i.caveats',
      'i.theme',
      'i.sources',
      'i.withdrawn_on',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof indicators>['execute']>>[number]

const asIndicator = (row: Row): Indicator => ({
  code: row.code,
  title: row.title,
  unit: row.unit,
  favourable: row.favourable as Favourable,
  definition: row.definition,
  caveats: row.caveats,
  theme: row.theme,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

/** The indicators under a filter, by title; the withdrawn are left out. */
export async function listIndicators(
  tx: Reader,
  filter: IndicatorFilter = {},
  slice: Slice = null,
): Promise<Listed<Indicator>> {
  const { theme, unit, favourable, text } = filter
  let query = indicators(tx).where('i.withdrawn_on', 'is', null)
  if (theme !== undefined) query = query.where('i.theme', '=', theme)
  if (unit !== undefined) query = query.where('i.unit', '=', unit)
  if (favourable) query = query.where('i.favourable', '=', favourable)
  for (const word of text?.split(/\s+/).filter(Boolean) ?? []) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((e) =>
      e.or([e('i.title', 'ilike', like), e('i.definition', 'ilike', like), e('i.code', 'ilike', like)]),
    )
  }
  const { total } = await query
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const sliced = slice ? query.limit(slice.limit).offset(slice.offset) : query
  return { total, items: (await sliced.orderBy('i.title').orderBy('i.code').execute()).map(asIndicator) }
}

/** One indicator, also a withdrawn one: its address stays. Null when there is none. */
export async function findIndicator(tx: Reader, code: string): Promise<Indicator | null> {
  const row = await indicators(tx).where('i.code', '=', code).executeTakeFirst()
  return row ? asIndicator(row) : null
}

export async function indicatorExists(tx: Reader, code: string): Promise<boolean> {
  return (await findIndicator(tx, code)) !== null
}
