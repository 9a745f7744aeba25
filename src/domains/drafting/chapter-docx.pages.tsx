import { randomUUID } from 'node:crypto'
import { isUuid } from '../../kernel/typed'
import { documentTypes } from '../../platform/documents/file'
import { taggedDocxOf } from '../../platform/documents/tagged-docx'
import {
  Actions,
  Button,
  ButtonLink,
  FileField,
  Form,
  List,
  Notice,
  Opening,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { chapterAddress, trailOf } from './address.parts'
import { chapterDocument } from './chapter-document.parts'
import {
  applyReturn,
  type ChapterFile,
  findChapterFile,
  isNothing,
  previewReturn,
  type ReturnPreview,
} from './chapter-file.verbs'
import { longest } from './chapter-return'
import { ReturnFields, refusalWords } from './chapter-return.parts'
import { allNames } from './names.verbs'
import { SentAlong, type SentFile, sentFile } from './sent-file.parts'
import { isSetKept } from './set.store'

const asked = (ask: Ask) => [ask.params.code ?? '', ask.params.hoofdstuk ?? ''] as const
const found = (ask: Ask) => ask.read((tx) => findChapterFile(tx, ...asked(ask)))
const own = ({ draft, whole }: ChapterFile) => `${chapterAddress(draft.code, whole.chapter.code)}/word`

/** A chapter as a file for Word. */
export async function chapterDocx(ask: Ask): Promise<Response> {
  const open = await ask.read(async (tx) => {
    const file = await findChapterFile(tx, ...asked(ask))
    return file && { file, names: await allNames(tx) }
  })
  if (!open) return ask.notFound()
  const { file, names } = open
  const made = await taggedDocxOf(chapterDocument(file, names, { baseUrl: ask.installation.baseUrl, today: ask.today }))
  return ask.file(made, documentTypes.docx, {
    'content-disposition': `attachment; filename="${file.draft.code}-${file.whole.chapter.code}.docx"`,
    'cache-control': 'no-store',
  })
}

/** Where a chapter is taken along for Word and read in again. */
export async function wordPage(ask: Ask): Promise<Response> {
  const file = await found(ask)
  return file ? uploadPage(ask, file, null) : ask.notFound()
}

/** Shows what a file would change, and changes nothing. */
export async function compareWord(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const file = await found(ask)
  if (!file) return ask.notFound()
  const sent = await sentFile(form)
  if (sent.bytes.length === 0) return uploadPage(ask, file, 'Kies een bestand.')
  const preview = previewReturn(file, sent.bytes)
  if ('refused' in preview) return uploadPage(ask, file, refusalWords(preview))
  return previewPage(ask, file, preview, { ...sent, key: newSecret(), merged: new Map() }, null)
}

/** Keeps what was shown and chosen; or shows it anew when it is no longer that. */
export async function applyWord(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const file = await found(ask)
  if (!file) return ask.notFound()
  const key = formKeyOf(form)
  const sent = await sentFile(form)
  const preview = previewReturn(file, sent.bytes)
  if ('refused' in preview) return uploadPage(ask, file, refusalWords(preview))
  const merged = new Map(
    file.texts.flatMap(({ key: of }) => {
      const typed = form.get(`tekst-${of}`)
      return typeof typed === 'string' ? [[of, typed.replace(/\r\n?/g, '\n').trim()] as const] : []
    }),
  )
  const shown: Shown = { ...sent, key, merged }
  const isKept = await ask.read((tx) => isSetKept(tx, file.draft.code, key))
  // The second of a doubled click finds its work done.
  if (isKept || isNothing(preview.plan)) return ask.redirect(`${own(file)}?ingelezen=ja`)
  if (form.get('gezien') !== preview.seen) return previewPage(ask, file, preview, shown, 'changed')
  if (mergeFaults(preview, merged).size > 0) return previewPage(ask, file, preview, shown, 'merged')
  const applied = await ask.write((tx) =>
    applyReturn(
      tx,
      file,
      preview,
      {
        merged,
        gone: new Set(form.getAll('vervalt').map(String)),
        added: new Map(
          form.getAll('nieuw').flatMap((nr) => {
            const id = String(form.get(`id-${nr}`) ?? '')
            return isUuid(id) ? [[Number(nr), id] as const] : []
          }),
        ),
        hasComments: form.has('opmerkingen'),
      },
      { formKey: key, requestId: ask.requestId },
    ),
  )
  if (applied.is === 'bewaard') return ask.redirect(`${own(file)}?ingelezen=ja`)
  if (applied.is !== 'botst') return ask.notFound()
  const now = await found(ask)
  const next = now && previewReturn(now, sent.bytes)
  return now && next && !('refused' in next) ? previewPage(ask, now, next, shown, 'changed') : ask.notFound()
}

/** What is wrong with the texts that somebody made of two, by key. */
function mergeFaults({ plan }: ReturnPreview, merged: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    plan.changes.flatMap(({ of }) => {
      const text = merged.get(of.key)
      if (text === undefined) return []
      if (text === '') return [[of.key, 'Schrijf de tekst die het wordt.']]
      return text.length > longest[of.what] ? [[of.key, `Gebruik ten hoogste ${longest[of.what]} tekens.`]] : []
    }),
  )
}

type Shown = SentFile & { readonly key: string; readonly merged: ReadonlyMap<string, string> }

function head(file: ChapterFile) {
  const { draft, whole } = file
  return {
    title: `${whole.chapter.title} in Word`,
    breadcrumbs: [...trailOf(draft, whole.chapter), { label: 'Bewerken in Word', href: own(file) }],
  }
}

function uploadPage(ask: Ask, file: ChapterFile, fault: string | null): Promise<Response> {
  const { draft, whole } = file
  const back = chapterAddress(draft.code, whole.chapter.code)
  const texts = file.texts.filter(({ now, what }) => now !== null && what !== 'heading').length
  return ask.page(
    head(file),
    <>
      <Opening
        title="Bewerken in Word"
        lead="Haal het hoofdstuk op, schrijf erin of laat anderen erin schrijven, en lees het hier weer in. U ziet eerst wat er verandert."
        meta={[<TextLink href={back}>{whole.chapter.title}</TextLink>, 'Kost een paar minuten per keer']}
      >
        {ask.query.get('ingelezen') === 'ja' && fault === null && (
          <Notice kind="done" announce title="Ingelezen.">
            Alles wat u koos, is bewaard. Van elke tekst staat de vorige versie er nog.{' '}
            <TextLink href={back}>Bekijk het hoofdstuk</TextLink>
          </Notice>
        )}
      </Opening>
      <Section
        id="ophalen"
        title="Ophalen"
        intro={`${count(texts, 'alinea of actie', 'alinea’s en acties')}, met de opmerkingen die open staan.`}
      >
        <Actions>
          <ButtonLink href={`${back}/hoofdstuk.docx`}>Haal het Word-bestand op</ButtonLink>
        </Actions>
        <List
          small
          items={[
            'Word houdt bij wat er verandert. Wat ingevoegd is, telt mee; wat doorgehaald is, niet.',
            'Wie geen account heeft, kan ook in het bestand schrijven. Een naam bij een opmerking nemen wij niet over.',
            'LibreOffice kan ook. Sla op als Word (.docx).',
          ]}
        />
      </Section>
      <Section id="formulier" title="Inlezen" intro="Er wordt niets bewaard voordat u dat zegt.">
        <Form action={own(file)} sendsFiles errors={fault === null ? [] : [{ field: 'bestand', message: fault }]}>
          <FileField
            name="bestand"
            label="Word-bestand"
            description="Het bestand dat u hier ophaalde, als .docx van ten hoogste 5 MB."
            accept=".docx"
            {...(fault === null ? {} : { error: fault })}
          />
          <Actions>
            <Button kind="primary">Bekijk wat er verandert</Button>
            <ButtonLink href={back} kind="subtle">
              Terug naar het hoofdstuk
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    fault === null ? 200 : 422,
  )
}

const words = {
  changed: ['tekst is gewijzigd', 'teksten zijn gewijzigd'],
  conflict: ['tekst botst', 'teksten botsen'],
  gone: ['tekst ontbreekt', 'teksten ontbreken'],
} as const

function previewPage(
  ask: Ask,
  file: ChapterFile,
  preview: ReturnPreview,
  shown: Shown,
  wrong: 'changed' | 'merged' | null,
): Promise<Response> {
  const { plan, notHis, said } = preview
  const { changes, added, comments } = plan
  const counts = [
    ...(['changed', 'conflict', 'gone'] as const).flatMap((becomes) => {
      const amount = changes.filter((one) => one.becomes === becomes).length
      return amount > 0 ? [count(amount, words[becomes][0], words[becomes][1])] : []
    }),
    ...(added.length > 0 ? [count(added.length, 'alinea is nieuw', 'alinea’s zijn nieuw')] : []),
    ...(comments.length > 0 ? [count(comments.length, 'opmerking is nieuw', 'opmerkingen zijn nieuw')] : []),
  ]
  const isEmpty = isNothing(plan)
  const faults = wrong === 'merged' ? mergeFaults(preview, shown.merged) : new Map<string, string>()
  const told = [
    ...(said.isTracked
      ? ['In Word zijn wijzigingen bijgehouden. Wat ingevoegd is, telt mee; wat doorgehaald is, niet.']
      : []),
    ...(plan.isMoved
      ? ['In het bestand staan teksten in een andere volgorde. De volgorde hier blijft zoals zij is.']
      : []),
    ...(said.leftOut.length > 0
      ? [
          `In het bestand staat meer dan tekst: ${sentenceList(said.leftOut)}. Dat gaat niet mee; tekst uit een tabel wel.`,
        ]
      : []),
    ...said.changedFixed.map(
      (text) => `Deze regel was om te lezen, en wat erin veranderde gaat niet mee: ${text.slice(0, 160)}`,
    ),
    ...(notHis.length > 0
      ? [
          `${count(notHis.length, 'wijziging is', 'wijzigingen zijn')} in tekst die u niet mag wijzigen. Die gaat niet mee.`,
        ]
      : []),
  ]
  return ask.page(
    head(file),
    <>
      <Opening
        title="Wat er verandert"
        lead={isEmpty ? 'Dit bestand verandert niets.' : `${sentenceList(counts)}. Er is nog niets bewaard.`}
        meta={[shown.fileName, count(plan.unchanged, 'tekst is gelijk gebleven', 'teksten zijn gelijk gebleven')]}
      >
        {wrong === 'changed' && (
          <Notice kind="error" announce title="Er is nog niets bewaard.">
            Intussen veranderde iemand iets. Hieronder staat wat er nu zou gebeuren; wat u zelf samenvoegde, staat er
            nog.
          </Notice>
        )}
        {told.length > 0 && (
          <Notice kind="attention" title="Let op.">
            <List items={told} />
          </Notice>
        )}
      </Opening>
      <Form
        action={`${own(file)}/toepassen`}
        errors={Array.from(faults, ([of, message]) => ({ field: `tekst-${of}`, message }))}
      >
        <SentAlong of={shown} formKey={shown.key} seen={preview.seen} />
        {added.map(({ nr }) => (
          <input type="hidden" name={`id-${nr}`} value={randomUUID()} />
        ))}
        <ReturnFields file={file} plan={plan} merged={shown.merged} faults={faults} />
        <Actions>
          {!isEmpty && <Button kind="primary">Bewaar wat hier staat</Button>}
          <ButtonLink href={own(file)} kind="subtle">
            Terug zonder inlezen
          </ButtonLink>
        </Actions>
      </Form>
    </>,
    wrong === 'changed' ? 409 : wrong === 'merged' ? 422 : 200,
  )
}
