import { typedDay } from '../../kernel/typed-day'
import { DateField, type FieldError, Fold, SelectField, TextField } from '../../platform/ui'
import { readNumber } from '../datacalls'
import { seatKindNames } from '../meetings'
import { type Choices, type DateOf, dateIn, type FieldOf, options, type Typed } from './choices.parts'
import type { Wanted } from './decision'

/** Deputies stand in for a seat that is there: the programme manager of the bureau names them. */
const appointedKinds = ['voorzitter', 'lid', 'secretaris', 'motorblok'] as const

/** What a decision does about who sits where, which bodies there are and who gets money; or says what is wrong. */
export function readAppointing(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  return [
    ...readAppointment(typed, choices, faults),
    ...readDischarge(typed, choices, faults),
    ...readDissolution(typed, choices, faults),
    ...readGrant(typed, choices, faults),
  ]
}

const text = (typed: Typed, field: string, message: string, most: number, faults: FieldError[]) => {
  const value = typed(field).trim()
  if (value === '') faults.push({ field, message })
  else if (value.length > most) faults.push({ field, message: `Gebruik ten hoogste ${most} tekens.` })
  return value
}

function readAppointment(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  const instance = typed('benoem-overleg')
  if (instance === '') return []
  const kind = appointedKinds.find((one) => one === typed('benoem-soort'))
  const organisation = typed('benoem-organisatie')
  const from = typedDay(dateIn(typed, 'benoem-vanaf'))
  if (!choices.instances.has(instance))
    faults.push({ field: 'benoem-overleg', message: 'Kies een overleg uit de lijst.' })
  if (!kind) faults.push({ field: 'benoem-soort', message: 'Kies wat voor zetel het is.' })
  if (!choices.organisations.has(organisation))
    faults.push({ field: 'benoem-organisatie', message: 'Kies de organisatie.' })
  const title = text(typed, 'benoem-functie', 'Schrijf de functie. Noem geen persoon.', 120, faults)
  if (!from) faults.push({ field: 'benoem-vanaf', message: 'Vul de dag in waarop de zetel ingaat.' })
  return kind && from
    ? [
        {
          kind: 'benoemt',
          subject: instance,
          after: { soort: kind, organisatie: organisation, functie: title, vanaf: from },
        },
      ]
    : []
}

function readDischarge(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  const seat = typed('decharge-zetel')
  if (seat === '') return []
  if (!choices.seats.has(seat)) faults.push({ field: 'decharge-zetel', message: 'Kies een zetel uit de lijst.' })
  const words = text(typed, 'decharge-waarvoor', 'Schrijf waarvoor decharge is verleend.', 500, faults)
  return [{ kind: 'verleent-decharge', subject: seat, after: { decharge: words } }]
}

function readDissolution(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  const body = typed('hef-op')
  if (body === '') return []
  if (!choices.endable.has(body))
    faults.push({ field: 'hef-op', message: 'Kies een gremium of werkgroep uit de lijst.' })
  const words = text(typed, 'hef-op-decharge', 'Schrijf waarvoor decharge is verleend.', 500, faults)
  return [{ kind: 'heft-op', subject: body, after: { decharge: words } }]
}

function readGrant(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  const receiver = typed('geld-aan')
  if (receiver === '') return []
  if (!choices.receivers.has(receiver)) faults.push({ field: 'geld-aan', message: 'Kies wie het geld krijgt.' })
  const amount = readNumber(typed('geld-bedrag').replace(/^\s*€\s*/, ''), 'euro')
  if ('fault' in amount) faults.push({ field: 'geld-bedrag', message: amount.fault })
  else if (amount.value <= 0 || !Number.isInteger(Math.round(amount.value * 1e6) / 1e4))
    faults.push({
      field: 'geld-bedrag',
      message: 'Schrijf een bedrag in euro’s, met ten hoogste twee cijfers achter de komma.',
    })
  const year = typed('geld-jaar').trim()
  if (!/^20\d\d$/.test(year))
    faults.push({ field: 'geld-jaar', message: 'Schrijf het jaar in vier cijfers, zoals 2027.' })
  const purpose = text(typed, 'geld-waarvoor', 'Schrijf waarvoor het geld is.', 300, faults)
  return 'fault' in amount
    ? []
    : [
        {
          kind: 'kent-geld-toe',
          subject: receiver,
          after: { bedrag: amount.value, jaar: Number(year), waarvoor: purpose },
        },
      ]
}

/** The fields of these, each behind its own title. */
export function AppointingFields(props: {
  choices: Choices
  isOpen: (...names: string[]) => boolean
  field: FieldOf
  date: DateOf
}) {
  const { choices, isOpen, field, date } = props
  return (
    <>
      <Fold label="Benoemt in een overleg" open={isOpen('benoem-overleg', 'benoem-functie')}>
        <SelectField
          {...field('benoem-overleg')}
          label="Overleg"
          optional
          options={options('Niemand wordt benoemd', choices.instances)}
        />
        <SelectField
          {...field('benoem-soort')}
          label="Wat voor zetel?"
          optional
          options={[
            { value: '', label: 'Kies' },
            ...appointedKinds.map((kind) => ({ value: kind as string, label: seatKindNames[kind] })),
          ]}
        />
        <SelectField
          {...field('benoem-organisatie')}
          label="Organisatie"
          optional
          options={options('Kies een organisatie', choices.organisations)}
        />
        <TextField
          {...field('benoem-functie')}
          label="Functie"
          description="Heeft één account precies deze functie, dan krijgt die toegang. Anders geeft het bureau de zetel aan een account."
          optional
        />
        <DateField {...date('benoem-vanaf')} label="Vanaf welke dag?" optional />
      </Fold>
      <Fold label="Verleent decharge uit een zetel" open={isOpen('decharge-zetel')}>
        <SelectField
          {...field('decharge-zetel')}
          label="Zetel"
          description="De zetel eindigt na de dag van het besluit."
          optional
          options={options('Geen zetel', choices.seats, false)}
        />
        <TextField {...field('decharge-waarvoor')} label="Decharge voor deze zetel: waarvoor?" optional />
      </Fold>
      <Fold label="Heft een gremium of werkgroep op" open={isOpen('hef-op')}>
        <SelectField
          {...field('hef-op')}
          label="Gremium of werkgroep"
          description="Het houdt op na de dag van het besluit. De geschiedenis blijft."
          optional
          options={options('Niets wordt opgeheven', choices.endable)}
        />
        <TextField {...field('hef-op-decharge')} label="Decharge bij opheffen: waarvoor?" optional />
      </Fold>
      <Fold label="Kent geld toe" open={isOpen('geld-aan')}>
        <SelectField
          {...field('geld-aan')}
          label="Aan wie of wat?"
          optional
          options={options('Geen geld', choices.receivers)}
        />
        <TextField {...field('geld-bedrag')} label="Bedrag in euro’s" optional short inputmode="decimal" />
        <TextField {...field('geld-jaar')} label="Voor welk jaar?" optional short inputmode="numeric" />
        <TextField {...field('geld-waarvoor')} label="Waarvoor is het geld?" optional />
      </Fold>
    </>
  )
}
