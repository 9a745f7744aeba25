import { Actions, ButtonLink, Paragraph, Section, Status, TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import { itemsOf, type OnItem, type OnMeeting } from '../meetings'
import { newestReady, stageOf } from './annotation'
import { annotationAddress, annotationsAddress, FinishedAnnotation, ofWhom } from './annotation.parts'
import { annotationsOn } from './annotation.store'
import { annotated, deskOf } from './annotation.verbs'

/** On the page of an item: the annotation of the own organisation, and for its adviser the way to write it. */
export const annotationOnItem: OnItem = async (tx, meeting, item, ask) => {
  if (!item.isSent) return null
  const desk = await deskOf(tx, meeting)
  const [one] = desk ? await annotated(tx, [item], desk.organisation, ask.today) : []
  if (!desk || !one) return null
  const ready = newestReady(one.versions)
  return (
    <Section id="annotatie" title="Annotatie" intro={ofWhom(desk.name)}>
      {ready ? (
        <FinishedAnnotation annotation={ready} now={one.now} />
      ) : (
        <Paragraph>Er is bij dit punt nog geen annotatie klaar.</Paragraph>
      )}
      {desk.writes && item.withdrawnBecause === null && (
        <Actions>
          <ButtonLink href={annotationAddress(meeting.code, item)}>
            {one.versions.length > 0 ? 'Werk de annotatie bij' : 'Schrijf de annotatie'}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

/** On the page of a meeting: how many annotations of the own organisation are ready. */
export const annotationsOnMeeting: OnMeeting = async (tx, meeting) => {
  const desk = await deskOf(tx, meeting)
  if (!desk) return null
  const items = (await itemsOf(tx, meeting.code, { newestOnly: true })).filter(
    ({ isSent, withdrawnBecause }) => isSent && withdrawnBecause === null,
  )
  if (items.length === 0) return null
  const written = await annotationsOn(
    tx,
    items.map(({ id }) => id),
    desk.organisation,
  )
  const ready = items.filter(({ id }) => newestReady(written.get(id) ?? []) !== null).length
  return (
    <Section id="annotaties" title="Annotaties" intro={ofWhom(desk.name)}>
      <Paragraph>
        Bij {ready} van {count(items.length, 'punt', 'punten')} is een annotatie klaar.{' '}
        <TextLink href={annotationsAddress(meeting.code)}>
          {desk.writes ? 'Lees en schrijf de annotaties' : 'Lees de annotaties'}
        </TextLink>
      </Paragraph>
    </Section>
  )
}

const signs = { klaar: 'yes', concept: 'partial', 'niet begonnen': 'waiting' } as const

/** How far an annotation is, for who writes it. */
export function StageStatus({ versions }: { versions: Parameters<typeof stageOf>[0] }) {
  const stage = stageOf(versions)
  return <Status is={stage === 'klaar, met een nieuw concept' ? 'partial' : signs[stage]} label={stage} />
}
