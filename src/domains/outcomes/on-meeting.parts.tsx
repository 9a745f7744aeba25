import { Actions, ButtonLink, DataList, List, Paragraph, Section, TextLink } from '../../platform/ui'
import { ConditionTable, unsettledConditions } from '../decisions'
import { isAhead, itemLabel, meetingAddress, type OnItem, type OnMeeting } from '../meetings'
import { courseOf } from './course.verbs'
import { agreementAddress, courseAddress, listAddress, minutesAddress, OutcomeWords } from './outcome.parts'
import { heldOverTo } from './outcome.store'
import { AgreementTable, agreementWords } from './promise.parts'
import { openBefore } from './promise.store'

/** What came of a meeting, on its page; and before it what earlier ones left open. */
export const cameOfMeeting: OnMeeting = async (tx, meeting, ask) => {
  const course = await courseOf(tx, meeting.code)
  if (!course || course.isOff) return null
  const { standing, stage, outcomes, minutes, agreements } = course
  const isMember = standing.seats.length > 0
  const writes = standing.secretaryAs !== null && meeting.versions[0].heldOn <= ask.today
  const hasList = stage.listPublishedAt !== null || (isMember && (writes || outcomes.size > 0))
  const hasMinutes = stage.minutesPublishedAt !== null || (isMember && (writes || minutes.size > 0))
  const isToCome = isAhead(meeting, ask.today)
  const open = isMember && isToCome ? await openBefore(tx, meeting.instance.code, meeting.code) : []
  const before = open.filter(({ heldOn }) => heldOn <= meeting.versions[0].heldOn)
  const conditions = isToCome ? await unsettledConditions(tx, meeting.instance) : []
  const heldOver = isMember ? await heldOverTo(tx, meeting.code) : []
  if (!hasList && !hasMinutes && before.length + heldOver.length + conditions.length === 0) return null
  return (
    <>
      {before.length + heldOver.length + conditions.length > 0 && (
        <Section
          id="nog-open"
          title="Nog open van eerder"
          intro="Wat open is, komt terug tot het is gesloten."
          full={before.length + conditions.length > 0}
        >
          {heldOver.length > 0 && (
            <>
              <Paragraph>Aangehouden tot deze vergadering:</Paragraph>
              <List
                items={heldOver.map(({ meeting: from, label, title }) => (
                  <TextLink href={`${meetingAddress(from)}/punten/${label}`}>{title}</TextLink>
                ))}
              />
            </>
          )}
          {before.length > 0 && (
            <AgreementTable agreements={before} caption="Open afspraken en toezeggingen" today={ask.today} from />
          )}
          {conditions.length > 0 && (
            <ConditionTable conditions={conditions} caption="Voorwaarden waaraan nog niet is voldaan" />
          )}
        </Section>
      )}
      {(hasList || hasMinutes) && (
        <Section id="uitkomst" title="Wat eruit kwam" full={isMember && agreements.length > 0}>
          <Actions>
            {writes && (
              <ButtonLink href={courseAddress(meeting.code)} kind="primary">
                Werk het verloop bij
              </ButtonLink>
            )}
            {hasList && <ButtonLink href={listAddress(meeting.code)}>Besluitenlijst</ButtonLink>}
            {hasMinutes && <ButtonLink href={minutesAddress(meeting.code)}>Verslag</ButtonLink>}
          </Actions>
          {isMember && agreements.length > 0 && (
            <AgreementTable agreements={agreements} caption="Afspraken en toezeggingen" today={ask.today} />
          )}
        </Section>
      )}
    </>
  )
}

/** How an item ended, on its page. */
export const cameOfItem: OnItem = async (tx, meeting, item) => {
  const course = await courseOf(tx, meeting.code)
  const outcome = course?.outcomes.get(item.id)
  if (!course || !outcome) return null
  const own = course.agreements.filter((one) => [itemLabel(item), item.wentTo].includes(one.item))
  const isMember = course.standing.seats.length > 0
  return (
    <Section id="uitkomst" title="Wat eruit kwam">
      <DataList
        items={[
          { term: 'Uitkomst', value: <OutcomeWords outcome={outcome} later={course.later} /> },
          ...(own.length > 0
            ? [
                {
                  term: 'Afgesproken',
                  value: (
                    <List
                      items={own.map((one) =>
                        isMember || one.isOwn ? (
                          <TextLink href={agreementAddress(meeting.code, one.label)}>{agreementWords(one)}</TextLink>
                        ) : (
                          agreementWords(one)
                        ),
                      )}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
