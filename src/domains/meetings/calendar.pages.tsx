import type { Day } from '../../kernel/day'
import { isUuid } from '../../kernel/typed'
import {
  Actions,
  Button,
  CodeBlock,
  DataTable,
  EmptyState,
  Form,
  Notice,
  Opening,
  Paragraph,
  Section,
  SelectField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { hashOf, newSecret } from '../../platform/web/secret'
import { meetingCalendar } from './calendar.parts'
import { findInstance } from './instance.store'
import { instanceName, moves, yearAgo } from './meeting'
import { calendarsAddress, meetingAddress, meetingsAddress } from './meeting.parts'
import { type CalendarKey, calendarOf, listMeetings, makeCalendar, ownCalendars, revokeCalendar } from './meeting.store'

const type = 'text/calendar; charset=utf-8'
const attached = { 'content-disposition': 'attachment; filename="vergaderingen.ics"' }

/** The days of one instance that everybody may know of, as a calendar: without times, places and subjects. */
export async function publicCalendar(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const instance = await findInstance(tx, ask.params.code ?? '', ask.params.gebied ?? '')
    return instance?.isPublic
      ? {
          instance,
          meetings: (await listMeetings(tx, { instances: [instance.code], since: yearAgo(ask.today) })).items,
        }
      : null
  })
  if (!found) return ask.notFound()
  const title = instanceName(found.instance)
  const events = found.meetings.map((meeting) => {
    const changes = moves(meeting)
    const [now = meeting.versions[0]] = changes
    return {
      uid: `${meeting.code}.openbaar@${ask.region.code}.slagvaardig`.toLowerCase(),
      // A change of time or place is none here: then nothing in this file changes.
      sequence: changes.length - 1,
      title,
      heldOn: now.heldOn,
      endsOn: now.endsOn,
      times: null,
      state: now.state,
      at: now.at,
      href: `${ask.installation.baseUrl}${meetingAddress(meeting.code)}`,
    }
  })
  return ask.file(meetingCalendar(title, events), type, attached)
}

/** The calendar behind a key: the meetings of a person or of one of his functions, with times and without places and subjects. */
export async function keyCalendar(ask: Ask): Promise<Response> {
  const key = /^([\w-]{43})\.ics$/.exec(ask.params.file ?? '')?.[1]
  const found = key ? await ask.read((tx) => calendarOf(tx, hashOf(key))) : null
  if (!found) return ask.notFound()
  const events = found.meetings.map((row) => ({
    uid: `${row.code}@${ask.region.code}.slagvaardig`.toLowerCase(),
    sequence: row.version - 1,
    title: `${row.body} ${row.area}`,
    heldOn: row.heldOn as Day,
    endsOn: row.endsOn as Day | null,
    times: row.begins && row.ends ? { begins: row.begins, ends: row.ends } : null,
    state: row.state,
    at: row.at,
    href: `${ask.installation.baseUrl}${meetingAddress(row.code)}`,
  }))
  return ask.file(
    meetingCalendar(found.title ? `Vergaderingen: ${found.title}` : 'Mijn vergaderingen', events),
    type,
    attached,
  )
}

const all = 'alles'

/** Where somebody makes a calendar that his own program fetches, and takes it back. */
export async function calendarsPage(ask: Ask): Promise<Response> {
  return draw(ask, await ask.read(ownCalendars), null)
}

/** Makes a calendar and shows its address once: only its hash is kept. */
export async function calendarForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const chosen = String(form.get('functie') ?? '')
  const found = await ask.read(ownCalendars)
  if (chosen === '') return draw(ask, found, null, 'Kies van welke functie.')
  if (chosen !== all && !found.posts.some(({ id }) => id === chosen)) return ask.notFound()
  const secret = newSecret()
  const isMade = await ask.write((tx) =>
    makeCalendar(tx, chosen === all ? null : chosen, hashOf(secret), ask.requestId),
  )
  if (!isMade) return ask.notFound()
  return draw(ask, await ask.read(ownCalendars), `${ask.installation.baseUrl}/agenda/${secret}.ics`)
}

export async function calendarEndForm(ask: Ask): Promise<Response> {
  const id = ask.params.agenda ?? ''
  const isId = isUuid(id)
  const isRevoked = isId && (await ask.write((tx) => revokeCalendar(tx, id, ask.requestId)))
  return isRevoked ? ask.redirect(`${calendarsAddress}?ingetrokken=ja`) : ask.notFound()
}

function draw(
  ask: Ask,
  {
    keys,
    posts,
  }: {
    readonly keys: readonly CalendarKey[]
    readonly posts: readonly { readonly id: string; readonly title: string }[]
  },
  made: string | null,
  fault: string | null = null,
) {
  return ask.page(
    {
      title: 'Uw agenda',
      breadcrumbs: [
        { label: 'Vergaderingen', href: meetingsAddress },
        { label: 'Uw agenda', href: calendarsAddress },
      ],
    },
    <>
      <Opening
        title="Uw agenda"
        lead="Zet de vergaderingen waar u zit in Outlook of op uw telefoon. Verzet iemand een vergadering, dan verschuift zij daar mee."
        meta={['Met dag en tijd, zonder plaats en zonder onderwerpen.']}
      >
        {made && (
          <Notice kind="done" announce title="Dit adres ziet u maar één keer.">
            Kopieer het nu en voeg het in uw agenda toe als internetagenda. Wie het adres heeft, ziet wanneer u
            vergadert: geef het aan niemand.
          </Notice>
        )}
        {made && <CodeBlock label="Het adres van uw agenda" code={made} />}
        {ask.query.has('ingetrokken') && (
          <Notice kind="done" announce title="Ingetrokken.">
            Dat adres werkt niet meer.
          </Notice>
        )}
      </Opening>
      <Section id="agendas" title="Wat u eerder maakte" intro="Een agenda stopt ook vanzelf als de functie eindigt.">
        {keys.length === 0 ? (
          <EmptyState title="Nog niets." />
        ) : (
          <DataTable
            caption="Uw agenda's"
            hiddenCaption
            rows={keys}
            columns={[
              {
                head: 'Van',
                rowHead: true,
                cell: ({ title, post }) => title ?? (post ? 'een functie' : 'alles waar u zit'),
              },
              { head: 'Gemaakt', cell: ({ madeAt }) => moment(madeAt) },
              {
                head: 'Intrekken',
                cell: ({ id }) => (
                  <Form action={`${calendarsAddress}/${id}`}>
                    <Button small>Trek in</Button>
                  </Form>
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section id="formulier" title="Maak een agenda">
        <Form action={calendarsAddress} errors={fault ? [{ field: 'functie', message: fault }] : []}>
          <SelectField
            name="functie"
            label="Van welke functie?"
            {...(fault ? { error: fault } : {})}
            options={[
              { value: '', label: 'Kies' },
              { value: all, label: 'Van alles waar ik zit' },
              ...posts.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <Actions>
            <Button kind="primary">Maak een agenda</Button>
          </Actions>
        </Form>
        <Paragraph small quiet>
          Al gekopieerd en kwijt? Trek hem in en maak een nieuwe.
        </Paragraph>
      </Section>
    </>,
    fault ? 422 : 200,
  )
}
