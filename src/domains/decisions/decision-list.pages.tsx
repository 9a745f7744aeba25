import { ButtonLink, EmptyState, FilterForm, Opening, Pagination, Section, TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { pageNumber } from '../../platform/web/page-number'
import { disclosedAddress } from '../publications'
import { mandatesAddress } from './change.parts'
import { DecisionTable, decisionsAddress, newDecisionAddress } from './decision.parts'
import { decisionFacets, listDecisions, ownSecretariats, recorderOf } from './decision.store'
import type { Since } from './since'
import { sinceOf } from './since.parts'

const perPage = 25

/** The decision list: what was decided, by whom and when, the newest first. */
export async function decisionsPage(ask: Ask): Promise<Response> {
  const page = pageNumber(ask.query)
  if (page === null)
    return ask.badRequest('De bladzijde klopt niet. Schrijf een getal vanaf 1, bijvoorbeeld ?pagina=2.')
  const [body, year] = [ask.query.get('gremium') ?? '', ask.query.get('jaar') ?? '']
  if (year !== '' && !/^\d{4}$/.test(year))
    return ask.badRequest('Het jaar klopt niet. Schrijf vier cijfers, zoals 2026.')
  const { found, facets, isRecorder, since } = await ask.read(async (tx) => {
    const found = await listDecisions(
      tx,
      { body: body || undefined, year: year ? Number(year) : undefined },
      { limit: perPage, offset: (page - 1) * perPage },
    )
    const since = new Map<string, readonly Since[]>()
    for (const decision of found.items) since.set(decision.code, await sinceOf(tx, decision, ask.today))
    const isRecorder = (await recorderOf(tx)) !== null || (await ownSecretariats(tx)).length > 0
    return { found, since, facets: await decisionFacets(tx), isRecorder }
  })
  const pages = Math.max(1, Math.ceil(found.total / perPage))
  if (page > pages) return ask.badRequest(`Deze bladzijde is er niet: de lijst heeft er ${pages}.`)
  const narrowed = new URLSearchParams(
    Object.entries({ gremium: body, jaar: year }).filter(([, value]) => value !== ''),
  )
  return ask.page(
    {
      title: page === 1 ? 'Besluiten' : `Besluiten, bladzijde ${page}`,
      description: 'Wat de gremia besloten, en wat daardoor veranderde.',
      breadcrumbs: [{ label: 'Besluiten', href: decisionsAddress }],
    },
    <>
      <Opening
        title="Besluiten"
        lead="Wat de gremia samen besloten, en wat daardoor veranderde. Een besluit verandert niet meer. Alleen een ander besluit draait het terug."
        meta={[
          count(found.total, 'besluit', 'besluiten'),
          <TextLink href={mandatesAddress}>Wie mag wat wijzigen?</TextLink>,
          <TextLink href={disclosedAddress}>Alles wat openbaar is gemaakt</TextLink>,
        ]}
      >
        <FilterForm
          action={decisionsAddress}
          label="Kies besluiten"
          live
          fields={[
            {
              kind: 'select',
              name: 'gremium',
              label: 'Gremium',
              value: body,
              options: [{ value: '', label: 'Alle gremia' }, ...facets.bodies],
            },
            {
              kind: 'select',
              name: 'jaar',
              label: 'Jaar',
              value: year,
              options: [{ value: '', label: 'Alle jaren' }, ...facets.years],
            },
          ]}
          submit="Toon"
          clear={narrowed.size > 0 ? decisionsAddress : undefined}
        />
        {isRecorder && (
          <ButtonLink href={newDecisionAddress} kind="primary">
            Leg een besluit vast
          </ButtonLink>
        )}
      </Opening>
      <Section id="lijst" title="Besluitenlijst" intro="De nieuwste eerst." full>
        {found.items.length === 0 ? (
          <EmptyState title="Hier staan geen besluiten.">
            {narrowed.size > 0 ? 'Kies een ander gremium of een ander jaar.' : 'Er is nog geen besluit vastgelegd.'}
          </EmptyState>
        ) : (
          <DecisionTable decisions={found.items} caption="Besluiten" since={since} />
        )}
        <Pagination
          page={page}
          pages={pages}
          href={(to) => {
            const query = new URLSearchParams(narrowed)
            query.set('pagina', String(to))
            return `${decisionsAddress}?${query}`
          }}
        />
      </Section>
    </>,
  )
}
