import { canonicalJson, type Json } from '../../kernel/canonical'
import { typedDay } from '../../kernel/typed-day'
import type { Document } from '../../platform/documents/document'
import { DataList, EmptyState, Notice, Opening, Section, Tag } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn } from '../../platform/web/form-fields'
import { formKeyOf } from '../../platform/web/secret'
import { DocumentBody } from '../publications'
import { accountAddress, accountsAddress, previewAddress } from './address.parts'
import { areaDocumentOf } from './area-page.parts'
import { areaPagesOf } from './area-page.verbs'
import { partStates } from './document.parts'
import { draftPage } from './draft.pages'
import { type Draft, findDraft } from './draft.verbs'
import { editionOf } from './file.pages'
import { look, mailWindow, openWindow, ownPreviews, previewedQuestions } from './window.store'

/** Opens the window in which every municipality sees its own page first, and mails who sees it; no figure is in the mail. */
export async function openWindowForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const form = await ask.form()
  const draft = await ask.read((tx) => findDraft(tx, code, ask.today))
  if (!draft?.standing.parts.includes('bureau')) return ask.notFound()
  const until = typedDay(dayIn(form, 'tot'))
  if (!until || until < ask.today) return draftPage(ask, draft, { window: 'day' })
  if (partStates(draft).some(({ state }) => state.is !== 'cleared')) return draftPage(ask, draft, 'changed')
  const pages = await ask.read((tx) => areaPagesOf(tx, draft, ask.today))
  const edition = await editionOf(ask, null)
  const towns = pages.filter(({ area }) => area.kind === 'gemeente')
  const worded = towns.map((page) => [page.area.code, seenFirst(areaDocumentOf(draft, page, edition))] as const)
  const opened = { until, pages: Object.fromEntries(worded), formKey: formKeyOf(form), requestId: ask.requestId }
  const version = await ask.write(async (tx) => {
    const made = await openWindow(tx, code, opened)
    // The same form that comes in twice opens and mails once.
    if (!made) return made
    for (const { area } of towns) await mailWindow(tx, code, area.code, mailFor(ask, draft, area, until))
    return made
  })
  if (version === null) {
    const now = await ask.read((tx) => findDraft(tx, code, ask.today))
    return now ? draftPage(ask, now, 'changed') : ask.notFound()
  }
  return ask.redirect(`${accountAddress(code)}#inzage`)
}

// Who sees a page first does not see the pictures of a draft: what they show is said.
const seenFirst = ({ blocks, ...of }: Document): string =>
  canonicalJson({
    ...of,
    blocks: blocks.map((block) =>
      block.kind === 'image'
        ? { kind: 'paragraph', tone: 'quiet', text: `Beeld: ${block.alt} ${block.caption}` }
        : block,
    ),
  } as unknown as Json)

function mailFor(ask: Ask, { account }: Draft, area: { readonly code: string; readonly name: string }, until: string) {
  const address = previewAddress(account.code, area.code)
  return {
    subject: `Vooraf voor ${area.name}: een stuk dat de coalitie gaat uitbrengen`,
    body: [
      `${account.ownerName} gaat een stuk uitbrengen. De pagina over ${area.name} kunt u nu al zien, met vragen die u kunt krijgen en wat u dan kunt zeggen.`,
      `Dat kan tot en met ${day(until)}. Tot het stuk is uitgebracht, is dit alleen voor u.`,
      'Log in om het te zien. Wij houden bij dat uw functie heeft gekeken.',
      `${ask.installation.baseUrl}/inloggen?naar=${encodeURIComponent(address)}`,
    ].join('\n\n'),
  }
}

/** The page of the own municipality before anybody else sees it. That somebody looked is kept. */
export async function previewPage(ask: Ask): Promise<Response> {
  const { code = '', gebied: area = '' } = ask.params
  const found = await ask.read(async (tx) => ({
    preview: (await ownPreviews(tx)).find((one) => one.account === code && one.area === area),
    questions: await previewedQuestions(tx, code),
  }))
  const { preview, questions } = found
  const content = preview && (await ask.write((tx) => look(tx, code, area, ask.requestId)))
  if (!preview || !content) return ask.notFound()
  const document = JSON.parse(content) as Document
  const title = `Vooraf voor ${preview.areaName}: ${preview.title}`
  return ask.page(
    {
      title,
      breadcrumbs: [
        { label: 'Verantwoordingsstukken', href: accountsAddress },
        { label: `Vooraf voor ${preview.areaName}`, href: previewAddress(code, area) },
      ],
    },
    <>
      <Opening
        title={title}
        lead={`Dit stuk over ${preview.year} is nog niet uitgebracht. U ziet als eerste wat er over ${preview.areaName} in staat, tot en met ${day(preview.until)}.`}
        meta={[
          preview.ownerName,
          ...(document.marks.includes('voorbeeldcijfers') ? [<Tag>voorbeeldcijfers</Tag>] : []),
        ]}
      >
        <Notice kind="attention" title="Dit is nog niet openbaar.">
          Deel het met niemand buiten uw gemeente. Wij houden bij dat uw functie dit heeft bekeken. Klopt er iets niet,
          laat het dan vóór die dag weten aan {preview.ownerName}.
        </Notice>
      </Opening>
      <DocumentBody document={document} />
      <Section
        id="vragen"
        title="Vragen die u kunt krijgen"
        intro="Wat u dan kunt zeggen. Dit wordt niet gepubliceerd."
      >
        {questions.length === 0 ? (
          <EmptyState title="Het bureau schreef hier niets bij." />
        ) : (
          <DataList items={questions.map(({ asked, answered }) => ({ term: asked, value: answered }))} />
        )}
      </Section>
    </>,
  )
}
