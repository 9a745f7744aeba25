import { DataTable, Heading, List, Radios, RowList, Section } from '../../platform/ui'
import { quantity, sentenceList } from '../../platform/ui/wording'
import { dueText } from './action.parts'
import { clashKey, type RowChange, type SheetField } from './action-compare'
import type { SheetContent } from './action-sheet'
import type { Names } from './names.verbs'

/** The fields as the columns of the file call them. */
const fieldWords: Readonly<Record<SheetField, string>> = {
  title: 'titel',
  project: 'onderdeel',
  track: 'spoor',
  lead: 'trekker',
  leadPost: 'functie bij de trekker',
  participants: 'deelnemers',
  areas: 'gebieden',
  due: 'datum',
  aim: 'doel of streven',
  indicators: 'cijfers',
  targetValue: 'waarde',
  targetUnit: 'eenheid',
  targetBy: 'wanneer gehaald',
  targetText: 'doel in woorden',
  targetEvidence: 'bewijs',
  isRemoved: 'vervalt',
}

function cellWords(field: SheetField, content: SheetContent, names: Names): string {
  const named = (codes: readonly string[], of: ReadonlyMap<string, string>) =>
    sentenceList(codes.map((code) => of.get(code) ?? code)) || 'leeg'
  switch (field) {
    case 'lead':
      return names.parties.get(content.lead) ?? content.lead
    case 'participants':
      return named(content.participants, names.parties)
    case 'areas':
      return named(content.areas, names.areas)
    case 'indicators':
      return named(content.indicators, names.indicators)
    case 'due':
      return dueText(content.due)
    case 'targetValue':
      return content.targetValue === null ? 'leeg' : quantity(content.targetValue, content.targetUnit ?? undefined)
    case 'isRemoved':
      return content.isRemoved ? 'ja' : 'nee'
    default:
      return content[field] ?? 'leeg'
  }
}

const mostShown = 200

type Cell = { readonly change: RowChange; readonly field: SheetField; readonly isFirst: boolean }

/** Cell by cell what a file would change: then and now. */
export function SheetChanges({ rows, names }: { rows: readonly RowChange[]; names: Names }) {
  const of = (...becomes: RowChange['becomes'][]) => rows.filter((one) => becomes.includes(one.becomes))
  const cells = (some: readonly RowChange[]): Cell[] =>
    some.flatMap((change) =>
      change.cells.filter(({ clash }) => !clash).map(({ field }, at) => ({ change, field, isFirst: at === 0 })),
    )
  const groups = [
    { id: 'gewijzigd', title: 'Gewijzigd', rows: cells(of('changed', 'conflict')) },
    { id: 'vervalt', title: 'Vervalt', rows: cells(of('gone')) },
  ].filter((group) => group.rows.length > 0)
  const added = of('new')
  const isLong = groups.some((group) => group.rows.length > mostShown) || added.length > mostShown
  return (
    <>
      {groups.length > 0 && (
        <Section id="vergelijk" title="Cel voor cel" full>
          <DataTable
            caption="Wat er verandert"
            hiddenCaption
            groups={groups.map((group) => ({ ...group, rows: group.rows.slice(0, mostShown) }))}
            columns={[
              { head: 'Rij', cell: ({ change }) => change.row.row },
              { head: 'Actie', rowHead: true, cell: ({ change }) => `${change.row.code}: ${change.now?.title ?? ''}` },
              { head: 'Kolom', cell: ({ field }) => fieldWords[field] },
              { head: 'Staat er nu', cell: ({ change, field }) => change.now && cellWords(field, change.now, names) },
              { head: 'In uw bestand', cell: ({ change, field }) => cellWords(field, change.row.content, names) },
            ]}
          />
        </Section>
      )}
      {added.length > 0 && (
        <Section id="nieuw" title="Nieuw" intro="Zij krijgen een code als u inleest." full>
          <DataTable
            caption="Nieuwe acties"
            hiddenCaption
            rows={added.slice(0, mostShown)}
            columns={[
              { head: 'Rij', cell: ({ row }) => row.row },
              { head: 'Actie', rowHead: true, cell: ({ row }) => row.content.title },
              { head: 'Hoofdstuk', cell: ({ row }) => row.chapter },
              { head: 'Trekker', cell: ({ row }) => cellWords('lead', row.content, names) },
              { head: 'Datum', cell: ({ row }) => cellWords('due', row.content, names) },
            ]}
          />
        </Section>
      )}
      {isLong && <List items={[`Van elke soort staan hier de eerste ${mostShown}. Ook de rest wordt ingelezen.`]} />}
    </>
  )
}

/** The cells that somebody else changed as well, each with its choice. `chosen` are those for which the file was chosen before. */
export function Clashes(props: { rows: readonly RowChange[]; names: Names; chosen: ReadonlySet<string> }) {
  const { names, chosen } = props
  const rows = props.rows.filter(({ becomes }) => becomes === 'conflict')
  if (rows.length === 0) return null
  return (
    <Section
      id="botst"
      title={`Botst (${rows.length})`}
      intro="Deze cellen wijzigde ook iemand in het product, nadat u het bestand ophaalde. Kies per cel."
    >
      <RowList
        items={rows.map(({ row, now, seen, cells }) => ({
          content: now && seen && (
            <>
              <Heading level={3} look={4}>
                {now.code}: {now.title}
              </Heading>
              {cells
                .filter(({ clash }) => clash)
                .map(({ field }) => (
                  <Radios
                    name={`botst-${clashKey(now.code, field)}`}
                    label={`Rij ${row.row}, ${fieldWords[field]}`}
                    description={`Toen u het bestand ophaalde: ${cellWords(field, seen, names)}.`}
                    value={chosen.has(clashKey(now.code, field)) ? 'bestand' : 'nu'}
                    options={[
                      { value: 'nu', label: `Laat staan: ${cellWords(field, now, names)}`, description: now.actedAs },
                      { value: 'bestand', label: `Neem uit het bestand: ${cellWords(field, row.content, names)}` },
                    ]}
                  />
                ))}
            </>
          ),
        }))}
      />
    </Section>
  )
}
