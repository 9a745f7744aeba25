import type { Fault } from '../../kernel/typed'
import { DataTable, Form, KeepOrBack, Notice, Opening, Section, TextDiff } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { tracks } from '../strategy'
import { actionFacts } from './action.parts'
import { actionFields, asTyped, readAction, type TypedAction } from './action-entry'
import { ActionFields } from './action-form.parts'
import { actionAddress, chapterAddress, trailOf } from './address.parts'
import { applyChanges } from './change-set.store'
import type { ActionContent, DraftAction } from './draft-action'
import { type OpenedChapter, openChapter, writesAction } from './opened.verbs'

type Shown = {
  readonly last: DraftAction | null
  readonly typed: TypedAction
  readonly seen: number
  readonly key: string
  readonly faults: readonly Fault[]
  /** What was typed, beside what a colleague kept meanwhile. */
  readonly mine?: ActionContent
}

const noPromise: Fault = {
  field: 'belofte',
  message: 'Deze code is van geen actie van dit concept. De code staat bij elke actie.',
}

const find = (ask: Ask) => ask.read((tx) => openChapter(tx, ask.params.code ?? '', ask.params.hoofdstuk ?? ''))

/** The action that is asked for and that is his to write; null for a new one, undefined when it is neither. */
function lastOf({ whole, rights }: OpenedChapter, code: string | undefined): DraftAction | null | undefined {
  if (code === undefined) return rights.writes ? null : undefined
  const last = whole.actions.find((one) => one.code === code)
  return last && writesAction(rights, last) ? last : undefined
}

export async function actionFormPage(ask: Ask): Promise<Response> {
  const opened = await find(ask)
  const last = opened ? lastOf(opened, ask.params.actie) : undefined
  if (!opened || last === undefined) return ask.notFound()
  const { whole, names } = opened
  const seq = String(Math.min(9999, Math.max(0, ...whole.actions.map((one) => one.seq)) + 10))
  const empty = Object.fromEntries(actionFields.map((field) => [field, ''])) as Record<
    (typeof actionFields)[number],
    string
  >
  const typed = last ? asTyped(last, names) : { ...empty, spoor: 'actie', plaats: seq, weg: false }
  return draw(ask, opened, { last, typed, seen: last?.version ?? 0, key: newSecret(), faults: [] })
}

/** Keeps an action as its next version; or shows what was typed again, with what is wrong or what a colleague kept. */
export async function writeAction(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const opened = await find(ask)
  const last = opened ? lastOf(opened, ask.params.actie) : undefined
  if (!opened || last === undefined) return ask.notFound()
  const { draft, whole, names } = opened
  const chapter = whole.chapter.code
  const given = Object.fromEntries(actionFields.map((field) => [field, String(form.get(field) ?? '')])) as Record<
    (typeof actionFields)[number],
    string
  >
  const typed: TypedAction = { ...given, weg: form.has('weg') }
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const key = formKeyOf(form)
  const content = readAction(typed, names, tracks)
  if ('faults' in content) return draw(ask, opened, { last, typed, seen, key, faults: content.faults })
  const change = { ...content, action: last?.code ?? null, chapter, seen }
  const applied = await ask.write((tx) =>
    applyChanges(tx, draft.code, { actions: [change] }, { formKey: key, requestId: ask.requestId }),
  )
  if (applied.is === 'bewaard') {
    const code = last?.code ?? applied.actions[0]
    return ask.redirect(code ? actionAddress(draft.code, chapter, code) : chapterAddress(draft.code, chapter))
  }
  const hasNoPromise = applied.is === 'onbekend' && applied.codes.some((code) => code === content.promise)
  if (hasNoPromise) return draw(ask, opened, { last, typed, seen, key, faults: [noPromise] })
  const now = applied.is === 'botst' ? await find(ask) : null
  const theirs = now?.whole.actions.find(({ code }) => code === last?.code)
  if (!now || !theirs) return ask.notFound()
  return draw(ask, now, { last: theirs, typed, seen: theirs.version, key: newSecret(), faults: [], mine: content })
}

function draw(ask: Ask, opened: OpenedChapter, { last, typed, seen, key, faults, mine }: Shown) {
  const { draft, rights, whole, names } = opened
  const { chapter } = whole
  const back = last ? actionAddress(draft.code, chapter.code, last.code) : chapterAddress(draft.code, chapter.code)
  const address = last ? `${back}/wijzigen` : `${back}/nieuwe-actie`
  const title = last ? `Wijzig actie ${last.code}` : 'Nieuwe actie'
  return ask.page(
    { title: `${title}, ${chapter.title}`, breadcrumbs: [...trailOf(draft, chapter), { label: title, href: address }] },
    <>
      <Opening
        title={title}
        lead={`${chapter.title}. Alleen de titel, het spoor en de trekker zijn nodig. De rest mag later.`}
        meta={last ? [`versie ${last.version}, ${last.actedAs}, ${moment(last.at)}`] : []}
      >
        {mine && (
          <Notice kind="error" announce title="Intussen wijzigde een collega deze actie.">
            Er is nog niets bewaard, en wat u invulde staat nog in het formulier. Maak er één geheel van en bewaar
            opnieuw.
          </Notice>
        )}
      </Opening>
      {mine && last && (
        <Section id="naast-elkaar" title="Beide versies" intro="Alleen wat verschilt." full>
          <DataTable
            caption="Wat verschilt"
            hiddenCaption
            empty="Alleen het moment verschilt."
            rows={differences(actionFacts(last, names), actionFacts(mine, names))}
            columns={[
              { head: 'Veld', rowHead: true, cell: ({ label }) => label },
              { head: 'Staat er nu', cell: ({ before }) => before },
              { head: 'Vulde u in', cell: ({ after }) => after },
              { head: 'Verschil', cell: ({ before, after }) => <TextDiff before={before} after={after} /> },
            ]}
          />
        </Section>
      )}
      <Section id="formulier" title={mine ? 'Samenvoegen' : 'De actie'}>
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={key} />
          <input type="hidden" name="versie" value={seen} />
          <ActionFields typed={typed} names={names} faults={faults} writesAll={rights.writes} isNew={!last} />
          <KeepOrBack back={back} />
        </Form>
      </Section>
    </>,
    mine ? 409 : faults.length > 0 ? 422 : 200,
  )
}

type Facts = ReturnType<typeof actionFacts>

/** The facts that differ, then and now. */
export const differences = (before: Facts, after: Facts) =>
  after.flatMap(([label, text], at) => {
    const was = before[at]?.[1] ?? ''
    return was === text ? [] : [{ label, before: was, after: text }]
  })
