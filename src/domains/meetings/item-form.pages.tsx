import { type Fault, isUuid } from '../../kernel/typed'
import {
  Checkboxes,
  DateField,
  errorsAt,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Paragraph,
  Radios,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { levelNames, listTopics } from '../governance'
import { isAwaited } from './foreseen'
import { foreseenSubjects, placeForeseen } from './foreseen.store'
import { standingIn } from './instance.store'
import {
  asTypedItem,
  codesIn,
  type Item,
  itemKinds,
  itemLabel,
  type Note,
  noteParts,
  readItem,
  type TypedItem,
} from './item'
import { itemBreadcrumbs } from './item.pages'
import { closingWords, itemAddress, kindNames, NoteList, newItemAddress, partNames, roomWords } from './item.parts'
import { agendaOf, type Ground, itemsOf, keepItem, listGrounds } from './item.store'
import { meetingAddress } from './meeting.parts'
import { findMeeting } from './meeting.store'
import { FirstButton, SubjectFields, searchField } from './subject.parts'
import { findSubjects, subjectsNamed, subjectsWith } from './subject.store'

/** What the secretary of a meeting needs to write an item; null for others. */
const find = (ask: Ask, label: string | null) =>
  ask.read(async (tx) => {
    const meeting = await findMeeting(tx, ask.params.code ?? '')
    const secretaryAs = meeting ? (await standingIn(tx, meeting.instance.code)).secretaryAs : null
    if (!meeting || !secretaryAs || meeting.versions[0].state === 'afgelast') return null
    const items = await itemsOf(tx, meeting.code, { newestOnly: true })
    const item = label === null ? null : items.find((one) => itemLabel(one) === label && one.withdrawnBecause === null)
    if (item === undefined) return null
    return {
      meeting,
      secretaryAs,
      item,
      items,
      isSent: (await agendaOf(tx, meeting.code)).sentAt !== null,
      grounds: await listGrounds(tx),
      topics: (await listTopics(tx, { validOn: meeting.versions[0].heldOn })).items,
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

const typedIn = (form: FormData): TypedItem => {
  const text = textIn(form)
  return {
    title: text('titel'),
    kind: text('soort'),
    topic: text('onderwerp'),
    subjects: form.getAll('gaat-over').join(', '),
    note: Object.fromEntries(noteParts.map((part) => [part, text(part)])) as Note,
    isClosed: form.has('besloten'),
    ground: text('grond'),
    until: dayIn(form, 'besloten-tot'),
    changeNote: text('wijziging'),
  }
}

/** Where the secretary puts a new item on the agenda. */
export async function newItemPage(ask: Ask): Promise<Response> {
  const found = await find(ask, null)
  if (!found) return ask.notFound()
  const id = ask.query.get('voorzien') ?? ''
  const subjects = id === '' ? [] : await ask.read((tx) => foreseenSubjects(tx, { id }))
  const foreseen = subjects.find((one) => one.instance.code === found.meeting.instance.code && isAwaited(one))
  const empty = asTypedItem(null)
  return draw(ask, found, {
    typed: foreseen ? { ...empty, title: foreseen.versions[0].title, isClosed: foreseen.isClosed } : empty,
    seen: 0,
    formKey: newSecret(),
    faults: [],
    foreseen: foreseen?.id ?? '',
  })
}

export async function itemFormPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.params.punt ?? '')
  if (!found?.item) return ask.notFound()
  const { item } = found
  return draw(ask, found, { typed: asTypedItem(item), seen: item.papers[0].version, formKey: newSecret(), faults: [] })
}

export const newItemForm = (ask: Ask) => keep(ask, null)
export const itemForm = (ask: Ask) => keep(ask, ask.params.punt ?? '')

/** Keeps what was typed as a new version; or shows it again with what is wrong, or beside what was kept meanwhile. */
async function keep(ask: Ask, label: string | null): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, label)
  if (!found) return ask.notFound()
  const { meeting, grounds, topics, isSent } = found
  // By its id: its number may have changed since the form was opened.
  const id = String(form.get('regel') ?? '')
  const item = label === null ? null : found.items.find((one) => one.id === id)
  if (item === undefined) return ask.notFound()
  const typed = typedIn(form)
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const formKey = formKeyOf(form)
  const words = textIn(form)(searchField).trim()
  const subjects = await ask.read((tx) => subjectsWith(tx, codesIn(typed.subjects)))
  const draft = readItem(typed, {
    subjects,
    grounds: new Set(grounds.map(({ code }) => code)),
    topics: new Set(topics.map(({ code }) => code)),
    today: ask.today,
    isSent,
  })
  const foreseen = textIn(form)('voorzien')
  const isChosen = ({ code }: { code: string }) => codesIn(typed.subjects).includes(code)
  const shown = { typed, seen, formKey, foreseen, words }
  const isMissed = words !== '' && !(await ask.read((tx) => findSubjects(tx, words))).some(isChosen)
  if (form.has('zoek') || isMissed)
    return draw(ask, { ...found, item }, { ...shown, faults: form.has('zoek') ? searchFaults(words) : unchosen })
  if ('faults' in draft) return draw(ask, { ...found, item }, { ...shown, faults: draft.faults })
  if (item?.isSent && (item.closing === null) !== (draft.closing === null))
    return draw(
      ask,
      { ...found, item },
      {
        ...shown,
        faults: [
          {
            field: 'besloten',
            message: 'De agenda is verzonden. Wat open was blijft open, en wat besloten was besloten.',
          },
        ],
      },
    )
  const kept = await ask.write(async (tx) => {
    const about = { meeting: meeting.code, id: item?.id ?? null, seen }
    const done = await keepItem(tx, about, draft, { formKey, requestId: ask.requestId })
    if (done && item === null && isUuid(foreseen)) await placeForeseen(tx, foreseen, done.item, ask.requestId)
    return done
  })
  if (!kept) return ask.notFound()
  const now = (await ask.read((tx) => itemsOf(tx, meeting.code, { newestOnly: true }))).find(
    (one) => one.id === kept.item,
  )
  if (!now) return ask.notFound()
  return kept.result === 'botst'
    ? draw(ask, { ...found, item: now }, { ...shown, seen: now.papers[0].version, faults: [], theirs: now })
    : ask.redirect(`${itemAddress(meeting.code, now)}?bewaard=ja`)
}

const searchFaults = (words: string): Fault[] =>
  words === '' ? [{ field: searchField, message: 'Schrijf een woord om op te zoeken.' }] : []

// What was searched for and never chosen would be lost without a word.
const unchosen: readonly Fault[] = [
  { field: searchField, message: 'Vink aan wat u bedoelt en maak dit vak leeg, of zoek met een ander woord.' },
]

type Shown = {
  readonly typed: TypedItem
  readonly seen: number
  readonly formKey: string
  readonly faults: readonly Fault[]
  /** What somebody else kept meanwhile. */
  readonly theirs?: Item
  /** The subject of the long-term agenda it comes from. */
  readonly foreseen?: string
  /** What was searched for. */
  readonly words?: string
}

async function draw(
  ask: Ask,
  { meeting, secretaryAs, item, isSent, grounds, topics }: Found,
  { typed, seen, formKey, faults, theirs, foreseen = '', words = '' }: Shown,
) {
  const codes = codesIn(typed.subjects)
  const choice = await ask.read(async (tx) => ({
    codes,
    named: await subjectsNamed(tx, codes),
    found: words === '' ? [] : await findSubjects(tx, words),
    words,
  }))
  const errorAt = errorsAt(faults)
  const action = item ? `${itemAddress(meeting.code, item)}/wijzigen` : newItemAddress(meeting.code)
  const title = item ? `Wijzig punt ${itemLabel(item)}` : 'Zet een punt op de agenda'
  return ask.page(
    {
      title,
      breadcrumbs: [
        ...itemBreadcrumbs(meeting, item ?? undefined),
        { label: item ? 'Wijzigen' : 'Nieuw punt', href: action },
      ],
    },
    <>
      <Opening
        title={title}
        lead="Eén A4, met bovenaan wat u vraagt."
        meta={[`U schrijft als: ${secretaryAs}`, roomWords(typed.note)]}
      >
        {theirs && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Intussen bewaarde {theirs.papers[0].actedAs} dit punt, op {moment(theirs.papers[0].at)}. Die tekst staat
            hieronder, en de uwe staat nog in het formulier. Maak er één geheel van en bewaar opnieuw.
          </Notice>
        )}
      </Opening>
      {theirs && (
        <Section id="intussen" title={`Wat er intussen staat: ${theirs.papers[0].title}`}>
          <NoteList note={theirs.papers[0].note} />
          {theirs.papers[0].subjects.length > 0 && <Paragraph>Gaat over: {asTypedItem(theirs).subjects}.</Paragraph>}
          {theirs.closing ? closingWords(theirs.closing, grounds) : null}
        </Section>
      )}
      <Section id="formulier" title={theirs ? 'Wat u schreef' : 'De oplegnotitie'}>
        <Form action={action} errors={[...faults]}>
          <FirstButton />
          <input type="hidden" name="versie" value={String(seen)} />
          <input type="hidden" name="sleutel" value={formKey} />
          {item && <input type="hidden" name="regel" value={item.id} />}
          {foreseen !== '' && <input type="hidden" name="voorzien" value={foreseen} />}
          <TextField name="titel" label="Titel" value={typed.title} {...errorAt('titel')} />
          <Radios
            name="soort"
            label="Wat vraagt u van de vergadering?"
            value={typed.kind}
            options={itemKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
            {...errorAt('soort')}
          />
          {noteParts.map((part) => (
            <TextArea
              name={part}
              label={partNames[part]}
              optional={part !== 'asked'}
              {...(part === 'asked' ? { description: roomWords(typed.note) } : {})}
              rows={part === 'core' ? 6 : 3}
              value={typed.note[part]}
              {...errorAt(part)}
            />
          ))}
          <SelectField
            name="onderwerp"
            label="Onderwerp van de leidraad"
            description="Hoort het op een ander niveau, dan zeggen wij dat."
            optional
            value={typed.topic}
            options={[
              { value: '', label: 'Geen' },
              ...topics.map(({ code, level, topic }) => ({ value: code, label: `${levelNames[level]}: ${topic}` })),
            ]}
            {...errorAt('onderwerp')}
          />
          <SubjectFields choice={choice} errorAt={errorAt} />
          <ClosingFields typed={typed} grounds={grounds} errorAt={errorAt} what="punt" />
          {isSent && (
            <TextField
              name="wijziging"
              label="Wat is er nieuw of anders?"
              description="De agenda is al verzonden. Leden zien dit bovenaan."
              value={typed.changeNote}
              {...errorAt('wijziging')}
            />
          )}
          <KeepOrBack back={item ? itemAddress(meeting.code, item) : meetingAddress(meeting.code)} />
        </Form>
      </Section>
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}

/** Whether something is closed, why and until when. */
export function ClosingFields(props: {
  typed: Pick<TypedItem, 'isClosed' | 'ground' | 'until'>
  grounds: readonly Ground[]
  errorAt: (field: string) => { error?: string }
  what: string
}) {
  const { typed, grounds, errorAt, what } = props
  const whatClosed = `besloten ${what}`
  return (
    <>
      <Checkboxes
        name="besloten"
        label="Wie mag dit lezen?"
        optional
        values={typed.isClosed ? ['ja'] : []}
        options={[
          {
            value: 'ja',
            label: `Dit ${what} is besloten`,
            description: 'Dan bestaat het alleen voor wie hier een zetel heeft. Wie het opent, staat in het logboek.',
          },
        ]}
        {...errorAt('besloten')}
      />
      <SelectField
        name="grond"
        label="Waarom besloten?"
        description={`Alleen bij een ${whatClosed}, dan verplicht.`}
        value={typed.ground}
        options={[
          { value: '', label: 'Niet besloten' },
          ...grounds.map(({ code, article, words }) => ({ value: code, label: `${words} (${article})` })),
        ]}
        {...errorAt('grond')}
      />
      <DateField
        name="besloten-tot"
        label="Besloten tot ten minste"
        description={`Alleen bij een ${whatClosed}, dan verplicht. Na die dag kijkt de secretaris er opnieuw naar.`}
        value={typed.until}
        {...errorAt('besloten-tot')}
      />
    </>
  )
}
