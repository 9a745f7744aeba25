import { type Fault, isUuid, neededText } from '../../kernel/typed'
import type { Reader } from '../../platform/db/database'
import {
  Actions,
  Button,
  EmptyState,
  errorsAt,
  Form,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextField,
  TextLink,
} from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { meetingAddress } from '../meetings'
import { homelessProposals, proposalAddress } from '../proposals'
import { agreementAddress, homelessAddress } from './outcome.parts'
import { type HomelessAgreement, homelessAgreements, rehome } from './promise.store'

/** How much of bodies that ended needs a new home, of what the asker can do something about; null when nothing does. */
export async function homelessLeft(tx: Reader): Promise<number | null> {
  const left =
    (await homelessAgreements(tx)).filter(({ closes }) => closes).length + (await homelessProposals(tx)).length
  return left === 0 ? null : left
}

export const HomelessLeft = ({ left }: { left: number }) => (
  <List
    items={[
      <ListLink href={homelessAddress}>
        {count(left, 'afspraak of voorstel', 'afspraken en voorstellen')} van een opgeheven overleg: zoek een nieuw
        thuis
      </ListLink>,
    ]}
  />
)

const find = (ask: Ask) =>
  ask.read(async (tx) => ({ agreements: await homelessAgreements(tx), proposals: await homelessProposals(tx) }))

const fieldOf = ({ meeting, label }: HomelessAgreement) => `naar-${meeting}-${label}`

type Sent = { readonly id: string; readonly words: string; readonly faults: readonly Fault[] }

/** What bodies that ended left open: for who still sits there until midnight, and for who looks after who sits where. */
export const homelessPage = (ask: Ask): Promise<Response> => draw(ask, null)

async function draw(ask: Ask, sent: Sent | null): Promise<Response> {
  const { agreements, proposals } = await find(ask)
  return ask.page(
    {
      title: 'Opgeheven overleggen',
      breadcrumbs: [
        { label: 'Vergaderingen', href: '/vergaderingen' },
        { label: 'Opgeheven overleggen', href: homelessAddress },
      ],
    },
    <>
      <Opening
        title="Opgeheven overleggen"
        lead="Wat een overleg open liet toen het ophield te bestaan. Het heeft een nieuw thuis nodig."
        meta={[
          count(agreements.length + proposals.length, 'open afspraak of voorstel', 'open afspraken en voorstellen'),
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            De afspraak is gesloten, met waar zij verder gaat.
          </Notice>
        )}
      </Opening>
      <Section id="afspraken" title="Afspraken en toezeggingen">
        {agreements.length === 0 ? (
          <EmptyState title="Er staat voor u niets open." />
        ) : (
          agreements.map((one) => (
            <Agreement one={one} mayRehome={one.endedOn <= ask.today} sent={sent?.id === one.id ? sent : null} />
          ))
        )}
      </Section>
      <Section id="voorstellen" title="Voorstellen die onderweg zijn">
        {proposals.length === 0 ? (
          <EmptyState title="Er is voor u geen voorstel onderweg langs een opgeheven overleg." />
        ) : (
          <List
            items={proposals.map(({ code, title, instanceName, why }) => (
              <>
                <ListLink href={proposalAddress(code)}>{title}</ListLink> ({instanceName}: {why})
              </>
            ))}
          />
        )}
      </Section>
    </>,
    sent ? 422 : 200,
  )
}

function Agreement({ one, mayRehome, sent }: { one: HomelessAgreement; mayRehome: boolean; sent: Sent | null }) {
  const { id, meeting, label, instanceName, endedOn, words, carrier, sitsThere } = one
  const isClosed = label.startsWith('b')
  const field = fieldOf(one)
  return (
    <>
      <Paragraph>
        <strong>{words ?? (isClosed ? `Besloten afspraak ${label}` : `Afspraak ${label}, nog niet openbaar`)}</strong> (
        {carrier}), uit{' '}
        <TextLink href={sitsThere ? agreementAddress(meeting, label) : meetingAddress(meeting)}>
          {instanceName}, vergadering {meeting}
        </TextLink>
        . Het overleg bestaat tot {day(endedOn)}, 0.00 uur.
      </Paragraph>
      {mayRehome && (
        <Form
          action={`${homelessAddress}/${id}`}
          errors={[...(sent?.faults ?? [])].map((fault) => ({ ...fault, field }))}
        >
          <TextField
            name={field}
            label={`Waar gaat afspraak ${label} van vergadering ${meeting} verder?`}
            description="Noem het overleg. De secretaris daarvan maakt haar daar opnieuw."
            value={sent?.words ?? ''}
            {...errorsAt((sent?.faults ?? []).map((fault) => ({ ...fault, field })))(field)}
          />
          <Actions>
            <Button>{`Leg vast en sluit afspraak ${label}`}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** Says where an agreement goes on. */
export async function rehomeForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const text = textIn(form)
  const { agreements } = await find(ask)
  const agreement = agreements.find(({ id }) => id === ask.params.afspraak)
  if (!agreement) return again(ask, form)
  if (agreement.endedOn > ask.today) return ask.notFound()
  const typed = text(fieldOf(agreement))
  const faults: Fault[] = []
  const words = neededText(typed, 'naar', 1000, 'Schrijf bij welk overleg dit verder gaat.', faults)
  if (faults.length > 0) return draw(ask, { id: agreement.id, words: typed, faults })
  const done = await ask.write((tx) => rehome(tx, agreement.id, words, ask.requestId))
  return done ? ask.redirect(`${homelessAddress}?bewaard=ja`) : ask.notFound()
}

/** Sent twice: the first time took it off the list, and what was kept then stays. */
async function again(ask: Ask, form: FormData): Promise<Response> {
  const id = ask.params.afspraak ?? ''
  const words = textIn(form)([...form.keys()].find((key) => key.startsWith('naar-')) ?? '').trim()
  if (!isUuid(id) || words === '') return ask.notFound()
  const done = await ask.write((tx) => rehome(tx, id, words, ask.requestId))
  return done ? ask.redirect(`${homelessAddress}?bewaard=ja`) : ask.notFound()
}
