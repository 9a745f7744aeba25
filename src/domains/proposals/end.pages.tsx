import type { Fault } from '../../kernel/typed'
import { errorsAt, Form, Opening, Radios, Section, TextArea } from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { hindranceOf, results } from './proposal'
import { proposalAddress, proposalBreadcrumbs } from './proposal.parts'
import { findProposal, finishProposal, keeperOf } from './proposal.store'
import { Deed } from './step-form.pages'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const proposal = await findProposal(tx, ask.params.code ?? '')
    const keeper = proposal && !proposal.finishedAt ? await keeperOf(tx, proposal.code) : null
    return proposal && keeper ? { proposal, keeper } : null
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where the route of a proposal ends. */
export async function endPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, () => '', []) : ask.notFound()
}

const hindrances = {
  loopt: 'Nog niet alle stappen zijn klaar. Rond ze eerst af, of trek het voorstel in.',
  terugmelden: 'Meld eerst aan elk overleg terug wat er met zijn zienswijze is gedaan.',
}

export async function endForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { proposal } = found
  const result = results.find((one) => one === typed('uitkomst'))
  const note = typed('toelichting').trim()
  const faults: Fault[] = []
  if (!result) faults.push({ field: 'uitkomst', message: 'Kies hoe het afliep.' })
  const hindrance = result && hindranceOf(proposal, result)
  if (hindrance) faults.push({ field: 'uitkomst', message: hindrances[hindrance] })
  if (note.length > 2000) faults.push({ field: 'toelichting', message: 'Gebruik ten hoogste 2000 tekens.' })
  if (!result || faults.length > 0) return draw(ask, found, typed, faults)
  const kept = await ask.write((tx) => finishProposal(tx, proposal.code, result, note || null, ask.requestId))
  if (kept === 'loopt' || kept === 'terugmelden')
    return draw(ask, found, typed, [{ field: 'uitkomst', message: hindrances[kept] }])
  return kept ? ask.redirect(`${proposalAddress(proposal.code)}?bewaard=ja`) : ask.notFound()
}

function draw(ask: Ask, { proposal, keeper }: Found, typed: (name: string) => string, faults: readonly Fault[]) {
  const errorAt = errorsAt(faults)
  const address = proposalAddress(proposal.code)
  const title = 'Sluit het voorstel af'
  return ask.page(
    {
      title: `${title}: ${proposal.texts[0].title}`,
      breadcrumbs: [...proposalBreadcrumbs(proposal), { label: 'Afsluiten', href: `${address}/afsluiten` }],
    },
    <>
      <Opening
        title={title}
        lead="Daarna verandert er niets meer aan. U kunt het dan openbaar maken."
        meta={[`U sluit af als: ${keeper}`]}
      />
      <Section id="formulier" title="Hoe liep het af?">
        <Form action={`${address}/afsluiten`} errors={[...faults]}>
          <Radios
            name="uitkomst"
            label="Uitkomst"
            value={typed('uitkomst')}
            options={results.map((one) => ({ value: one, label: capital(one) }))}
            {...errorAt('uitkomst')}
          />
          <TextArea
            name="toelichting"
            label="Toelichting"
            optional
            value={typed('toelichting')}
            {...errorAt('toelichting')}
          />
          <Deed back={address} label="Sluit af" />
        </Form>
      </Section>
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
