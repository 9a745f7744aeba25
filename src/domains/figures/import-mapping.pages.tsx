import {
  Actions,
  Block,
  Button,
  ButtonLink,
  DataTable,
  Form,
  Notice,
  Opening,
  Radios,
  Section,
  SelectField,
  TextField,
} from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { importAddress, importBreadcrumbs, SentAlong, type Submission } from './import.parts'
import {
  type ChosenColumn,
  type ColumnFault,
  columnMeaning,
  constantColumns,
  type FileCell,
  guessMapping,
  headerOf,
  type ImportColumn,
  importColumns,
  type Mapping,
  requiredColumns,
} from './import-columns'
import { measurementKinds } from './measurement'

type MappingState = {
  readonly faults: readonly ColumnFault[]
  /** What holds now, when nothing was chosen by hand. */
  readonly current?: Mapping
  /** A number that can be read in two ways. */
  readonly unclear?: string
  /** What is wrong in the rows, read with what was chosen. */
  readonly inRows?: readonly string[]
}

const mostShown = 50

/** Asks which column of a file is which, with what the file says beside it. */
export function mappingPage(
  ask: Ask,
  sent: Submission,
  rows: readonly (readonly FileCell[])[],
  state: MappingState,
): Promise<Response> {
  const header = headerOf(rows)
  const { faults, unclear, inRows = [] } = state
  const chosen = sent.chosen ?? asChosen(state.current ?? guessMapping(header))
  const errors = [
    ...faults.map(({ column, message }) => ({ field: `kolom-${column}`, message })),
    ...(unclear ? [{ field: 'decimalen', message: `Hoe moeten wij ${unclear} lezen?` }] : []),
    ...inRows.slice(0, mostShown).map((message) => ({ field: 'kolom-waarde', message })),
  ]
  return ask.page(
    { title: 'Welke kolom is wat', breadcrumbs: importBreadcrumbs },
    <>
      <Opening
        title="Welke kolom is wat?"
        lead={`${sent.fileName} heeft ${count(header.length, 'kolom', 'kolommen')}. Kies wat waar staat. Er is nog niets bewaard.`}
      >
        {inRows.length > 0 && (
          <Notice kind="error" title="Het bestand is niet ingelezen.">
            {count(inRows.length, 'fout', 'fouten')}. Kies andere kolommen, of verbeter het bestand en{' '}
            <a class="nl-link" href={importAddress}>
              begin opnieuw
            </a>
            .{inRows.length > mostShown && ` Hier staan de eerste ${mostShown}.`}
          </Notice>
        )}
      </Opening>
      <Section id="bestand" title="Uit het bestand" intro="De eerste rijen." full>
        <DataTable
          caption="De eerste rijen van het bestand"
          hiddenCaption
          layout="scroll"
          rows={rows.slice(1, 4).map((cells) => ({ cells }))}
          empty="Onder de kop staat geen enkele regel."
          columns={header.map((name, at) => ({
            head: name || `kolom ${at + 1}`,
            cell: ({ cells }: { cells: readonly FileCell[] }) => shown(cells[at] ?? null),
          }))}
        />
      </Section>
      <Section
        id="formulier"
        title="Kolommen"
        intro="Staat iets niet in het bestand en is het voor elke regel hetzelfde, vul het dan zelf in."
      >
        <Form action={importAddress} errors={errors}>
          <SentAlong of={sent} withSource />
          {[...requiredColumns, ...optionalColumns].map((column) => (
            <ColumnChoice
              column={column}
              header={header}
              chosen={chosen.get(column) ?? { at: '', always: '' }}
              error={faults.find((fault) => fault.column === column)?.message}
            />
          ))}
          {(unclear !== undefined || sent.decimals !== null) && (
            <Radios
              name="decimalen"
              label="Hoe schrijft het bestand decimalen?"
              value={sent.decimals ?? ''}
              error={unclear === undefined ? undefined : `${unclear} kan op twee manieren gelezen worden.`}
              options={[
                { value: 'komma', label: 'Met een komma', description: '1.234 is duizend en nog wat' },
                { value: 'punt', label: 'Met een punt', description: '1.234 is iets meer dan een' },
              ]}
            />
          )}
          <Actions>
            <Button kind="primary">Bekijk wat er verandert</Button>
            <ButtonLink href={importAddress} kind="subtle">
              Terug zonder inlezen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    errors.length > 0 ? 422 : 200,
  )
}

const optionalColumns = importColumns.filter((column) => !requiredColumns.some((one) => one === column))

/** What can be chosen for every row, where there is little to choose from. */
const choicesOf: Readonly<Partial<Record<ImportColumn, readonly string[]>>> = {
  soort: measurementKinds,
  grens: ['precies', 'ongeveer', 'bijna', 'meer dan', 'minder dan', 'ten minste', 'ten hoogste'],
}

function asChosen(mapping: Mapping): Map<ImportColumn, ChosenColumn> {
  return new Map(
    [...mapping].map(([column, place]) => [
      column,
      'at' in place ? { at: String(place.at), always: '' } : { at: '', always: place.always },
    ]),
  )
}

const shown = (cell: FileCell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))

function ColumnChoice(props: {
  column: ImportColumn
  header: readonly string[]
  chosen: ChosenColumn
  error: string | undefined
}) {
  const { column, header, chosen, error } = props
  const { name, means } = columnMeaning[column]
  const isOptional = !requiredColumns.some((one) => one === column)
  const choices = choicesOf[column] ?? []
  const isTyped = choices.length === 0 && constantColumns.some((one) => one === column)
  return (
    <Block title={`${name.charAt(0).toUpperCase()}${name.slice(1)}`} level={3}>
      <SelectField
        name={`kolom-${column}`}
        label={`Kolom met ${name}`}
        description={means}
        optional={isOptional}
        value={chosen.at}
        error={error}
        options={[
          { value: '', label: 'staat niet in het bestand' },
          ...header.map((title, at) => ({ value: String(at), label: `kolom ${title || at + 1}` })),
          ...choices.map((choice) => ({ value: `=${choice}`, label: `voor alle regels: ${choice}` })),
        ]}
      />
      {isTyped && (
        <TextField name={`vast-${column}`} label="Of voor alle regels hetzelfde" optional value={chosen.always} />
      )}
    </Block>
  )
}
