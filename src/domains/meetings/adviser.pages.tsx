import { isUuid } from '../../kernel/typed'
import { Button, DataTable, Form, Paragraph, Section } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { type AdviserChoice, nameAdviser } from './adviser.store'
import { findStandingInstance } from './instance.pages'
import type { Instance } from './meeting'
import { seatsAddress, seatWords } from './meeting.parts'
import type { Seat } from './seat'

/** Names an adviser for a seat, or takes that back. */
export async function adviserForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findStandingInstance(ask)
  const [seat, post] = [ask.params.zetel ?? '', String(form.get('functie') ?? '')]
  if (!found || !isUuid(seat) || !isUuid(post)) return ask.notFound()
  const of = { instance: found.instance.code, seat, post }
  const isDone = await ask.write((tx) => nameAdviser(tx, of, form.get('adviseert') === 'ja', ask.requestId))
  return isDone ? ask.redirect(`${seatsAddress(found.instance)}?bewaard=ja#adviseurs`) : ask.notFound()
}

/** Who advises whom, for the programme manager: each seat with the advisers of its organisation. */
export function Advisers(props: { instance: Instance; seats: readonly Seat[]; choices: readonly AdviserChoice[] }) {
  const { instance, seats, choices } = props
  const rows = seats.flatMap((of) => choices.filter(({ seat }) => seat === of.id).map((choice) => ({ ...choice, of })))
  return (
    <Section
      id="adviseurs"
      title="Wie hen adviseert"
      intro="Een adviseur leest de open stukken en schrijft annotaties voor wie hij adviseert, en voor niemand anders."
      full={rows.length > 0}
    >
      <Paragraph>
        Zit van een gemeente alleen de burgemeester ergens, dan adviseren haar eigen adviseurs hem vanzelf, tot u er een
        noemt. Bij een andere organisatie, of een gemeente met meer functies, noemt u wie het is.
      </Paragraph>
      {rows.length === 0 ? (
        <Paragraph>Van deze organisaties heeft nog niemand de rol van adviseur.</Paragraph>
      ) : (
        <DataTable
          caption="Adviseurs per zetel"
          hiddenCaption
          wideFirst
          rows={rows}
          columns={[
            { head: 'Zetel', rowHead: true, cell: ({ of }) => seatWords(of) },
            { head: 'Adviseur', cell: ({ label }) => label },
            { head: 'Adviseert', cell: ({ isNamed, serves }) => (isNamed ? 'genoemd' : serves ? 'vanzelf' : 'nee') },
            {
              head: 'Wijzigen',
              cell: ({ of, post, label, isNamed }) => (
                <Form action={`${seatsAddress(instance)}/${of.id}/adviseurs`}>
                  <input type="hidden" name="functie" value={post} />
                  <Button small name="adviseert" value={isNamed ? 'nee' : 'ja'}>
                    {isNamed ? `Noem niet meer: ${label}` : `Noem ${label}`}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
