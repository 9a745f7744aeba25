import type { SourcePeriod, SourceTable } from './source-table'
import { periodColumn } from './source-table'

/** An area as a release has it. `key` is the source's own, with its spaces. */
export type SourceArea = {
  readonly code: string
  readonly key: string
  readonly name: string
  readonly kind: 'land' | 'politie-eenheid' | 'gemeente' | 'wijk' | 'buurt'
  readonly municipality: string
  readonly wijk: string | null
  readonly seq: number
}

/** An area and those of one kind that it consists of; as places in the list of areas of the group. */
export type Whole = {
  readonly at: number
  readonly partsKind: 'gemeenten' | 'wijken' | 'buurten'
  readonly parts: readonly number[]
}

/** Areas that are asked together: a municipality with its neighbourhoods, or all municipalities of the region. */
export type AreaGroup = {
  readonly code: string
  readonly areas: readonly SourceArea[]
  /** Which of them must be the sum of which others. */
  readonly wholes: readonly Whole[]
}

/** That one municipality went on as another, or will: on the day that is asked it has or has not yet. */
export type Succession = { readonly from: string; readonly to: string; readonly isPast: boolean }

/**
 * The municipalities to ask the source for, so that the region is whole in the source's own division, which may be ahead of
 * ours or behind it. One that merged is asked while the source still has it apart; one that the source has merged already is
 * in the figures of its successor. `missing` has those that are nowhere.
 */
export function municipalitiesToAsk(
  current: readonly string[],
  successions: readonly Succession[],
  inSource: ReadonlySet<string>,
): { readonly codes: readonly string[]; readonly missing: readonly string[] } {
  const codes = new Set<string>()
  const before = (code: string) =>
    reached(code, (one) => successions.flatMap(({ from, to, isPast }) => (isPast && to === one ? from : [])))
  const after = (code: string) =>
    reached(code, (one) => successions.flatMap(({ from, to }) => (from === one ? to : [])))
  const missing: string[] = []
  for (const code of current) {
    const own = [code, ...before(code)].filter((one) => inSource.has(one))
    const found = own.length > 0 ? own : after(code).filter((one) => inSource.has(one))
    for (const one of found) codes.add(one)
    if (found.length === 0) missing.push(code)
  }
  return { codes: [...codes].sort(), missing }
}

function reached(start: string, next: (code: string) => readonly string[]): string[] {
  const found = new Set([start])
  for (const code of found) for (const one of next(code)) found.add(one)
  found.delete(start)
  return [...found]
}

type Entry = { readonly key: string; readonly title: string; readonly more: Readonly<Record<string, string>> }

/** The areas of a list of the source, in its order, cut to these municipalities; and the unit and the country, when it has them. */
export function areasOf(
  entries: readonly Entry[],
  municipalities: readonly string[],
  wholes: readonly string[],
): SourceArea[] {
  const wanted = new Set(municipalities)
  return entries.flatMap(({ key, title, more }, seq): SourceArea[] => {
    const code = key.trim()
    const name = title || code
    const own = { code, key, name, seq, wijk: null }
    if (wholes.includes(code))
      return [{ ...own, kind: code.startsWith('RE') ? 'politie-eenheid' : 'land', municipality: code }]
    // The code of a neighbourhood holds that of its municipality; the column is there for a reader.
    const municipality = `GM${code.slice(2, 6)}`
    if (!wanted.has(municipality) || (more.Municipality?.trim() || municipality) !== municipality) return []
    if (code.startsWith('GM')) return [{ ...own, kind: 'gemeente', municipality }]
    if (code.startsWith('WK')) return [{ ...own, kind: 'wijk', municipality }]
    return code.startsWith('BU') ? [{ ...own, kind: 'buurt', municipality, wijk: `WK${code.slice(2, 8)}` }] : []
  })
}

/** The areas as they are asked: per municipality, or all together under the code of the region. */
export function groupsOf({ geo }: SourceTable, areas: readonly SourceArea[], region: string): AreaGroup[] {
  const groups = new Map<string, SourceArea[]>()
  for (const area of areas) {
    const code = geo === 'RegioS' ? region : area.municipality
    groups.set(code, [...(groups.get(code) ?? []), area])
  }
  return [...groups].map(([code, areas]) => ({ code, areas, wholes: wholesOf(areas) }))
}

function wholesOf(areas: readonly SourceArea[]): Whole[] {
  const of = (kind: SourceArea['kind'], within: (area: SourceArea) => boolean) =>
    areas.flatMap((area, at) => (area.kind === kind && within(area) ? [at] : []))
  return areas.flatMap((whole, at): Whole[] => {
    if (whole.kind === 'politie-eenheid') return [{ at, partsKind: 'gemeenten', parts: of('gemeente', () => true) }]
    if (whole.kind === 'wijk')
      return [{ at, partsKind: 'buurten', parts: of('buurt', ({ wijk }) => wijk === whole.code) }]
    if (whole.kind !== 'gemeente') return []
    const own = ({ municipality }: SourceArea) => municipality === whole.code
    return [
      { at, partsKind: 'wijken', parts: of('wijk', own) },
      { at, partsKind: 'buurten', parts: of('buurt', own) },
    ]
  })
}

/** What is asked of the source for one part: only forms that its server is known to understand. */
export function filterOf({ geo }: SourceTable, { code, areas }: AreaGroup, { key }: SourcePeriod): string {
  const period = `(${periodColumn} eq '${key}')`
  if (geo === 'WijkenEnBuurten') return `(substring(${geo},2,4) eq '${code.slice(2, 6)}') and ${period}`
  return `(${areas.map((area) => `(${geo} eq '${area.key.replaceAll("'", "''")}')`).join(' or ')}) and ${period}`
}
