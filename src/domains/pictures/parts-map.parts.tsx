import type { Month } from '../../kernel/month'
import { AreaMap, Figure, Paragraph, SourceLine, TileLegend, type TileSign } from '../../platform/ui'
import { count, day as dayInWords, number, sentenceList } from '../../platform/ui/wording'
import type { KnownRelease, Verdict } from '../crime'
import { type Boundaries, lightOutlines } from '../territory'
import { verdictWords } from './change.parts'
import { CountDownloads, partsMapAddress } from './downloads.parts'
import { groupedByVerdict, hasPartsMap, type ShownPart } from './parts-map'
import { type PictureQuery, ReleaseLine, twelveMonths } from './picture.parts'
import type { Placed } from './picture.verbs'

/** The sign of each verdict on a map. */
export const signOf: Readonly<Record<Verdict, TileSign>> = {
  more: 'higher',
  less: 'lower',
  none: 'noChange',
  few: 'tooFew',
  unknown: 'unknown',
}

const words: Readonly<Partial<Record<TileSign, string>>> = {
  higher: verdictWords.more,
  lower: verdictWords.less,
  noChange: verdictWords.none,
  tooFew: verdictWords.few,
  unknown: 'aantal onbekend, dat is geen nul',
}

/** What parts are called, one and more. */
const partNames: Partial<Record<Placed['area']['kind'], readonly [string, string]>> = {
  district: ['gemeente', 'gemeenten'],
  gemeente: ['wijk', 'wijken'],
  wijk: ['buurt', 'buurten'],
}

/** What a map of parts says, in a sentence or two: how many parts changed and which, and of how many nothing can be said. */
export function partsFinding({ kind }: Placed['area'], parts: readonly ShownPart[]): string {
  const [one = 'gebied', many = 'gebieden'] = partNames[kind] ?? []
  const groups = new Map(groupedByVerdict(parts).map(({ verdict, names }) => [verdict, names]))
  const of = (verdict: Verdict) => groups.get(verdict) ?? []
  const changed = (['more', 'less'] as const).filter((verdict) => of(verdict).length > 0)
  const said = changed.map((verdict, at) => {
    const names = of(verdict)
    const than = at === 0 ? ' misdrijven dan in de 12 maanden ervoor' : ''
    return `in ${count(names.length, one, many)} ${verdictWords[verdict]}${than}${names.length <= 5 ? `: ${sentenceList(names)}` : ''}`
  })
  const known = parts.length - of('few').length - of('unknown').length
  const first =
    said.length > 0
      ? `In de laatste 12 maanden registreerde de politie ${said.join('; ')}.`
      : known > 0
        ? `In geen enkele ${one} veranderde het aantal misdrijven aantoonbaar naast de 12 maanden ervoor.`
        : ''
  const few =
    of('few').length > 0
      ? `In ${count(of('few').length, one, many)} waren er te weinig voorvallen om iets over te zeggen.`
      : ''
  const unknown =
    of('unknown').length > 0 ? `Van ${count(of('unknown').length, one, many)} kennen we het aantal niet.` : ''
  return [first, few, unknown].filter(Boolean).join(' ')
}

/** What the outlines are, as it must stand beside them. */
export const boundariesNote = ({ validFrom }: Boundaries) =>
  `Grenzen in de indeling van ${dayInWords(validFrom)}, vereenvoudigd.`

/** The parts of an area by their outline, above the table with the same content; without outlines the reason, in words. */
export function PartsMap(props: {
  area: Placed['area']
  parts: readonly ShownPart[]
  boundaries: Boundaries | null
  type: { readonly code: string; readonly name: string }
  release: KnownRelease
  last: Month
  asked: PictureQuery
  address: (part: string) => string
}) {
  const { area, parts, boundaries, type, release, last, asked, address } = props
  if (!hasPartsMap(area)) return null
  const outlines = boundaries && lightOutlines(boundaries.outlines)
  if (!boundaries || !outlines) {
    return (
      <Paragraph small quiet>
        Van deze {partNames[area.kind]?.[1]} zijn niet alle grenzen geladen. Daarom staan ze hier als lijst, zonder
        kaart.
      </Paragraph>
    )
  }
  const byCode = new Map(parts.map((part) => [part.area.code, part]))
  return (
    <Figure
      id="delenkaart"
      title={partsFinding(area, parts)}
      measure={`${type.name} per ${partNames[area.kind]?.[0]}, ${twelveMonths(last)}, naast de 12 maanden ervoor.`}
      source={
        <>
          <ReleaseLine release={release} last={last} />
          <SourceLine sources={[{ document: boundaries.title }]} note={boundariesNote(boundaries)} />
          <CountDownloads
            area={area.code}
            type={type.code}
            asked={asked}
            drawing={(kind) => partsMapAddress(area.code, kind, asked)}
            ofParts
          />
        </>
      }
    >
      <TileLegend show={groupedByVerdict(parts).map(({ verdict }) => signOf[verdict])} words={words} />
      <AreaMap
        id="delengrenzen"
        label={`Kaart van ${area.name}: ${type.name.toLowerCase()} per ${partNames[area.kind]?.[0]}`}
        areas={outlines.flatMap(({ code, path, box, mark }) => {
          const part = byCode.get(code)
          return part
            ? [
                {
                  name: part.area.name,
                  href: address(code),
                  path,
                  box,
                  mark,
                  sign: signOf[part.verdict],
                  text: inWords(part),
                },
              ]
            : []
        })}
      />
    </Figure>
  )
}

/** What a part counted and what can be said of it; where that is nothing, what three years came to. */
function inWords({ now, before, verdict, sums }: ShownPart): string {
  if (now === null) return 'aantal onbekend, dat is geen nul'
  const was = before === null ? '' : `, ${number(before)} in de 12 maanden ervoor`
  const three = sums.find(({ years }) => years === 3)?.sum ?? null
  const longer = verdict === 'few' && three !== null ? `, ${number(three)} in 3 jaar` : ''
  return `${number(now)} in 12 maanden${was}, ${verdict === 'unknown' ? 'niet vergeleken' : verdictWords[verdict]}${longer}`
}
