import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import { hasCode, type Listed, listed, type Slice } from '../../platform/db/list'
import type { Formula } from './formula'
import type { Favourable, Indicator, Theme } from './indicator'

export type IndicatorFilter = {
  readonly theme?: string | undefined
  readonly unit?: string | undefined
  readonly favourable?: Favourable | undefined
  /** Words that must all stand in the title, definition or code. */
  readonly text?: string | undefined
  readonly codes?: readonly string[] | undefined
}

function indicators(tx: Reader) {
  return tx
    .selectFrom('figures.indicators as i')
    .leftJoin('figures.themes as t', 't.code', 'i.theme')
    .select([
      'i.code',
      'i.title',
      'i.unit',
      'i.favourable',
      'i.definition',
      'i.caveats',
      'i.theme',
      't.name as theme_name',
      't.seq as theme_seq',
      'i.numerator',
      'i.denominator',
      'i.factor',
      'i.breaks',
      sql<string[]>`array(select p.part from figures.indicator_parts p where p.indicator = i.code order by p.seq)`.as(
        'parts',
      ),
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
  themeName: row.theme_name,
  formula: formulaOf(row),
  breaks: row.breaks,
  sources: row.sources,
  withdrawnOn: row.withdrawn_on,
})

function formulaOf({ numerator, denominator, factor, parts }: Row): Formula | null {
  if (numerator !== null && factor !== null) return { kind: 'ratio', numerator, denominator, factor }
  return parts.length > 0 ? { kind: 'sum', parts } : null
}

/** The indicators under a filter, by theme and then title; the withdrawn are left out. */
export async function listIndicators(
  tx: Reader,
  filter: IndicatorFilter = {},
  slice: Slice = null,
): Promise<Listed<Indicator>> {
  const { theme, unit, favourable, text, codes } = filter
  if (codes?.length === 0) return { total: 0, items: [] }
  let query = indicators(tx).where('i.withdrawn_on', 'is', null)
  if (theme !== undefined) query = query.where('i.theme', '=', theme)
  if (unit !== undefined) query = query.where('i.unit', '=', unit)
  if (favourable) query = query.where('i.favourable', '=', favourable)
  if (codes) query = query.where('i.code', 'in', codes)
  for (const word of text?.split(/\s+/).filter(Boolean) ?? []) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((e) =>
      e.or([e('i.title', 'ilike', like), e('i.definition', 'ilike', like), e('i.code', 'ilike', like)]),
    )
  }
  return listed(query.orderBy('t.seq').orderBy('i.title').orderBy('i.code'), slice, asIndicator)
}

/** One indicator, also a withdrawn one: its address stays. Null when there is none. */
export async function findIndicator(tx: Reader, code: string): Promise<Indicator | null> {
  const row = await indicators(tx).where('i.code', '=', code).executeTakeFirst()
  return row ? asIndicator(row) : null
}

/** Whether there is one with this code, also a withdrawn one. */
export const indicatorExists = (tx: Reader, code: string) => hasCode(tx, 'figures.indicators', code)

/** The subjects in their order, each with the number of indicators under it. */
export async function listThemes(tx: Reader): Promise<Theme[]> {
  return tx
    .selectFrom('figures.themes as t')
    .leftJoin('figures.indicators as i', (join) =>
      join.onRef('i.theme', '=', 't.code').on('i.withdrawn_on', 'is', null),
    )
    .where('t.withdrawn_on', 'is', null)
    .groupBy(['t.code', 't.name', 't.seq'])
    .orderBy('t.seq')
    .select((e) => ['t.code', 't.name', e.fn.count<number>('i.code').as('indicatorCount')])
    .execute()
}

/** Whether there is one with this code, also a withdrawn one. */
export const themeExists = (tx: Reader, code: string) => hasCode(tx, 'figures.themes', code)

/** The indicators whose formula uses this one. */
export async function indicatorsMadeOf(tx: Reader, code: string): Promise<Indicator[]> {
  const rows = await indicators(tx)
    .where('i.withdrawn_on', 'is', null)
    .where((e) =>
      e.or([
        e('i.numerator', '=', code),
        e('i.denominator', '=', code),
        e.exists(
          e
            .selectFrom('figures.indicator_parts as p')
            .whereRef('p.indicator', '=', 'i.code')
            .where('p.part', '=', code)
            .select('p.part'),
        ),
      ]),
    )
    .orderBy('i.title')
    .execute()
  return rows.map(asIndicator)
}
