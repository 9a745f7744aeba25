import { Actions, ButtonLink, Notice, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { capital, count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { daysWords, findMeeting, instanceName, itemAddress, itemBreadcrumbs, itemLabel } from '../meetings'
import { newestReady } from './annotation'
import {
  annotationAddress,
  annotationsAddress,
  FinishedAnnotation,
  OtherOrganisations,
  ofWhom,
} from './annotation.parts'
import { type Annotated, annotatedItems, type Desk, deskOf } from './annotation.verbs'
import { StageStatus } from './section.parts'

/** All annotations of one organisation for a meeting: to write them one after the other, and to read or print them. */
export async function annotationsPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const meeting = await findMeeting(tx, ask.params.code ?? '')
    const desk = meeting && (await deskOf(tx, meeting, ask.query.get('voor')))
    return meeting && desk && { meeting, desk, all: await annotatedItems(tx, meeting, desk.organisation, ask.today) }
  })
  if (!found) return ask.notFound()
  const { meeting, desk, all } = found
  const [now] = meeting.versions
  const standing = all.filter(({ item }) => item.withdrawnBecause === null)
  const ready = standing.filter(({ versions }) => newestReady(versions) !== null)
  const next = standing.find(({ versions }) => newestReady(versions) === null)
  const address = annotationsAddress(meeting.code)
  return ask.page(
    {
      title: `Annotaties: ${instanceName(meeting.instance)}, ${day(now.heldOn)}`,
      breadcrumbs: [...itemBreadcrumbs(meeting), { label: 'Annotaties', href: address }],
    },
    <>
      <Opening
        title="Annotaties"
        lead={`${capital(instanceName(meeting.instance))}, ${daysWords(now)}.`}
        meta={[
          ofWhom(desk.name).replace(/\.$/, ''),
          `${ready.length} van ${count(standing.length, 'punt', 'punten')} klaar`,
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            {ask.query.get('bewaard') === 'klaar'
              ? 'Wie hier voor u zit, ziet de annotatie nu.'
              : 'Het is een concept: alleen u en uw collega-adviseurs zien het.'}
          </Notice>
        )}
        <OtherOrganisations address={address} others={desk.others} />
        {desk.writes && next && (
          <Actions>
            <ButtonLink kind="primary" href={writeAddress(meeting.code, next, desk)}>
              Schrijf de volgende: {itemLabel(next.item)}
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      {all.length === 0 && (
        <Paragraph>De agenda is nog niet verzonden, of er staat niets op dat u mag lezen.</Paragraph>
      )}
      {all.map((one) => (
        <AnnotatedItem meeting={meeting.code} one={one} desk={desk} />
      ))}
    </>,
  )
}

const writeAddress = (meeting: string, { item }: Annotated, { organisation, others }: Desk) =>
  `${annotationAddress(meeting, item)}${others.length > 0 ? `?voor=${encodeURIComponent(organisation)}` : ''}`

function AnnotatedItem({ meeting, one, desk }: { meeting: string; one: Annotated; desk: Desk }) {
  const { item, versions, now } = one
  const ready = newestReady(versions)
  const isOff = item.withdrawnBecause !== null
  return (
    <Section id={`punt-${itemLabel(item)}`} title={`${itemLabel(item)}. ${item.papers[0].title}`}>
      <Paragraph small>
        <TextLink href={itemAddress(meeting, item)}>{`Het stuk bij punt ${itemLabel(item)}`}</TextLink>
        {isOff && `; van de agenda gehaald: ${item.withdrawnBecause}`}
        {desk.writes && (
          <>
            {' · '}
            <StageStatus versions={versions} />
            {!isOff && (
              <>
                {' · '}
                <TextLink href={writeAddress(meeting, one, desk)}>
                  {versions.length > 0 ? 'Werk bij' : 'Schrijf'}: punt {itemLabel(item)}
                </TextLink>
              </>
            )}
          </>
        )}
      </Paragraph>
      {ready ? (
        <FinishedAnnotation annotation={ready} now={now} />
      ) : (
        <Paragraph quiet>Er is bij dit punt nog geen annotatie klaar.</Paragraph>
      )}
    </Section>
  )
}
