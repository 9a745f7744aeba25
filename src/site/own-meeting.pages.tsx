import { annotatedItems, deskOf, ownAdvisers } from '../domains/annotations'
import {
  AnswerButtons,
  agendaOf,
  daysWords,
  instanceName,
  itemsOf,
  lastMeetingBefore,
  MeetingStatus,
  meetingAddress,
  nextMeetings,
  OwnAnswer,
  timeWords,
} from '../domains/meetings'
import type { Reader } from '../platform/db/database'
import { DataList, EmptyState, List, Opening, Paragraph, Section, TextLink } from '../platform/ui'
import { capital, day } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { type Change, changedSince } from './changed-since'
import { type PaperOnPhone, PapersOf } from './own-meeting.parts'
import { WhatWaits, whatWaits } from './waits.parts'

type Next = NonNullable<Awaited<ReturnType<typeof nextMeetings>>>[number]

/** The papers of a meeting as whoever has a seat there reads them, each with the annotation of the organisation he sits there for. */
async function papersOf(tx: Reader, { meeting }: Next, ask: Ask): Promise<PaperOnPhone[]> {
  const desk = await deskOf(tx, meeting)
  if (desk) return annotatedItems(tx, meeting, desk.organisation, ask.today)
  const items = await itemsOf(tx, meeting.code, { newestOnly: true })
  return items.filter(({ isSent }) => isSent).map((item) => ({ item, versions: null, now: null }))
}

/** One screen for who sits somewhere, on a phone: his next meeting with its papers, what changed at home, what waits, and who advises him. */
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
      since,
      changes: since ? await changedSince(tx, since, today) : [],
      waits: await whatWaits(tx, today),
      advisers: await ownAdvisers(tx),
    }
  })
  if (!found) return ask.notFound()
  const { meetings, since, changes, waits, advisers } = found
  const [first] = meetings
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
      />
      {meetings.map(({ meeting, standing, seats, given, papers, agenda }) => (
        <Section id={`vergadering-${meeting.code}`} title={instanceName(meeting.instance)}>
          <MeetingFacts meeting={meeting} given={given} standing={standing} />
          <AnswerButtons meeting={meeting} standing={standing} seats={seats} />
          <PapersOf meeting={meeting.code} papers={papers} isSent={agenda.sentAt !== null} />
        </Section>
      ))}
      {waits && <WhatWaits waits={waits} on={today} />}
      <Section
        id="veranderd"
        title="Wat er thuis veranderde"
        intro={since ? `Sinds uw vorige vergadering, op ${day(since)}.` : 'Sinds uw vorige vergadering.'}
      >
        <Changes changes={changes} hasBefore={since !== null} />
      </Section>
      <Section id="adviseur" title="Uw adviseur">
        {advisers.length > 0 ? (
          <List
            items={advisers.map(({ name, title, email }) => (
              <>
                <TextLink href={`mailto:${email}`}>{`Mail ${name}`}</TextLink>
                {name.startsWith(title) ? null : ` (${title})`}
              </>
            ))}
          />
        ) : (
          <Paragraph>Voor u staat hier geen adviseur met een account.</Paragraph>
        )}
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
          value: (
            <OwnAnswer
              meeting={meeting}
              given={given}
              standing={standing}
              href={`${meetingAddress(meeting.code)}#aanwezig`}
            />
          ),
        },
      ]}
    />
  )
}

const shown = 12

function Changes({ changes, hasBefore }: { changes: readonly Change[]; hasBefore: boolean }) {
  if (!hasBefore) return <EmptyState title="Een eerdere vergadering van u is hier niet bekend." />
  if (changes.length === 0) return <EmptyState title="Wij weten van niets dat veranderde." />
  return (
    <>
      <List
        items={changes.slice(0, shown).map(({ on, text, href }) => (
          <>
            <TextLink href={href}>{text}</TextLink>, {day(on)}
          </>
        ))}
      />
      {changes.length > shown && <Paragraph small>En nog {changes.length - shown}.</Paragraph>}
    </>
  )
}
