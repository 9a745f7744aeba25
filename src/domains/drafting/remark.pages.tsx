import { isUuid } from '../../kernel/typed'
import { Opening, Section } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { formKeyOf } from '../../platform/web/secret'
import { actionAddress, chapterAddress, paragraphAddress, trailOf } from './address.parts'
import { addRemark, settleRemark } from './chapter.store'
import { openChapter } from './opened.verbs'
import { RemarkForm } from './remark.parts'

/** What a form of a remark is about, and where it leads back to. */
function aboutIn(form: FormData, draft: string, chapter: string) {
  const text = textIn(form)
  const [paragraph, action] = [text('alinea'), text('actie')]
  return {
    ...(isUuid(paragraph) ? { paragraph } : {}),
    ...(action ? { action } : {}),
    back: isUuid(paragraph)
      ? paragraphAddress(draft, chapter, paragraph)
      : action
        ? actionAddress(draft, chapter, action)
        : chapterAddress(draft, chapter),
  }
}

/** Places a remark or a reply; an empty one comes back with the form. */
export async function remarkForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const [code, chapter] = [ask.params.code ?? '', ask.params.hoofdstuk ?? '']
  const opened = await ask.read((tx) => openChapter(tx, code, chapter))
  if (!opened) return ask.notFound()
  const { back, ...of } = aboutIn(form, code, chapter)
  const asked = String(form.get('antwoord-op') ?? '')
  const replyTo = isUuid(asked) ? asked : null
  const name = replyTo ? `tekst-${replyTo}` : 'tekst'
  const text = String(form.get(name) ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
  if (text === '' || text.length > 4000) {
    const title = replyTo ? 'Antwoord' : 'Opmerking'
    const about = { draft: code, chapter, ...of }
    return ask.page(
      {
        title,
        breadcrumbs: [...trailOf(opened.draft, opened.whole.chapter), { label: title, href: back }],
      },
      <>
        <Opening title={title} lead={opened.whole.chapter.title} />
        <Section id="formulier" title="Wat u schreef">
          <RemarkForm
            about={about}
            {...(replyTo ? { replyTo } : {})}
            name={name}
            label={title}
            button="Plaats"
            value={text}
            error={text === '' ? 'Schrijf iets op.' : 'Gebruik ten hoogste 4.000 tekens.'}
          />
        </Section>
      </>,
      422,
    )
  }
  const remark = { chapter, ...of, replyTo, text }
  const done = await ask.write((tx) => addRemark(tx, remark, { formKey: formKeyOf(form), requestId: ask.requestId }))
  return done ? ask.redirect(`${back}#opmerkingen`) : ask.notFound()
}

export async function settleForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const [code, chapter, remark] = [ask.params.code ?? '', ask.params.hoofdstuk ?? '', ask.params.opmerking ?? '']
  if (!isUuid(remark)) return ask.notFound()
  const done = await ask.write((tx) => settleRemark(tx, remark, ask.requestId))
  return done ? ask.redirect(`${aboutIn(form, code, chapter).back}#opmerkingen`) : ask.notFound()
}
