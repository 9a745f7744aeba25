import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DataList,
  errorsAt,
  Form,
  KeptMeanwhile,
  List,
  Notice,
  Opening,
  Section,
  SelectField,
  Status,
  TextField,
  TextLink,
  Timeline,
} from '../../platform/ui'
import { day, moment, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import {
  asTypedForeseen,
  emptyForeseen,
  type Foreseen,
  isAwaited,
  periodsAhead,
  readForeseen,
  type TypedForeseen,
  whenValue,
} from './foreseen'
import { foreseenAddress, newForeseenAddress, whenWords } from './foreseen.parts'
import { foresee, foreseenSubjects, moveForeseen } from './foreseen.store'
import { instanceBreadcrumbs } from './instance.parts'
import { findInstance, standingIn } from './instance.store'
import { newItemAddress } from './item.parts'
import { instanceName, isAhead } from './meeting'
import { daysWords, instanceAddress, meetingAddress } from './meeting.parts'
import { listMeetings } from './meeting.store'

const find = (ask: Ask, id: string | null) =>
  ask.read(async (tx) => {
    const instance = await findInstance(tx, ask.params.code ?? '', ask.params.gebied ?? '')
    if (!instance) return null
    const standing = await standingIn(tx, instance.code)
    const [subject] = id === null ? [] : await foreseenSubjects(tx, { instance: instance.code, id })
    if (id === null ? !standing.plannerAs : !subject) return null
    const meetings = (await listMeetings(tx, { instances: [instance.code], since: ask.today, newestOnly: true })).items
    const isKept = subject ? (subject.isClosed ? standing.secretaryAs : standing.plannerAs) !== null : true
    return {
      instance,
      standing,
      subject: subject ?? null,
      // What stands on an agenda changes there.
      mayKeep: isKept && (subject === undefined || subject.item === null),
      meetings: meetings.filter((meeting) => isAhead(meeting, ask.today)),
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

const typedIn = (form: FormData): TypedForeseen => {
  const text = textIn(form)
  return {
    title: text('titel'),
    byWhom: text('door'),
    when: text('wanneer'),
    isClosed: form.has('besloten'),
    isDropped: form.has('vervalt'),
    reason: text('reden'),
  }
}

const choicesFor = (ask: Ask, { meetings }: Found) => {
  const { quarters, months } = periodsAhead(ask.today)
  return { periods: new Set([...quarters, ...months]), meetings: new Set(meetings.map(({ code }) => code)) }
}

/** Where who plans foresees a subject. */
export async function newForeseenPage(ask: Ask): Promise<Response> {
  const found = await find(ask, null)
  return found ? draw(ask, found, { typed: emptyForeseen, formKey: newSecret(), faults: [] }) : ask.notFound()
}

export async function newForeseenForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, null)
  if (!found) return ask.notFound()
  const typed = typedIn(form)
  const formKey = formKeyOf(form)
  const draft = readForeseen(typed, null, choicesFor(ask, found))
  if ('faults' in draft) return draw(ask, found, { typed, formKey, faults: draft.faults })
  const about = { instance: found.instance.code, isClosed: typed.isClosed }
  const id = await ask.write((tx) => foresee(tx, about, draft, { formKey, requestId: ask.requestId }))
  return id ? ask.redirect(foreseenAddress({ instance: found.instance, id })) : ask.notFound()
}

/** One subject: when it comes, how it moved and why, and where it went. */
export async function foreseenPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.params.onderwerp ?? '')
  return found?.subject
    ? draw(ask, found, { typed: asTypedForeseen(found.subject), formKey: '', faults: [] })
    : ask.notFound()
}

/** Moves, changes or drops it. */
export async function foreseenForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, ask.params.onderwerp ?? '')
  if (!found?.subject || !found.mayKeep) return ask.notFound()
  const { subject } = found
  const typed = { ...typedIn(form), isClosed: subject.isClosed }
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const draft = readForeseen(typed, subject.versions[0], choicesFor(ask, found))
  if ('faults' in draft) return draw(ask, found, { typed, formKey: '', faults: draft.faults, seen })
  const kept = await ask.write((tx) => moveForeseen(tx, subject.id, seen, draft, ask.requestId))
  if (kept === 'botst') {
    const now = await find(ask, subject.id)
    return now ? draw(ask, now, { typed, formKey: '', faults: [], isConflict: true }) : ask.notFound()
  }
  return kept ? ask.redirect(`${foreseenAddress(subject)}?bewaard=ja`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedForeseen
  readonly formKey: string
  readonly faults: readonly Fault[]
  readonly seen?: number
  readonly isConflict?: boolean
}

function draw(ask: Ask, found: Found, shown: Shown) {
  const { instance, subject, standing, mayKeep, meetings } = found
  const [now] = subject?.versions ?? []
  const title = now
    ? `${now.title}, voorzien in ${instanceName(instance)}`
    : `Voorzie een onderwerp in ${instanceName(instance)}`
  const address = subject ? foreseenAddress(subject) : newForeseenAddress(instance)
  return ask.page(
    {
      title,
      breadcrumbs: [
        ...instanceBreadcrumbs(instance),
        { label: now ? 'Voorzien onderwerp' : 'Nieuw onderwerp', href: address },
      ],
    },
    <>
      <Opening
        title={now?.title ?? title}
        lead={
          now
            ? `${now.isDropped ? 'Vervallen; was voorzien' : 'Voorzien'}: ${whenWords(now)}, door ${now.byWhom}.`
            : 'Wat later aan de orde komt. Wie hier zit of plant, ziet het.'
        }
        meta={subject?.isClosed ? [<Status is="confidential" label="besloten: alleen voor wie voorbereidt" />] : []}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Zo staat het nu op de langetermijnagenda.
          </Notice>
        )}
        {shown.isConflict && now && (
          <KeptMeanwhile>
            Intussen wijzigde {now.actedAs} dit onderwerp, op {moment(now.at)}.
          </KeptMeanwhile>
        )}
      </Opening>
      {subject && <Journey subject={subject} />}
      {subject && isAwaited(subject) && standing.secretaryAs && (
        <Section id="agenda" title="Zet het op een agenda" intro="De oplegnotitie begint met dit onderwerp.">
          {meetings.length > 0 ? (
            <List
              items={meetings.map(({ code, versions: [held] }) => (
                <TextLink href={`${newItemAddress(code)}?voorzien=${subject.id}`}>
                  Zet op de agenda van {daysWords(held)}
                </TextLink>
              ))}
            />
          ) : (
            <>Er staat nog geen vergadering gepland.</>
          )}
        </Section>
      )}
      {mayKeep && <Fields found={found} shown={shown} address={address} ask={ask} />}
    </>,
    shown.isConflict ? 409 : shown.faults.length > 0 ? 422 : 200,
  )
}

function Journey({ subject }: { subject: Foreseen }) {
  return (
    <Section id="verloop" title="Hoe het verschoof" intro="De nieuwste stand bovenaan.">
      {subject.item && (
        <DataList
          items={[
            {
              term: 'Waar het heen ging',
              value: (
                <TextLink href={`${meetingAddress(subject.item.meeting)}/punten/${subject.item.label}`}>
                  Punt {subject.item.label} van de vergadering op {day(subject.item.heldOn)}
                </TextLink>
              ),
            },
          ]}
        />
      )}
      <Timeline
        items={subject.versions.map((one) => ({
          when: moment(one.at),
          children: (
            <p>
              {one.isDropped ? 'Vervallen' : whenWords(one)}: {one.title}, door {one.byWhom}.
              {one.reason ? ` ${one.reason}` : ''} ({one.actedAs})
            </p>
          ),
        }))}
      />
    </Section>
  )
}

function Fields({ found, shown, address, ask }: { found: Found; shown: Shown; address: string; ask: Ask }) {
  const { subject, meetings, standing, instance } = found
  const { typed, formKey, faults, seen } = shown
  const [now] = subject?.versions ?? []
  const errorAt = errorsAt(faults)
  const { quarters, months } = periodsAhead(ask.today)
  const options = [
    { value: '', label: 'Kies' },
    ...meetings.map(({ code, versions: [held] }) => ({ value: code, label: `Vergadering van ${daysWords(held)}` })),
    ...[...quarters, ...months].map((value) => ({ value, label: period(value) })),
  ]
  // What was chosen before may be past by now.
  const current =
    now && !options.some(({ value }) => value === whenValue(now))
      ? [{ value: whenValue(now), label: whenWords(now) }]
      : []
  return (
    <Section id="formulier" title={subject ? 'Verschuif of wijzig' : 'Waar gaat het over?'}>
      <Form action={address} errors={[...faults]}>
        {subject ? (
          <input type="hidden" name="versie" value={String(seen ?? now?.version ?? 0)} />
        ) : (
          <input type="hidden" name="sleutel" value={formKey} />
        )}
        <TextField name="titel" label="Onderwerp" value={typed.title} {...errorAt('titel')} />
        <TextField
          name="door"
          label="Wie brengt het in?"
          description="Een functie of organisatie. Noem geen persoon."
          value={typed.byWhom}
          {...errorAt('door')}
        />
        <SelectField
          name="wanneer"
          label="Wanneer komt het aan de orde?"
          value={typed.when}
          options={[...options, ...current]}
          {...errorAt('wanneer')}
        />
        {!subject && standing.secretaryAs && (
          <Checkboxes
            name="besloten"
            label="Wie mag dit weten?"
            optional
            values={typed.isClosed ? ['ja'] : []}
            options={[
              {
                value: 'ja',
                label: 'Dit onderwerp is besloten',
                description: 'Dan bestaat het alleen voor de secretaris en het ambtelijk motorblok.',
              },
            ]}
          />
        )}
        {subject && (
          <>
            <Checkboxes
              name="vervalt"
              label="Gaat het nog door?"
              optional
              values={typed.isDropped ? ['ja'] : []}
              options={[{ value: 'ja', label: 'Het vervalt' }]}
            />
            <TextField
              name="reden"
              label="Waarom verschuift of vervalt het?"
              description="Alleen nodig als het moment verandert of het onderwerp vervalt of terugkomt."
              optional
              value={typed.reason}
              {...errorAt('reden')}
            />
          </>
        )}
        <Actions>
          <Button kind="primary">{subject ? 'Bewaar' : 'Voorzie dit onderwerp'}</Button>
          <ButtonLink href={instanceAddress(instance)} kind="subtle">
            Terug zonder bewaren
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}
