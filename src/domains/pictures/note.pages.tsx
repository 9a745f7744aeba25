import {
  Actions,
  Button,
  DataTable,
  DateField,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Section,
  SelectField,
  TextArea,
} from '../../platform/ui'
import { day as dayInWords, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { allCrimes, type CrimeType, crimeTypes } from '../crime'
import { type Note, type NoteFault, paragraphs, type TypedNote } from './note'
import { noteAddress } from './note.parts'
import { mayExplain, versionsOf } from './note.store'
import { type NoteOutcome, takeBack, type Writing, writeNote } from './note.verbs'
import { pictureAddress, picturesCrumb } from './picture.parts'
import { placeArea } from './picture.verbs'

type Desk = {
  readonly area: { readonly code: string; readonly name: string }
  readonly types: readonly CrimeType[]
  readonly versions: readonly Note[]
}

/** What the form needs; null for whoever may not write here, and where there are no figures. */
function deskOf(ask: Ask): Promise<Desk | null> {
  const code = ask.params.code ?? ''
  return ask.read(async (tx) => {
    if (!(await mayExplain(tx, code))) return null
    const placed = await placeArea(tx, { code, region: ask.region.code, on: ask.today, knownOn: ask.today })
    if (!placed || 'former' in placed) return null
    const types = (await crimeTypes(tx)).filter((one) => one.isPublishedMonthly && one.code !== allCrimes)
    return { area: placed.area, types, versions: await versionsOf(tx, code) }
  })
}

/** The form for a new explanation, or of one that stands. */
export async function notePage(ask: Ask): Promise<Response> {
  const desk = await deskOf(ask)
  if (!desk) return ask.notFound()
  const id = ask.query.get('duiding')
  const note = id ? desk.versions.find((one) => one.id === id) : undefined
  if (id && !note) return ask.notFound()
  return formPage(ask, desk, note ? typedFrom(note) : emptyOn(ask.today), note ?? null, [])
}

/** Keeps what was typed, or shows the form again with what is wrong. */
export async function writeNoteForm(ask: Ask): Promise<Response> {
  const desk = await deskOf(ask)
  if (!desk) return ask.notFound()
  const form = await ask.form()
  const text = textIn(form)
  const typed = { body: text('tekst'), type: text('soort'), from: dayIn(form, 'vanaf'), until: dayIn(form, 'tot') }
  const writing = writingOf(ask, desk, text('duiding'), text('versie'))
  const codes = desk.types.map(({ code }) => code)
  const outcome = await settled(ask.write((tx) => writeNote(tx, typed, codes, writing)))
  return answer(ask, desk, typed, writing, outcome)
}

/** Takes an explanation back. */
export async function takeBackForm(ask: Ask): Promise<Response> {
  const desk = await deskOf(ask)
  if (!desk) return ask.notFound()
  const form = await ask.form()
  const writing = writingOf(ask, desk, ask.params.duiding ?? '', String(form.get('versie') ?? ''))
  const note = desk.versions.find(({ id }) => id === writing.over?.id)
  if (!note) return ask.notFound()
  const outcome = await settled(ask.write((tx) => takeBack(tx, writing)))
  return answer(ask, desk, typedFrom(note), writing, outcome)
}

/** Somebody who kept the same version at this very moment was just before. */
const settled = (writing: Promise<NoteOutcome>) =>
  writing.catch((fault: unknown): NoteOutcome => {
    if ((fault as { code?: unknown }).code === '23505') return 'changed meanwhile'
    throw fault
  })

function writingOf(ask: Ask, { area }: Desk, id: string, version: string): Writing {
  const over = id ? { id, version: Number.parseInt(version, 10) || 0 } : null
  return { area: area.code, over, requestId: ask.requestId }
}

async function answer(ask: Ask, desk: Desk, typed: TypedNote, { over }: Writing, outcome: NoteOutcome) {
  if (outcome === 'absent') return ask.notFound()
  if (outcome === 'kept') return ask.redirect(`${pictureAddress(desk.area.code)}#duiding`)
  const again = (await deskOf(ask)) ?? desk
  const note = again.versions.find(({ id }) => id === over?.id) ?? null
  if (outcome === 'changed meanwhile')
    return formPage(ask, again, typed, note, [
      {
        field: 'tekst',
        message: 'Een collega wijzigde deze duiding intussen. Lees de versie hieronder, en bewaar opnieuw.',
      },
    ])
  return formPage(ask, again, typed, note, outcome.faults)
}

function formPage(
  ask: Ask,
  { area, types, versions }: Desk,
  typed: TypedNote,
  note: Note | null,
  faults: readonly NoteFault[],
): Promise<Response> {
  const errorOf = (field: NoteFault['field']) => faults.find((fault) => fault.field === field)?.message
  const earlier = versions.filter(({ id }) => id === note?.id)
  const title = note ? `Duiding van ${area.name} wijzigen` : `Duiding bij de cijfers van ${area.name}`
  return ask.page(
    {
      title: `${title} (${area.code})`,
      breadcrumbs: [
        picturesCrumb,
        { label: area.name, href: pictureAddress(area.code) },
        { label: 'Duiding', href: noteAddress(area.code, note?.id) },
      ],
    },
    <>
      <Opening title={title} lead="Leg uit wat het aantal niet zegt. Iedereen leest het boven de cijfers.">
        <Notice kind="attention" title="Noem geen personen, adressen of zaken die nog lopen.">
          Onder de tekst staan uw functie en de dag, niet uw naam.
        </Notice>
      </Opening>
      <Section
        id="formulier"
        title="Uw duiding"
        intro="Een nieuwe versie vervangt de vorige. Eerdere versies blijven bewaard."
      >
        <Form action={noteAddress(area.code)} errors={faults}>
          <input type="hidden" name="duiding" value={note?.id ?? ''} />
          <input type="hidden" name="versie" value={String(note?.version ?? 0)} />
          <TextArea
            name="tekst"
            label="Uitleg"
            description="Korte zinnen. Een lege regel begint een nieuwe alinea."
            value={typed.body}
            rows={8}
            error={errorOf('tekst')}
          />
          <SelectField
            name="soort"
            label="Waarover"
            value={typed.type}
            error={errorOf('soort')}
            options={[
              { value: '', label: 'Alle misdrijven samen' },
              ...types.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <DateField name="vanaf" label="Staat er vanaf" value={typed.from} error={errorOf('vanaf')} />
          <DateField
            name="tot"
            label="Staat er tot"
            optional
            description="De eerste dag waarop het er niet meer staat."
            value={typed.until}
            error={errorOf('tot')}
          />
          <KeepOrBack back={pictureAddress(area.code)} />
        </Form>
      </Section>
      {note && (
        <Section id="versies" title="Versies" intro="Alleen wie hier mag schrijven, ziet eerdere versies.">
          <DataTable
            caption="Versies van deze duiding"
            hiddenCaption
            rows={earlier}
            columns={[
              { head: 'Versie', rowHead: true, cell: ({ version }) => String(version) },
              { head: 'Geschreven', cell: ({ at, actedAs }) => `${moment(at)}, ${actedAs}` },
              {
                head: 'Staat er',
                cell: ({ from, until }) => `vanaf ${dayInWords(from)}${until ? ` tot ${dayInWords(until)}` : ''}`,
              },
              { head: 'Tekst', cell: ({ body }) => (body ? paragraphs(body).join(' ') : 'ingetrokken') },
            ]}
          />
          {note.body !== null && (
            <Form action={`/veiligheidsbeelden/${encodeURIComponent(area.code)}/duiding/${note.id}/intrekking`}>
              <input type="hidden" name="versie" value={String(note.version)} />
              <Actions>
                <Button kind="secondary">Trek deze duiding in</Button>
              </Actions>
            </Form>
          )}
        </Section>
      )}
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

const typedDate = (day: string | null) => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date && String(Number(date)), month: month && String(Number(month)), year }
}

const typedFrom = ({ body, type, from, until }: Note): TypedNote => ({
  body: body ?? '',
  type: type ?? '',
  from: typedDate(from),
  until: typedDate(until),
})

const emptyOn = (today: string): TypedNote => ({ body: '', type: '', from: typedDate(today), until: typedDate(null) })
