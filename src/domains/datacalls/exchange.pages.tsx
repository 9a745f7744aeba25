import type { Child } from 'hono/jsx'
import { csvForDutchExcel, type Sheet, xlsx } from '../../platform/sheets/table-file'
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
} from '../../platform/ui'
import { count, moment, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { keepTyped } from './answer.pages'
import { findTask, type Task, undoImport } from './answer.verbs'
import { latestAnswer, undoing } from './call'
import { callAddress, contentWords, taskAddress } from './call.parts'
import { type Import, listImports } from './call.store'
import { asTyped, type Content, isSame, settle } from './entry'
import { type FileEntry, fileColumns, fileRows, readFile } from './exchange'

const theTask = (ask: Ask) => [ask.params.code ?? '', ask.params.houder ?? ''] as const

/** The lines of a holder as a file to fill in: what is read in again has the same columns. */
export function answerFile(kind: 'xlsx' | 'csv') {
  return async (ask: Ask): Promise<Response> => {
    const task = await ask.read((tx) => findTask(tx, ...theTask(ask)))
    if (!task) return ask.notFound()
    const name = `${task.call.code}-${task.holder.code}`
    const sheet: Sheet = { name, header: fileColumns, rows: fileRows(task.lines) }
    const headers = { 'content-disposition': `attachment; filename="${name}.${kind}"` }
    return kind === 'xlsx'
      ? ask.file(await xlsx(sheet), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', headers)
      : ask.file(csvForDutchExcel(sheet), 'text/csv; charset=utf-8', headers)
  }
}

/** Where a file is taken along and read in, with the files that were read in before. */
export async function exchangePage(ask: Ask): Promise<Response> {
  const found = await withImports(ask)
  return found ? uploadPage(ask, found, []) : ask.notFound()
}

type WithImports = { readonly task: Task; readonly imports: readonly Import[] }

const withImports = (ask: Ask): Promise<WithImports | null> =>
  ask.read(async (tx) => {
    const task = await findTask(tx, ...theTask(ask))
    return task && { task, imports: await listImports(tx, task.call.code, task.holder.code) }
  })

const refusals = {
  'no-table': 'Dit is geen XLSX- of CSV-bestand met een tabel. Begin met het bestand dat u hier ophaalt.',
  'too-large': 'Dit bestand is te groot. Begin met het bestand dat u hier ophaalt.',
} as const

/** Shows what a file would change, and changes nothing. A wrong file is refused whole, with row and column. */
export async function previewFile(ask: Ask): Promise<Response> {
  const file = (await ask.form()).get('bestand')
  const found = await withImports(ask)
  if (!found) return ask.notFound()
  if (!(file instanceof File) || file.size === 0) return uploadPage(ask, found, ['Kies een bestand.'])
  const table = await readTable(new Uint8Array(await file.arrayBuffer()))
  if ('refused' in table) return uploadPage(ask, found, [refusals[table.refused]])
  const read = readFile(table.rows, found.task.lines)
  return 'faults' in read
    ? uploadPage(ask, found, read.faults)
    : previewPage(ask, found.task, read.entries, file.name.slice(-200) || 'bestand')
}

/** Keeps what was shown, as one import. */
export async function applyFile(ask: Ask): Promise<Response> {
  const form = await ask.form()
  return keepTyped(ask, form, String(form.get('bestandsnaam') ?? '').slice(-200) || 'bestand')
}

/** Takes an import back as far as that still can be done. */
export async function undoForm(ask: Ask): Promise<Response> {
  const undone = await ask.write(async (tx) => {
    const task = await findTask(tx, ...theTask(ask))
    return task && { task, lines: await undoImport(tx, task, ask.params.bestand ?? '', ask.requestId) }
  })
  if (!undone || undone.lines === 0) return ask.notFound()
  const { call, holder } = undone.task
  return ask.redirect(`${taskAddress(call.code, holder.code)}/inlezen?teruggedraaid=${undone.lines}`)
}

function head({ call, holder }: Task) {
  const address = taskAddress(call.code, holder.code)
  return {
    title: `${call.title} inlezen voor ${holder.name}`,
    breadcrumbs: [
      { label: 'Uitvragen', href: '/uitvragen' },
      { label: call.title, href: callAddress(call.code) },
      { label: 'Invullen', href: address },
      { label: 'Inlezen', href: `${address}/inlezen` },
    ],
  }
}

const mostShown = 50

function uploadPage(ask: Ask, { task, imports }: WithImports, faults: readonly string[]): Promise<Response> {
  const { call, holder, lines } = task
  const address = taskAddress(call.code, holder.code)
  const undone = Number.parseInt(ask.query.get('teruggedraaid') ?? '', 10)
  return ask.page(
    head(task),
    <>
      <Opening
        title={`Met een bestand voor ${holder.name}`}
        lead={`Haal het bestand op, vul de kolom waarde in, en lees het hier weer in. U ziet eerst wat er verandert.`}
      >
        {undone > 0 && (
          <Notice kind="done" announce title="Teruggedraaid.">
            {count(undone, 'cijfer heeft', 'cijfers hebben')} het antwoord van daarvoor terug.
          </Notice>
        )}
      </Opening>
      <Section
        id="ophalen"
        title="Ophalen"
        intro={`${count(lines.length, 'cijfer', 'cijfers')}. Laat code, eenheid en versie staan.`}
      >
        <Downloads xlsx={`${address}/uitvraag.xlsx`} excelCsv={`${address}/uitvraag.csv`} />
      </Section>
      <Section
        id="formulier"
        title="Inlezen"
        intro="Klopt er iets niet, dan wordt niets ingelezen. Een lege cel is onbekend, en geen nul."
      >
        {faults.length > 0 && (
          <Notice kind="error" title="Het bestand is niet ingelezen.">
            {count(faults.length, 'fout', 'fouten')}. Verbeter het bestand en lees het opnieuw in.
          </Notice>
        )}
        {faults.length > mostShown && <List items={[`Hier staan de eerste ${mostShown}.`]} />}
        <Form
          action={`${address}/inlezen`}
          sendsFiles
          errors={faults.slice(0, mostShown).map((message) => ({ field: 'bestand', message }))}
        >
          <FileField
            name="bestand"
            label="Bestand"
            description="XLSX of CSV, ten hoogste 5 MB."
            accept=".xlsx,.csv"
            error={faults.length > 0 ? 'Dit bestand klopt niet.' : undefined}
          />
          <Actions>
            <Button kind="primary">Bekijk wat er verandert</Button>
            <ButtonLink href={address} kind="subtle">
              Terug naar het formulier
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
      <Section
        id="eerder"
        title="Eerder ingelezen"
        intro="Terugdraaien kan voor wat nog niet is ondertekend en niet opnieuw is ingevuld."
      >
        <DataTable
          caption="Eerder ingelezen bestanden"
          hiddenCaption
          rows={imports}
          empty="Er is nog geen bestand ingelezen."
          columns={[
            { head: 'Bestand', rowHead: true, cell: ({ fileName }) => fileName },
            { head: 'Wanneer', cell: ({ at }) => moment(at) },
            { head: 'Door', cell: ({ actedAs }) => actedAs },
            { head: 'Terugdraaien', narrow: '', cell: (one) => <Undo task={task} of={one} /> },
          ]}
        />
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

function Undo({ task, of }: { task: Task; of: Import }) {
  const { back, stays } = undoing(task.lines, of.id)
  const staying = stays.map(({ line, because }) =>
    because === 'signed' ? `${line.title} (ondertekend)` : `${line.title} (opnieuw ingevuld)`,
  )
  const rest: Child = staying.length > 0 && <>Blijft staan: {sentenceList(staying)}.</>
  if (back.length === 0) return <>{rest || 'teruggedraaid'}</>
  return (
    <form action={`${taskAddress(task.call.code, task.holder.code)}/inlezen/${of.id}/terugdraaien`} method="post">
      <Button small>
        Draai {count(back.length, 'cijfer', 'cijfers')} terug
        <span class="sv-onzichtbaar"> uit {of.fileName}</span>
      </Button>{' '}
      {rest}
    </form>
  )
}

type Change = FileEntry & { readonly current: Content; readonly version: number; readonly isConflict: boolean }

function changesOf(entries: readonly FileEntry[]): Change[] {
  return entries.flatMap((entry) => {
    const latest = latestAnswer(entry.line)
    const current: Content = latest?.content ?? { kind: 'leeg' }
    const seen = entry.line.answers.find(({ version }) => version === entry.seen)?.content ?? { kind: 'leeg' as const }
    const becomes = settle(seen, current, entry.content)
    if (becomes === 'unchanged' || isSame(current, entry.content)) return []
    return [{ ...entry, current, version: latest?.version ?? 0, isConflict: becomes === 'conflict' }]
  })
}

function previewPage(ask: Ask, task: Task, entries: readonly FileEntry[], fileName: string): Promise<Response> {
  const changes = changesOf(entries)
  const conflicts = changes.filter(({ isConflict }) => isConflict)
  const address = taskAddress(task.call.code, task.holder.code)
  return ask.page(
    head(task),
    <>
      <Opening
        title="Wat er verandert"
        lead={
          changes.length === 0
            ? 'Dit bestand verandert niets.'
            : `${count(changes.length, 'cijfer verandert', 'cijfers veranderen')}. Er is nog niets bewaard.`
        }
        meta={[fileName]}
      >
        {conflicts.length > 0 && (
          <Notice kind="attention" title="Iemand anders vulde intussen ook in.">
            Bij {sentenceList(conflicts.map(({ line }) => line.title))} staat hieronder wat er nu is en wat in uw
            bestand staat. Leest u in, dan komt uw antwoord erbij als nieuwe versie.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Vergelijk" full>
        <DataTable
          caption="Wat er verandert"
          hiddenCaption
          rows={changes}
          empty="Alles in het bestand is gelijk aan wat er al staat."
          columns={[
            { head: 'Cijfer', rowHead: true, cell: ({ line }) => line.title },
            { head: 'Eenheid', cell: ({ line }) => line.unit },
            { head: 'Nu', cell: ({ line, current }) => contentWords(current, line.unit) },
            { head: 'In het bestand', cell: ({ line, content }) => contentWords(content, line.unit) },
            {
              head: 'Toelichting in het bestand',
              cell: ({ content }) => (content.kind === 'getal' ? (content.note ?? '') : ''),
            },
          ]}
        />
        <Form action={`${address}/inlezen/toepassen`}>
          <input type="hidden" name="bestandsnaam" value={fileName} />
          {changes.map(({ line, content, version }) => {
            const { value, cannot, note } = asTyped(content)
            return (
              <>
                <input type="hidden" name={`waarde-${line.code}`} value={value} />
                {cannot && <input type="hidden" name={`niet-${line.code}`} value="ja" />}
                <input type="hidden" name={`toelichting-${line.code}`} value={note} />
                <input type="hidden" name={`versie-${line.code}`} value={version} />
              </>
            )
          })}
          <Actions>
            {changes.length > 0 && <Button kind="primary">Lees {count(changes.length, 'cijfer', 'cijfers')} in</Button>}
            <ButtonLink href={`${address}/inlezen`} kind="subtle">
              Terug zonder inlezen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
  )
}
