import type { Fault } from '../../kernel/typed'
import { errorsAt, Form, Opening, Section } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { readTold } from './entry'
import { viewOf } from './proposal'
import { proposalAddress } from './proposal.parts'
import { Deed, ToldFields } from './step-form.pages'
import { addresseeBreadcrumbs, type FoundAddressee, findAddressee, ViewList } from './view.pages'
import { tellBack } from './view.store'

/** Where it is told back what was done with a view. */
export async function toldPage(ask: Ask): Promise<Response> {
  const found = await findAddressee(ask)
  return found && mayTell(found) ? drawTold(ask, found, () => '', []) : ask.notFound()
}

const mayTell = ({ proposal, addressee, hands }: FoundAddressee) =>
  hands.tellerAs !== null && viewOf(addressee) !== null && !proposal.finishedAt

export async function toldForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await findAddressee(ask)
  if (!found || !mayTell(found)) return ask.notFound()
  const told = readTold(typed)
  if ('faults' in told) return drawTold(ask, found, typed, told.faults)
  const { proposal, step, addressee } = found
  const version = Number.parseInt(typed('versie'), 10) || 0
  if (!addressee.views.some((view) => view.version === version && view.releasedAt !== null)) return ask.notFound()
  await ask.write((tx) =>
    tellBack(tx, { proposal: proposal.code, seq: step.seq }, { addressee: addressee.id, version }, told, ask.requestId),
  )
  return ask.redirect(`${proposalAddress(proposal.code)}?bewaard=ja#stap-${step.seq}`)
}

function drawTold(ask: Ask, found: FoundAddressee, typed: (name: string) => string, faults: readonly Fault[]) {
  const { proposal, addressee, hands, address } = found
  const view = viewOf(addressee)
  if (!view) return ask.notFound()
  const title = `Meld terug aan ${addressee.name}`
  return ask.page(
    {
      title: `${title}: ${proposal.texts[0].title}`,
      breadcrumbs: [...addresseeBreadcrumbs(found), { label: 'Terugmelden', href: `${address}/antwoord` }],
    },
    <>
      <Opening
        title={title}
        lead="Zeg wat er met de zienswijze is gedaan, en waarom."
        meta={[`U meldt terug als: ${hands.tellerAs}`]}
      />
      <Section id="zienswijze" title="Wat zij zeiden">
        <ViewList view={view} />
      </Section>
      <Section id="formulier" title="Wat ermee is gedaan">
        <Form action={`${address}/antwoord`} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(view.version)} />
          <ToldFields typed={typed} errorAt={errorsAt(faults)} />
          <Deed back={address} label="Meld terug" />
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
