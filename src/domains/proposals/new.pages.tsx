import type { Fault } from '../../kernel/typed'
import {
  errorsAt,
  Form,
  KeepOrBack,
  Opening,
  Radios,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/ui'
import { sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { formKeyOf, newSecret } from '../../platform/web/secret'
import { partyNames } from '../identity'
import { instanceName, listInstances } from '../meetings'
import { readProposal } from './entry'
import { modeNames, newProposalAddress, proposalAddress, proposalBreadcrumbs, proposalsAddress } from './proposal.parts'
import { listRoutes, starterOf, startProposal } from './proposal.store'
import type { Route } from './route'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const starter = await starterOf(tx)
    if (!starter) return null
    return {
      starter,
      routes: await listRoutes(tx),
      instances: await listInstances(tx),
      parties: [...(await partyNames(tx)).values()].sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where a secretary or the programme manager starts a proposal. */
export async function newProposalPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, () => '', newSecret(), []) : ask.notFound()
}

export async function newProposalForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const typed = textIn(form)
  const formKey = formKeyOf(form)
  const draft = readProposal(typed, {
    parties: new Set(found.parties.map(({ code }) => code)),
    routes: new Set(found.routes.map(({ code }) => code)),
    asksInstance: new Set(found.routes.filter(asksInstance).map(({ code }) => code)),
    instances: new Set(found.instances.map(({ code }) => code)),
  })
  if ('faults' in draft) return draw(ask, found, typed, formKey, draft.faults)
  const code = await ask.write((tx) => startProposal(tx, draft, { formKey, requestId: ask.requestId }))
  return code ? ask.redirect(`${proposalAddress(code)}?bewaard=ja`) : ask.notFound()
}

const asksInstance = ({ steps }: Route) => steps.some(({ place }) => place === 'een-overleg')

function draw(ask: Ask, found: Found, typed: (name: string) => string, formKey: string, faults: readonly Fault[]) {
  const errorAt = errorsAt(faults)
  const title = 'Een voorstel beginnen'
  return ask.page(
    {
      title,
      breadcrumbs: [...proposalBreadcrumbs(), { label: 'Nieuw', href: newProposalAddress }],
    },
    <>
      <Opening
        title={title}
        lead="U schrijft wat er wordt voorgesteld of gevraagd, en kiest de route. De route is zoals zij vandaag geldt."
        meta={[`U begint het als: ${found.starter}`]}
      />
      <Section id="formulier" title="Het voorstel">
        <Form action={newProposalAddress} errors={[...faults]}>
          <input type="hidden" name="sleutel" value={formKey} />
          <TextField name="titel" label="Titel" value={typed('titel')} {...errorAt('titel')} />
          <TextArea
            name="tekst"
            label="Tekst"
            description="Wat u voorstelt of vraagt. Later kunt u de tekst wijzigen; de oude versies blijven staan."
            rows={8}
            value={typed('tekst')}
            {...errorAt('tekst')}
          />
          <SelectField
            name="indiener"
            label="Wie brengt het in?"
            description="Een werkgroep, gremium of organisatie."
            value={typed('indiener')}
            options={[
              { value: '', label: 'Kies wie het inbrengt' },
              ...found.parties.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            {...errorAt('indiener')}
          />
          <Radios
            name="route"
            label="Welke route gaat het?"
            value={typed('route')}
            options={found.routes.map((route) => ({
              value: route.code,
              label: route.name,
              description: `${sentenceList(route.steps.map(({ who, mode }) => `${who} (${modeNames[mode]})`))}.`,
            }))}
            {...errorAt('route')}
          />
          <SelectField
            name="overleg"
            label="Bij welk overleg is de schriftelijke ronde?"
            description="Alleen bij een schriftelijke ronde, dan verplicht."
            optional
            value={typed('overleg')}
            options={[
              { value: '', label: 'Geen' },
              ...found.instances.map((one) => ({ value: one.code, label: instanceName(one) })),
            ]}
            {...errorAt('overleg')}
          />
          <KeepOrBack back={proposalsAddress} />
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
