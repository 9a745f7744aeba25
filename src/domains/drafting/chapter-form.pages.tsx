import { type Fault, neededText } from '../../kernel/typed'
import {
  Checkboxes,
  errorsAt,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Section,
  SelectField,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { partyNames } from '../identity'
import { listPriorities } from '../strategy'
import { chapterAddress, draftAddress, trailOf } from './address.parts'
import { shortOf } from './begin.verbs'
import { applyChanges } from './change-set.store'
import type { Chapter } from './chapter'
import { newestChapters } from './chapter.store'
import { openDraft } from './opened.verbs'
import { readSeq } from './typed'

const fields = ['titel', 'soort', 'afkorting', 'prioriteit', 'trekker', 'plaats'] as const
type Typed = Readonly<Record<(typeof fields)[number], string>> & { readonly weg: boolean }

/** The chapter that is asked for, or a new one, for who writes the draft; null for anybody else. */
const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const opened = await openDraft(tx, ask.params.code ?? '')
    if (!opened?.rights.writes) return null
    const chapters = await newestChapters(tx, opened.draft.code)
    const last = chapters.find(({ code }) => code === ask.params.hoofdstuk) ?? null
    if (ask.params.hoofdstuk !== undefined && !last) return null
    const parties = await partyNames(tx)
    return { ...opened, chapters, last, parties, priorities: (await listPriorities(tx)).items }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

export async function chapterFormPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { last, chapters } = found
  const seq = Math.min(9999, Math.max(0, ...chapters.map((one) => one.seq)) + 10)
  return draw(ask, found, {
    typed: asTyped(last, seq),
    seen: last?.version ?? 0,
    key: newSecret(),
    faults: [],
    hasClash: false,
  })
}

const asTyped = (last: Chapter | null, seq: number): Typed => ({
  titel: last?.title ?? '',
  soort: last?.kind ?? 'programma',
  afkorting: '',
  prioriteit: last?.priority ?? '',
  trekker: last?.lead ?? '',
  plaats: String(last?.seq ?? seq),
  weg: last?.isRemoved ?? false,
})

export async function writeChapter(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { draft, last } = found
  const given = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')])) as Omit<Typed, 'weg'>
  const typed = { ...given, weg: form.has('weg') }
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const key = formKeyOf(form)
  const faults: Fault[] = []
  const title = neededText(typed.titel, 'titel', 200, 'Geef het hoofdstuk een titel.', faults)
  const kind = neededText(typed.soort, 'soort', 60, 'Schrijf wat het is, bijvoorbeeld programma of project.', faults)
  const short = shortOf(`-${typed.afkorting.trim() || title}`)
  const change = {
    chapter: last?.code ?? null,
    ...(last ? {} : { short }),
    seen,
    seq: readSeq(typed.plaats, faults),
    title,
    kind,
    priority: typed.prioriteit || null,
    lead: typed.trekker || null,
    isRemoved: typed.weg,
  }
  if (faults.length > 0) return draw(ask, found, { typed, seen, key, faults, hasClash: false })
  const applied = await ask.write((tx) =>
    applyChanges(tx, draft.code, { chapters: [change] }, { formKey: key, requestId: ask.requestId }),
  )
  if (applied.is === 'bewaard') {
    const code = last?.code ?? applied.chapters[0]
    return ask.redirect(code ? chapterAddress(draft.code, code) : draftAddress(draft.code))
  }
  const now = applied.is === 'botst' ? await find(ask) : null
  if (!now?.last) return ask.notFound()
  return draw(ask, now, { typed, seen: now.last.version, key: newSecret(), faults: [], hasClash: true })
}

type Shown = {
  readonly typed: Typed
  readonly seen: number
  readonly key: string
  readonly faults: readonly Fault[]
  readonly hasClash: boolean
}

function draw(ask: Ask, found: Found, { typed, seen, key, faults, hasClash }: Shown) {
  const { draft, last, parties, priorities } = found
  const title = last ? `Wijzig: ${last.title}` : 'Nieuw hoofdstuk'
  const back = last ? chapterAddress(draft.code, last.code) : draftAddress(draft.code)
  const address = last ? `${back}/wijzigen` : `${back}/nieuw-hoofdstuk`
  const field = (name: (typeof fields)[number]) => {
    return { name, value: typed[name], ...errorsAt(faults)(name) }
  }
  const names = [...parties.values()].sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  return ask.page(
    { title, breadcrumbs: [...trailOf(draft, last ?? undefined), { label: title, href: address }] },
    <>
      <Opening
        title={title}
        lead={`${draft.title}. Een hoofdstuk wordt een programma van het plan.`}
        meta={last ? [`versie ${last.version}, ${last.actedAs}, ${moment(last.at)}`] : []}
      >
        {hasClash && last && (
          <Notice kind="error" announce title="Intussen wijzigde een collega dit hoofdstuk.">
            Er is nog niets bewaard. Nu staat er: {last.title} ({last.kind}, plaats {last.seq}
            {last.leadName ? `, trekker ${last.leadName}` : ''}
            {last.priorityTitle ? `, ${last.priorityTitle}` : ''}
            {last.isRemoved ? ', weggelaten' : ''}). Kijk na wat u invulde en bewaar opnieuw.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Het hoofdstuk">
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={key} />
          <input type="hidden" name="versie" value={seen} />
          <TextField {...field('titel')} label="Titel" />
          <TextField {...field('soort')} label="Wat is het?" description="Bijvoorbeeld programma, project of thema." />
          {!last && (
            <TextField
              {...field('afkorting')}
              label="Afkorting"
              optional
              description="Komt in de code, zoals GOC. Daarna verandert die niet meer."
              short
            />
          )}
          <SelectField
            {...field('prioriteit')}
            label="Prioriteit"
            optional
            options={[
              { value: '', label: 'Geen' },
              ...priorities.map(({ code, title: name }) => ({ value: code, label: `${name} (${code})` })),
            ]}
          />
          <SelectField
            {...field('trekker')}
            label="Trekker"
            optional
            options={[
              { value: '', label: 'Nog niet gekozen' },
              ...names.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
            ]}
          />
          <TextField
            {...field('plaats')}
            label="Plaats"
            description="Een hoofdstuk met een lager getal staat eerder."
            inputmode="numeric"
            short
          />
          {last && (
            <Checkboxes
              name="weg"
              label="Weglaten"
              optional
              values={typed.weg ? ['ja'] : []}
              options={[{ value: 'ja', label: 'Laat dit hoofdstuk weg uit het plan.' }]}
            />
          )}
          <KeepOrBack back={back} />
        </Form>
      </Section>
    </>,
    hasClash ? 409 : faults.length > 0 ? 422 : 200,
  )
}
