import type { Fault } from '../../kernel/typed'
import {
  errorsAt,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  Opening,
  Paragraph,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { readText } from './entry'
import { type Proposal, viewOf } from './proposal'
import { proposalAddress, proposalBreadcrumbs, stanceNames } from './proposal.parts'
import { amendText, findProposal, keeperOf } from './proposal.store'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const proposal = await findProposal(tx, ask.params.code ?? '')
    const keeper = proposal && !proposal.finishedAt ? await keeperOf(tx, proposal.code) : null
    return proposal && keeper ? { proposal, keeper } : null
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

const causesOf = (proposal: Proposal) =>
  proposal.steps.flatMap(({ addressees }) =>
    addressees.flatMap((one) => {
      const view = viewOf(one)
      return view ? [{ value: one.id, label: `${one.name}: ${stanceNames[view.stance]}` }] : []
    }),
  )

/** Where who leads a proposal writes another version of its text. */
export async function textFormPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const [text] = found.proposal.texts
  const typed = (name: string) => ({ titel: text.title, tekst: text.body })[name] ?? ''
  return draw(ask, found, typed, text.version, [])
}

export async function textForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { proposal } = found
  const typed = textIn(form)
  const seen = Number.parseInt(typed('versie'), 10) || 0
  const draft = readText(typed, new Set(causesOf(proposal).map(({ value }) => value)))
  if ('faults' in draft) return draw(ask, found, typed, seen, draft.faults)
  const kept = await ask.write((tx) => amendText(tx, proposal.code, seen, draft, ask.requestId))
  if (!kept) return ask.notFound()
  if (kept !== 'botst') return ask.redirect(`${proposalAddress(proposal.code)}?bewaard=ja#tekst`)
  return draw(ask, found, typed, proposal.texts[0].version, [], true)
}

function draw(
  ask: Ask,
  { proposal, keeper }: Found,
  typed: (name: string) => string,
  seen: number,
  faults: readonly Fault[],
  collides = false,
) {
  const errorAt = errorsAt(faults)
  const [text] = proposal.texts
  const address = proposalAddress(proposal.code)
  return ask.page(
    {
      title: `Wijzig de tekst van ${text.title}`,
      breadcrumbs: [...proposalBreadcrumbs(proposal), { label: 'Tekst', href: `${address}/tekst` }],
    },
    <>
      <Opening
        title="Wijzig de tekst"
        lead="Wat u bewaart, is een nieuwe versie. De oude blijft staan, met wat er anders werd."
        meta={[`U schrijft als: ${keeper}`]}
      >
        {collides && (
          <KeptMeanwhile>{`Intussen bewaarde ${text.actedAs} versie ${text.version}, op ${moment(text.at)}.`}</KeptMeanwhile>
        )}
      </Opening>
      {collides && (
        <Section id="intussen" title={`Wat er intussen staat: ${text.title}`}>
          <Paragraph>{text.body}</Paragraph>
        </Section>
      )}
      <Section id="formulier" title="De tekst">
        <Form action={`${address}/tekst`} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(seen)} />
          <TextField name="titel" label="Titel" value={typed('titel')} {...errorAt('titel')} />
          <TextArea name="tekst" label="Tekst" rows={10} value={typed('tekst')} {...errorAt('tekst')} />
          <TextArea
            name="wijziging"
            label="Wat is er anders?"
            rows={2}
            value={typed('wijziging')}
            {...errorAt('wijziging')}
          />
          <SelectField
            name="naar-aanleiding"
            label="Naar aanleiding van welke zienswijze?"
            optional
            value={typed('naar-aanleiding')}
            options={[{ value: '', label: 'Geen' }, ...causesOf(proposal)]}
            {...errorAt('naar-aanleiding')}
          />
          <KeepOrBack back={address} />
        </Form>
      </Section>
    </>,
    collides ? 409 : faults.length > 0 ? 422 : 200,
  )
}
