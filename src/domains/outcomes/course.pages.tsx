import { tidy } from '../../kernel/typed'
import { Actions, ButtonLink, EmptyState, Notice, Opening, Section } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { noteDeed } from '../identity'
import { instanceName, itemBreadcrumbs, itemLabel } from '../meetings'
import { CourseItem, type Typed } from './course.parts'
import { type Course, courseToWrite } from './course.verbs'
import { outcomeKinds } from './outcome'
import { courseAddress, listAddress, minutesAddress } from './outcome.parts'
import { keepMinutes, keepOutcome } from './outcome.store'
import { type Carrier, readPromise } from './promise'
import { carriersFor, keepPromise } from './promise.store'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const course = await courseToWrite(tx, ask.params.code ?? '', ask.today)
    return course && { course, carriers: await carriersFor(tx, course.meeting.code) }
  })

/** Where the secretary works during a meeting: every item under the other, with how it ended, what was agreed and the minutes. */
export async function coursePage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found.course, found.carriers, null) : ask.notFound()
}

async function draw(ask: Ask, course: Course, carriers: readonly Carrier[], typed: Typed | null): Promise<Response> {
  const { meeting, items, stage } = course
  const name = `${instanceName(meeting.instance)}, ${day(meeting.versions[0].heldOn)}`
  if (items.some(({ closing }) => closing !== null))
    await ask.write((tx) =>
      noteDeed(tx, { event: 'besloten stuk gelezen', object: `${meeting.code}, verloop`, requestId: ask.requestId }),
    )
  return ask.page(
    {
      title: `Verloop: ${name}`,
      breadcrumbs: [...itemBreadcrumbs(meeting), { label: 'Verloop', href: courseAddress(meeting.code) }],
    },
    <>
      <Opening
        title="Verloop van de vergadering"
        lead={`${name}. Tik per punt aan hoe het afliep. De besluitenlijst is dan klaar als de vergadering voorbij is.`}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wie hier zit, ziet het in de besluitenlijst en het verslag.
          </Notice>
        )}
        {stage.fixedAt && (
          <Notice title="De besluitenlijst is vastgesteld.">Uitkomsten en afspraken veranderen niet meer.</Notice>
        )}
        {stage.approvedAt && <Notice title="Het verslag is goedgekeurd.">Het verandert niet meer.</Notice>}
        <Actions>
          <ButtonLink href={listAddress(meeting.code)}>Besluitenlijst</ButtonLink>
          <ButtonLink href={minutesAddress(meeting.code)}>Verslag</ButtonLink>
        </Actions>
      </Opening>
      {items.length === 0 && (
        <Section id="leeg" title="Punten">
          <EmptyState title="Er staat niets op de agenda die u verzond." />
        </Section>
      )}
      {items.map((item) => (
        <CourseItem
          course={course}
          item={item}
          carriers={carriers}
          typed={typed?.label === itemLabel(item) ? typed : null}
          formKey={newSecret()}
        />
      ))}
    </>,
    typed ? (typed.theirs ? 409 : 422) : 200,
  )
}

/** What a form of this page needs to be handled; null when there is no such item for who asks. */
async function posted(ask: Ask) {
  const form = await ask.form()
  const found = await find(ask)
  const label = ask.params.punt ?? ''
  const item = found?.course.items.find((one) => itemLabel(one) === label)
  if (!found || !item) return null
  const text = textIn(form)
  const { code } = found.course.meeting
  const seen = Number.parseInt(text('versie'), 10) || 0
  return {
    ...found,
    form,
    text,
    label,
    item,
    about: { meeting: code, item: item.id, seen, requestId: ask.requestId },
    back: `${courseAddress(code)}?bewaard=ja#punt-${label}`,
  }
}

const mostWords = 1000

/** Keeps how an item ended. */
export async function outcomeForm(ask: Ask): Promise<Response> {
  const sent = await posted(ask)
  if (!sent) return ask.notFound()
  const { text, label, course, carriers } = sent
  const values = { zin: tidy(text(`zin-${label}`)), naar: text(`naar-${label}`), uitkomst: text('uitkomst') }
  const shown = (faults: Typed['faults'], theirs = false) =>
    draw(ask, course, carriers, { label, part: 'uitkomst', values, faults, theirs })
  const kind = outcomeKinds.find((one) => one === values.uitkomst)
  const isHeld = kind === 'aangehouden'
  if (!kind) return shown([{ field: `zin-${label}`, message: 'Kies hoe dit punt afliep.' }])
  if (values.zin.length > mostWords)
    return shown([{ field: `zin-${label}`, message: `Gebruik ten hoogste ${mostWords} tekens.` }])
  if (isHeld && values.naar !== '' && !course.later.some(({ code }) => code === values.naar))
    return shown([{ field: `naar-${label}`, message: 'Kies een vergadering uit de lijst.' }])
  const said = { kind, words: values.zin || null, heldTo: isHeld ? values.naar || null : null }
  const kept = await ask.write((tx) => keepOutcome(tx, sent.about, said))
  if (kept === null) return ask.notFound()
  if (kept !== 'botst') return ask.redirect(sent.back)
  const now = await find(ask)
  return now
    ? draw(ask, now.course, now.carriers, { label, part: 'uitkomst', values, faults: [], theirs: true })
    : ask.notFound()
}

const mostMinutes = 10_000

/** Keeps the minutes of an item. */
export async function minutesForm(ask: Ask): Promise<Response> {
  const sent = await posted(ask)
  if (!sent) return ask.notFound()
  const { text, label, course, carriers } = sent
  const values = { verslag: tidy(text(`verslag-${label}`)) }
  const fault = (message: string) =>
    draw(ask, course, carriers, {
      label,
      part: 'verslag',
      values,
      faults: [{ field: `verslag-${label}`, message }],
      theirs: false,
    })
  if (values.verslag === '') return fault('Schrijf wat er is besproken.')
  if (values.verslag.length > mostMinutes) return fault('Gebruik ten hoogste 10.000 tekens.')
  const kept = await ask.write((tx) => keepMinutes(tx, sent.about, values.verslag))
  if (kept === null) return ask.notFound()
  if (kept !== 'botst') return ask.redirect(sent.back)
  const now = await find(ask)
  return now
    ? draw(ask, now.course, now.carriers, { label, part: 'verslag', values, faults: [], theirs: true })
    : ask.notFound()
}

/** Writes down what was agreed. */
export async function promiseForm(ask: Ask): Promise<Response> {
  const sent = await posted(ask)
  if (!sent) return ask.notFound()
  const { form, text, label, course, carriers, item } = sent
  const typed = {
    kind: text(`soort-${label}`),
    text: text(`afspraak-${label}`),
    carrier: text(`trekker-${label}`),
    due: dayIn(form, `klaar-${label}`),
  }
  const possible = item.closing ? carriers.filter(({ hasSeat }) => hasSeat) : carriers
  const draft = readPromise(typed, possible, label)
  const values = { soort: typed.kind, afspraak: typed.text, trekker: typed.carrier }
  if ('faults' in draft)
    return draw(ask, course, carriers, {
      label,
      part: 'afspraak',
      values,
      due: typed.due,
      faults: draft.faults,
      theirs: false,
    })
  const kept = await ask.write((tx) =>
    keepPromise(tx, { meeting: course.meeting.code, item: item.id }, draft, {
      formKey: formKeyOf(form),
      requestId: ask.requestId,
    }),
  )
  return kept ? ask.redirect(sent.back) : ask.notFound()
}
