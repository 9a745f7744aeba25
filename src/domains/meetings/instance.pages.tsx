import { Actions, ButtonLink, EmptyState, Fold, Notice, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { byWhen } from './foreseen'
import { ForeseenTable, newForeseenAddress } from './foreseen.parts'
import { foreseenSubjects } from './foreseen.store'
import { chosenAreas, EndingTerms, ExampleNotice, instanceBreadcrumbs, running, SeatTable } from './instance.parts'
import { beginInstance, findInstance, listInstances, managerOf, seatsOf, standingIn } from './instance.store'
import { AboutInstance, aboutInstance } from './instance-about.parts'
import { instanceName, isAhead, yearAgo } from './meeting'
import {
  bodyAddress,
  calendarsAddress,
  instanceAddress,
  MeetingTable,
  meetingsAddress,
  newMeetingAddress,
  seatsAddress,
} from './meeting.parts'
import { listMeetings } from './meeting.store'

/** An instance with who sits in it, its days of a year and what the asker is there. */
export const findStandingInstance = (ask: Ask) =>
  ask.read(async (tx) => {
    const instance = await findInstance(tx, ask.params.code ?? '', ask.params.gebied ?? '')
    return (
      instance && {
        instance,
        seats: (await seatsOf(tx, [instance.code], ask.today)).get(instance.code) ?? [],
        meetings: (await listMeetings(tx, { instances: [instance.code], since: yearAgo(ask.today), newestOnly: true }))
          .items,
        standing: await standingIn(tx, instance.code),
      }
    )
  })

/** One instance of a body: who sits in it as functions, and when it meets. */
export async function instancePage(ask: Ask): Promise<Response> {
  const found = await findStandingInstance(ask)
  if (!found) return ask.notFound()
  const { instance, seats, meetings, standing } = found
  const { about, foreseen } = await ask.read(async (tx) => ({
    about: await aboutInstance(tx, instance, ask),
    foreseen: (await foreseenSubjects(tx, { instance: instance.code })).sort(byWhen),
  }))
  const ended = instance.bodyEnds !== null && instance.bodyEnds <= ask.today
  const ahead = meetings.filter((meeting) => isAhead(meeting, ask.today))
  const past = meetings.filter((meeting) => !isAhead(meeting, ask.today)).reverse()
  return ask.page(
    {
      title: instanceName(instance),
      description: `Wie er zitten in ${instanceName(instance)}, als functies, en wanneer het vergadert.`,
      breadcrumbs: instanceBreadcrumbs(instance),
    },
    <>
      <Opening
        title={instanceName(instance)}
        lead={
          ahead.length > 0
            ? `Er ${ahead.length === 1 ? 'staat' : 'staan'} ${count(ahead.length, 'vergadering', 'vergaderingen')} gepland.`
            : 'Er staat nu geen vergadering gepland.'
        }
        meta={[
          count(running(seats, ask.today).length, 'zetel vandaag', 'zetels vandaag'),
          instance.isPublic ? 'openbaar: dagen en openbare punten' : 'alleen voor wie er een zetel heeft',
          ...standing.seats.map(
            ({ kind, title }) => `u zit hier als ${kind === 'motorblok' ? 'ambtelijk motorblok' : kind}: ${title}`,
          ),
        ]}
      >
        {instance.bodyEnds && (
          <Notice
            kind="attention"
            title={ended ? 'Dit overleg bestaat niet meer.' : 'Dit overleg houdt op te bestaan.'}
          >
            {ended ? 'Het bestond' : 'Het bestaat'} tot {day(instance.bodyEnds)}, 0.00 uur. Zetels eindigen dan ook.
          </Notice>
        )}
        {!ended && (standing.plannerAs || standing.managerAs) && (
          <Actions>
            {standing.plannerAs && (
              <ButtonLink href={`${newMeetingAddress}?overleg=${encodeURIComponent(instance.code)}`} kind="primary">
                Plan een vergadering
              </ButtonLink>
            )}
            {standing.managerAs && <ButtonLink href={seatsAddress(instance)}>Wijzig de zetels</ButtonLink>}
          </Actions>
        )}
        <ExampleNotice instance={instance} />
        <EndingTerms seats={seats} today={ask.today} />
      </Opening>
      <Section id="vergaderingen" title="Vergaderingen" intro="Eerst wat nog komt.">
        {ahead.length > 0 ? (
          <MeetingTable meetings={ahead} caption="Vergaderingen die nog komen" today={ask.today} />
        ) : (
          <EmptyState title="Er is nog niets gepland." />
        )}
        {past.length > 0 && (
          <Fold label={`Voorbij of afgelast: ${past.length}`}>
            <MeetingTable meetings={past} caption="Vergaderingen die voorbij of afgelast zijn" today={ask.today} />
          </Fold>
        )}
        <Paragraph small>
          <TextLink href={`${instanceAddress(instance)}/stand`}>Stand van zaken van wat dit overleg besloot</TextLink>
        </Paragraph>
        <Paragraph small>
          Langer dan een jaar geleden? Kijk bij <TextLink href={`${meetingsAddress}#jaren`}>het jaar</TextLink>.
        </Paragraph>
        {instance.isPublic && (
          <Paragraph small>
            <TextLink href={`${instanceAddress(instance)}/agenda.ics`}>
              Zet deze dagen in uw eigen agenda (iCal)
            </TextLink>
            . Zonder tijd, plaats en onderwerpen.
            {standing.seats.length > 0 && (
              <>
                {' '}
                Met tijden: <TextLink href={calendarsAddress}>uw eigen agenda</TextLink>.
              </>
            )}
          </Paragraph>
        )}
      </Section>
      {(standing.seats.length > 0 || standing.plannerAs) && (
        <Section id="later" title="Langetermijnagenda" intro="Wat later aan de orde komt. Voor wie hier zit of plant.">
          {foreseen.length > 0 ? (
            <ForeseenTable subjects={foreseen} caption="Onderwerpen die zijn voorzien" today={ask.today} />
          ) : (
            <EmptyState title="Er is nog geen onderwerp voorzien." />
          )}
          {standing.plannerAs && (
            <Actions>
              <ButtonLink href={newForeseenAddress(instance)}>Voorzie een onderwerp</ButtonLink>
            </Actions>
          )}
        </Section>
      )}
      <Section
        id="zetels"
        title="Wie er zitten"
        intro="Als functies. Een zetel geldt zolang de termijn en de functie duren."
      >
        <SeatTable seats={seats} today={ask.today} />
      </Section>
      <AboutInstance about={about} instance={instance} seats={running(seats, ask.today)} today={ask.today} />
    </>,
  )
}

/** Begins an instance, for the programme manager of the bureau. */
export async function beginForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const body = ask.params.code ?? ''
  const choice = String(form.get('gebied') ?? '')
  const isPublic = form.has('openbaar')
  const begun = await ask.write(async (tx) => {
    const codes: (string | null)[] = []
    for (const area of await chosenAreas(tx, body, choice, ask.today))
      codes.push(await beginInstance(tx, { body, area, isPublic }, ask.requestId))
    // All of them, sent twice, leaves none to begin.
    if (codes.length === 0 && (await managerOf(tx)) !== null) return []
    const begun = (await listInstances(tx, { body })).filter(({ code }) => codes.includes(code))
    return begun.length > 0 ? begun : null
  })
  if (!begun) return ask.notFound()
  const [first] = begun
  return ask.redirect(first && begun.length === 1 ? seatsAddress(first) : `${bodyAddress(body)}#overleggen`)
}
