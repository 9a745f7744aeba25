import { csvForDutchExcel, type Sheet, xlsx } from '../../platform/sheets/table-file'
import {
  Actions,
  Button,
  DataTable,
  DateField,
  Downloads,
  FileField,
  FilterForm,
  Form,
  List,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextField,
} from '../../platform/ui'
import { count, moment, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Import } from './import'
import {
  ImportDocument,
  importAddress,
  importBreadcrumbs,
  restingSentence,
  SentAlong,
  type Submission,
} from './import.parts'
import { listImports } from './import.store'
import { undoImport } from './import.verbs'
import { columnMeaning, importColumns } from './import-columns'
import type { Indicator } from './indicator'
import { findIndicator, listIndicators } from './indicator.store'
import type { Measurement } from './measurement'
import { measurementsOf } from './measurement.store'

/** A file with the columns that are read in again: empty, or with the measurements of one indicator. */
export function templateFile(kind: 'xlsx' | 'csv') {
  return async (ask: Ask): Promise<Response> => {
    const code = ask.query.get('indicator') ?? ''
    const found = await ask.read(async (tx) => {
      if (code === '') return []
      return (await findIndicator(tx, code)) ? measurementsOf(tx, { indicator: code, knownOn: ask.today }) : null
    })
    if (!found) return ask.notFound()
    const name = code === '' ? 'metingen-sjabloon' : `metingen-${code}`
    const sheet: Sheet = { name, header: importColumns, rows: found.map(asRow) }
    const headers = { 'content-disposition': `attachment; filename="${name}.${kind}"` }
    return kind === 'xlsx'
      ? ask.file(await xlsx(sheet), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', headers)
      : ask.file(csvForDutchExcel(sheet), 'text/csv; charset=utf-8', headers)
  }
}

const asRow = (one: Measurement) => [
  one.code,
  one.indicator,
  one.area,
  one.period,
  one.basePeriod,
  one.kind,
  one.value,
  one.unit,
  one.qualifier,
  one.printed,
  one.note,
]

/** The first step, and the files that were read in before. */
export async function importPage(ask: Ask): Promise<Response> {
  return startPage(ask, null, [])
}

/** Takes a file back, or says what stands on it. */
export async function undoImportForm(ask: Ask): Promise<Response> {
  const outcome = await ask.write((tx) => undoImport(tx, ask.params.bestand ?? '', ask.requestId))
  if (!outcome) return ask.notFound()
  if ('refused' in outcome) return startPage(ask, null, [], outcome.refused)
  return ask.redirect(`${importAddress}?teruggedraaid=${outcome.undone.document}`)
}

export type StartFault = { readonly field: 'bestand' | 'titel' | 'bekend'; readonly message: string }

const mostShown = 50

/** The first step with what was sent and what is wrong with it. `refused` is a file that could not be taken back. */
export async function startPage(
  ask: Ask,
  sent: Submission | null,
  faults: readonly StartFault[],
  refused: Import | null = null,
): Promise<Response> {
  const { imports, indicators } = await ask.read(async (tx) => ({
    imports: await listImports(tx),
    indicators: (await listIndicators(tx)).items,
  }))
  const named = (name: string) => imports.find(({ document }) => document === ask.query.get(name))
  const [done, undone] = [named('ingelezen'), named('teruggedraaid')]
  return ask.page(
    { title: 'Cijfers inlezen', breadcrumbs: importBreadcrumbs },
    <>
      <Opening
        title="Cijfers inlezen"
        lead="Lees getallen in uit een CSV- of XLSX-bestand. U ziet eerst wat er verandert. Het bestand wordt een bron: bij elk getal staat uit welke rij het komt."
      >
        {done && !done.undone && (
          <Notice kind="done" announce title={`${count(done.measurementCount, 'getal', 'getallen')} ingelezen.`}>
            Ze staan nu bij de bron <ImportDocument of={done} />.
          </Notice>
        )}
        {undone?.undone && (
          <Notice kind="done" announce title="Teruggedraaid.">
            De getallen uit {undone.title} tellen niet meer mee en staan niet meer in de lijsten. Hun adressen blijven.
          </Notice>
        )}
        {refused && (
          <Notice kind="error" announce title={`${refused.title} is niet teruggedraaid.`}>
            {restingSentence(refused)} Haal dat eerst weg.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Inlezen" intro="Klopt er iets niet, dan wordt niets ingelezen.">
        <StartForm sent={sent} faults={faults} />
      </Section>
      <TemplateSection indicators={indicators} />
      <ImportsSection imports={imports} />
    </>,
    refused ? 409 : faults.length > 0 ? 422 : 200,
  )
}

function StartForm({ sent, faults }: { sent: Submission | null; faults: readonly StartFault[] }) {
  const ofFile = faults.filter(({ field }) => field === 'bestand')
  const errorOf = (field: StartFault['field']) => faults.find((fault) => fault.field === field)?.message
  // A file with faults has to be mended and chosen again; a good one goes along.
  const goesAlong = sent !== null && ofFile.length === 0 && sent.bytes.length > 0
  return (
    <>
      {ofFile.length > 1 && (
        <Notice kind="error" title="Het bestand is niet ingelezen.">
          {count(ofFile.length, 'fout', 'fouten')}. Verbeter het bestand en kies het opnieuw.
          {ofFile.length > mostShown && ` Hier staan de eerste ${mostShown}.`}
        </Notice>
      )}
      <Form
        action={importAddress}
        sendsFiles
        errors={[...faults.filter(({ field }) => field !== 'bestand'), ...ofFile.slice(0, mostShown)]}
      >
        {goesAlong && <SentAlong of={sent} withColumns />}
        <FileField
          name="bestand"
          label="Bestand"
          description={
            goesAlong
              ? `${sent.fileName} hebben wij al. Kies alleen een bestand als het een ander moet zijn.`
              : 'XLSX of CSV, ten hoogste 5 MB en 20.000 rijen. Een lege cel is onbekend, en geen nul.'
          }
          accept=".xlsx,.csv"
          error={ofFile.length > 0 ? 'Dit bestand klopt niet.' : undefined}
        />
        <TextField
          name="titel"
          label="Titel van de bron"
          description="Zo heet de bron overal waar een getal eruit staat, bijvoorbeeld: Jaarverslag Veilig Thuis 2025."
          value={sent?.title ?? ''}
          error={errorOf('titel')}
        />
        <DateField
          name="bekend"
          label="Wanneer werd de bron bekend?"
          description="De dag waarop hij is gepubliceerd."
          value={sent?.published}
          error={errorOf('bekend')}
        />
        <Actions>
          <Button kind="primary">Bekijk wat er verandert</Button>
        </Actions>
      </Form>
    </>
  )
}

function TemplateSection({ indicators }: { indicators: readonly Indicator[] }) {
  return (
    <Section
      id="ophalen"
      title="Ophalen"
      intro="Een bestand met deze kolommen wordt meteen begrepen. Bij andere kolommen vragen wij welke wat is."
    >
      <Downloads xlsx={`${importAddress}/sjabloon.xlsx`} excelCsv={`${importAddress}/sjabloon.csv`} />
      <List
        items={importColumns.map((column) => (
          <>
            <strong>{column}</strong>: {columnMeaning[column].name}. {columnMeaning[column].means}
          </>
        ))}
      />
      <Paragraph>
        Of begin met de getallen die er al zijn. Leest u dat bestand weer in, dan verandert er niets.
      </Paragraph>
      <FilterForm
        action={`${importAddress}/sjabloon.xlsx`}
        label="Haal de getallen van een cijfer op"
        fields={[
          {
            kind: 'select',
            name: 'indicator',
            label: 'Cijfer',
            options: indicators.map(({ code, title }) => ({ value: code, label: `${title} (${code})` })),
          },
        ]}
        submit="Haal op als XLSX"
      />
    </Section>
  )
}

function ImportsSection({ imports }: { imports: readonly Import[] }) {
  return (
    <Section
      id="eerder"
      title="Eerder ingelezen"
      intro="Terugdraaien kan zolang er niets anders op rust. De adressen van de getallen blijven bestaan."
    >
      <DataTable
        caption="Eerder ingelezen bestanden"
        hiddenCaption
        rows={imports}
        rowId={({ document }) => document}
        empty="Er is nog geen bestand ingelezen."
        columns={[
          { head: 'Bron', rowHead: true, cell: (one) => <ImportDocument of={one} /> },
          { head: 'Bestand', cell: ({ fileName }) => fileName },
          { head: 'Getallen', align: 'number', cell: ({ measurementCount }) => number(measurementCount) },
          { head: 'Wanneer en door wie', cell: ({ at, actedAs }) => `${moment(at)}, ${actedAs}` },
          { head: 'Terugdraaien', narrow: '', cell: (one) => <Undo of={one} /> },
        ]}
      />
    </Section>
  )
}

function Undo({ of }: { of: Import }) {
  if (of.undone) return <>{`Teruggedraaid op ${moment(of.undone.at)}, ${of.undone.actedAs}`}</>
  const resting = restingSentence(of)
  if (resting) return <>{`Kan niet. ${resting}`}</>
  return (
    <form action={`${importAddress}/${of.id}/terugdraaien`} method="post">
      <Button small>
        Draai terug<span class="sv-onzichtbaar"> wat uit {of.title} kwam</span>
      </Button>
    </form>
  )
}
