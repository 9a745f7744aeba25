import type { Child } from 'hono/jsx'
import type { Day } from '../../kernel/day'
import type { Fault } from '../../kernel/typed'
import { asTypedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  DateField,
  errorsAt,
  Fold,
  Form,
  KeptMeanwhile,
  List,
  Paragraph,
  Radios,
  Section,
  SelectField,
  Status,
  type StatusName,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import { capital, day, moment } from '../../platform/ui/wording'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { type Condition, type ConditionState, conditionStates, type Said, type TypedCondition } from './condition'

const signs: Readonly<Record<ConditionState, StatusName>> = {
  open: 'waiting',
  voldaan: 'met',
  'niet voldaan': 'notMet',
  vervallen: 'missing',
}

export const ConditionStatus = ({ state }: Pick<Condition, 'state'>) => <Status is={signs[state]} label={state} />

/** Where something that was said can be seen. */
export function Evidence({ of }: { of: string }) {
  return /^[0-9a-f]{64}$/.test(of) ? (
    <>kenmerk van het bestand (SHA-256): {of}</>
  ) : (
    <TextLink href={of}>{of.startsWith('/') ? 'op een pagina van Slagvaardig' : of}</TextLink>
  )
}

/** Why a condition stands otherwise than somebody said last; null when it does not, or when nobody said anything and it is open. */
function turned({ state, said: [newest] }: Condition): string | null {
  if (state === (newest?.state ?? 'open')) return null
  return state === 'open'
    ? 'het besluit dat haar liet vervallen, is teruggedraaid'
    : 'het besluit of voorstel waar zij bij hoort, is teruggedraaid of ging niet door'
}

/** How a condition stands in one line of text: the state, since when and why. */
export function conditionStanding(condition: Condition): string {
  const { state, said } = condition
  const [newest] = said
  const why = turned(condition)
  if (why) return `${state}: ${why}`
  if (!newest) return 'open: nog niet vastgelegd'
  return `${state} sinds ${day(newest.since)}: ${newest.sentence.replace(/\.$/, '')}${newest.droppedBy ? ` (${newest.droppedBy})` : ''}`
}

/** What somebody sent about one condition that was not kept. */
export type SentCondition = {
  readonly seq: number
  readonly typed: TypedCondition
  readonly faults: readonly Fault[]
  /** Somebody else said something of it meanwhile. */
  readonly theirs: boolean
}

/** Reads the form of one condition. */
export function typedCondition(form: FormData, seq: number): TypedCondition {
  const text = textIn(form)
  return {
    state: text(`stand-${seq}`),
    since: dayIn(form, `sinds-${seq}`),
    sentence: text(`zin-${seq}`),
    evidence: text(`bewijs-${seq}`),
    droppedBy: text(`besluit-${seq}`),
  }
}

type Recording = {
  readonly as: string
  /** Where the form of each is sent. */
  readonly address: (seq: number) => string
  readonly today: Day
  /** The decisions that can drop a condition, newest first; null where a sentence is enough. */
  readonly droppers: readonly { readonly value: string; readonly label: string }[] | null
  readonly sent: SentCondition | null
}

/** The conditions with whether each was met; for who records that, a form with each. */
export function ConditionSection(props: {
  conditions: readonly Condition[]
  recording: Recording | null
  linkTo?: (code: string) => string
}): Child {
  const { conditions, recording, linkTo } = props
  if (conditions.length === 0) return null
  return (
    <Section
      id="voorwaarden"
      title={conditions.length === 1 ? 'De voorwaarde' : 'De voorwaarden'}
      intro="Wie een voorwaarde stelde, legt vast of eraan is voldaan."
    >
      {conditions.map((condition) => (
        <>
          <Paragraph>
            <strong>{`${condition.seq}. ${condition.words}`}</strong> <ConditionStatus state={condition.state} />
          </Paragraph>
          <SaidOf condition={condition} linkTo={linkTo} />
          {recording && <ConditionForm condition={condition} recording={recording} />}
        </>
      ))}
    </Section>
  )
}

type LinkTo = ((code: string) => string) | undefined

function SaidOf({ condition, linkTo }: { condition: Condition; linkTo: LinkTo }) {
  const [newest, ...before] = condition.said
  const why = turned(condition)
  if (!newest)
    return (
      <Paragraph small quiet>
        {why ? `${capital(condition.state)}: ${why}.` : 'Of hieraan is voldaan, is nog niet vastgelegd.'}
      </Paragraph>
    )
  return (
    <>
      <Paragraph small>
        <SaidWords said={newest} linkTo={linkTo} />
        {why && ` ${capital(condition.state)}: ${why}.`}
      </Paragraph>
      {before.length > 0 && (
        <Fold label={`Eerder vastgelegd: ${before.length}`}>
          <List small items={before.map((one) => <SaidWords said={one} linkTo={linkTo} />)} />
        </Fold>
      )}
    </>
  )
}

const SaidWords = ({ said, linkTo }: { said: Said; linkTo: LinkTo }) => (
  <>
    {capital(said.state)} sinds {day(said.since)}. {said.sentence.replace(/\.$/, '')}.{' '}
    {said.droppedBy && linkTo && (
      <>
        Vervallen door besluit <TextLink href={linkTo(said.droppedBy)}>{said.droppedBy}</TextLink>.{' '}
      </>
    )}
    {said.evidence && (
      <>
        Te zien: <Evidence of={said.evidence} />.{' '}
      </>
    )}
    <span class="sv-stil">
      Vastgelegd op {moment(said.at)}, {said.actedAs}.
    </span>
  </>
)

function ConditionForm({ condition, recording }: { condition: Condition; recording: Recording }) {
  const { seq, words, said } = condition
  const sent = recording.sent?.seq === seq ? recording.sent : null
  const errorAt = errorsAt(sent?.faults ?? [])
  const droppers = recording.droppers
  return (
    <Fold label={`Leg vast of aan voorwaarde ${seq} is voldaan`} open={sent !== null}>
      {sent?.theirs && <KeptMeanwhile>Intussen is er iets anders over vastgelegd. Dat staat hierboven.</KeptMeanwhile>}
      <Form action={recording.address(seq)} errors={[...(sent?.faults ?? [])]}>
        <input type="hidden" name="versie" value={String(said[0]?.version ?? 0)} />
        <Radios
          name={`stand-${seq}`}
          label={`Hoe staat het met: ${words}`}
          value={sent?.typed.state ?? ''}
          options={conditionStates.map((value) => ({ value, label: capital(value) }))}
          {...errorAt(`stand-${seq}`)}
        />
        <DateField
          name={`sinds-${seq}`}
          label="Sinds welke dag is dat zo?"
          value={sent?.typed.since ?? asTypedDay(recording.today)}
          {...errorAt(`sinds-${seq}`)}
        />
        <TextArea
          name={`zin-${seq}`}
          label="Waar blijkt dat uit?"
          description="In één zin, zonder namen."
          rows={2}
          value={sent?.typed.sentence ?? ''}
          {...errorAt(`zin-${seq}`)}
        />
        <TextField
          name={`bewijs-${seq}`}
          label="Waar is dat te zien?"
          description="Een webadres, een adres van een pagina hier (zoals /indicatoren/…), of het kenmerk van een bestand."
          optional
          value={sent?.typed.evidence ?? ''}
          {...errorAt(`bewijs-${seq}`)}
        />
        {droppers !== null && (
          <SelectField
            name={`besluit-${seq}`}
            label="Bij vervallen: welk besluit liet haar vervallen?"
            description="Een voorwaarde vervalt met een later besluit van hetzelfde gremium."
            optional
            value={sent?.typed.droppedBy ?? ''}
            options={[{ value: '', label: droppers.length > 0 ? 'Geen' : 'Er is geen later besluit' }, ...droppers]}
            {...errorAt(`besluit-${seq}`)}
          />
        )}
        <Paragraph small>{`U doet dit als ${recording.as}.`}</Paragraph>
        <Actions>
          <Button>{`Bewaar de stand van voorwaarde ${seq}`}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}
