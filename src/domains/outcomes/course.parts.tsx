import type { Fault } from '../../kernel/typed'
import { noDay } from '../../kernel/typed'
import type { TypedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  errorsAt,
  Fold,
  Form,
  KeptMeanwhile,
  List,
  Notice,
  Paragraph,
  Radios,
  Section,
  SelectField,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import { capital, count, day } from '../../platform/ui/wording'
import { newDecisionAddress } from '../decisions'
import { type Item, itemAddress, itemLabel, kindNames } from '../meetings'
import type { Course } from './course.verbs'
import { decisionsUnder } from './course.verbs'
import { linesWithSpeaker, type OutcomeKind, outcomesFor } from './outcome'
import { agreementAddress, courseAddress, DecisionTexts, OutcomeWords, outcomeNames } from './outcome.parts'
import { type Carrier, carrierKey, promiseKinds } from './promise'
import { agreementWords } from './promise.parts'

/** What was typed at an item and is not kept yet, with why. */
export type Typed = {
  readonly label: string
  readonly part: 'uitkomst' | 'verslag' | 'afspraak'
  readonly values: Readonly<Record<string, string>>
  readonly due?: TypedDay
  readonly faults: readonly Fault[]
  /** Somebody else kept something meanwhile. */
  readonly theirs: boolean
}

type ItemProps = {
  readonly course: Course
  readonly item: Item
  readonly typed: Typed | null
}

/** One item during the meeting: how it ended, what was decided and agreed, and the minutes. */
export function CourseItem(props: ItemProps & { carriers: readonly Carrier[]; formKey: string }) {
  const { course, item, typed, carriers, formKey } = props
  const { meeting, stage, outcomes, later } = course
  const label = itemLabel(item)
  const [paper] = item.papers
  const decisions = decisionsUnder(course, label)
  const outcome = outcomes.get(item.id)
  const own = course.agreements.filter((one) => one.item === label)
  return (
    <Section
      id={`punt-${label}`}
      title={`${label}. ${paper.title}`}
      intro={
        <>
          {capital(kindNames[paper.kind])}
          {item.closing ? ', besloten' : ''}.{' '}
          <TextLink href={itemAddress(meeting.code, item)}>Lees punt {label}</TextLink>
        </>
      }
    >
      <Paragraph>
        Uitkomst: <OutcomeWords outcome={outcome} later={later} />
      </Paragraph>
      {!stage.fixedAt && <OutcomeForm course={course} item={item} typed={typed?.part === 'uitkomst' ? typed : null} />}
      <DecisionTexts decisions={decisions} />
      {outcome?.kind === 'besloten' && decisions.length === 0 && (
        <Notice kind="attention" title="Het besluit zelf is nog niet vastgelegd.">
          Zonder dat verandert er niets in plannen en doelen.
        </Notice>
      )}
      {paper.kind === 'besluitvorming' && (
        <Actions>
          <ButtonLink href={`${newDecisionAddress}?${new URLSearchParams({ vergadering: meeting.code, punt: label })}`}>
            {decisions.length > 0 ? 'Leg nog een besluit vast' : 'Leg een besluit vast'} bij punt {label}
          </ButtonLink>
        </Actions>
      )}
      {own.length > 0 && (
        <List
          items={own.map((one) => (
            <TextLink href={agreementAddress(meeting.code, one.label)}>{agreementWords(one)}</TextLink>
          ))}
        />
      )}
      {!stage.fixedAt && (
        <PromiseFields
          course={course}
          item={item}
          typed={typed?.part === 'afspraak' ? typed : null}
          carriers={carriers}
          formKey={formKey}
        />
      )}
      {!stage.approvedAt && (
        <MinutesFields course={course} item={item} typed={typed?.part === 'verslag' ? typed : null} />
      )}
    </Section>
  )
}

function OutcomeForm({ course, item, typed }: ItemProps) {
  const label = itemLabel(item)
  const known = course.outcomes.get(item.id)
  // What was said behind closed doors is no first version of what everybody reads.
  const outcome = known?.writtenAt ? undefined : known
  const errorAt = errorsAt(typed?.faults ?? [])
  return (
    <>
      {typed?.theirs && outcome && (
        <KeptMeanwhile>
          {outcome.actedAs} legde vast: {outcomeNames[outcome.kind]}
          {outcome.words ? `, ${outcome.words}` : ''}.
        </KeptMeanwhile>
      )}
      <Form action={`${courseAddress(course.meeting.code)}/${label}`} errors={typed?.faults ?? []}>
        <input type="hidden" name="versie" value={String(outcome?.version ?? 0)} />
        <TextField
          name={`zin-${label}`}
          label={`Wat kwam eruit bij punt ${label}?`}
          description="Eén zin voor de besluitenlijst, bijvoorbeeld het advies. Zonder namen."
          value={typed?.values.zin ?? outcome?.words ?? ''}
          optional
          {...errorAt(`zin-${label}`)}
        />
        <Actions>
          {outcomesFor(item.papers[0].kind)
            .filter((kind) => kind !== 'aangehouden' || course.later.length === 0)
            .map((kind) => (
              <OutcomeButton kind={kind} />
            ))}
        </Actions>
        {course.later.length > 0 && (
          <Fold label={`Houd punt ${label} aan`} open={typed?.values.uitkomst === 'aangehouden'}>
            <SelectField
              name={`naar-${label}`}
              label="Tot welke vergadering?"
              value={typed?.values.naar ?? outcome?.heldTo ?? ''}
              optional
              options={[
                { value: '', label: 'Nog niet bekend' },
                ...course.later.map(({ code, versions: [{ heldOn }] }) => ({ value: code, label: day(heldOn) })),
              ]}
              {...errorAt(`naar-${label}`)}
            />
            <Actions>
              <OutcomeButton kind="aangehouden" />
            </Actions>
          </Fold>
        )}
      </Form>
    </>
  )
}

const OutcomeButton = ({ kind }: { kind: OutcomeKind }) => (
  <Button name="uitkomst" value={kind} small>
    {capital(outcomeNames[kind])}
  </Button>
)

function MinutesFields({ course, item, typed }: ItemProps) {
  const label = itemLabel(item)
  const kept = course.minutes.get(item.id)
  const own = kept?.writtenAt ? undefined : kept
  const named = linesWithSpeaker(own?.text ?? '')
  return (
    <>
      {named.length > 0 && (
        <Notice kind="attention" title="Staat hier wie iets zei?">
          Het verslag zegt wat er is besproken, en niet wie dat zei. Kijk naar: “{named[0]?.trim().slice(0, 80)}”.
        </Notice>
      )}
      <Fold label={`Verslag van punt ${label}${own ? '' : ': nog leeg'}`} open={typed !== null}>
        {typed?.theirs && kept && (
          <KeptMeanwhile>
            {kept.actedAs} bewaarde: “{kept.text}”.
          </KeptMeanwhile>
        )}
        <Form action={`${courseAddress(course.meeting.code)}/${label}/verslag`} errors={typed?.faults ?? []}>
          <input type="hidden" name="versie" value={String(own?.version ?? 0)} />
          <TextArea
            name={`verslag-${label}`}
            label={`Wat is er besproken bij punt ${label}?`}
            description="Zonder sprekers. Elke versie blijft bewaard."
            value={typed?.values.verslag ?? own?.text ?? ''}
            rows={6}
            {...errorsAt(typed?.faults ?? [])(`verslag-${label}`)}
          />
          <Actions>
            <Button>Bewaar het verslag van punt {label}</Button>
          </Actions>
        </Form>
      </Fold>
    </>
  )
}

function PromiseFields(props: ItemProps & { carriers: readonly Carrier[]; formKey: string }) {
  const { course, item, typed, formKey } = props
  const label = itemLabel(item)
  const seated = props.carriers.filter(({ hasSeat }) => hasSeat)
  const others = item.closing ? [] : props.carriers.filter(({ hasSeat }) => !hasSeat)
  const errorAt = errorsAt(typed?.faults ?? [])
  const made = course.agreements.filter((one) => one.item === label).length
  return (
    <Fold
      label={`Afspraak of toezegging bij punt ${label}${made > 0 ? `: ${count(made, 'vastgelegd', 'vastgelegd')}` : ''}`}
      open={typed !== null}
    >
      <Form action={`${courseAddress(course.meeting.code)}/${label}/afspraken`} errors={typed?.faults ?? []}>
        <input type="hidden" name="sleutel" value={formKey} />
        <Radios
          name={`soort-${label}`}
          label={`Wat is het, bij punt ${label}?`}
          value={typed?.values.soort ?? 'afspraak'}
          options={promiseKinds.map((kind) => ({ value: kind, label: capital(kind) }))}
          {...errorAt(`soort-${label}`)}
        />
        <TextArea
          name={`afspraak-${label}`}
          label="Wat wordt er gedaan?"
          value={typed?.values.afspraak ?? ''}
          rows={2}
          {...errorAt(`afspraak-${label}`)}
        />
        <SelectField
          name={`trekker-${label}`}
          label="Wie doet het?"
          description={
            item.closing
              ? 'Dit punt is besloten: alleen wie hier zit, kan het op zich nemen.'
              : 'Een functie. Wie haar later krijgt, neemt de afspraak over.'
          }
          value={typed?.values.trekker ?? ''}
          options={[
            { value: '', label: 'Kies een functie' },
            ...[...seated, ...others].map((one) => ({
              value: carrierKey(one),
              label: `${one.name}: ${one.title}${one.hasSeat ? ' (zit hier)' : ''}`,
            })),
          ]}
          {...errorAt(`trekker-${label}`)}
        />
        <DateField
          name={`klaar-${label}`}
          label="Wanneer klaar?"
          value={typed?.due ?? noDay}
          optional
          {...errorAt(`klaar-${label}`)}
        />
        <Actions>
          <Button>Leg vast bij punt {label}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}
