import type { Child } from 'hono/jsx'
import { List, Paragraph, Status, TextLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import type { Decision } from '../decisions'
import { decisionAddress } from '../decisions'
import { type Meeting, meetingAddress } from '../meetings'
import type { Outcome, OutcomeKind } from './outcome'

/** What bodies that ended left open. */
export const homelessAddress = '/opgeheven-overleggen'
export const courseAddress = (meeting: string) => `${meetingAddress(meeting)}/verloop`
export const listAddress = (meeting: string) => `${meetingAddress(meeting)}/besluitenlijst`
export const minutesAddress = (meeting: string) => `${meetingAddress(meeting)}/verslag`
export const agreementAddress = (meeting: string, label: string) => `${meetingAddress(meeting)}/afspraken/${label}`

export const outcomeNames: Readonly<Record<OutcomeKind, string>> = {
  besloten: 'besloten',
  geadviseerd: 'advies gegeven',
  besproken: 'besproken',
  kennisgenomen: 'kennisgenomen',
  aangehouden: 'aangehouden',
}

/** How an item ended, in words; to which meeting it was held over. */
export function OutcomeWords({ outcome, later }: { outcome: Outcome | undefined; later: readonly Meeting[] }) {
  if (!outcome) return <Status is="waiting" label="nog niet vastgelegd" />
  const to = later.find(({ code }) => code === outcome.heldTo)
  return (
    <>
      {outcome.writtenAt ? `toen dit punt nog ${outcome.writtenAt} heette: ` : ''}
      <strong>{outcomeNames[outcome.kind]}</strong>
      {to && (
        <>
          {' '}
          tot de vergadering van <TextLink href={meetingAddress(to.code)}>{day(to.versions[0].heldOn)}</TextLink>
        </>
      )}
      {outcome.words ? <>: {outcome.words}</> : null}
    </>
  )
}

/** The decisions of an item, each with its text. */
export function DecisionTexts({ decisions }: { decisions: readonly Decision[] }): Child {
  if (decisions.length === 0) return null
  return (
    <List
      items={decisions.map(({ code, title, text, reversedBy }) => (
        <>
          <TextLink href={decisionAddress(code)}>{`${title} (${code})`}</TextLink>
          {reversedBy ? `, teruggedraaid met ${reversedBy}` : ''}
          <Paragraph small>{text}</Paragraph>
        </>
      ))}
    />
  )
}
