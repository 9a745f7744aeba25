import { randomUUID } from 'node:crypto'
import { type Fault, isUuid, neededText, optionalText, tidy } from '../../kernel/typed'
import {
  ButtonLink,
  Checkboxes,
  errorsAt,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Section,
  TextArea,
  TextDiff,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { chapterAddress, paragraphAddress, trailOf } from './address.parts'
import type { Applied, ParagraphChange } from './change-set'
import { applyChanges } from './change-set.store'
import { type Paragraph, paragraphKinds } from './chapter'
import { parts } from './draft'
import { lookBackText } from './look-back.verbs'
import { type OpenedChapter, openChapter, writesPart } from './opened.verbs'
import { SideBySide } from './side-by-side.parts'
import { readSeq } from './typed'
import { paragraphWords, partWords } from './words.parts'

type Of = Pick<Paragraph, 'id' | 'kind' | 'part'> & { readonly last: Paragraph | null }
type Typed = { readonly title: string; readonly body: string; readonly seq: string; readonly isRemoved: boolean }
type Shown = {
  readonly typed: Typed
  readonly seen: number
  readonly key: string
  readonly faults: readonly Fault[]
  /** What a colleague kept meanwhile. */
  readonly theirs?: Paragraph
}

/** The paragraph that is asked for, or a new one of a kind; null when it is not there or not his to write. */
function ofAsked(opened: OpenedChapter, asked: { id: string; kind: string; part: string }): Of | null {
  const last = opened.whole.paragraphs.find(({ id }) => id === asked.id) ?? null
  const kind = last?.kind ?? paragraphKinds.find((one) => one === asked.kind)
  const part = last?.part ?? (kind === 'terugblik' ? parts.find((one) => one === asked.part) : 'bureau')
  return kind && part && isUuid(asked.id) && writesPart(opened.rights, kind, part)
    ? { id: asked.id, kind, part, last }
    : null
}

const find = (ask: Ask) => ask.read((tx) => openChapter(tx, ask.params.code ?? '', ask.params.hoofdstuk ?? ''))

/** An empty form for a new paragraph; a look-back can come filled with what is known of last year's actions. */
export async function newParagraphPage(ask: Ask): Promise<Response> {
  const opened = await find(ask)
  const of =
    opened &&
    ofAsked(opened, { id: randomUUID(), kind: ask.query.get('soort') ?? '', part: ask.query.get('deel') ?? '' })
  if (!opened || !of) return ask.notFound()
  const filled = ask.query.get('voorvullen') === 'ja'
  const body = filled ? await ask.read((tx) => lookBackText(tx, opened)) : ''
  const seq = String(Math.min(9999, Math.max(0, ...opened.whole.paragraphs.map((one) => one.seq)) + 10))
  return draw(ask, opened, of, {
    typed: { title: '', body, seq, isRemoved: false },
    seen: 0,
    key: newSecret(),
    faults: [],
  })
}

export async function paragraphFormPage(ask: Ask): Promise<Response> {
  const opened = await find(ask)
  const of = opened && ofAsked(opened, { id: ask.params.alinea ?? '', kind: '', part: '' })
  if (!opened || !of?.last) return ask.notFound()
  const { title, body, seq, isRemoved, version } = of.last
  const typed = { title: title ?? '', body, seq: String(seq), isRemoved }
  return draw(ask, opened, of, { typed, seen: version, key: newSecret(), faults: [] })
}

/** Keeps a paragraph as its next version; or shows what was typed again, with what is wrong or what a colleague wrote. */
export async function writeParagraph(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const text = textIn(form)
  const opened = await find(ask)
  const of = opened && ofAsked(opened, { id: ask.params.alinea ?? '', kind: text('soort'), part: text('deel') })
  if (!opened || !of) return ask.notFound()
  const { draft, whole } = opened
  const typed = { title: text('titel'), body: tidy(text('tekst')), seq: text('plaats'), isRemoved: form.has('weg') }
  const seen = Number.parseInt(text('versie'), 10) || 0
  const key = formKeyOf(form)
  const faults: Fault[] = []
  const change: ParagraphChange = {
    paragraph: of.id,
    chapter: whole.chapter.code,
    kind: of.kind,
    part: of.part,
    seen,
    seq: readSeq(typed.seq, faults),
    title: optionalText(typed.title, 'titel', 200, faults),
    body: neededText(typed.body, 'tekst', 20_000, 'Schrijf de tekst.', faults),
    isRemoved: typed.isRemoved,
  }
  if (faults.length > 0) return draw(ask, opened, of, { typed, seen, key, faults })
  const applied: Applied = await ask.write((tx) =>
    applyChanges(tx, draft.code, { paragraphs: [change] }, { formKey: key, requestId: ask.requestId }),
  )
  if (applied.is === 'bewaard') return ask.redirect(chapterAddress(draft.code, whole.chapter.code))
  if (applied.is !== 'botst') return ask.notFound()
  const now = await find(ask)
  const theirs = now?.whole.paragraphs.find(({ id }) => id === of.id)
  if (!now || !theirs) return ask.notFound()
  return draw(ask, now, { ...of, last: theirs }, { typed, seen: theirs.version, key: newSecret(), faults: [], theirs })
}

function draw(ask: Ask, { draft, whole }: OpenedChapter, of: Of, { typed, seen, key, faults, theirs }: Shown) {
  const { chapter } = whole
  const title = of.kind === 'terugblik' ? `Terugblik, deel van ${partWords[of.part]}` : paragraphWords[of.kind]
  const own = paragraphAddress(draft.code, chapter.code, of.id)
  const errorAt = errorsAt(faults)
  const fillAddress = `${chapterAddress(draft.code, chapter.code)}/nieuwe-alinea?soort=terugblik&deel=${of.part}&voorvullen=ja`
  return ask.page(
    {
      title: `${title}, ${chapter.title}`,
      breadcrumbs: [...trailOf(draft, chapter), { label: title, href: `${own}/wijzigen` }],
    },
    <>
      <Opening
        title={title}
        lead={`${chapter.title}. Elke keer dat u bewaart, komt er een versie bij. Wat er stond, blijft bewaard.`}
        meta={of.last ? [`versie ${of.last.version}, ${of.last.actedAs}, ${moment(of.last.at)}`] : ['nieuwe alinea']}
      >
        {theirs && (
          <Notice kind="error" announce title="Intussen schreef een collega iets anders.">
            Er is nog niets bewaard, en uw tekst staat nog in het formulier. Maak er één tekst van en bewaar opnieuw.
          </Notice>
        )}
        {!of.last && of.kind === 'terugblik' && typed.body === '' && draft.beganFrom && (
          <ButtonLink href={fillAddress}>Vul in wat wij van vorig jaar weten</ButtonLink>
        )}
      </Opening>
      {theirs && (
        <>
          <Section id="naast-elkaar" title="Beide teksten" full>
            <SideBySide theirs={theirs} mine={typed.body} />
          </Section>
          <Section
            id="verschil"
            title="Het verschil"
            intro="Doorgestreept staat alleen bij uw collega, onderstreept alleen bij u."
          >
            <TextDiff before={theirs.body} after={typed.body} />
          </Section>
        </>
      )}
      <Section id="formulier" title={theirs ? 'Samenvoegen' : 'Tekst'}>
        <Form action={`${own}/wijzigen`} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={key} />
          <input type="hidden" name="soort" value={of.kind} />
          <input type="hidden" name="deel" value={of.part} />
          <input type="hidden" name="versie" value={seen} />
          <TextField name="titel" label="Kop" optional value={typed.title} {...errorAt('titel')} />
          <TextArea
            name="tekst"
            label="Tekst"
            description="Een code tussen haken, zoals [A22-001] of [R21-001], wordt een link naar die actie of dat resultaat."
            value={typed.body}
            rows={14}
            {...errorAt('tekst')}
          />
          <TextField
            name="plaats"
            label="Plaats"
            description="Een alinea met een lager getal staat eerder."
            value={typed.seq}
            inputmode="numeric"
            short
            {...errorAt('plaats')}
          />
          {of.last && (
            <Checkboxes
              name="weg"
              label="Weglaten"
              optional
              values={typed.isRemoved ? ['ja'] : []}
              options={[{ value: 'ja', label: 'Laat deze alinea weg uit het plan.' }]}
            />
          )}
          <KeepOrBack back={chapterAddress(draft.code, chapter.code)} />
        </Form>
      </Section>
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}
