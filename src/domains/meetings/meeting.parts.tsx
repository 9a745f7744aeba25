import type { Child } from 'hono/jsx'
import type { Day } from '../../kernel/day'
import { DataTable, ListLink, Status } from '../../platform/ui'
import { day, weekday } from '../../platform/ui/wording'
import { type Days, type Instance, instanceName, isPast, type Meeting, type MeetingState } from './meeting'
import type { Seat, SeatKind } from './seat'

export const meetingsAddress = '/vergaderingen'
export const calendarsAddress = `${meetingsAddress}/agendas`
export const newMeetingAddress = `${meetingsAddress}/plannen`
export const meetingAddress = (code: string) => `${meetingsAddress}/${encodeURIComponent(code)}`
export const planAddress = (code: string) => `${meetingAddress(code)}/plannen`
export const yearAddress = (year: number) => `${meetingsAddress}/jaar/${year}`
export const yearTaskAddress = (code: string) => `${meetingsAddress}/jaarkalender/${encodeURIComponent(code)}`
export const newYearTaskAddress = yearTaskAddress('nieuw')
export const bodyAddress = (body: string) => `/gremia/${encodeURIComponent(body)}`
export const instanceAddress = ({ body, area }: Pick<Instance, 'body' | 'area'>) =>
  `${bodyAddress(body.code)}/${encodeURIComponent(area.code)}`
export const compositionAddress = (instance: Pick<Instance, 'body' | 'area'>) =>
  `${instanceAddress(instance)}/samenstelling`
export const termsAddress = `${meetingsAddress}/termijnen`
export const seatsAddress = (instance: Instance) => `${instanceAddress(instance)}/zetels`

const stateSigns = {
  voorlopig: ['waiting', 'voorlopig'],
  gepland: ['onCourse', 'gepland'],
  verzet: ['moved', 'verzet'],
  afgelast: ['stalled', 'afgelast'],
} as const satisfies Record<MeetingState, readonly [Parameters<typeof Status>[0]['is'], string]>

export function MeetingStatus({ state, isOver = false }: { state: MeetingState; isOver?: boolean }) {
  const [sign, word] = isOver ? (['yes', 'voorbij'] as const) : stateSigns[state]
  return <Status is={sign} label={word} />
}

/** `donderdag 3 december 2026`, of more days with the last one. */
export const daysWords = ({ heldOn, endsOn }: Pick<Days, 'heldOn' | 'endsOn'>) =>
  endsOn ? `${weekday(heldOn)} tot en met ${weekday(endsOn)}` : weekday(heldOn)

export const timeWords = ({ begins, ends }: { readonly begins: string; readonly ends: string }) =>
  `${begins.replace(':', '.')} tot ${ends.replace(':', '.')} uur`

export const seatKindNames: Readonly<Record<SeatKind, string>> = {
  voorzitter: 'Voorzitter',
  lid: 'Lid',
  plaatsvervanger: 'Plaatsvervanger',
  secretaris: 'Secretaris',
  motorblok: 'Ambtelijk motorblok',
}

export const seatWords = ({ title, organisation }: Pick<Seat, 'title' | 'organisation'>) =>
  `${title}, ${organisation.name}`

export function MeetingTable(props: { meetings: readonly Meeting[]; caption: string; today: Day }) {
  const { meetings, caption, today } = props
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={meetings}
      columns={[
        {
          head: 'Wanneer',
          rowHead: true,
          cell: ({ code, versions: [now] }) => <ListLink href={meetingAddress(code)}>{daysWords(now)}</ListLink>,
        },
        {
          head: 'Wie',
          cell: ({ instance }) => (
            <>
              {instanceName(instance)}
              {instance.isExample && (
                <>
                  {' '}
                  <span class="sv-voorbeeld">voorbeeld</span>
                </>
              )}
            </>
          ),
        },
        {
          head: 'Stand',
          cell: (meeting) => <MeetingStatus state={meeting.versions[0].state} isOver={isPast(meeting, today)} />,
        },
      ]}
    />
  )
}

/** From when until when, in words. */
export const termWords = ({ validity: { from, until } }: Pick<Seat, 'validity'>, today: Day): Child =>
  `${from > today ? 'vanaf' : 'sinds'} ${day(from)}${until ? ` tot ${day(until)}` : ''}`
