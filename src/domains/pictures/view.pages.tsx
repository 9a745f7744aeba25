import type { Day } from '../../kernel/day'
import { addMonths, parseMonth } from '../../kernel/month'
import { EmptyState, Opening } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { allCrimes, crimeTypeExists } from '../crime'
import { changesOf } from '../territory'
import { compareMunicipalities, type RegionComparison } from './comparison.verbs'
import { divisionOf } from './merger'
import { mergersOf, type ShownMerger } from './merger.verbs'
import { type AskedView, daysAsked } from './view'

export const crumb = { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' }

/** What a view of the region shows, or the answer to give instead. */
export type View = {
  readonly comparison: RegionComparison
  readonly asked: AskedView
  readonly knownOn: Day
  /** What the division did to the area that is looked at. */
  readonly mergers: readonly ShownMerger[]
}

/** Reads the type, month and days asked for and compares, for an area or the whole region; `none` when there are no figures on that day. */
export async function viewOf(ask: Ask, askedType: string, area = ask.region.code): Promise<View | 'none' | Response> {
  const { knownOn, validOn, today } = ask
  if (!knownOn || !validOn)
    return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15.')
  const askedMonth = ask.query.get('tot') ?? ''
  const month = parseMonth(askedMonth)
  if (askedMonth && !month) return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const found = await ask.read(async (tx) => {
    if (!(await crimeTypeExists(tx, askedType))) return 'no-type'
    const changes = await changesOf(tx)
    const on = divisionOf(changes, area, validOn)
    const asked = { region: ask.region.code, on, knownOn, type: askedType, month }
    const comparison = await compareMunicipalities(tx, asked)
    if (!comparison) return null
    const { release, last } = comparison
    const mergers = await mergersOf(tx, { release, area, on, changes, first: addMonths(last, -23) })
    return { comparison, on, mergers }
  })
  if (found === 'no-type') return ask.badRequest('Deze soort misdrijf bestaat niet. Kies een soort uit de lijst.')
  if (!found) return 'none'
  const { comparison, mergers, on } = found
  const { last, release } = comparison
  return {
    comparison,
    mergers,
    knownOn,
    asked: {
      ...(askedType === allCrimes ? {} : { soort: askedType }),
      ...(last === release.lastMonth ? {} : { tot: last }),
      ...daysAsked({ knownOn, validOn: on, today }),
    },
  }
}

/** The page of a view without figures. */
export function noFigures(ask: Ask, title: string): Promise<Response> {
  return ask.page(
    { title, breadcrumbs: [crumb, { label: title, href: ask.path }] },
    <Opening title={title} lead="Hier komen de open cijfers van de politie, naast elkaar.">
      <EmptyState
        title="Er zijn nog geen maandcijfers."
        action={{ label: 'Naar de veiligheidsbeelden', href: crumb.href }}
      >
        Zodra ze er zijn, staan ze hier.
      </EmptyState>
    </Opening>,
  )
}
