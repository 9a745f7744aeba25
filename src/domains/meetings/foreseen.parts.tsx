import type { Child } from 'hono/jsx'
import type { Day } from '../../kernel/day'
import { DataTable, ListLink, Status, TextLink } from '../../platform/ui'
import { day, period as periodWords } from '../../platform/ui/wording'
import { type Foreseen, isOverdue, type When } from './foreseen'
import { type Instance, instanceName } from './meeting'
import { instanceAddress, meetingAddress } from './meeting.parts'

type Where = Pick<Instance, 'body' | 'area'>

const subjectsAddress = (instance: Where) => `${instanceAddress(instance)}/onderwerpen`
export const newForeseenAddress = (instance: Where) => `${subjectsAddress(instance)}/nieuw`
export const foreseenAddress = ({ instance, id }: Pick<Foreseen, 'instance' | 'id'>) =>
  `${subjectsAddress(instance)}/${id}`

/** When it comes, in words. */
export const whenWords = (when: When): string =>
  when.meeting ? `vergadering van ${day(when.meeting.heldOn)}` : periodWords(when.period)

function standing(subject: Foreseen, today: Day): Child {
  const [now] = subject.versions
  if (subject.item)
    return (
      <TextLink href={`${meetingAddress(subject.item.meeting)}/punten/${subject.item.label}`}>
        punt {subject.item.label} op {day(subject.item.heldOn)}
      </TextLink>
    )
  if (now.isDropped) return <Status is="stalled" label="vervallen" />
  return isOverdue(subject, today) ? (
    <Status is="moved" label="de tijd is voorbij" />
  ) : (
    <Status is="waiting" label="voorzien" />
  )
}

/** Subjects that are foreseen, with when, by whom and where they went. */
export function ForeseenTable(props: { subjects: readonly Foreseen[]; caption: string; today: Day; names?: boolean }) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      wideFirst
      rows={props.subjects}
      columns={[
        {
          head: 'Onderwerp',
          rowHead: true,
          cell: (subject) => (
            <>
              <ListLink href={foreseenAddress(subject)}>{subject.versions[0].title}</ListLink>
              {subject.isClosed && <Status is="confidential" label="besloten" />}
            </>
          ),
        },
        ...(props.names ? [{ head: 'Overleg', cell: ({ instance }: Foreseen) => instanceName(instance) }] : []),
        { head: 'Wanneer', cell: ({ versions: [now] }) => whenWords(now) },
        { head: 'Door', cell: ({ versions: [now] }) => now.byWhom },
        { head: 'Stand', cell: (subject) => standing(subject, props.today) },
      ]}
    />
  )
}
