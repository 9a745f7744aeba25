import type { Child } from 'hono/jsx'
import { isUuid } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  DataList,
  Form,
  Notice,
  Opening,
  Paragraph,
  Section,
  Timeline,
} from '../../platform/ui'
import { capital, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { sendAndInvite } from './agenda.verbs'
import { AnswerSection, OwnAnswer, wordInvitationFrom } from './answer.parts'
import { answersOf, invitedSeats, keepAnswer, seatedLater } from './answer.store'
import { ExampleNotice, instanceBreadcrumbs } from './instance.parts'
import { seatsOf, standingIn } from './instance.store'
import type { Item } from './item'
import { AgendaSection, NeededItems, newItemAddress } from './item.parts'
import { agendaOf, itemsOf, publishAgenda } from './item.store'
import { answers, type Days, instanceName, isAhead, isPast, type Meeting, moves } from './meeting'
import { daysWords, MeetingStatus, meetingAddress, planAddress, timeWords } from './meeting.parts'
import { findMeeting } from './meeting.store'
import { inOrder, type More } from './more.parts'
import { papersDueOn } from './year'

/** One meeting: first what the reader needs now, then the agenda as he may read it, then how its day changed. */
export const meetingPage =
  (more: More['onMeeting']) =>
  async (ask: Ask): Promise<Response> => {
    const found = await ask.read(async (tx) => {
      const meeting = await findMeeting(tx, ask.params.code ?? '')
      return (
        meeting && {
          meeting,
          standing: await standingIn(tx, meeting.instance.code),
          items: await itemsOf(tx, meeting.code, { newestOnly: true }),
          agenda: await agendaOf(tx, meeting.code),
          seats:
            (await seatsOf(tx, [meeting.instance.code], meeting.versions[0].heldOn)).get(meeting.instance.code) ?? [],
          given: await answersOf(tx, meeting.code),
          invited: await invitedSeats(tx, meeting.code),
          later: await seatedLater(tx, meeting.code),
          beside: await inOrder(more.beside, (section) => section(tx, meeting, ask)),
          came: await inOrder(more.came, (section) => section(tx, meeting, ask)),
          last: await inOrder(more.last, (section) => section(tx, meeting, ask)),
        }
      )
    })
    if (!found) return ask.notFound()
    const { meeting, standing, items, agenda, seats, given, invited, later } = found
    const { instance } = meeting
    const [now] = meeting.versions
    const isMember = standing.seats.length > 0
    const isOver = isPast(meeting, ask.today)
    const hasBegun = now.heldOn <= ask.today
    const sitsThatDay = standing.seats.some(({ seat }) => seats.some(({ id }) => id === seat))
    const shown = isMember || standing.managerAs ? meeting.versions : moves(meeting)
    return ask.page(
      {
        title: `${instanceName(instance)}, ${day(now.heldOn)}`,
        description: `Vergadering van ${instanceName(instance)} op ${day(now.heldOn)}.`,
        breadcrumbs: [...instanceBreadcrumbs(instance), { label: day(now.heldOn), href: meetingAddress(meeting.code) }],
      },
      <>
        <Opening
          title={instanceName(instance)}
          lead={`${capital(daysWords(now))}.`}
          meta={[<MeetingStatus state={now.state} isOver={isOver} />, meeting.code]}
        >
          <ExampleNotice instance={instance} />
          <MeetingNotices ask={ask} now={now} />
        </Opening>
        {isOver && found.came}
        {now.where && (
          <Section
            id="nu"
            title={isMember && !isOver ? 'Wat u nu nodig hebt' : 'Waar en hoe laat'}
            intro="Alleen voor wie hier zit of plant."
          >
            <Needed now={now} where={now.where} sentAt={agenda.sentAt}>
              {sitsThatDay && isAhead(meeting, ask.today) ? (
                <OwnAnswer meeting={meeting} given={given} standing={standing} />
              ) : null}
            </Needed>
            {isMember && !isOver && agenda.sentAt && <NeededItems meeting={meeting.code} items={items} />}
          </Section>
        )}
        <AgendaSection meeting={meeting.code} items={items} isMember={isMember || standing.adviserAs !== null}>
          {standing.secretaryAs && now.state !== 'afgelast' && (
            <SecretaryDeeds meeting={meeting} items={items} agenda={agenda} />
          )}
        </AgendaSection>
        {!isOver && hasBegun && found.came}
        {found.beside}
        {!isOver && !hasBegun && found.came}
        {isMember && (
          <AnswerSection
            meeting={meeting}
            standing={standing}
            seats={seats}
            given={given}
            invited={invited}
            later={later}
            today={ask.today}
          />
        )}
        <Section id="dagen" title="Hoe de dag veranderde" intro="De nieuwste stand bovenaan.">
          <Timeline
            items={shown.map((one) => ({
              when: moment(one.at),
              children: (
                <p>
                  {one.state}: {daysWords(one)}
                  {one.where ? `, ${timeWords(one.where)}` : ''}
                  {one.reason ? `. ${one.reason}` : ''}
                </p>
              ),
            }))}
          />
          {standing.plannerAs && now.state !== 'afgelast' && (
            <Actions>
              <ButtonLink href={planAddress(meeting.code)}>Verzet, wijzig of zeg af</ButtonLink>
            </Actions>
          )}
        </Section>
        {found.last}
      </>,
    )
  }

function MeetingNotices({ ask, now }: { ask: Ask; now: Days }) {
  return (
    <>
      {ask.query.has('bewaard') && (
        <Notice kind="done" announce title="Bewaard.">
          Wie deze vergadering in zijn agenda heeft, krijgt een andere dag of tijd daar vanzelf.
        </Notice>
      )}
      {ask.query.has('verzonden') && (
        <Notice kind="done" announce title="De agenda is verzonden.">
          Wie hier een zetel heeft, ziet haar nu.
        </Notice>
      )}
      {ask.query.has('gemeld') && (
        <Notice kind="done" announce title="Dank u wel.">
          Wie hier zit, ziet of u er bent. U kunt het tot en met de dag zelf wijzigen.
        </Notice>
      )}
      {ask.query.has('intussen') && (
        <Notice kind="attention" announce title="Uw antwoord is nog niet bewaard.">
          De vergadering is intussen verzet. Kijk naar de nieuwe dag en tijd, en laat weten of u er dan bent.
        </Notice>
      )}
      {now.state === 'afgelast' && (
        <Notice kind="attention" title="Deze vergadering gaat niet door.">
          {now.reason}
        </Notice>
      )}
      {now.state === 'verzet' && (
        <Notice kind="attention" title="Deze vergadering is verzet.">
          {now.reason}
        </Notice>
      )}
    </>
  )
}

function Needed(props: { now: Days; where: NonNullable<Days['where']>; sentAt: string | null; children: Child }) {
  const { now, where, sentAt, children } = props
  return (
    <DataList
      items={[
        { term: 'Wanneer', value: `${daysWords(now)}, ${timeWords(where)}` },
        { term: 'Plaats', value: where.place ?? 'nog niet bekend' },
        {
          term: 'Stukken',
          value: sentAt ? `verzonden op ${moment(sentAt)}` : `gaan uit op ${day(papersDueOn(now.heldOn))}`,
        },
        ...(children ? [{ term: 'Bent u er?', value: children }] : []),
        ...(where.preparedOn ? [{ term: 'Ambtelijk vooroverleg', value: day(where.preparedOn) }] : []),
      ]}
    />
  )
}

const isOpen = ({ closing, withdrawnBecause }: Item) => closing === null && withdrawnBecause === null

function SecretaryDeeds(props: {
  meeting: Meeting
  items: readonly Item[]
  agenda: { readonly sentAt: string | null; readonly publishedAt: string | null }
}): Child {
  const { meeting, items, agenda } = props
  const address = meetingAddress(meeting.code)
  return (
    <>
      <Actions>
        <ButtonLink href={newItemAddress(meeting.code)}>Zet een punt op de agenda</ButtonLink>
      </Actions>
      {!agenda.sentAt && items.length > 0 && (
        <Form action={`${address}/verzenden`}>
          <Paragraph small>
            Verzend de agenda aan wie hier een zetel heeft. De nummers staan daarna vast, en wat u later wijzigt heet
            nagezonden.
          </Paragraph>
          <Actions>
            <Button kind="primary">Verzend de agenda</Button>
          </Actions>
        </Form>
      )}
      {agenda.sentAt && !agenda.publishedAt && !items.some(isOpen) && (
        <Paragraph small>
          Er staan geen open punten op deze agenda. Er is niets openbaar te maken: wie hier niet zit, ziet een
          vergadering zonder agenda.
        </Paragraph>
      )}
      {agenda.sentAt && !agenda.publishedAt && items.some(isOpen) && (
        <Form action={`${address}/openbaar`}>
          <Paragraph small>
            Maak de open punten openbaar, met hun oplegnotitie en open bijlagen. Besloten punten blijven besloten.
          </Paragraph>
          <Actions>
            <Button>Maak de open punten openbaar</Button>
          </Actions>
        </Form>
      )}
      {agenda.publishedAt && (
        <Paragraph small>De open punten zijn openbaar sinds {moment(agenda.publishedAt)}.</Paragraph>
      )}
    </>
  )
}

/** Shows the open items to everybody. */
export async function publishForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const isDone = await ask.write((tx) => publishAgenda(tx, code, ask.requestId))
  return isDone ? ask.redirect(`${meetingAddress(code)}?bewaard=ja`) : ask.notFound()
}

/** Sends the agenda to those who sit there. */
export async function sendForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const isDone = await ask.write((tx) =>
    sendAndInvite(tx, code, wordInvitationFrom(ask.installation.baseUrl), ask.requestId),
  )
  return isDone ? ask.redirect(`${meetingAddress(code)}?verzonden=ja`) : ask.notFound()
}

/** Says whether one comes. */
export async function answerForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const code = ask.params.code ?? ''
  const seat = String(form.get('zetel') ?? '')
  const answer = answers.find((one) => one === form.get(`antwoord-${seat}`))
  if (!isUuid(seat)) return ask.notFound()
  // Nothing chosen says nothing: the question stands there still.
  if (!answer)
    return (await ask.read((tx) => findMeeting(tx, code)))
      ? ask.redirect(`${meetingAddress(code)}#aanwezig`)
      : ask.notFound()
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const kept = await ask.write((tx) => keepAnswer(tx, { meeting: code, seat, seen }, answer, ask.requestId))
  if (kept === 'verzet') return ask.redirect(`${meetingAddress(code)}?intussen=verzet`)
  return kept ? ask.redirect(`${meetingAddress(code)}?gemeld=ja`) : ask.notFound()
}
