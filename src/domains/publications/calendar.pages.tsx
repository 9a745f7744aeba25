import { calendarFile } from '../../platform/calendar/calendar-file'
import {
  ButtonLink,
  DataTable,
  EmptyState,
  List,
  ListLink,
  Opening,
  Paragraph,
  Section,
  Status,
  TextLink,
} from '../../platform/ui'
import { count, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Announcement, type AnnouncementState, standingMoment, stateOfAnnouncement } from './announcement'
import { announcedKindWords, announcedPeriodWords, calendarAddress, momentWords } from './announcement.parts'
import { announcingBureaus, listAnnouncements } from './announcement.store'
import { announcedEvent } from './calendar.parts'

/** What is announced to be published, when, and what became of it. */
export async function calendarPage(ask: Ask): Promise<Response> {
  const { announcements, bureaus } = await ask.read(async (tx) => ({
    announcements: await listAnnouncements(tx),
    bureaus: await announcingBureaus(tx),
  }))
  const told = announcements.map((one) => ({ ...one, state: stateOfAnnouncement(one, ask.now) }))
  const coming = told.filter(({ state }) => state === 'due' || state === 'overdue')
  const over = told.filter((one) => !coming.includes(one)).reverse()
  const next = coming.find(({ state }) => state === 'due')
  return ask.page(
    {
      title: 'Publicatiekalender',
      description: 'Wat de coalitie uitbrengt en wanneer, met elke verschuiving en de reden.',
      breadcrumbs: [
        { label: 'Verantwoording', href: '/verantwoording' },
        { label: 'Publicatiekalender', href: calendarAddress },
      ],
    },
    <>
      <Opening
        title="Publicatiekalender"
        lead={
          next
            ? `Wij brengen ${count(coming.length, 'stuk', 'stukken')} uit. Het eerste komt ${momentWords(standingMoment(next))}.`
            : 'Er is nu niets aangekondigd.'
        }
        meta={[<TextLink href={`${calendarAddress}.ics`}>Volg in uw agenda (iCal)</TextLink>]}
      >
        {bureaus.length > 0 && <ButtonLink href={`${calendarAddress}/nieuw`}>Kondig een stuk aan</ButtonLink>}
      </Opening>
      <Section
        id="komt"
        title="Wat komt"
        intro="Verschuift er iets, dan blijft staan wanneer het eerst zou zijn, en waarom."
      >
        {coming.length === 0 ? (
          <EmptyState title="Er is nu niets aangekondigd." />
        ) : (
          <AnnouncementTable caption="Wat komt" announcements={coming} />
        )}
      </Section>
      {over.length > 0 && (
        <Section id="geweest" title="Wat is uitgebracht of niet doorging">
          <AnnouncementTable caption="Wat is uitgebracht of niet doorging" announcements={over} />
        </Section>
      )}
    </>,
  )
}

type Told = Announcement & { readonly state: AnnouncementState }

function AnnouncementTable({ caption, announcements }: { caption: string; announcements: readonly Told[] }) {
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={announcements}
      columns={[
        {
          head: 'Stuk',
          rowHead: true,
          cell: ({ code, title, published }) => (
            <span id={code}>{published ? <ListLink href={published.address}>{title}</ListLink> : title}</span>
          ),
        },
        { head: 'Soort', cell: ({ kind }) => announcedKindWords[kind] },
        { head: 'Over', cell: (one) => announcedPeriodWords(one.period) },
        { head: 'Wanneer', cell: (one) => <When of={one} /> },
        { head: 'Stand', cell: (one) => <StateOf of={one} /> },
      ]}
    />
  )
}

function When({ of }: { of: Told }) {
  const earlier = of.moments.slice(0, -1)
  const reasons = of.moments.slice(1)
  return (
    <>
      {momentWords(standingMoment(of))}
      {earlier.length > 0 && (
        <List
          items={earlier.map((one, at) => (
            <>
              eerst {day(one.on)}. {reasons[at]?.isOff ? 'Gaat niet door' : 'Verplaatst'} op{' '}
              {moment(reasons[at]?.at ?? one.at)}: {reasons[at]?.reason}
            </>
          ))}
        />
      )}
    </>
  )
}

function StateOf({ of }: { of: Told }) {
  const { state, published, isOwn, code } = of
  return (
    <>
      {state === 'published' && <Status is="complete" label={`uitgebracht op ${moment(published?.at ?? '')}`} />}
      {state === 'off' && <Status is="moved" label="gaat niet door" />}
      {state === 'due' && <Status is="waiting" label="komt" />}
      {state === 'overdue' && <Status is="missing" label="had er moeten zijn" />}
      {isOwn && state !== 'published' && (
        <Paragraph small>
          <TextLink href={`${calendarAddress}/${code}/verplaatsen`}>
            Verplaats<span class="sv-onzichtbaar"> {of.title}</span>
          </TextLink>
        </Paragraph>
      )}
    </>
  )
}

/** The calendar for programs that follow it. */
export async function calendarFeed(ask: Ask): Promise<Response> {
  const announcements = await ask.read((tx) => listAnnouncements(tx))
  const base = ask.installation.baseUrl
  const events = announcements.map((one) => announcedEvent(one, { host: new URL(base).hostname, base }))
  const named = { product: 'Publicatiekalender', name: `Publicatiekalender ${ask.region.coalition}` }
  return ask.file(calendarFile(named, events), 'text/calendar; charset=utf-8', {
    'content-disposition': 'inline; filename="publicatiekalender.ics"',
  })
}
