import {
  type Column,
  DataTable,
  EmptyState,
  Paragraph,
  Quantity,
  Section,
  SourceLine,
  Stack,
  TextLink,
} from '../../platform/ui'
import { day as dayInWords, number, quantity } from '../../platform/ui/wording'
import { type Amount, type KeyFigure, keyFigures, type ShownFigure, urbanClasses } from './key-figure'
import type { FiguresApart } from './key-figure.store'
import type { KeyFiguresOfArea } from './key-figure.verbs'
import { rounding } from './population-part'

const whyAbsent = {
  example:
    'Naast verzonnen cijfers staan hier geen kerncijfers van het CBS: echte en verzonnen getallen tonen wij niet naast elkaar. Ze komen er zodra er cijfers van de politie zijn.',
  'none-loaded': 'De kerncijfers van het CBS zijn nog niet geladen.',
  'other-division': 'In de kerncijfers van het CBS staat dit gebied niet, of met een andere indeling.',
} as const

/** What CBS says of an area beside its region, to read a crime figure by: on a fixed order, never as a ranking. */
export function KeyFiguresSection(props: {
  of: KeyFiguresOfArea
  area: string
  /** The name of the region beside it; null when the area is the region. */
  region: string | null
}) {
  const { of, area, region } = props
  return (
    <Section
      id="kerncijfers"
      title="Kerncijfers"
      intro="Wat voor gebied dit is, volgens het CBS. Zo leest u een aantal misdrijven beter. Het verklaart dat aantal niet."
    >
      {'absent' in of ? (
        <EmptyState title="Geen kerncijfers.">{whyAbsent[of.absent]}</EmptyState>
      ) : (
        <Stack>
          <DataTable
            caption={`Kerncijfers van ${area}`}
            hiddenCaption
            rows={of.figures}
            columns={columnsOf(area, region)}
          />
          <Sources figures={of.figures} />
        </Stack>
      )}
    </Section>
  )
}

function columnsOf(area: string, region: string | null): Column<ShownFigure>[] {
  const beside: Column<ShownFigure>[] =
    region === null
      ? []
      : [
          {
            head: `${region}`,
            align: 'number',
            cell: (shown) =>
              shown.region ? <AmountText figure={shown.figure} amount={shown.region} /> : 'niet bekend',
          },
        ]
  return [
    {
      head: 'Kerncijfer',
      rowHead: true,
      cell: ({ figure }) => (
        <>
          {figure.name}
          <Paragraph small quiet>
            {figure.helps}
          </Paragraph>
        </>
      ),
    },
    { head: area, align: 'number', cell: ({ figure, own }) => <AmountText figure={figure} amount={own} /> },
    ...beside,
    { head: 'Op', cell: ({ on }) => dayInWords(on) },
  ]
}

/** A figure with its unit; of what has no sum the lowest and highest of the parts, without saying whose. */
function AmountText({ figure, amount }: { figure: KeyFigure; amount: Amount }) {
  const { value, between, rate } = amount
  const isClass = figure.id === 'stedelijkheid'
  if (between) {
    const { lowest, highest, of } = between
    return (
      <>
        {isClass
          ? `klasse ${number(lowest)} tot ${number(highest)}`
          : `${number(lowest)} tot ${quantity(highest, figure.unit)}`}
        <Paragraph small quiet>
          laagste en hoogste {of}
        </Paragraph>
      </>
    )
  }
  if (value === null) return <Quantity value={null} />
  if (isClass)
    return (
      <>
        klasse <Quantity value={value} />
        <Paragraph small quiet>
          {urbanClasses[value - 1]?.name}
        </Paragraph>
      </>
    )
  return (
    <>
      <Quantity value={value} unit={figure.unit} />
      {rate !== null && (
        <Paragraph small quiet>
          {figure.per === 100 ? `${number(rate, 1)}% van de inwoners` : `${number(rate, 1)} per 1.000 inwoners`}
        </Paragraph>
      )}
    </>
  )
}

function Sources({ figures }: { figures: readonly ShownFigure[] }) {
  const tables = [...Map.groupBy(figures, ({ sourceTable }) => sourceTable)].flatMap(([table, [first]]) =>
    first ? [`tabel ${table} (${first.on.slice(0, 4)}), stand per ${dayInWords(first.knownOn)}`] : [],
  )
  const absent = keyFigures.filter(({ id }) => !figures.some(({ figure }) => figure.id === id))
  return (
    <SourceLine
      sources={tables.map((table) => ({ document: `CBS, Kerncijfers wijken en buurten, ${table}` }))}
      note={
        <>
          Het CBS rondt aantallen in wijken en buurten af op 5 en verbergt wat te klein is.
          {absent.length > 0 ? ` Niet gegeven: ${absent.map((figure) => figure.name.toLowerCase()).join(', ')}.` : ''}{' '}
          <TextLink href="/open-gegevens/kerncijfers">De kerncijfers als open gegevens</TextLink>
        </>
      }
    />
  )
}

const nameOf = (id: string) => keyFigures.find((figure) => figure.id === id)?.name ?? id

/** Where the key figures of CBS do not add up: kept, shown, and never mended. */
export function KeyFiguresApart({ differences }: { differences: readonly FiguresApart[] }) {
  const loose = keyFigures.filter(({ unplaced }) => unplaced > 0)
  return (
    <Section
      id="kerncijfers-verschillen"
      title="Waar kerncijfers niet optellen"
      intro={`Dezelfde regel als bij inwoners: ${number(rounding.perPart)} per deel, en ${rounding.more} daarbij. ${loose.map(({ name }) => name).join(' en ')} hebben soms geen bekende buurt: daar mag 5% van de gemeente bij. Bij meer weigeren wij de hele levering.`}
    >
      {differences.length === 0 ? (
        <EmptyState title="Nog geen verschillen gevonden." />
      ) : (
        <DataTable
          caption="De grootste verschillen in de nieuwste kerncijfers"
          rows={differences}
          columns={[
            { head: 'Gemeente', rowHead: true, cell: ({ name }) => name },
            { head: 'Kerncijfer', cell: ({ figure }) => nameOf(figure) },
            { head: 'Peildag', cell: ({ on }) => dayInWords(on) },
            { head: 'Gemeente zelf', align: 'number', cell: ({ whole }) => number(whole) },
            { head: 'Som', align: 'number', cell: ({ parts }) => number(parts) },
            { head: 'Som van', cell: ({ partsKind }) => partsKind },
          ]}
        />
      )}
    </Section>
  )
}
