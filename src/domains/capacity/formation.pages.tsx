import type { Day } from '../../kernel/day'
import {
  DataList,
  DataTable,
  Downloads,
  EmptyState,
  KeyFigures,
  ListLink,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type DocumentTitles, documentTitles, Sources } from '../figures'
import { checkFormation, type FormationRow, type Posts } from './formation'
import { listFormation } from './formation.store'

const breadcrumbs = [{ label: 'Formatie', href: '/formatie' }]

/** The formation of every day the sources hold, with our own sum beside the printed total. */
export async function formationPage(ask: Ask): Promise<Response> {
  const { rows, documents } = await ask.read(async (tx) => ({
    rows: (await listFormation(tx)).items,
    documents: await documentTitles(tx),
  }))
  const days = [...new Set(rows.map(({ asOf }) => asOf))]
  const newest = rows.filter(({ asOf }) => asOf === days[0])
  const total = newest.find(({ kind }) => kind === 'totaal')
  return ask.page(
    { title: 'Formatie', description: 'Hoeveel politie is afgesproken, en wat dat niet zegt.', breadcrumbs },
    <>
      <Opening
        title="Hoeveel politie is afgesproken"
        lead={
          total
            ? `Op ${dayInWords(total.asOf)} telde de formatie ${number(total.total)} voltijdbanen. Dat is wat is afgesproken, niet wie er is.`
            : 'Formatie is wat is afgesproken, niet wie er is.'
        }
      >
        {total && (
          <KeyFigures
            items={[
              { label: 'Operationeel', value: number(total.operational), note: 'zonder aspiranten, in fte' },
              { label: 'Aspiranten', value: number(total.trainees), note: 'in opleiding, in fte' },
              { label: 'Niet operationeel', value: number(total.nonOperational), note: 'ondersteuning, in fte' },
              { label: 'Totaal', value: number(total.total), note: `in fte, op ${dayInWords(total.asOf)}` },
            ]}
          />
        )}
      </Opening>
      <Section id="woorden" title="Wat dit getal zegt" intro="En wat niet.">
        <DataList
          items={[
            { term: 'Formatie', value: 'Hoeveel voltijdbanen er horen te zijn. Daar gaat deze pagina over.' },
            {
              term: 'Bezetting',
              value: 'Hoeveel daarvan echt gevuld zijn. Onze bronnen geven dat getal niet: onbekend.',
            },
            {
              term: 'Inzetbaarheid',
              value:
                'Wie er op een dag aan het werk kan. Dat is minder dan de bezetting, door verlof, ziekte en opleiding. Onbekend.',
            },
            {
              term: 'Meer lezen',
              value: <TextLink href="/zoeken?q=formatie+bezetting&soort=begrip">De begrippen</TextLink>,
            },
          ]}
        />
      </Section>
      {days.length === 0 && (
        <Section id="rijen" title="Per onderdeel">
          <EmptyState title="Onze bronnen noemen geen formatie." />
        </Section>
      )}
      {days.map((day) => (
        <OfDay day={day} rows={rows.filter(({ asOf }) => asOf === day)} documents={documents} />
      ))}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/formatie.csv"
          excelCsv="/api/v1/formatie-excel.csv"
          xlsx="/api/v1/formatie.xlsx"
          json="/api/v1/formatie"
        />
      </Section>
    </>,
  )
}

type TableRow = Posts & {
  readonly code: string | null
  readonly name: string
  readonly organisation: string | null
  readonly difference: number | null
  readonly kind: 'part' | 'sum'
  readonly note: string
}

function OfDay(props: { day: Day; rows: readonly FormationRow[]; documents: DocumentTitles }) {
  const { day, rows, documents } = props
  const { ours, printed, difference, roundedRows } = checkFormation(rows)
  const control = rows.find(({ kind }) => kind === 'controle')
  const shown: TableRow[] = [
    ...rows
      .filter(({ kind }) => kind !== 'controle')
      .map(
        (row): TableRow => ({
          ...row,
          name: row.kind === 'totaal' ? 'Totaal volgens de bron' : row.organisation.name,
          organisation: row.organisation.code,
          kind: row.kind === 'totaal' ? 'sum' : 'part',
          note: row.note ?? '',
        }),
      ),
    {
      ...ours,
      code: control?.code ?? null,
      name: 'Onze eigen som',
      organisation: null,
      difference: null,
      kind: 'sum',
      note: 'De regels hierboven, kolom voor kolom opgeteld',
    },
    ...(difference
      ? [
          {
            ...difference,
            code: null,
            name: 'Verschil met de bron',
            organisation: null,
            difference: null,
            kind: 'sum' as const,
            note: 'Door afronding in de bron',
          },
        ]
      : []),
  ]
  return (
    <Section id={`op-${day}`} title={`Op ${dayInWords(day)}`} intro="In voltijdbanen (fte), per onderdeel." full>
      <DataTable<TableRow>
        caption={`Formatie op ${dayInWords(day)}`}
        note="in fte"
        rows={shown}
        rowId={({ code }) => code ?? undefined}
        rowKind={({ kind }) => (kind === 'sum' ? 'sum' : undefined)}
        columns={[
          {
            head: 'Onderdeel',
            rowHead: true,
            cell: ({ name, organisation }) =>
              organisation ? <ListLink href={`/organisaties/${organisation}`}>{name}</ListLink> : name,
          },
          { head: 'Operationeel', align: 'number', cell: (row) => number(row.operational) },
          { head: 'Aspiranten', align: 'number', cell: (row) => number(row.trainees) },
          { head: 'Niet operationeel', align: 'number', cell: (row) => number(row.nonOperational) },
          { head: 'Totaal in de bron', align: 'number', cell: (row) => number(row.total), narrow: 'Totaal' },
          {
            head: 'Totaal min som van de soorten',
            align: 'number',
            cell: (row) => (row.difference === null ? '' : number(row.difference)),
            narrow: 'Totaal min som',
          },
          { head: 'Let op', cell: ({ note }) => note, narrow: '' },
        ]}
      />
      {printed && (
        <Paragraph>
          {`De bron rondde af. Bij ${count(roundedRows, 'onderdeel', 'onderdelen')} is het totaal daardoor niet precies de som van de soorten. `}
          {`Opgeteld geven de onderdelen ${number(ours.trainees)} aspiranten en ${number(ours.nonOperational)} niet-operationele banen; de bron drukt ${number(printed.trainees)} en ${number(printed.nonOperational)}. Het totaal van ${number(printed.total)} ${printed.total === ours.total ? 'klopt' : 'wijkt ook af'}.`}
        </Paragraph>
      )}
      <Sources of={sourcesOf(rows)} documents={documents} />
    </Section>
  )
}

// Our own sum names the lines of all parts.
function sourcesOf(rows: readonly FormationRow[]): string[] {
  const sums = rows.filter(({ kind }) => kind !== 'onderdeel')
  return [...new Set((sums.length > 0 ? sums : rows).flatMap(({ sources }) => sources))].sort()
}
