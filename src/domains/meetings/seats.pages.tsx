import { type Fault, isUuid, noDay } from '../../kernel/typed'
import { typedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  errorsAt,
  Fold,
  Form,
  Notice,
  Opening,
  Radios,
  Section,
  SelectField,
  TextField,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { Advisers } from './adviser.pages'
import { adviserChoices } from './adviser.store'
import { findStandingInstance } from './instance.pages'
import { EndingTerms, instanceBreadcrumbs, SeatTable } from './instance.parts'
import { endSeat, giveSeat, seatChoices } from './instance.store'
import { type Instance, instanceName } from './meeting'
import { instanceAddress, seatKindNames, seatsAddress, seatWords } from './meeting.parts'
import { readSeat, type Seat, seatKinds, type TypedSeat } from './seat'

async function findManaged(ask: Ask) {
  const found = await findStandingInstance(ask)
  if (!found?.standing.managerAs) return null
  return ask.read(async (tx) => ({
    ...found,
    choices: await seatChoices(tx),
    advisers: await adviserChoices(tx, found.instance.code),
  }))
}
type Managed = NonNullable<Awaited<ReturnType<typeof findManaged>>>

const emptySeat: TypedSeat = {
  kind: '',
  post: '',
  organisation: '',
  title: '',
  deputyFor: '',
  from: noDay,
  until: noDay,
}

/** Where the programme manager says who sits in an instance, from when until when. */
export async function seatsPage(ask: Ask): Promise<Response> {
  const found = await findManaged(ask)
  return found ? drawSeats(ask, found, emptySeat, newSecret(), []) : ask.notFound()
}

/** Gives a seat; or shows the form again with all that was typed. */
export async function seatForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findManaged(ask)
  if (!found) return ask.notFound()
  const text = textIn(form)
  const typed: TypedSeat = {
    kind: text('soort'),
    post: text('functie'),
    organisation: text('organisatie'),
    title: text('naam'),
    deputyFor: text('vervangt'),
    from: dayIn(form, 'vanaf'),
    until: dayIn(form, 'tot'),
  }
  const formKey = formKeyOf(form)
  const draft = readSeat(typed, {
    posts: new Set(found.choices.posts.map(({ value }) => value)),
    organisations: new Set(found.choices.organisations.map(({ value }) => value)),
    members: new Set(membersOf(found.seats).map(({ id }) => id)),
    bodyEnds: found.instance.bodyEnds,
  })
  if ('faults' in draft) return drawSeats(ask, found, typed, formKey, draft.faults)
  const isGiven = await ask.write((tx) =>
    giveSeat(tx, found.instance.code, draft, { formKey, requestId: ask.requestId }),
  )
  return isGiven ? ask.redirect(`${seatsAddress(found.instance)}?bewaard=ja`) : ask.notFound()
}

/** Sets the end of a seat. */
export async function seatEndForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findManaged(ask)
  const seat = found?.seats.find(({ id }) => id === ask.params.zetel)
  if (!found || !seat || !isUuid(seat.id)) return ask.notFound()
  const typedEnd = typedDay(dayIn(form, `einde-${seat.id}`))
  const { bodyEnds } = found.instance
  const until = typedEnd && bodyEnds && typedEnd > bodyEnds ? bodyEnds : typedEnd
  const fault = {
    field: `einde-${seat.id}`,
    message: 'Vul de eerste dag in waarop de zetel er niet meer is, na het begin.',
  }
  if (!until || until <= seat.validity.from)
    return drawSeats(ask, found, emptySeat, newSecret(), [fault], dayIn(form, `einde-${seat.id}`))
  const isEnded = await ask.write((tx) => endSeat(tx, seat.id, found.instance.code, until, ask.requestId))
  return isEnded ? ask.redirect(`${seatsAddress(found.instance)}?bewaard=ja`) : ask.notFound()
}

const membersOf = (seats: readonly Seat[]) => seats.filter(({ kind }) => kind === 'lid' || kind === 'voorzitter')

function drawSeats(
  ask: Ask,
  { instance, seats, choices, advisers }: Managed,
  typed: TypedSeat,
  formKey: string,
  faults: readonly Fault[],
  endTyped = noDay,
) {
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: `Zetels van ${instanceName(instance)}`,
      breadcrumbs: [...instanceBreadcrumbs(instance), { label: 'Zetels', href: seatsAddress(instance) }],
    },
    <>
      <Opening
        title={`Zetels van ${instanceName(instance)}`}
        lead="Wie een zetel heeft, leest de besloten stukken van dit overleg. Dat stopt om middernacht als de zetel of de functie eindigt."
        meta={['Wat u hier doet, komt in het logboek.']}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wat hieronder staat, geldt.
          </Notice>
        )}
        <EndingTerms seats={seats} today={ask.today} />
      </Opening>
      <Section id="zetels" title="Nu en straks" full>
        <SeatTable
          seats={seats}
          today={ask.today}
          action={(seat) => (
            <Fold label="Zet het einde" open={errorAt(`einde-${seat.id}`).error !== undefined}>
              <Form action={`${seatsAddress(instance)}/${seat.id}`}>
                <DateField
                  name={`einde-${seat.id}`}
                  label={`Eerste dag zonder deze zetel: ${seatWords(seat)}`}
                  value={errorAt(`einde-${seat.id}`).error ? endTyped : noDay}
                  {...errorAt(`einde-${seat.id}`)}
                />
                <Button small>Zet het einde</Button>
              </Form>
            </Fold>
          )}
        />
      </Section>
      <Advisers instance={instance} seats={seats} choices={advisers} />
      <NewSeat instance={instance} seats={seats} choices={choices} typed={typed} formKey={formKey} faults={faults} />
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

function NewSeat(props: {
  instance: Instance
  seats: readonly Seat[]
  choices: Managed['choices']
  typed: TypedSeat
  formKey: string
  faults: readonly Fault[]
}) {
  const { instance, seats, choices, typed, formKey, faults } = props
  const errorAt = errorsAt(faults)
  return (
    <Section id="formulier" title="Geef een zetel">
      <Form action={seatsAddress(instance)} errors={[...faults]}>
        <input type="hidden" name="sleutel" value={formKey} />
        <Radios
          name="soort"
          label="Als wat?"
          value={typed.kind}
          options={seatKinds.map((kind) => ({ value: kind, label: seatKindNames[kind] }))}
          {...errorAt('soort')}
        />
        <SelectField
          name="functie"
          label="Wie heeft deze functie?"
          description="De namen ziet alleen u."
          value={typed.post}
          options={[{ value: '', label: 'Staat er niet bij: vul hieronder in' }, ...choices.posts]}
          {...errorAt('functie')}
        />
        <SelectField
          name="organisatie"
          label="Organisatie"
          description="Alleen als de functie hierboven niet staat."
          optional
          value={typed.organisation}
          options={[{ value: '', label: 'Kies' }, ...choices.organisations]}
          {...errorAt('organisatie')}
        />
        <TextField
          name="naam"
          label="Functie"
          description="Bijvoorbeeld: Gebiedsofficier van justitie. Noem geen persoon."
          optional
          value={typed.title}
          {...errorAt('naam')}
        />
        <SelectField
          name="vervangt"
          label="Vervangt"
          description="Alleen bij een plaatsvervanger."
          optional
          value={typed.deputyFor}
          options={[
            { value: '', label: 'Niemand' },
            ...membersOf(seats).map((seat) => ({ value: seat.id, label: seatWords(seat) })),
          ]}
          {...errorAt('vervangt')}
        />
        <DateField name="vanaf" label="Vanaf" value={typed.from} {...errorAt('vanaf')} />
        <DateField
          name="tot"
          label="Tot"
          description="De eerste dag zonder deze zetel."
          optional
          value={typed.until}
          {...errorAt('tot')}
        />
        <Actions>
          <Button kind="primary">Geef deze zetel</Button>
          <ButtonLink href={instanceAddress(instance)} kind="subtle">
            Terug
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}
