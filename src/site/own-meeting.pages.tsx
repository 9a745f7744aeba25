import { annotatedItems, deskOf, ownAdvisers } from '../domains/annotations'
import { documentTitles, Sources } from '../domains/figures'
import { adviserContact, telephoneLink } from '../domains/governance'
import {
  AnswerButtons,
  agendaOf,
  daysWords,
  instanceName,
  itemsOf,
  LaterMeetings,
  lastMeetingBefore,
  laterMeetings,
  MeetingStatus,
  meetingAddress,
  meetingsAddress,
  nextMeetings,
  OwnAnswer,
  seatedOrganisations,
  timeWords,
} from '../domains/meetings'
import { OpenRounds, openRounds } from '../domains/proposals'
import type { Reader } from '../platform/db/database'
import { Actions, ButtonLink, DataList, EmptyState, List, ListLink, Opening, Paragraph, Section } from '../platform/ui'
import { capital, day } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { type Change, changedSince } from './changed-since'
import { AdvisersOf, type PaperOnPhone, PapersOf } from './own-meeting.parts'
import { WaitsInShort, whatWaits } from './waits.parts'

type Next = NonNullable<Awaited<ReturnType<typeof nextMeetings>>>[number]

/** The papers of a meeting as whoever has a seat there reads them, each with the annotation of the organisation he sits there for. */
async function papersOf(tx: Reader, { meeting }: Next, ask: Ask): Promise<PaperOnPhone[]> {
  const desk = await deskOf(tx, meeting)
  if (desk) return annotatedItems(tx, meeting, desk.organisation, ask.today)
  const items = await itemsOf(tx, meeting.code, { newestOnly: true })
  return items.filter(({ isSent }) => isSent).map((item) => ({ item, versions: null, now: null }))
}

/** Whom he rings at the organisations he sits somewhere for. */
async function contactsOf(tx: Reader) {
  const contacts = []
  for (const organisation of await seatedOrganisations(tx)) contacts.push(await adviserContact(tx, organisation))
  return contacts.filter((contact) => contact !== null)
}

/** So many further meetings stand on the page; all of them stand with the meetings. */
const mostLater = 6

/** One screen for who sits somewhere, on a phone: his meetings with the papers of the next, what changed at home, what waits, and who advises him. */
export async function ownMeetingPage(ask: Ask): Promise<Response> {
  const { today } = ask
  const found = await ask.read(async (tx) => {
    const next = await nextMeetings(tx, today)
    if (!next) return null
    const meetings = []
    for (const one of next)
      meetings.push({ ...one, papers: await papersOf(tx, one, ask), agenda: await agendaOf(tx, one.meeting.code) })
    const since = await lastMeetingBefore(tx, today)
    return {
      meetings,
      later: next[0] ? await laterMeetings(tx, next[0].meeting.versions[0].heldOn, mostLater) : [],
      since,
      documents: await documentTitles(tx),
      changes: since ? await changedSince(tx, since, today) : [],
      waits: await whatWaits(tx, today),
      rounds: await openRounds(tx),
      contacts: await contactsOf(tx),
      advisers: await ownAdvisers(tx),
    }
  })
  if (!found) return ask.notFound()
  const { meetings, later, since, documents, changes, waits, rounds, contacts, advisers } = found
  const [first] = meetings
  const numbers = contacts.flatMap(({ telephone, organisation }) =>
    telephone ? [{ telephone, of: organisation.name }] : [],
  )
  return ask.page(
    {
      title: 'Uw volgende vergadering',
      isLight: true,
      breadcrumbs: [
        { label: 'Uw startpagina', href: '/mijn' },
        { label: 'Uw volgende vergadering', href: '/mijn/vergadering' },
      ],
    },
    <>
      <Opening
        title="Uw volgende vergadering"
        lead={
          first
            ? `${capital(daysWords(first.meeting.versions[0]))}.`
            : 'Waar u zit, staat nog geen vergadering gepland.'
        }
      >
        {numbers.length > 0 && (
          <Actions>
            {numbers.map(({ telephone, of }) => (
              <ButtonLink href={telephoneLink(telephone)}>
                {numbers.length === 1 ? 'Bel uw adviseur' : `Bel de adviseurs van ${of}`}
              </ButtonLink>
            ))}
          </Actions>
        )}
      </Opening>
      {meetings.map(({ meeting, standing, seats, given, papers, agenda }) => (
        <Section id={`vergadering-${meeting.code}`} title={instanceName(meeting.instance)}>
          <MeetingFacts meeting={meeting} given={given} standing={standing} />
          <AnswerButtons meeting={meeting} standing={standing} seats={seats} />
          <PapersOf meeting={meeting.code} papers={papers} isSent={agenda.sentAt !== null} />
          <Actions>
            <ButtonLink href={meetingAddress(meeting.code)}>Alles van deze vergadering</ButtonLink>
          </Actions>
        </Section>
      ))}
      {rounds.length > 0 && (
        <Section id="akkoord" title="Uw akkoord gevraagd" intro="In een schriftelijke ronde die nu loopt.">
          <OpenRounds rounds={rounds} />
        </Section>
      )}
      {waits && <WaitsInShort waits={waits} />}
      {later.length > 0 && (
        <Section id="daarna" title="Daarna">
          <LaterMeetings later={later} />
          <Actions>
            <ButtonLink href={meetingsAddress}>Al uw vergaderingen</ButtonLink>
          </Actions>
        </Section>
      )}
      <Section
        id="veranderd"
        title="Wat er bij u veranderde"
        intro={since ? `Sinds uw vorige vergadering, op ${day(since)}.` : 'Sinds uw vorige vergadering.'}
      >
        <Changes changes={changes} documents={documents} hasBefore={since !== null} />
      </Section>
      <Section id="adviseur" title="Uw adviseur">
        <AdvisersOf contacts={contacts} advisers={advisers} />
      </Section>
    </>,
  )
}

function MeetingFacts({ meeting, given, standing }: Pick<Next, 'meeting' | 'given' | 'standing'>) {
  const [now] = meeting.versions
  return (
    <DataList
      items={[
        { term: 'Wanneer', value: `${daysWords(now)}${now.where ? `, ${timeWords(now.where)}` : ''}` },
        { term: 'Plaats', value: now.where?.place ?? 'nog niet bekend' },
        { term: 'Stand', value: <MeetingStatus state={now.state} /> },
        {
          term: 'Bent u er?',
          value: <OwnAnswer meeting={meeting} given={given} standing={standing} href={null} />,
        },
      ]}
    />
  )
}

const shown = 12

function Changes(props: {
  changes: readonly Change[]
  documents: Awaited<ReturnType<typeof documentTitles>>
  hasBefore: boolean
}) {
  const { changes, documents, hasBefore } = props
  if (!hasBefore) return <EmptyState title="Een eerdere vergadering van u is hier niet bekend." />
  if (changes.length === 0) return <EmptyState title="Wij weten van niets dat veranderde." />
  return (
    <>
      <List
        items={changes.slice(0, shown).map(({ on, text, href, sources }) => (
          <>
            <ListLink href={href}>{text}</ListLink>, {day(on)}
            {sources && sources.length > 0 && <Sources of={sources} documents={documents} />}
          </>
        ))}
      />
      {changes.length > shown && <Paragraph small>En nog {changes.length - shown}.</Paragraph>}
    </>
  )
}
