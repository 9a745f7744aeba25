import type { Day } from '../../kernel/day'
import { typedDay } from '../../kernel/typed-day'
import type { Writer } from '../../platform/db/database'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DateField,
  errorsAt,
  Form,
  Notice,
  Opening,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { noteDeed } from '../identity'
import {
  type AnnouncedKind,
  type Announcement,
  announcedKinds,
  parseAnnouncedPeriod,
  parseTime,
  standingMoment,
} from './announcement'
import { announcedKindWords, calendarAddress, momentWords } from './announcement.parts'
import {
  addAnnouncement,
  addMoment,
  announcedSubject,
  announcementOf,
  announcingBureaus,
  listAnnouncements,
  movedWith,
} from './announcement.store'
import { sha256 } from './entry.verbs'

type Field = 'soort' | 'titel' | 'over' | 'bureau' | 'dag' | 'tijd' | 'reden' | 'kenmerk'
type Typed = Readonly<Record<Exclude<Field, 'dag'> | 'day' | 'month' | 'year' | 'sleutel', string>> & {
  readonly isOff: boolean
  /** The moment that stood when the form was drawn. */
  readonly seen: number
}
type Fault = { readonly field: Field; readonly message: string }

const nothing: Typed = {
  ...{ soort: 'verantwoording', titel: '', over: '', bureau: '', tijd: '10.00', reden: '', kenmerk: '' },
  ...{ day: '', month: '', year: '', sleutel: '', isOff: false, seen: 0 },
}

async function typedIn(ask: Ask): Promise<Typed> {
  const form = await ask.form()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    ...{ soort: text('soort'), titel: text('titel'), over: text('over'), bureau: text('bureau'), tijd: text('tijd') },
    ...{ reden: text('reden'), kenmerk: text('kenmerk'), isOff: form.has('niet') },
    seen: Number.parseInt(text('versie'), 10) || 0,
    ...{ day: text('dag-dag'), month: text('dag-maand'), year: text('dag-jaar'), sleutel: formKeyOf(form) },
  }
}

/** When it is to be, as typed; or what is wrong with it. */
function whenOf(typed: Typed, today: Day) {
  const [on, time] = [typedDay(typed), parseTime(typed.tijd)]
  const faults: Fault[] = [
    ...(on ? [] : [{ field: 'dag', message: 'Vul een dag in die bestaat.' } as const]),
    // What was called off keeps its day, also when that passed.
    ...(on && on < today && !typed.isOff ? [{ field: 'dag', message: 'Kies een dag die nog komt.' } as const] : []),
    ...(time ? [] : [{ field: 'tijd', message: 'Vul een tijd in, bijvoorbeeld 10.00.' } as const]),
    ...(typed.kenmerk.length > 120 ? [{ field: 'kenmerk', message: 'Dit kenmerk is te lang.' } as const] : []),
  ]
  return { on, time, subject: typed.kenmerk === '' ? null : typed.kenmerk, faults }
}

/** What is wrong when another announcement already stands for the same. */
async function announcedBefore(ask: Ask, kind: AnnouncedKind | undefined, subject: string | null, own: string) {
  const standing = kind && subject !== null ? await ask.read((tx) => announcementOf(tx, kind, subject)) : null
  const message = 'Dit stuk staat al op de kalender. Verplaats het daar.'
  return standing === null || standing === own ? [] : [{ field: 'kenmerk', message } as const]
}

/** Where the programme manager of a bureau announces what will be published. */
export async function announcingPage(ask: Ask): Promise<Response> {
  const bureaus = await ask.read(announcingBureaus)
  if (bureaus.length === 0) return ask.notFound()
  const given = (name: string) => ask.query.get(name) ?? ''
  const typed = {
    ...nothing,
    ...{ titel: given('titel'), over: given('over'), kenmerk: given('kenmerk'), sleutel: newSecret() },
    soort: given('soort') || nothing.soort,
    bureau: bureaus[0]?.code ?? '',
  }
  return newForm(ask, bureaus, typed, [])
}

/** Announces, or shows again what was typed with what is wrong. */
export async function announceForm(ask: Ask): Promise<Response> {
  const typed = await typedIn(ask)
  const bureaus = await ask.read(announcingBureaus)
  if (bureaus.length === 0) return ask.notFound()
  const kind = announcedKinds.find((one) => one === typed.soort)
  const period = typed.over === '' ? null : parseAnnouncedPeriod(typed.over)
  const { on, time, subject, faults: ofWhen } = whenOf({ ...typed, isOff: false }, ask.today)
  // The same form that comes in twice is the same announcement.
  const code = `${kind}-${sha256(typed.sleutel).slice(0, 8)}`
  const faults: Fault[] = [
    ...(await announcedBefore(ask, kind, subject, code)),
    ...(kind ? [] : [{ field: 'soort', message: 'Kies wat voor stuk het is.' } as const]),
    ...(typed.titel === '' || typed.titel.length > 200
      ? [{ field: 'titel', message: 'Geef het stuk een titel van ten hoogste 200 tekens.' } as const]
      : []),
    ...(typed.over !== '' && !period
      ? [{ field: 'over', message: 'Vul een jaar of maanden in, bijvoorbeeld 2026 of 2026-01..2026-06.' } as const]
      : []),
    ...(bureaus.some(({ code }) => code === typed.bureau)
      ? []
      : [{ field: 'bureau', message: 'Kies het bureau dat het uitbrengt.' } as const]),
    ...ofWhen,
  ]
  if (faults.length > 0 || !kind || !on || !time) return newForm(ask, bureaus, typed, faults)
  await onceOnly(ask, async (tx) => {
    await addAnnouncement(tx, { code, kind, title: typed.titel, period, owner: typed.bureau })
    await addMoment(tx, code, { version: 1, on, time, isOff: false, reason: null, subject, formKey: typed.sleutel })
    await noteDeed(tx, { event: 'publicatie aangekondigd', object: code, requestId: ask.requestId })
  })
  return ask.redirect(`${calendarAddress}#${code}`)
}

/** Writes what a form says; one that came in twice at once was written by the first. */
const onceOnly = (ask: Ask, work: (tx: Writer) => Promise<void>) =>
  ask.write(work).then(
    () => true,
    (fault: unknown) => {
      if ((fault as { code?: unknown }).code !== '23505') throw fault
      return false
    },
  )

const findOwn = (ask: Ask) =>
  ask.read(async (tx) => {
    const [found] = await listAnnouncements(tx, ask.params.code ?? '')
    return found?.isOwn && !found.published ? found : null
  })

/** Where what was announced is moved or called off. */
export async function movingPage(ask: Ask): Promise<Response> {
  const found = await findOwn(ask)
  if (!found) return ask.notFound()
  const { on, time, version } = standingMoment(found)
  const [year = '', month = '', day = ''] = on.split('-')
  const kenmerk = (await ask.read((tx) => announcedSubject(tx, found.code))) ?? ''
  const typed = {
    ...nothing,
    kenmerk,
    tijd: time.replace(':', '.'),
    day,
    month,
    year,
    sleutel: newSecret(),
    seen: version,
  }
  return moveForm(ask, found, typed, [])
}

/** Moves what was announced, with the reason; what was said before stays. */
export async function moveAnnouncement(ask: Ask): Promise<Response> {
  const typed = await typedIn(ask)
  const found = await findOwn(ask)
  if (!found) return ask.notFound()
  const { on, time, subject, faults: ofWhen } = whenOf(typed, ask.today)
  const faults: Fault[] = [
    ...ofWhen,
    ...(await announcedBefore(ask, found.kind, subject, found.code)),
    ...(typed.reden === '' || typed.reden.length > 500
      ? [{ field: 'reden', message: 'Schrijf waarom, in ten hoogste 500 tekens.' } as const]
      : []),
  ]
  if (faults.length > 0 || !on || !time) return moveForm(ask, found, typed, faults)
  const next = { on, time, isOff: typed.isOff, reason: typed.reden, subject, formKey: typed.sleutel }
  const isMoved =
    typed.seen === standingMoment(found).version &&
    (await onceOnly(ask, async (tx) => {
      await addMoment(tx, found.code, { version: typed.seen + 1, ...next })
      await noteDeed(tx, { event: 'aangekondigde publicatie verplaatst', object: found.code, requestId: ask.requestId })
    }))
  if (!isMoved && !(await ask.read((tx) => movedWith(tx, found.code, typed.sleutel)))) {
    const now = await findOwn(ask)
    return now ? moveForm(ask, now, { ...typed, seen: standingMoment(now).version }, [], true) : ask.notFound()
  }
  return ask.redirect(`${calendarAddress}#${found.code}`)
}

function WhenFields({ typed, faults }: { typed: Typed; faults: readonly Fault[] }) {
  const faultOf = errorsAt(faults)
  return (
    <>
      <DateField
        name="dag"
        label="Op welke dag"
        value={{ day: typed.day, month: typed.month, year: typed.year }}
        {...faultOf('dag')}
      />
      <TextField name="tijd" label="Hoe laat" value={typed.tijd} short {...faultOf('tijd')} />
      <TextField
        name="kenmerk"
        label="Kenmerk van het stuk"
        optional
        description="Zodra het stuk met dit kenmerk is uitgebracht, wijst de kalender ernaar. Tot die tijd ziet niemand het kenmerk."
        value={typed.kenmerk}
        {...faultOf('kenmerk')}
      />
    </>
  )
}

const breadcrumbs = (label: string, href: string) => [
  { label: 'Publicatiekalender', href: calendarAddress },
  { label, href },
]

function newForm(
  ask: Ask,
  bureaus: readonly { readonly code: string; readonly name: string }[],
  typed: Typed,
  faults: readonly Fault[],
) {
  const faultOf = errorsAt(faults)
  const address = `${calendarAddress}/nieuw`
  return ask.page(
    { title: 'Kondig een stuk aan', breadcrumbs: breadcrumbs('Nieuw', address) },
    <>
      <Opening
        title="Kondig een stuk aan"
        lead="De aankondiging is meteen openbaar. Verplaatst u haar later, dan blijft staan wat er eerst stond."
      />
      <Section id="formulier" title="Het stuk">
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={typed.sleutel} />
          <SelectField
            name="soort"
            label="Wat voor stuk"
            value={typed.soort}
            options={announcedKinds.map((value) => ({ value, label: announcedKindWords[value] }))}
            {...faultOf('soort')}
          />
          <TextField name="titel" label="Titel" value={typed.titel} {...faultOf('titel')} />
          <TextField
            name="over"
            label="Over welke periode"
            optional
            description="Bijvoorbeeld 2026 of 2026-01..2026-06."
            value={typed.over}
            short
            {...faultOf('over')}
          />
          <SelectField
            name="bureau"
            label="Wie brengt het uit"
            value={typed.bureau}
            options={bureaus.map(({ code, name }) => ({ value: code, label: name }))}
            {...faultOf('bureau')}
          />
          <WhenFields typed={typed} faults={faults} />
          <Actions>
            <Button kind="primary">Kondig aan</Button>
            <ButtonLink href={calendarAddress} kind="subtle">
              Terug
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

function moveForm(ask: Ask, of: Announcement, typed: Typed, faults: readonly Fault[], isClash = false) {
  const faultOf = errorsAt(faults)
  const standing = standingMoment(of)
  const address = `${calendarAddress}/${of.code}/verplaatsen`
  return ask.page(
    { title: `Verplaats: ${of.title}`, breadcrumbs: breadcrumbs('Verplaatsen', address) },
    <>
      <Opening
        title={`Verplaats: ${of.title}`}
        lead={standing.isOff ? 'Nu staat er dat dit stuk er niet komt.' : `Nu staat het op ${momentWords(standing)}.`}
      >
        {isClash && (
          <Notice kind="error" announce title="Intussen veranderde een collega de aankondiging.">
            {standing.actedAs} schreef erbij: ‘{standing.reason}’. Wat u invulde is niet bewaard en staat nog in het
            formulier. Bewaart u opnieuw, dan komt het na wat er nu staat.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Wat verandert er">
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={typed.sleutel} />
          <input type="hidden" name="versie" value={String(typed.seen)} />
          <WhenFields typed={typed} faults={faults} />
          <Checkboxes
            name="niet"
            label="Gaat het niet door?"
            values={typed.isOff ? ['ja'] : []}
            options={[{ value: 'ja', label: 'Dit stuk komt er niet.' }]}
          />
          <TextArea
            name="reden"
            label="Waarom"
            description="Dit is openbaar en blijft staan."
            value={typed.reden}
            rows={3}
            {...faultOf('reden')}
          />
          <Actions>
            <Button kind="primary">Bewaar</Button>
            <ButtonLink href={calendarAddress} kind="subtle">
              Terug
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    isClash ? 409 : faults.length > 0 ? 422 : 200,
  )
}
