import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { DataList, EmptyState, ListLink, Paragraph, RowList, Section, TextLink } from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import { OwnAnswer } from './answer.parts'
import { answersOf } from './answer.store'
import { ownInstances, seatsOf, standingIn } from './instance.store'
import { agendaOf } from './item.store'
import { instanceName, isAhead } from './meeting'
import { daysWords, MeetingStatus, meetingAddress, meetingsAddress, timeWords } from './meeting.parts'
import { listMeetings } from './meeting.store'

/** The meetings of the first day on which the asker sits somewhere, whether their agenda was sent or not; null for who sits nowhere. */
export async function nextMeetings(tx: Reader, on: Day) {
  const instances = await ownInstances(tx)
  if (instances.length === 0) return null
  const ahead = (await listMeetings(tx, { instances, since: on })).items.filter((meeting) => isAhead(meeting, on))
  const found = []
  for (const meeting of ahead) {
    const [{ heldOn }] = meeting.versions
    if (found[0] && found[0].meeting.versions[0].heldOn < heldOn) break
    const { code } = meeting.instance
    const standing = await standingIn(tx, code)
    // A seat that is over by then does not sit there.
    const seats = (await seatsOf(tx, [code], heldOn)).get(code) ?? []
    if (standing.seats.some(({ seat }) => seats.some(({ id }) => id === seat)))
      found.push({ meeting, standing, seats, given: await answersOf(tx, meeting.code) })
  }
  return found
}

/** The meetings after a day on which the asker sits somewhere, the first ones, with whether their papers were sent and what he answered. */
export async function laterMeetings(tx: Reader, after: Day, most: number) {
  const instances = await ownInstances(tx)
  if (instances.length === 0) return []
  const ahead = (await listMeetings(tx, { instances, since: after })).items.filter(
    (meeting) => meeting.versions[0].heldOn > after && isAhead(meeting, after),
  )
  const found = []
  for (const meeting of ahead.slice(0, most)) {
    const standing = await standingIn(tx, meeting.instance.code)
    if (standing.seats.length > 0)
      found.push({
        meeting,
        standing,
        given: await answersOf(tx, meeting.code),
        isSent: (await agendaOf(tx, meeting.code)).sentAt !== null,
      })
  }
  return found
}

/** Those meetings under each other: day, body, whether there are papers, and whether he comes. */
export function LaterMeetings({ later }: { later: Awaited<ReturnType<typeof laterMeetings>> }) {
  return (
    <RowList
      items={later.map(({ meeting, standing, given, isSent }) => ({
        content: (
          <>
            <ListLink href={meetingAddress(meeting.code)}>
              {`${capital(daysWords(meeting.versions[0]))}: ${instanceName(meeting.instance)}`}
            </ListLink>
            <Paragraph small>
              {isSent ? 'De stukken zijn er.' : 'Er zijn nog geen stukken.'}{' '}
              <OwnAnswer meeting={meeting} given={given} standing={standing} href={null} />
            </Paragraph>
          </>
        ),
      }))}
    />
  )
}

/** The day of the last meeting before a day in one of the instances where the asker sits; null when there was none. */
export async function lastMeetingBefore(tx: Reader, on: Day): Promise<Day | null> {
  const instances = await ownInstances(tx)
  const held = (await listMeetings(tx, { instances, until: on, newestOnly: true })).items.filter(
    ({ versions: [now] }) => now.heldOn < on && now.state !== 'afgelast',
  )
  return held.at(-1)?.versions[0].heldOn ?? null
}

export function NextMeetings({ next }: { next: NonNullable<Awaited<ReturnType<typeof nextMeetings>>> }) {
  return (
    <Section id="vergadering" title="Uw volgende vergadering">
      {next.length === 0 && <EmptyState title="Waar u zit, staat nog geen vergadering gepland." />}
      {next.map(({ meeting, standing, given }) => {
        const {
          code,
          instance,
          versions: [now],
        } = meeting
        return (
          <DataList
            items={[
              { term: 'Overleg', value: <TextLink href={meetingAddress(code)}>{instanceName(instance)}</TextLink> },
              { term: 'Wanneer', value: `${daysWords(now)}${now.where ? `, ${timeWords(now.where)}` : ''}` },
              { term: 'Stand', value: <MeetingStatus state={now.state} /> },
              {
                term: 'Bent u er?',
                value: (
                  <OwnAnswer
                    meeting={meeting}
                    given={given}
                    standing={standing}
                    href={`${meetingAddress(code)}#aanwezig`}
                  />
                ),
              },
            ]}
          />
        )
      })}
      <Paragraph small>
        <TextLink href="/mijn/vergadering">Alles voor uw volgende vergadering</TextLink> ·{' '}
        <TextLink href={meetingsAddress}>Al uw vergaderingen</TextLink>
      </Paragraph>
    </Section>
  )
}
