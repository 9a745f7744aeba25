import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Notice,
  Opening,
  Paragraph,
  Section,
  SelectField,
  Status,
  TextLink,
} from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import {
  ExampleNotice,
  findMeeting,
  type Item,
  instanceName,
  itemBreadcrumbs,
  itemLabel,
  meetingAddress,
} from '../meetings'
import { type Course, courseOf } from './course.verbs'
import { courseAddress, minutesAddress } from './outcome.parts'
import { approveMinutes, publishMinutes } from './outcome.store'

/** The minutes of a meeting: for who sits there, for everybody once they were approved and made public. */
export async function minutesPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const course = await courseOf(tx, ask.params.code ?? '')
    const { approvedIn = null } = course?.stage ?? {}
    return course && { course, approvedIn: approvedIn === null ? null : await findMeeting(tx, approvedIn) }
  })
  if (!found || found.course.isOff) return ask.notFound()
  const { course, approvedIn } = found
  const { meeting, standing, stage, minutes, items } = course
  if (!stage.minutesPublishedAt && standing.seats.length === 0) return ask.notFound()
  const written = items.filter(({ id }) => minutes.has(id))
  const isClosed = (item: Item) => item.closing !== null
  if (written.some(isClosed))
    await ask.write((tx) =>
      noteDeed(tx, { event: 'besloten stuk gelezen', object: `${meeting.code}, verslag`, requestId: ask.requestId }),
    )
  const name = `${instanceName(meeting.instance)}, ${day(meeting.versions[0].heldOn)}`
  return ask.page(
    {
      title: `Verslag: ${name}`,
      description: `Wat er op ${day(meeting.versions[0].heldOn)} is besproken in ${instanceName(meeting.instance)}.`,
      breadcrumbs: [...itemBreadcrumbs(meeting), { label: 'Verslag', href: minutesAddress(meeting.code) }],
    },
    <>
      <Opening
        title="Verslag"
        lead={`${instanceName(meeting.instance)}, vergadering van ${day(meeting.versions[0].heldOn)}. Er staat in wat er is besproken, niet wie dat zei.`}
        meta={[
          approvedIn ? (
            <>
              goedgekeurd in de vergadering van{' '}
              <TextLink href={meetingAddress(approvedIn.code)}>{day(approvedIn.versions[0].heldOn)}</TextLink>
            </>
          ) : (
            'nog niet goedgekeurd'
          ),
          ...(stage.minutesPublishedAt ? [`openbaar sinds ${moment(stage.minutesPublishedAt)}`] : []),
        ]}
      >
        <ExampleNotice instance={meeting.instance} />
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Zo staat het verslag er nu.
          </Notice>
        )}
        {standing.secretaryAs && meeting.versions[0].heldOn <= ask.today && (
          <MinutesDeeds course={course} today={ask.today} />
        )}
      </Opening>
      {written.length === 0 && (
        <Section id="leeg" title="Tekst">
          <EmptyState title="Er is nog niets geschreven." />
        </Section>
      )}
      {written.map((item) => (
        <Section
          id={`punt-${itemLabel(item)}`}
          title={`${itemLabel(item)}. ${item.papers[0].title}`}
          intro={isClosed(item) ? <Status is="confidential" label="besloten" /> : undefined}
        >
          {minutes.get(item.id)?.writtenAt && (
            <Paragraph small>{`Geschreven toen dit punt nog ${minutes.get(item.id)?.writtenAt} heette.`}</Paragraph>
          )}
          {(minutes.get(item.id)?.text ?? '').split(/\n{2,}/).map((part) => (
            <Paragraph>{part}</Paragraph>
          ))}
        </Section>
      ))}
    </>,
  )
}

function MinutesDeeds({ course: { meeting, items, later, stage, minutes }, today }: { course: Course; today: string }) {
  const address = minutesAddress(meeting.code)
  const hasOpen = items.some(({ id, isPublished }) => isPublished && (minutes.get(id)?.version ?? 0) > 0)
  const held = later.filter(({ versions: [{ heldOn }] }) => heldOn <= today)
  return (
    <>
      {!stage.approvedAt && (
        <Actions>
          <ButtonLink href={courseAddress(meeting.code)}>Schrijf verder</ButtonLink>
        </Actions>
      )}
      {!stage.approvedAt && minutes.size > 0 && held.length === 0 && (
        <Paragraph small>Het verslag wordt goedgekeurd in de volgende vergadering. Die is nog niet geweest.</Paragraph>
      )}
      {!stage.approvedAt && minutes.size > 0 && held.length > 0 && (
        <Form action={`${address}/goedkeuren`}>
          <SelectField
            name="vergadering"
            label="In welke vergadering is het goedgekeurd?"
            description="Daarna verandert het verslag niet meer."
            value={held[0]?.code ?? ''}
            options={held.map(({ code, versions: [{ heldOn }] }) => ({ value: code, label: day(heldOn) }))}
          />
          <Actions>
            <Button kind="primary">Leg vast dat het is goedgekeurd</Button>
          </Actions>
        </Form>
      )}
      {stage.approvedAt && !stage.minutesPublishedAt && stage.agendaPublishedAt && hasOpen && (
        <Form action={`${address}/openbaar`}>
          <Paragraph small>Maak het verslag van de open punten openbaar. Besloten punten blijven besloten.</Paragraph>
          <Actions>
            <Button>Maak het verslag openbaar</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** Writes down in which meeting the minutes were approved. */
export async function approveForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const approvedIn = String((await ask.form()).get('vergadering') ?? '')
  const isDone = await ask.write((tx) => approveMinutes(tx, code, approvedIn, ask.requestId))
  return isDone ? ask.redirect(`${minutesAddress(code)}?bewaard=ja`) : ask.notFound()
}

/** Shows the approved minutes of the open items to everybody. */
export async function publishMinutesForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const isDone = await ask.write((tx) => publishMinutes(tx, code, ask.requestId))
  return isDone ? ask.redirect(`${minutesAddress(code)}?bewaard=ja`) : ask.notFound()
}
