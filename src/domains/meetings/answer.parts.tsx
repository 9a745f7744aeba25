import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import {
  Actions,
  Button,
  DataTable,
  Fold,
  Form,
  List,
  ListLink,
  Paragraph,
  Radios,
  Section,
  TextLink,
} from '../../platform/ui'
import { capital, count, day, sentenceList } from '../../platform/ui/wording'
import type { WordInvitation } from './agenda.verbs'
import { awaitedOfOwn } from './answer.store'
import { running } from './instance.parts'
import { itemLabel } from './item'
import { kindNames } from './item.parts'
import {
  type Answer,
  answers,
  type Days,
  instanceName,
  isAhead,
  type Meeting,
  type Said,
  type Standing,
  saidOfNow,
} from './meeting'
import { daysWords, meetingAddress, seatKindNames, seatWords, timeWords } from './meeting.parts'
import type { Plan } from './planning'
import type { Seat } from './seat'

const answerAddress = (meeting: string) => `${meetingAddress(meeting)}/aanwezig`

const answerWords: Readonly<Record<Answer, string>> = {
  aanwezig: 'Ja, ik ben er',
  afwezig: 'Nee, ik ben er niet',
  vervanger: 'Mijn vervanger komt',
}

/** Whether one comes: the question to each seat of the reader, and for who sits there what the others said. */
export function AnswerSection(props: {
  meeting: Meeting
  standing: Standing
  seats: readonly Seat[]
  given: ReadonlyMap<string, Said>
  invited: ReadonlySet<string>
  /** Not mailed, as they came after it. */
  later: ReadonlySet<string>
  today: Day
}) {
  const { meeting, standing, seats, given, invited, later, today } = props
  const now = running(seats, meeting.versions[0].heldOn)
  const isOpen = isAhead(meeting, today)
  const own = now.filter(({ id }) => standing.seats.some(({ seat }) => seat === id))
  const prepares = standing.seats.some(({ kind }) => kind === 'secretaris' || kind === 'motorblok')
  const unmailed = now.filter(({ id }) => !invited.has(id) && !later.has(id))
  const late = now.filter(({ id }) => later.has(id))
  const said = (answer: Answer) => now.filter(({ id }) => saidOfNow(given.get(id)) === answer).length
  return (
    <Section
      id="aanwezig"
      title={isOpen ? 'Wie er is' : 'Wat leden vooraf lieten weten'}
      intro="Alleen voor wie hier zit."
    >
      <Paragraph>
        {capital(
          sentenceList([
            `${said('aanwezig')} aanwezig`,
            `${said('afwezig')} afwezig`,
            `${said('vervanger')} met een vervanger`,
          ]),
        )}
        . Van {count(now.length - said('aanwezig') - said('afwezig') - said('vervanger'), 'zetel', 'zetels')} is het nog
        onbekend.
      </Paragraph>
      {isOpen &&
        own.map((seat) => (
          <Form action={answerAddress(meeting.code)}>
            <input type="hidden" name="zetel" value={seat.id} />
            <input type="hidden" name="versie" value={String(meeting.versions[0].version)} />
            <Radios
              name={`antwoord-${seat.id}`}
              label={`Bent u er op ${daysWords(meeting.versions[0])}?`}
              description={`Als ${seatWords(seat)}.`}
              value={saidOfNow(given.get(seat.id)) ?? ''}
              options={possibleAnswers(seat, now).map((answer) => ({ value: answer, label: answerWords[answer] }))}
            />
            <Actions>
              <Button kind={seat === own[0] ? 'primary' : 'secondary'}>Laat het weten</Button>
            </Actions>
          </Form>
        ))}
      {now.length > mostInTable ? (
        <SeatGroups seats={now} given={given} days={meeting.versions[0]} />
      ) : (
        <DataTable
          caption="Zetels en wat zij lieten weten"
          hiddenCaption
          rows={now}
          columns={[
            { head: 'Functie', rowHead: true, cell: (seat) => seatWords(seat) },
            { head: 'Als', cell: ({ kind }) => seatKindNames[kind].toLowerCase() },
            { head: 'Komt', cell: ({ id }) => seatSaid(given.get(id), meeting.versions[0]) },
          ]}
        />
      )}
      {prepares && late.length > 0 && (
        <Paragraph small>
          {sentenceList(late.map(seatWords))} {late.length === 1 ? 'kreeg zijn' : 'kregen hun'} zetel na de uitnodiging.
          Daar ging geen mail heen.
        </Paragraph>
      )}
      {prepares && invited.size > 0 && unmailed.length > 0 && (
        <Fold label={`Niet gemaild, want wij kennen daar niemand: ${count(unmailed.length, 'zetel', 'zetels')}`}>
          <List items={unmailed.map(seatWords)} />
        </Fold>
      )}
    </Section>
  )
}

/** More seats than this are read by what they said. */
const mostInTable = 12

/** The seats by what they said, each group with its count, to unfold. */
function SeatGroups(props: { seats: readonly Seat[]; given: ReadonlyMap<string, Said>; days: Days }) {
  const { seats, given, days } = props
  const groups = [...answers, null].map((answer) => ({
    answer,
    of: seats.filter(({ id }) => saidOfNow(given.get(id)) === answer),
  }))
  return (
    <>
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ answer, of }) => (
          <Fold label={`${capital(answer ?? 'nog onbekend')}: ${count(of.length, 'zetel', 'zetels')}`}>
            <List
              items={of.map((seat) => {
                const said = given.get(seat.id)
                const before = answer === null && said ? `; ${wasWords(said, days)}` : ''
                return `${seatWords(seat)} (${seatKindNames[seat.kind].toLowerCase()}${before})`
              })}
            />
          </Fold>
        ))}
    </>
  )
}

/** What was said before the meeting moved: `was aanwezig op 10 december 2026`. */
const wasWords = ({ answer, heldOn, begins }: Said, now: Days) =>
  heldOn === now.heldOn && begins && begins !== now.where?.begins
    ? `was ${answer} om ${begins.replace(':', '.')} uur`
    : `was ${answer} op ${day(heldOn)}`

/** The question whether the reader comes as one press of a button, for each of his seats. */
export function AnswerButtons(props: { meeting: Meeting; standing: Standing; seats: readonly Seat[] }) {
  const { meeting, standing, seats } = props
  const now = running(seats, meeting.versions[0].heldOn)
  return (
    <>
      {now
        .filter(({ id }) => standing.seats.some(({ seat }) => seat === id))
        .map((seat) => (
          <Form action={answerAddress(meeting.code)}>
            <Paragraph small>Bent u er, als {seatWords(seat)}?</Paragraph>
            <input type="hidden" name="zetel" value={seat.id} />
            <input type="hidden" name="versie" value={String(meeting.versions[0].version)} />
            <Actions>
              {possibleAnswers(seat, now).map((answer) => (
                <Button name={`antwoord-${seat.id}`} value={answer}>
                  {answerWords[answer]}
                </Button>
              ))}
            </Actions>
          </Form>
        ))}
    </>
  )
}

/** Nobody can come in the place of a seat that has no deputy. */
const possibleAnswers = (seat: Seat, now: readonly Seat[]) =>
  answers.filter((answer) => answer !== 'vervanger' || now.some(({ deputyFor }) => deputyFor === seatWords(seat)))

const seatSaid = (said: Said | undefined, now: Days) =>
  saidOfNow(said) ?? (said ? `onbekend (${wasWords(said, now)})` : 'onbekend')

/** What the reader said himself, for what he needs now. */
export function OwnAnswer(props: {
  meeting: Meeting
  given: ReadonlyMap<string, Said>
  standing: Standing
  /** Where the question stands; null where it stands beside this. */
  href?: string | null
}) {
  const { meeting, given, standing, href = '#aanwezig' } = props
  const all = standing.seats.flatMap(({ seat }) => given.get(seat) ?? [])
  const said = all.flatMap((one) => saidOfNow(one) ?? [])
  const before = all.filter(({ stands }) => !stands).map((one) => wasWords(one, meeting.versions[0]))
  return said.length > 0 ? (
    <>
      U liet weten: {sentenceList(said)}. {href && <TextLink href={href}>Wijzig dat</TextLink>}
    </>
  ) : (
    <>
      {before.length > 0 && <>Onbekend: de vergadering is verzet ({sentenceList(before)}). </>}
      {href ? <TextLink href={href}>Laat weten of u er bent</TextLink> : 'Of u er bent, weten wij nog niet.'}
    </>
  )
}

/** The mail that an agenda was sent. No place and nothing that is closed stands in it. */
export const wordInvitationFrom =
  (baseUrl: string): WordInvitation =>
  (meeting, open) => {
    const [now] = meeting.versions
    return {
      subject: `Agenda: ${instanceName(meeting.instance)}, ${daysWords(now)}`,
      body: [
        `De agenda van ${instanceName(meeting.instance)} staat klaar.`,
        `De vergadering is op ${daysWords(now)}${now.where ? `, ${timeWords(now.where)}` : ''}. De plaats en de stukken ziet u na het inloggen.`,
        ...(open.length > 0
          ? [
              open
                .map((item) => `${itemLabel(item)}. ${item.papers[0].title} (${kindNames[item.papers[0].kind]})`)
                .join('\n'),
            ]
          : []),
        'Besloten punten staan nooit in een mail.',
        'Log in, lees de stukken en laat weten of u er bent:',
        `${baseUrl}/inloggen?naar=${encodeURIComponent(meetingAddress(meeting.code))}`,
      ].join('\n\n'),
    }
  }

/** The mail that a meeting is on another day, begins at another time or is called off. Why stands with the meeting only. */
export function wordMove(
  baseUrl: string,
  { code, instance, versions: [before] }: Meeting,
  plan: Plan,
): { readonly subject: string; readonly body: string } {
  const isOff = plan.state === 'afgelast'
  const on = daysWords(isOff ? before : plan)
  const was = `${daysWords(before)}${before.where ? `, ${timeWords(before.where)}` : ''}`
  return {
    subject: `${isOff ? 'Afgelast' : 'Verzet'}: ${instanceName(instance)}, ${on}`,
    body: [
      `De vergadering van ${instanceName(instance)} op ${was}, ${isOff ? 'gaat niet door' : 'is verzet'}.`,
      ...(isOff
        ? ['Waarom leest u na het inloggen:']
        : [
            `Zij is nu op ${on}, ${timeWords(plan)}. De plaats en de reden ziet u na het inloggen.`,
            'Wat u eerder liet weten, geldt niet meer. Log in en laat weten of u er dan bent:',
          ]),
      `${baseUrl}/inloggen?naar=${encodeURIComponent(meetingAddress(code))}`,
    ].join('\n\n'),
  }
}

/** The meetings that wait for a word of the person who asks; null when none does. */
export async function awaitedMeetings(tx: Reader, on: Day) {
  const meetings = await awaitedOfOwn(tx, on)
  return meetings.length === 0 ? null : meetings
}

export function AwaitedMeetings({ meetings }: { meetings: NonNullable<Awaited<ReturnType<typeof awaitedMeetings>>> }) {
  return (
    <List
      items={meetings.map((meeting) => (
        <>
          <ListLink href={`${meetingAddress(meeting.code)}#aanwezig`}>
            {`Bent u er bij ${meeting.name} op ${daysWords(meeting)}?`}
          </ListLink>
        </>
      ))}
    />
  )
}
