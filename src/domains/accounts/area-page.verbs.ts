import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { regionName } from '../../platform/pack/region.store'
import { type Area, municipalitiesOn } from '../territory'
import { onAreaPages } from './account'
import { type BoundFigure, type Found, figuresIn } from './bound'
import { lookUpInAreas } from './bound.verbs'
import { type Draft, holdsExamples } from './draft.verbs'
import { isOfArea, namedIn } from './reference'

/** An area with every figure of its page. */
export type AreaPage = { readonly area: Area; readonly found: ReadonlyMap<string, Found | null> }

/** The districts and municipalities of the region on a day; none when no block is for their pages. */
export async function areasOfPages(
  tx: Reader,
  { blocks }: Pick<Draft, 'blocks'>,
  today: Day,
): Promise<readonly Area[]> {
  return blocks.some(onAreaPages) ? areasOn(tx, today) : []
}

/** What references lead to in each district and municipality of the region. */
export async function pagesOfRegion(tx: Reader, named: readonly string[], today: Day) {
  const areas = await areasOn(tx, today)
  return [
    ...(
      await lookUpInAreas(
        tx,
        named,
        areas.map(({ code }) => code),
        today,
      )
    ).values(),
  ]
}

async function areasOn(tx: Reader, today: Day): Promise<readonly Area[]> {
  const groups = await municipalitiesOn(tx, (await regionName(tx)).code, today)
  return [
    ...groups.flatMap(({ district }) => district ?? []),
    ...groups.flatMap(({ municipalities }) => municipalities),
  ]
}

/** The districts and municipalities of the region on a day, each with the figures of its page; none when no block is for these pages. */
export async function areaPagesOf(
  tx: Reader,
  { blocks }: Pick<Draft, 'blocks'>,
  today: Day,
  only?: string,
): Promise<readonly AreaPage[]> {
  const printed = blocks.filter(onAreaPages)
  const areas = (await areasOfPages(tx, { blocks }, today)).filter(({ code }) => only === undefined || code === only)
  const found = await lookUpInAreas(
    tx,
    printed.flatMap(namedIn),
    areas.map(({ code }) => code),
    today,
  )
  return areas.map((area) => ({ area, found: found.get(area.code) ?? new Map() }))
}

/** The figures on the pages of areas that are of those areas, each with its question. */
export const figuresOfPages = (pages: readonly AreaPage[], today: Day): BoundFigure[] =>
  pages.flatMap(({ found }) =>
    [...found].flatMap(([text, one]) => (one && isOfArea(text) ? figuresIn(one, today) : [])),
  )

/** Whether a figure of a draft, or of any of its pages, is an example. */
export const showsExamples = (draft: Pick<Draft, 'found'>, pages: readonly Pick<AreaPage, 'found'>[]): boolean =>
  [draft, ...pages].some(holdsExamples)
