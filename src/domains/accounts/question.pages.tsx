import { randomUUID } from 'node:crypto'
import { isUuid } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DataTable,
  Form,
  Notice,
  Opening,
  Section,
  TextArea,
  TextLink,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import { accountAddress, breadcrumbsOf } from './address.parts'
import { type Draft, findDraft } from './draft.verbs'
import type { Question } from './window'
import { addQuestion, questionsOf } from './window.store'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const code = ask.params.code ?? ''
    const draft = await findDraft(tx, code, ask.today)
    return draft?.standing.parts.includes('bureau') ? { draft, questions: await questionsOf(tx, code) } : null
  })

type Typed = Question & { readonly fault: 'empty' | 'clash' | null }
const isSame = (one: Question, other: Question) =>
  one.asked === other.asked && one.answered === other.answered && one.isRemoved === other.isRemoved
/** Where the bureau writes what a mayor can be asked and what he can say then. */
export async function questionsPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found.draft, found.questions, null) : ask.notFound()
}

/** Keeps a question as its next version, or shows again what was typed. */
export async function writeQuestion(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  const text = (name: string) => String(form.get(name) ?? '').trim()
  if (!found || !isUuid(text('vraag'))) return ask.notFound()
  const { draft, questions } = found
  const last = questions.find(({ question }) => question === text('vraag'))
  const version = (Number.parseInt(text('versie'), 10) || 0) + 1
  const typed = {
    ...{ question: text('vraag'), version, asked: text('vraagtekst'), answered: text('antwoord') },
    isRemoved: form.has('weg'),
  }
  if (typed.asked === '' || typed.asked.length > 500 || typed.answered === '' || typed.answered.length > 4000)
    return draw(ask, draft, questions, { ...typed, version: version - 1, fault: 'empty' })
  if (last && isSame(last, typed)) return ask.redirect(`${accountAddress(draft.account.code)}/vragen`)
  if (last && last.version !== version - 1)
    return draw(ask, draft, questions, { ...typed, version: last.version, fault: 'clash' })
  const isKept = await ask.write(async (tx) => {
    if (!(await addQuestion(tx, draft.account.code, typed))) return false
    await noteDeed(tx, {
      event: 'vraag en antwoord geschreven',
      object: `${draft.account.code} ${typed.question}`,
      requestId: ask.requestId,
    })
    return true
  })
  if (!isKept) {
    // At this very moment: the same form, or a colleague.
    const now = await find(ask)
    const theirs = now?.questions.find(({ question }) => question === typed.question)
    if (!now || !theirs) return ask.notFound()
    if (!isSame(theirs, typed))
      return draw(ask, now.draft, now.questions, { ...typed, version: theirs.version, fault: 'clash' })
  }
  return ask.redirect(`${accountAddress(draft.account.code)}/vragen`)
}

function draw(ask: Ask, { account }: Draft, questions: readonly Question[], typed: Typed | null) {
  const address = `${accountAddress(account.code)}/vragen`
  const standing = questions.filter(({ isRemoved }) => !isRemoved)
  const chosen = standing.find(({ question }) => question === ask.query.get('vraag'))
  const of: Question = typed ??
    chosen ?? { question: randomUUID(), version: 0, asked: '', answered: '', isRemoved: false }
  const missing = 'Schrijf een vraag van ten hoogste 500 tekens en een antwoord van ten hoogste 4.000 tekens.'
  const isEmpty = typed?.fault === 'empty'
  return ask.page(
    {
      title: `Vragen en antwoorden bij ${account.title}`,
      breadcrumbs: [...breadcrumbsOf(account), { label: 'Vragen en antwoorden', href: address }],
    },
    <>
      <Opening
        title="Vragen en antwoorden"
        lead="Wat een burgemeester over dit stuk gevraagd kan worden, en wat hij dan kan zeggen. Dit wordt nooit gepubliceerd."
      >
        {typed?.fault === 'clash' && (
          <Notice kind="error" announce title="Intussen schreef een collega iets anders.">
            Uw tekst is niet bewaard en staat nog in het formulier. Bewaart u opnieuw, dan geldt uw tekst.
          </Notice>
        )}
      </Opening>
      <Section id="vragen" title="Wat er staat">
        <DataTable
          caption="Vragen en antwoorden"
          hiddenCaption
          empty="Er staat nog geen vraag."
          rows={standing}
          columns={[
            {
              head: 'Vraag',
              rowHead: true,
              cell: ({ question, asked }) => (
                <TextLink href={`${address}?vraag=${question}#formulier`}>{asked}</TextLink>
              ),
            },
            { head: 'Wat u kunt zeggen', cell: ({ answered }) => answered },
          ]}
        />
      </Section>
      <Section id="formulier" title={of.version > 0 ? 'Wijzig deze vraag' : 'Nieuwe vraag'}>
        <Form action={address} errors={isEmpty ? [{ field: 'vraagtekst', message: missing }] : []}>
          <input type="hidden" name="vraag" value={of.question} />
          <input type="hidden" name="versie" value={String(of.version)} />
          <TextArea
            name="vraagtekst"
            label="Vraag"
            value={of.asked}
            rows={2}
            {...(isEmpty ? { error: missing } : {})}
          />
          <TextArea name="antwoord" label="Wat u kunt zeggen" value={of.answered} rows={4} />
          {of.version > 0 && (
            <Checkboxes
              name="weg"
              label="Weglaten"
              values={of.isRemoved ? ['ja'] : []}
              options={[{ value: 'ja', label: 'Laat deze vraag weg.' }]}
            />
          )}
          <Actions>
            <Button kind="primary">Bewaar</Button>
            <ButtonLink href={accountAddress(account.code)} kind="subtle">
              Terug naar het stuk
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    typed ? (typed.fault === 'clash' ? 409 : 422) : 200,
  )
}
