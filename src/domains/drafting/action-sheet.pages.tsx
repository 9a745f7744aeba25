import {
  asWritten,
  csvForDutchExcel,
  csvForMachines,
  harmless,
  type Sheet,
  xlsx,
} from '../../platform/sheets/table-file'
import { readTable } from '../../platform/sheets/table-in'
import {
  Actions,
  Button,
  ButtonLink,
  DataTable,
  Downloads,
  FileField,
  Form,
  List,
  Notice,
  Opening,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, moment, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { clashKey, type RowChange } from './action-compare'
import { previewPage, sheetAddress, sheetHead } from './action-preview.pages'
import { mostFaults, type SheetIn, sheetColumns, sheetRows } from './action-sheet'
import {
  applySheet,
  type DraftSheet,
  findSheet,
  previewSheet,
  type SheetPreview,
  standingIn,
  undoing,
  undoSet,
} from './action-sheet.verbs'
import { draftAddress } from './address.parts'
import { type SentFile, sentFile } from './sent-file.parts'
import { type SheetSet, sheetMark, sheetSets } from './set.store'

const sheetKey = () => sheetMark + newSecret()
const found = (ask: Ask) => ask.read((tx) => findSheet(tx, ask.params.code ?? ''))

/** The actions of a draft as a file: what is read in again has the same columns. */
export const sheetFile = (kind: 'xlsx' | 'csv' | 'excel-csv') => async (ask: Ask) => {
  const sheet = await found(ask)
  if (!sheet) return ask.notFound()
  const standing = standingIn(sheet)
  const name = `${sheet.draft.code}-acties`
  const table: Sheet = { name, header: sheetColumns, rows: sheetRows(standing, sheet.known) }
  const headers = {
    'content-disposition': `attachment; filename="${name}.${kind === 'xlsx' ? 'xlsx' : 'csv'}"`,
    'cache-control': 'no-store',
  }
  if (kind === 'xlsx')
    return ask.file(
      await xlsx(table, true),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      headers,
    )
  // People open this one in a spreadsheet too.
  const safe = { ...table, rows: table.rows.map((row) => row.map(harmless)) }
  return ask.file(kind === 'csv' ? csvForMachines(safe) : csvForDutchExcel(table), 'text/csv; charset=utf-8', headers)
}

/** Where the actions are taken along and read in again, with what was kept before. */
export async function sheetPage(ask: Ask): Promise<Response> {
  const sheet = await found(ask)
  return sheet ? uploadPage(ask, sheet, []) : ask.notFound()
}

// A text with the name of a workbook is no table to whoever sent it: told by its first two bytes, as the reader does.
const isNoWorkbook = ({ bytes, fileName }: SentFile) =>
  /\.xlsx$/i.test(fileName) && !(bytes[0] === 0x50 && bytes[1] === 0x4b)

const refusals = {
  'no-workbook': 'Dit is geen Excel-bestand. Begin met het bestand dat u hier ophaalt.',
  'no-table': 'Dit is geen XLSX- of CSV-bestand met een tabel. Begin met het bestand dat u hier ophaalt.',
  'too-large': 'Dit bestand is te groot. Begin met het bestand dat u hier ophaalt.',
} as const

async function previewOf(
  sheet: DraftSheet,
  sent: SentFile,
): Promise<SheetPreview | { readonly faults: readonly string[] }> {
  const { bytes } = sent
  if (bytes.length === 0) return { faults: ['Kies een bestand.'] }
  if (isNoWorkbook(sent)) return { faults: [refusals['no-workbook']] }
  const table = await readTable(bytes)
  if ('refused' in table) return { faults: [refusals[table.refused]] }
  const given: SheetIn = {
    rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asWritten(cell.trim()) : cell))),
    hasPoints: table.delimiter === ',',
    merged: table.merged,
  }
  return previewSheet(sheet, given)
}

/** Shows what a file would change, and changes nothing. A wrong file is refused whole, with row and column. */
export async function compareSheet(ask: Ask): Promise<Response> {
  const sent = await sentFile(await ask.form())
  const sheet = await found(ask)
  if (!sheet) return ask.notFound()
  const preview = await previewOf(sheet, sent)
  if ('faults' in preview) return uploadPage(ask, sheet, preview.faults)
  return previewPage(ask, sheet, preview, { ...sent, key: sheetKey(), chosen: new Set() }, null)
}

/** Keeps what was shown; or shows it anew when it is no longer that. */
export async function applySheetForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const sent = await sentFile(form)
  const sheet = await found(ask)
  if (!sheet) return ask.notFound()
  const key = formKeyOf(form)
  const done = (amount: number) => ask.redirect(`${sheetAddress(sheet)}?ingelezen=${amount}`)
  const [kept] = await ask.read((tx) => sheetSets(tx, sheet.draft.code, key))
  // The second of a doubled click finds its work done.
  if (kept) return done(kept.actions.length)
  const preview = await previewOf(sheet, sent)
  if ('faults' in preview) return uploadPage(ask, sheet, preview.faults)
  const chosen = new Set(clashesOf(preview.plan.rows).filter((clash) => form.get(`botst-${clash}`) === 'bestand'))
  const shown = { ...sent, key, chosen }
  if (form.get('gezien') !== preview.seen) return previewPage(ask, sheet, preview, shown, meanwhile)
  const applied = await ask.write((tx) =>
    applySheet(tx, sheet, preview, chosen, { formKey: key, requestId: ask.requestId }),
  )
  if (applied.is === 'bewaard') return done(applied.actions.length)
  if (applied.is === 'twice')
    return previewPage(
      ask,
      sheet,
      preview,
      shown,
      `Bij ${sentenceList(applied.codes)} zou er een waarde én een doel in woorden komen te staan. Haal het bestand opnieuw op en kies een van beide.`,
    )
  const now = await found(ask)
  const next = now && (await previewOf(now, sent))
  return now && next && !('faults' in next) ? previewPage(ask, now, next, shown, meanwhile) : ask.notFound()
}

const meanwhile = 'Intussen veranderde iemand iets. Hieronder staat wat er nu zou gebeuren.'

const clashesOf = (rows: readonly RowChange[]) =>
  rows.flatMap(({ row, cells }) =>
    cells.filter(({ clash }) => clash).map(({ field }) => clashKey(row.code ?? '', field)),
  )

/** Gives the actions of something that was kept what they said before, as new versions. */
export async function undoSheet(ask: Ask): Promise<Response> {
  const key = formKeyOf(await ask.form())
  const sheet = await found(ask)
  if (!sheet) return ask.notFound()
  const undone = await ask.write((tx) =>
    undoSet(tx, sheet, ask.params.set ?? '', { formKey: key, requestId: ask.requestId }),
  )
  return undone === null ? ask.notFound() : ask.redirect(`${sheetAddress(sheet)}?teruggedraaid=${undone}`)
}

const amountIn = (ask: Ask, name: string) => Number.parseInt(ask.query.get(name) ?? '', 10)

async function uploadPage(ask: Ask, sheet: DraftSheet, faults: readonly string[]): Promise<Response> {
  const { draft, known, versions } = sheet
  const address = draftAddress(draft.code)
  const sets = await ask.read((tx) => sheetSets(tx, draft.code))
  const standing = standingIn(sheet)
  const [read, undone] = [amountIn(ask, 'ingelezen'), amountIn(ask, 'teruggedraaid')]
  return ask.page(
    sheetHead(sheet),
    <>
      <Opening
        title="Acties als Excel of CSV"
        lead="Haal alle acties op, wijzig wat u wilt of voeg rijen toe, en lees het bestand hier weer in. U ziet eerst wat er verandert."
        meta={[<TextLink href={address}>{draft.title}</TextLink>, 'Kost een paar minuten per keer']}
      >
        {faults.length === 0 && read >= 0 && (
          <Notice kind="done" announce title="Ingelezen.">
            {count(read, 'actie heeft een nieuwe versie', 'acties hebben een nieuwe versie')}. Terugdraaien kan
            hieronder.
          </Notice>
        )}
        {faults.length === 0 && undone > 0 && (
          <Notice kind="done" announce title="Teruggedraaid.">
            {count(undone, 'actie zegt', 'acties zeggen')} weer wat er daarvoor stond, als nieuwe versie.
          </Notice>
        )}
      </Opening>
      <Section
        id="ophalen"
        title="Ophalen"
        intro={`${count(standing.length, 'actie', 'acties')}. Laat code en versie staan.`}
      >
        <Downloads
          xlsx={`${address}/acties.xlsx`}
          excelCsv={`${address}/acties-excel.csv`}
          csv={`${address}/acties.csv`}
        />
        <List
          small
          items={[
            'Een nieuwe actie: een rij zonder code en zonder versie, met het hoofdstuk, het spoor, de titel en de trekker.',
            'Trekker, deelnemers en gebieden mogen een naam of een code zijn. Zet een puntkomma tussen meer dan één.',
            'Datum: 2027, 2027-Q3, 2027-11, 2027-11-30 of planperiode. Leeg mag ook.',
            'Een actie weglaten: ja in de kolom vervalt. Een rij die u weghaalt, verandert niets.',
            `Hoofdstukken: ${known.chapters.map(({ code, name }) => `${code} (${name})`).join(', ') || 'nog geen'}.`,
          ]}
        />
      </Section>
      <Section
        id="formulier"
        title="Inlezen"
        intro="Klopt er één cel niet, dan wordt niets ingelezen. Er wordt niets bewaard voordat u dat zegt."
      >
        {faults.length > 1 && (
          <Notice kind="error" title="Het bestand is niet ingelezen.">
            {faults.length < mostFaults
              ? `${count(faults.length, 'fout', 'fouten')}.`
              : `Hier staan de eerste ${mostFaults} fouten. Verder is het bestand niet nagekeken.`}{' '}
            Verbeter het bestand en lees het opnieuw in.
          </Notice>
        )}
        <Form action={sheetAddress(sheet)} sendsFiles errors={faults.map((message) => ({ field: 'bestand', message }))}>
          <FileField
            name="bestand"
            label="Bestand"
            description="XLSX of CSV, ten hoogste 5 MB."
            accept=".xlsx,.csv"
            {...(faults.length > 0 ? { error: 'Dit bestand klopt niet.' } : {})}
          />
          <Actions>
            <Button kind="primary">Bekijk wat er verandert</Button>
            <ButtonLink href={address} kind="subtle">
              Terug naar het concept
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
      <Section
        id="eerder"
        title="Eerder ingelezen"
        intro="Terugdraaien kan voor wat daarna niet opnieuw is gewijzigd. Elke actie krijgt dan een nieuwe versie met wat er eerst stond."
      >
        <DataTable
          caption="Eerder ingelezen bestanden"
          hiddenCaption
          rows={sets}
          empty="Er is nog geen bestand ingelezen."
          columns={[
            { head: 'Wanneer', rowHead: true, cell: ({ at }) => moment(at) },
            { head: 'Door', cell: ({ actedAs }) => actedAs },
            { head: 'Acties', align: 'number', cell: (set) => set.actions.length },
            { head: 'Terugdraaien', narrow: '', cell: (set) => <Undo sheet={sheet} set={set} versions={versions} /> },
          ]}
        />
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

function Undo({ sheet, set, versions }: { sheet: DraftSheet; set: SheetSet; versions: DraftSheet['versions'] }) {
  const { back, stays } = undoing(set, versions)
  if (back.length === 0) return <>daarna opnieuw gewijzigd</>
  return (
    <form action={`${sheetAddress(sheet)}/${set.key}/terugdraaien`} method="post">
      <input type="hidden" name="sleutel" value={sheetKey()} />
      <Button small>
        Draai {count(back.length, 'actie', 'acties')} terug
        <span class="sv-onzichtbaar"> van {moment(set.at)}</span>
      </Button>
      {stays.length > 0 && ` ${count(stays.length, 'is', 'zijn')} daarna opnieuw gewijzigd`}
    </form>
  )
}
