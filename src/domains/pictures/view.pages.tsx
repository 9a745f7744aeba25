import type { Day } from '../../kernel/day'
import { parseMonth } from '../../kernel/month'
import { EmptyState, Opening } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { allCrimes, crimeTypeExists } from '../crime'
import { compareMunicipalities, type RegionComparison } from './comparison.verbs'
import type { AskedView } from './view'

export const crumb = { label: 'Veiligheidsbeelden', href: '/veiligheidsbeelden' }

/** What a view of the region shows, or the answer to give instead. */
export type View = { readonly comparison: RegionComparison; readonly asked: AskedView; readonly knownOn: Day }

/** Reads the type, month and days asked for and compares; `none` when there are no figures on that day. */
export async function viewOf(ask: Ask, askedType: string): Promise<View | 'none' | Response> {
  const { knownOn, validOn: on } = ask
  if (!knownOn || !on) return ask.badRequest('De datum klopt niet. Schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15.')
  const askedMonth = ask.query.get('tot') ?? ''
  const month = parseMonth(askedMonth)
  if (askedMonth && !month) return ask.badRequest('De maand klopt niet. Schrijf jaar-maand, bijvoorbeeld 2026-10.')
  const found = await ask.read(async (tx) => {
    if (!(await crimeTypeExists(tx, askedType))) return 'no-type'
    return compareMunicipalities(tx, { region: ask.region.code, on, knownOn, type: askedType, month })
  })
  if (found === 'no-type') return ask.badRequest('Deze soort misdrijf bestaat niet. Kies een soort uit de lijst.')
  if (!found) return 'none'
  const { last, release } = found
  return {
    comparison: found,
    knownOn,
    asked: {
      ...(askedType === allCrimes ? {} : { soort: askedType }),
      ...(last === release.lastMonth ? {} : { tot: last }),
      ...(knownOn === ask.today ? {} : { bekendOp: knownOn }),
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
