import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  errorsAt,
  Form,
  Notice,
  Opening,
  Radios,
  Section,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { wordMove } from './answer.parts'
import { instanceBreadcrumbs } from './instance.parts'
import { listInstances, standingIn } from './instance.store'
import { type Days, type Instance, instanceName } from './meeting'
import { daysWords, instanceAddress, meetingAddress, newMeetingAddress, planAddress, timeWords } from './meeting.parts'
import { findMeeting, planMeeting, replanMeeting } from './meeting.store'
import { planChoicePage } from './plan-choice.pages'
import { asTypedPlan, emptyPlan, readPlan, stoodFast, type TypedPlan } from './planning'

const typedIn = (form: FormData): TypedPlan => {
  const text = textIn(form)
  return {
    on: dayIn(form, 'op'),
    until: dayIn(form, 'tot-en-met'),
    begins: text('begin'),
    ends: text('einde'),
    place: text('plaats'),
    prepared: dayIn(form, 'vooroverleg'),
    state: text('stand'),
    reason: text('reden'),
  }
}

const findNew = (ask: Ask, code: string) =>
  ask.read(async (tx) => {
    const [instance] = code === '' ? [] : await listInstances(tx, { code })
    const plannerAs = instance ? (await standingIn(tx, instance.code)).plannerAs : null
    return instance && plannerAs ? { instance, plannerAs } : null
  })

/** Where the secretary or the programme manager plans a meeting; first of what, when that is not said. */
export async function newMeetingPage(ask: Ask): Promise<Response> {
  if (!ask.query.has('overleg')) return planChoicePage(ask)
  const found = await findNew(ask, ask.query.get('overleg') ?? '')
  return found
    ? draw(ask, { ...found, before: null, code: null }, { typed: emptyPlan, formKey: newSecret(), faults: [] })
    : ask.notFound()
}

export async function newMeetingForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findNew(ask, String(form.get('overleg') ?? ''))
  if (!found) return ask.notFound()
  const typed = typedIn(form)
  const formKey = formKeyOf(form)
  const plan = readPlan(typed, null, found.instance.bodyEnds)
  if ('faults' in plan)
    return draw(ask, { ...found, before: null, code: null }, { typed, formKey, faults: plan.faults })
  const code = await ask.write((tx) =>
    planMeeting(tx, found.instance.code, plan, { formKey, requestId: ask.requestId }),
  )
  return code ? ask.redirect(meetingAddress(code)) : ask.notFound()
}

const findPlanned = (ask: Ask) =>
  ask.read(async (tx) => {
    const meeting = await findMeeting(tx, ask.params.code ?? '')
    const plannerAs = meeting ? (await standingIn(tx, meeting.instance.code)).plannerAs : null
    if (!meeting || !plannerAs) return null
    return { meeting, instance: meeting.instance, plannerAs, before: meeting.versions[0], code: meeting.code }
  })

const isOff = ({ before }: { readonly before: Days }) => before.state === 'afgelast'

/** Where a meeting is moved, called off, or gets another time or place. */
export async function replanPage(ask: Ask): Promise<Response> {
  const found = await findPlanned(ask)
  return found && !isOff(found)
    ? draw(ask, found, { typed: asTypedPlan(found.before), formKey: '', faults: [] })
    : ask.notFound()
}

export async function replanForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findPlanned(ask)
  if (!found) return ask.notFound()
  const typed = typedIn(form)
  // Called off twice is called off once.
  if (isOff(found))
    return typed.state === 'afgelast' ? ask.redirect(`${meetingAddress(found.code)}?bewaard=ja`) : ask.notFound()
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const plan = readPlan(typed, found.before, found.instance.bodyEnds)
  if ('faults' in plan) return draw(ask, found, { typed, formKey: '', faults: plan.faults, seen })
  const mail = wordMove(ask.installation.baseUrl, found.meeting, plan)
  const kept = await ask.write((tx) => replanMeeting(tx, found.code, seen, plan, { mail, requestId: ask.requestId }))
  if (kept === 'botst') {
    const now = await findPlanned(ask)
    return now && !isOff(now) ? draw(ask, now, { typed, formKey: '', faults: [], isConflict: true }) : ask.notFound()
  }
  return kept ? ask.redirect(`${meetingAddress(found.code)}?bewaard=ja`) : ask.notFound()
}

type Found = {
  readonly instance: Instance
  readonly plannerAs: string
  readonly before: Days | null
  readonly code: string | null
}
type Shown = {
  readonly typed: TypedPlan
  readonly formKey: string
  readonly faults: readonly Fault[]
  readonly seen?: number
  /** Somebody else changed it meanwhile. */
  readonly isConflict?: boolean
}

function draw(
  ask: Ask,
  { instance, plannerAs, before, code }: Found,
  { typed, formKey, faults, seen, isConflict }: Shown,
) {
  const errorAt = errorsAt(faults)
  const action = code ? planAddress(code) : newMeetingAddress
  const title = code
    ? `Wijzig de vergadering van ${instanceName(instance)}`
    : `Plan een vergadering van ${instanceName(instance)}`
  return ask.page(
    {
      title,
      breadcrumbs: [
        ...instanceBreadcrumbs(instance),
        ...(code ? [{ label: 'Vergadering', href: meetingAddress(code) }] : []),
        { label: code ? 'Wijzigen' : 'Plannen', href: action },
      ],
    },
    <>
      <Opening
        title={title}
        lead="De dag is voor iedereen te zien. De tijd, de plaats en het vooroverleg alleen voor wie er zit en wie plant."
        meta={[`U doet dit als: ${plannerAs}`, ...(before ? [`Nu: ${daysWords(before)}`] : [])]}
      >
        {isConflict && before && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Intussen wijzigde {before.actedAs} deze vergadering, op {moment(before.at)}. Er staat nu:{' '}
            {daysWords(before)}
            {before.where ? `, ${timeWords(before.where)}${before.where.place ? `, ${before.where.place}` : ''}` : ''}.
            Wat u invulde, staat hieronder. Bewaar opnieuw als dat moet gelden.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Wanneer en waar">
        <Form action={action} errors={[...faults]}>
          {code ? (
            <input type="hidden" name="versie" value={String(seen ?? before?.version ?? 0)} />
          ) : (
            <>
              <input type="hidden" name="sleutel" value={formKey} />
              <input type="hidden" name="overleg" value={instance.code} />
            </>
          )}
          <DateField name="op" label="Dag" value={typed.on} {...errorAt('op')} />
          <DateField
            name="tot-en-met"
            label="Laatste dag"
            description="Alleen als de vergadering langer dan een dag duurt."
            optional
            value={typed.until}
            {...errorAt('tot-en-met')}
          />
          <TextField
            name="begin"
            label="Begin"
            description="Bijvoorbeeld 9.30."
            short
            value={typed.begins}
            {...errorAt('begin')}
          />
          <TextField name="einde" label="Einde" short value={typed.ends} {...errorAt('einde')} />
          <TextField name="plaats" label="Plaats" optional value={typed.place} {...errorAt('plaats')} />
          <DateField
            name="vooroverleg"
            label="Ambtelijk vooroverleg"
            description="Vóór de stukken uitgaan: tien dagen voor de vergadering."
            optional
            value={typed.prepared}
            {...errorAt('vooroverleg')}
          />
          <Radios
            name="stand"
            label="Staat de dag vast?"
            value={typed.state}
            options={[
              { value: 'gepland', label: 'Ja' },
              ...(before && stoodFast(before) ? [] : [{ value: 'voorlopig', label: 'Nee, voorlopig' }]),
              ...(code
                ? [
                    {
                      value: 'afgelast',
                      label: 'De vergadering gaat niet door',
                      description: 'Dat is daarna niet meer te wijzigen.',
                    },
                  ]
                : []),
            ]}
            {...errorAt('stand')}
          />
          {code && (
            <TextField
              name="reden"
              label="Waarom verzet of afgelast?"
              description="Nodig als de dag verandert of de vergadering niet doorgaat. Iedereen leest dit."
              optional
              value={typed.reason}
              {...errorAt('reden')}
            />
          )}
          <Actions>
            <Button kind="primary">{code ? 'Bewaar' : 'Plan deze vergadering'}</Button>
            <ButtonLink href={code ? meetingAddress(code) : instanceAddress(instance)} kind="subtle">
              Terug zonder bewaren
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    isConflict ? 409 : faults.length > 0 ? 422 : 200,
  )
}
