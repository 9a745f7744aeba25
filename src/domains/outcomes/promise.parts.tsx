import type { Day } from '../../kernel/day'
import { DataTable, ListLink, Status } from '../../platform/ui'
import { capital, day } from '../../platform/ui/wording'
import { agreementAddress } from './outcome.parts'
import { type Agreement, isLate } from './promise'

/** How an agreement stands: for who sits there and who carries it only. */
export function AgreementStatus({ agreement, today }: { agreement: Agreement; today: Day }) {
  if (agreement.closed) return <Status is="yes" label="gesloten" />
  if (agreement.proof) return <Status is="moved" label="gemeld als gedaan" />
  return isLate(agreement, today) ? (
    <Status is="stalled" label="open, de dag is voorbij" />
  ) : (
    <Status is="waiting" label="open" />
  )
}

/** What an agreement is called where reading it is not noted: of a closed item only by its number. */
export const agreementName = ({ label, text }: Pick<Agreement, 'label' | 'text'>) =>
  label.startsWith('b') ? `Besloten afspraak ${label}` : text

/** Agreements in a table, with how they stand. */
export function AgreementTable(props: {
  agreements: readonly Agreement[]
  caption: string
  today: Day
  from?: boolean
}) {
  const { agreements, caption, today, from } = props
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      wideFirst
      rows={agreements}
      columns={[
        {
          head: 'Wat',
          rowHead: true,
          cell: ({ meeting, label, kind, text }) => (
            <>
              <ListLink href={agreementAddress(meeting, label)}>{agreementName({ label, text })}</ListLink>{' '}
              <span class="sv-stil">{kind}</span>
            </>
          ),
        },
        { head: 'Wie', cell: ({ carrier }) => carrier },
        { head: 'Wanneer klaar', cell: ({ due }) => (due ? day(due) : 'geen dag afgesproken') },
        ...(from
          ? [
              {
                head: 'Uit',
                cell: ({ heldOn, instanceName }: Agreement) => `${instanceName}, ${day(heldOn)}`,
              },
            ]
          : []),
        { head: 'Stand', cell: (agreement) => <AgreementStatus agreement={agreement} today={today} /> },
      ]}
    />
  )
}

/** An agreement as everybody may read it: what and who, and never how it stands. */
export const agreementWords = ({ kind, text, carrier }: Agreement) =>
  `${capital(kind)}: ${text.replace(/\.$/, '')} (${carrier})`
