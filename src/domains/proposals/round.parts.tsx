import type { Day } from '../../kernel/day'
import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  DataTable,
  errorsAt,
  Form,
  Notice,
  Paragraph,
  Radios,
  Section,
  TextArea,
} from '../../platform/ui'
import { count, day, moment } from '../../platform/ui/wording'
import type { Addressee, Proposal, Spoken, Step } from './proposal'
import { words } from './proposal'
import { wordNames } from './proposal.parts'
import type { Hands } from './view.store'

type Round = {
  readonly proposal: Proposal
  readonly step: Step
  readonly addressee: Addressee
  readonly hands: Hands
  readonly spoken: readonly Spoken[]
  readonly address: string
}
type Wrong = { readonly typed: (name: string) => string; readonly faults: readonly Fault[] }

/** A written round: what seats can say while it is open, and what they said, for who sits there. */
export function RoundSection({ found, wrong, today }: { found: Round; wrong: Wrong | null; today: Day }) {
  const { step, addressee, hands, spoken, address } = found
  const silent = spoken.filter(({ word }) => word === null)
  const mayClose = silent.length === 0 || (step.term !== null && step.term < today)
  const refused = wrong?.faults.filter(({ field }) => field === 'sluiten') ?? []
  return (
    <Section
      id="ronde"
      title="Schriftelijke ronde"
      intro={
        addressee.round
          ? `Gesloten op ${moment(addressee.round.closedAt)}: ${addressee.round.result === 'akkoord' ? 'akkoord' : 'het komt in de eerstvolgende vergadering'}.`
          : 'Wie niets zegt, is niet akkoord en niet tegen: dat is onbekend.'
      }
    >
      {hands.seats.map(({ seat, title }, at) => (
        <SeatForm
          suffix={at === 0 ? '' : `-${at + 1}`}
          address={address}
          seat={seat}
          title={title}
          said={spoken.find((one) => one.seat === seat)}
          wrong={wrong?.typed('zetel') === seat ? wrong : null}
        />
      ))}
      {spoken.length > 0 && (
        <DataTable
          caption="Wat de zetels zeiden"
          hiddenCaption
          rows={spoken}
          columns={[
            { head: 'Functie', rowHead: true, cell: ({ title }) => title },
            { head: 'Zegt', cell: ({ word }) => (word ? wordNames[word] : 'onbekend') },
            { head: 'Opmerking', cell: ({ remark }) => remark ?? '' },
          ]}
        />
      )}
      {hands.chairAs && !addressee.round && !mayClose && refused.length === 0 && (
        <Paragraph>
          Van {count(silent.length, 'lid', 'leden')} weten wij het nog niet. U kunt de ronde sluiten als iedereen heeft
          geantwoord, of {step.term ? `na ${day(step.term)}` : 'als de termijn voorbij is'}.
        </Paragraph>
      )}
      {hands.chairAs && !addressee.round && (mayClose || refused.length > 0) && (
        <Form action={`${address}/ronde-sluiten`} errors={refused}>
          <Paragraph>
            {silent.length === 0
              ? 'Alle leden hebben geantwoord.'
              : `Van ${count(silent.length, 'lid', 'leden')} weten wij het niet.`}{' '}
            Is één lid niet akkoord, dan komt het in de eerstvolgende vergadering.
          </Paragraph>
          <Actions>
            <Button>Sluit de ronde</Button>
          </Actions>
        </Form>
      )}
      {spoken.length === 0 && (
        <Notice title="Niet voor u.">Wat de zetels zeiden, ziet wie in dit overleg een zetel heeft.</Notice>
      )}
    </Section>
  )
}

function SeatForm(props: {
  /** Behind the names of its fields: who has two seats has two forms on the page. */
  suffix: string
  address: string
  seat: string
  title: string
  said: Spoken | undefined
  wrong: Wrong | null
}) {
  const { suffix, address, seat, title, said, wrong } = props
  const faults = (wrong?.faults ?? []).map(({ field, message }) => ({ field: field + suffix, message }))
  const errorAt = errorsAt(faults)
  return (
    <Form action={`${address}/ronde`} errors={faults}>
      <input type="hidden" name="zetel" value={seat} />
      <input type="hidden" name="vak" value={suffix} />
      <Radios
        name={`woord${suffix}`}
        label="Wat vindt u?"
        description={`Als ${title}.`}
        value={wrong ? wrong.typed('woord') : (said?.word ?? '')}
        options={words.map((one) => ({ value: one, label: wordNames[one] }))}
        {...errorAt(`woord${suffix}`)}
      />
      <TextArea
        name={`opmerking${suffix}`}
        label="Opmerking"
        description="Wordt de ronde gesloten met akkoord, dan staat uw opmerking zonder uw functie in de zienswijze. Die leest iedereen op de route, en iedereen als het voorstel openbaar wordt."
        optional
        rows={3}
        value={wrong ? wrong.typed('opmerking') : (said?.remark ?? '')}
        {...errorAt(`opmerking${suffix}`)}
      />
      <Actions>
        <Button kind="primary">Laat het weten</Button>
      </Actions>
    </Form>
  )
}
