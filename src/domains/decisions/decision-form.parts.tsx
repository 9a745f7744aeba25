import { Checkboxes, DateField, type FieldError, Fold, List, Notice, SelectField, TextField } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import { priorityStates } from '../strategy'
import { AppointingFields } from './appointing.parts'
import { QuestionFields } from './asking.parts'
import { changeableFields } from './change'
import { fieldLabels } from './change.parts'
import { type Choices, type DateOf, type FieldOf, options, type Typed } from './choices.parts'

/** What of a plan that is made here the decision does not adopt; to be ticked before it is recorded. */
export function LeftOutFields(props: {
  left: { readonly never: readonly string[]; readonly changed: readonly string[] }
  field: ReturnType<FieldOf>
}) {
  const { never, changed } = props.left
  const { value, ...field } = props.field
  return (
    <Notice kind="attention" title="Niet alles van dit plan gaat mee.">
      {never.length > 0 && (
        <>
          {count(never.length, 'hoofdstuk is', 'hoofdstukken zijn')} niet in werking en{' '}
          {never.length === 1 ? 'gaat' : 'gaan'} niet mee:
          <List items={[...never]} />
        </>
      )}
      {changed.length > 0 && (
        <>
          {count(changed.length, 'hoofdstuk gaat', 'hoofdstukken gaan')} mee zoals in werking, zonder wat daarna is
          gewijzigd:
          <List items={[...changed]} />
        </>
      )}
      <Checkboxes
        {...field}
        label="Mag dit zo?"
        values={[value]}
        options={[{ value: 'ja', label: 'Ja, stel het plan vast zonder dit.' }]}
      />
    </Notice>
  )
}

/** What the decision changes, each behind its own title: most decisions change one thing. */
export function EffectFields(props: {
  typed: Typed
  choices: Choices
  faults: readonly FieldError[]
  field: FieldOf
  date: DateOf
}) {
  const { typed, choices, faults, field, date } = props
  const isOpen = (...names: string[]) =>
    names.some((name) => typed(name) !== '' || faults.some((f) => f.field === name))
  const indicators = new Map([...choices.indicators].map(([code, { title }]) => [code, title]))
  return (
    <>
      <Fold label="Stelt een plan vast" open={isOpen('plan')}>
        <SelectField
          {...field('plan')}
          label="Plan"
          description="Het plan wordt bewaard zoals het nu is, met een adres en een kenmerk die blijven."
          optional
          options={options('Geen plan', choices.plans)}
        />
      </Fold>
      <Fold label="Zet de stand van een prioriteit" open={isOpen('prioriteit', 'stand')}>
        <SelectField
          {...field('prioriteit')}
          label="Prioriteit"
          optional
          options={options('Geen prioriteit', choices.priorities)}
        />
        <SelectField
          {...field('stand')}
          label="Nieuwe stand"
          optional
          options={[
            { value: '', label: 'Kies een stand' },
            ...priorityStates.map((state) => ({ value: state as string, label: state })),
          ]}
        />
        <SelectField
          {...field('volger')}
          label="Bij volgend: wie volgt?"
          optional
          options={options('Niemand', choices.parties)}
        />
        <SelectField
          {...field('volgt')}
          label="Bij volgend: welk cijfer?"
          optional
          options={options('Geen cijfer', indicators)}
        />
        <DateField {...date('terug')} label="Bij volgend: wanneer terug op de agenda?" optional />
        <SelectField
          {...field('ontvanger')}
          label="Bij overgedragen: aan wie?"
          optional
          options={options('Niemand', choices.parties)}
        />
        <TextField {...field('decharge')} label="Bij afgesloten: decharge waarvoor?" optional />
      </Fold>
      <Fold label="Wijzigt een actie" open={isOpen('actie', 'veld', 'waarde')}>
        <TextField {...field('actie')} label="Code van de actie" description="Bijvoorbeeld S23-010." optional short />
        <SelectField
          {...field('veld')}
          label="Wat verandert?"
          optional
          options={[
            { value: '', label: 'Kies een onderdeel' },
            ...changeableFields.map((name) => ({ value: name as string, label: fieldLabels[name] })),
          ]}
        />
        <TextField {...field('waarde')} label="Wat komt er te staan?" optional />
      </Fold>
      <Fold label="Zet een doel" open={isOpen('cijfer', 'doel', 'periode')}>
        <SelectField {...field('cijfer')} label="Cijfer" optional options={options('Geen cijfer', indicators)} />
        <SelectField
          {...field('doelgebied')}
          label="Gebied"
          optional
          options={options('Kies een gebied', choices.areas)}
        />
        <TextField {...field('periode')} label="Periode" description="Bijvoorbeeld 2027 of 2027-H1." optional short />
        <SelectField
          {...field('grens')}
          label="Soort doel"
          optional
          options={[
            { value: '', label: 'Kies' },
            { value: 'max', label: 'ten hoogste' },
            { value: 'min', label: 'ten minste' },
            { value: 'exact', label: 'precies' },
          ]}
        />
        <TextField {...field('doel')} label="Getal" optional short inputmode="decimal" />
      </Fold>
      <AppointingFields choices={choices} isOpen={isOpen} field={field} date={date} />
      <QuestionFields choices={choices} isOpen={isOpen} field={field} date={date} />
    </>
  )
}
